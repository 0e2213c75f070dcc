import { instantIn } from '#app/platform/clock/clock.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { officeEventWords } from './office-words.ts';
import type { MeetingGiven } from './queries.ts';

type At = { readonly today: string; readonly now: Date; readonly timeZone: string };

/** Reads a meeting from its form. `municipalities` are the ids that may be chosen. */
export function readMeeting(form: Form, language: Language, at: At, municipalities: readonly string[]): Read<MeetingGiven> {
  const words = officeEventWords[language];
  const errors: Record<string, string> = {};
  const both = (name: string, missing: string, longest: number): Bilingual => {
    for (const one of ['en', 'fr'] as const) {
      const text = form.text(`${name}-${one}`);
      if (text === '') errors[`${name}-${one}`] = missing;
      else if (text.length > longest) errors[`${name}-${one}`] = words.long;
    }
    return { en: form.text(`${name}-en`), fr: form.text(`${name}-fr`) };
  };
  const title = both('title', words.noTitle, 150);
  const about = both('about', words.noAbout, 3000);
  const [date, time] = [form.text('date'), form.text('time')];
  const timed = /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  if (!isDay(date) || date < at.today) errors.date = words.noDate;
  if (!timed) errors.time = words.noTime;
  const startsAt = errors.date || !timed ? at.now : instantIn(at.timeZone, `${date}T${time}`);
  if (!errors.date && timed && startsAt <= at.now) errors.time = words.past;
  const minutesLong = Number(form.text('length') || '120');
  if (!Number.isInteger(minutesLong) || minutesLong < 5 || minutesLong > 1440) errors.length = words.badLength;
  const place = both('place', words.noPlace, 300);
  const entrance = both('entrance', words.noEntrance, 500);
  const municipality = form.text('municipality');
  if (municipality !== '' && !municipalities.includes(municipality)) errors.municipality = words.badMunicipality;
  const languages = (['en', 'fr'] as const).filter((one) => form.list('languages').includes(one));
  if (languages.length === 0) errors.languages = words.noLanguage;
  const places = form.text('capacity');
  if (places !== '' && !(/^\d{1,6}$/.test(places) && Number(places) >= 1 && Number(places) <= 100_000)) errors.capacity = words.badCapacity;
  if (Object.keys(errors).length > 0) return { errors };
  const offers = form.list('offers');
  return { value: {
    title, about, municipality: municipality || null, place, entrance, date, startsAt, minutesLong, languages, capacity: places === '' ? null : Number(places),
    childCare: offers.includes('child-care'), distressing: offers.includes('distressing'),
  } };
}

/** Why a meeting is called off, in both languages. */
export function readReason(form: Form, language: Language): Read<Bilingual> {
  const words = officeEventWords[language];
  const errors: Record<string, string> = {};
  for (const name of ['reason-en', 'reason-fr'] as const) {
    if (form.text(name) === '') errors[name] = words.noReason;
    else if (form.text(name).length > 500) errors[name] = words.long;
  }
  return Object.keys(errors).length > 0 ? { errors } : { value: { en: form.text('reason-en'), fr: form.text('reason-fr') } };
}
