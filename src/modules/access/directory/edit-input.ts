import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { Edited } from './board-queries.ts';
import { boardWords } from './board-words.ts';
import { statuses } from './entry.ts';
import { weekdays, weekHours } from './hours.ts';
import type { FullService } from './read.ts';
import { capacityCodes, type CapacityCode } from './offer.ts';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const clock = (minute: number) => `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** An entry as its form shows it; hours are undefined where a usual week with one span a day does not hold them. */
export function editedOf({ row, phones, schedules, places }: FullService, today: string): Edited {
  const elsewhere = schedules.length === 0 && places.some(({ location }) => location.schedules.length > 0);
  const hours = schedules.some((one) => one.byday !== null || one.opens_at !== null || one.bymonthday !== null) ? weekHours(schedules, today) : elsewhere ? undefined : [];
  const single = hours && weekdays.every((_, day) => hours.filter((one) => one.day === day).length <= 1) && !schedules.some((one) => one.valid_from !== null || one.valid_to !== null);
  return {
    name: row.name, description: row.description, status: row.status, minimumAge: row.minimum_age, maximumAge: row.maximum_age, eligibility: row.eligibility_description, how: row.application_process, takesReferrals: row.takes_referrals,
    phone: phones[0]?.number ?? '', hours: single ? hours.toSorted((a, b) => a.day - b.day).map((one) => ({ day: weekdays[one.day] ?? '', from: clock(one.from), to: clock(one.to) })) : undefined,
  };
}

export function readEdited(form: Form, language: Language, withHours: boolean): Read<Edited> {
  const words = boardWords[language];
  const errors: Record<string, string> = {};
  const text = (name: string, limit: number, needed: boolean) => {
    const value = form.text(name);
    if (needed && value === '') errors[name] = words.missing;
    else if ([...value].length > limit) errors[name] = words.tooLong(limit);
    return value;
  };
  const both = (name: string, limit: number): Bilingual => ({ en: text(`${name}-en`, limit, true), fr: text(`${name}-fr`, limit, true) });
  const either = (name: string, limit: number): Bilingual | null => {
    const [en, fr] = [text(`${name}-en`, limit, false), text(`${name}-fr`, limit, false)];
    if ((en === '') !== (fr === '')) errors[`${name}-${en === '' ? 'en' : 'fr'}`] = words.both;
    return en === '' || fr === '' ? null : { en, fr };
  };
  const age = (name: string): number | null => {
    const value = form.text(name);
    if (value !== '' && !(/^\d{1,3}$/.test(value) && Number(value) <= 120)) errors[name] = words.badAge;
    return value === '' || errors[name] ? null : Number(value);
  };
  const [name, description, how, eligibility] = [both('name', 200), both('description', 4000), either('how', 2000), either('eligibility', 2000)];
  const [minimumAge, maximumAge] = [age('minimum-age'), age('maximum-age')];
  if (minimumAge !== null && maximumAge !== null && maximumAge < minimumAge) errors['maximum-age'] = words.agesTurned;
  const status = statuses.find((one) => one === form.text('status'));
  if (!status) errors.status = words.noStatus;
  const phone = form.text('phone');
  if (!/^[\d\s()+.,;x-]{0,40}$/i.test(phone)) errors.phone = words.badPhone;
  const hours = withHours ? weekdays.flatMap((day) => {
    const [from, to] = [form.text(`${day}-from`), form.text(`${day}-to`)];
    if (from === '' && to === '') return [];
    if (!time.test(from) || !time.test(to)) errors[`${day}-from`] = words.badHours;
    return [{ day, from, to }];
  }) : undefined;
  if (Object.keys(errors).length > 0 || !status) return { errors };
  return { value: { name, description, status, minimumAge, maximumAge, eligibility, how, takesReferrals: form.text('referrals') === 'yes', phone, hours } };
}

/** The code of a pressed button and the places that are free; none where the code is none of the four. */
export function readRoom(form: Form): { code: CapacityCode; available: number } | undefined {
  const code = capacityCodes.find((one) => one === form.text('code'));
  const typed = form.text('available');
  return code ? { code, available: code === 'capacity' && /^\d{1,5}$/.test(typed) ? Number(typed) : code === 'capacity' ? 1 : 0 } : undefined;
}
