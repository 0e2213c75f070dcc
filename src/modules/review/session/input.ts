import { dateIn, instantIn } from '#app/platform/clock/clock.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { Count } from './draw.ts';
import type { Code, NewSession } from './queries.ts';
import { sessionWords } from './words.ts';

const isTime = (value: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

/** Reads the plan of a session: a period that is over, one day, its hours, its place, how many other files. */
export function readPlan(form: Form, { now, timeZone }: { now: Date; timeZone: string }, language: Language): Read<NewSession> {
  const words = sessionWords[language].errors;
  const errors: Record<string, string> = {};
  const [periodFrom, periodUntil, day, opens, closes, place] = [form.text('period-from'), form.text('period-until'), form.text('day'), form.text('opens'), form.text('closes'), form.text('place')];
  for (const [name, value] of [['period-from', periodFrom], ['period-until', periodUntil], ['day', day]] as const) if (!isDay(value)) errors[name] = words.day;
  for (const [name, value] of [['opens', opens], ['closes', closes]] as const) if (!isTime(value)) errors[name] = words.time;
  if (isDay(periodFrom) && isDay(periodUntil) && periodUntil < periodFrom) errors['period-until'] = words.order;
  else if (isDay(periodUntil) && periodUntil >= dateIn(timeZone, now)) errors['period-until'] = words.closed;
  if (place === '') errors.place = words.place;
  else if ([...place].length > 100) errors.place = words.long;
  const sample = form.text('sample');
  if (!/^\d{1,3}$/.test(sample) || Number(sample) > 500) errors.sample = words.sample;
  if (!isDay(day) || !isTime(opens) || !isTime(closes)) return { errors };
  const [opensAt, closesAt] = [instantIn(timeZone, `${day}T${opens}`), instantIn(timeZone, `${day}T${closes}`)];
  if (opensAt <= now) errors.day = words.past;
  if (closesAt <= opensAt || closesAt.getTime() - opensAt.getTime() > 14 * 3_600_000) errors.closes = words.hours;
  return Object.keys(errors).length > 0 ? { errors } : { value: { periodFrom, periodUntil, place, opensAt, closesAt, sampleSize: Number(sample) } };
}

/** Reads how many files hold which code; an empty field is none. */
export function readCounts(form: Form, codes: readonly Code[], language: Language): Read<readonly Count[]> {
  const words = sessionWords[language];
  const errors: Record<string, string> = {};
  const counts = codes.map(({ code, unfounded }) => {
    const [name, value] = [`count-${code}`, form.text(`count-${code}`).replaceAll(/[\s,\u00a0]/g, '')];
    if (value !== '' && (!/^\d{1,6}$/.test(value) || Number(value) > 100_000)) errors[name] = words.badCount;
    return { code, unfounded, files: /^\d{1,6}$/.test(value) ? Number(value) : 0 };
  });
  const [first] = codes;
  if (first && Object.keys(errors).length === 0) {
    if (counts.every(({ files }) => files === 0)) errors[`count-${first.code}`] = words.noFiles;
    else if (counts.some(({ unfounded, files }) => unfounded && files > 1500)) errors[`count-${first.code}`] = words.tooMany;
  }
  return Object.keys(errors).length > 0 ? { errors } : { value: counts };
}
