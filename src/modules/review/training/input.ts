import { findNames } from '#app/methods/name-warning/name-warning.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { NewCourse, NewSession, Unit } from './queries.ts';
import { type Attendance, rankBands } from './rules.ts';
import { trainingWords } from './words.ts';

/** The field of a count: who came, or who came for the first time, of a unit and rank band. */
export const countField = (what: 'came' | 'first', unit: string, rank: string) => `${what}-${unit}-${rank}`;
export const newUnit = 'new';

/** A reader of fields that everybody may read later: not empty, not too long, and no name of a person. */
function plainTexts(form: Form, language: Language, errors: Record<string, string>) {
  const words = trainingWords[language].errors;
  return (name: string, limit: number, missing: string): string => {
    const value = form.text(name);
    const [found] = findNames(value);
    if (value === '') errors[name] = missing;
    else if ([...value].length > limit) errors[name] = words.long(limit);
    else if (found) errors[name] = words.name(found.text);
    return value;
  };
}

/** Undefined where it is no whole number from 0 to `most`; an empty field is 0. */
function countIn(value: string, most: number): number | undefined {
  const plain = value.replaceAll(/[\s,\u00a0\u202f]/g, '');
  if (plain === '') return 0;
  return /^\d{1,6}$/.test(plain) && Number(plain) <= most ? Number(plain) : undefined;
}

export function readCourse(form: Form, language: Language): Read<NewCourse> {
  const words = trainingWords[language].errors;
  const errors: Record<string, string> = {};
  const text = plainTexts(form, language, errors);
  const title = { en: text('title-en', 150, words.title), fr: text('title-fr', 150, words.title) };
  const covers = { en: text('covers-en', 600, words.covers), fr: text('covers-fr', 600, words.covers) };
  const hours = form.text('hours').replace(',', '.');
  if (!/^\d{1,3}(\.\d)?$/.test(hours) || Number(hours) <= 0 || Number(hours) > 400) errors.hours = words.hours;
  return Object.keys(errors).length > 0 ? { errors } : { value: { title, covers, hours: Number(hours) } };
}

export function readSession(form: Form, language: Language, given: { readonly today: string; readonly courses: readonly string[]; readonly units: readonly Unit[] }): Read<NewSession> {
  const words = trainingWords[language].errors;
  const errors: Record<string, string> = {};
  const text = plainTexts(form, language, errors);
  const course = given.courses.find((one) => one === form.text('course'));
  if (course === undefined) errors.course = words.course;
  const heldOn = readPastDay(form, 'held-on', given.today, language, errors);
  const place = text('place', 100, words.place);
  const provider = text('provider', 100, words.provider);
  const attendance = given.units.flatMap(({ id }) => rankBands.map((rank): Attendance => {
    const [came, first] = [countField('came', id, rank), countField('first', id, rank)];
    const [attended, firstTime] = [countIn(form.text(came), 2000), countIn(form.text(first), 2000)];
    if (attended === undefined) errors[came] = words.count;
    if (firstTime === undefined) errors[first] = words.count;
    else if (attended !== undefined && firstTime > attended) errors[first] = words.more;
    return { unit: id, rank, attended: attended ?? 0, firstTime: firstTime ?? 0 };
  }));
  const [unit] = given.units;
  if (unit && Object.keys(errors).length === 0 && attendance.every(({ attended }) => attended === 0)) errors[countField('came', unit.id, rankBands[0])] = words.nobody;
  if (course === undefined || Object.keys(errors).length > 0) return { errors };
  return { value: { course, heldOn, place, provider, attendance } };
}

function readPastDay(form: Form, name: string, today: string, language: Language, errors: Record<string, string>): string {
  const words = trainingWords[language].errors;
  const day = form.text(name);
  if (!isDay(day) || day < '1990-01-01') errors[name] = words.day;
  else if (day > today) errors[name] = words.future;
  return day;
}

export type NewStrength = { readonly unit: string | Bilingual; readonly countedOn: string; readonly officers: number };
/** A count of officers for a unit that is there, by its id, or for a new one, by its name. */
export function readStrength(form: Form, language: Language, given: { readonly today: string; readonly units: readonly Unit[] }): Read<NewStrength> {
  const words = trainingWords[language].errors;
  const errors: Record<string, string> = {};
  const chosen = form.text('unit');
  const known = given.units.find(({ id }) => id === chosen);
  const text = plainTexts(form, language, errors);
  const name = chosen === newUnit ? { en: text('unit-en', 100, words.unitName), fr: text('unit-fr', 100, words.unitName) } : undefined;
  if (!known && !name) errors.unit = words.unit;
  if (name && given.units.some((one) => one.name.en.toLowerCase() === name.en.toLowerCase())) errors['unit-en'] = words.same;
  const countedOn = readPastDay(form, 'counted-on', given.today, language, errors);
  const officers = form.text('officers') === '' ? undefined : countIn(form.text('officers'), 20_000);
  if (officers === undefined) errors.officers = words.officers;
  const unit = known?.id ?? name;
  if (unit === undefined || officers === undefined || Object.keys(errors).length > 0) return { errors };
  return { value: { unit, countedOn, officers } };
}
