import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { Year } from './queries.ts';
import { yearWords } from './words.ts';

/** Reads the counts of a year that is over. */
export function readYear(form: Form, language: Language, thisYear: number): Read<Year> {
  const words = yearWords[language].errors;
  const errors: Record<string, string> = {};
  const count = (name: string): number => {
    const value = form.text(name).replaceAll(/[\s,\u00a0]/g, '');
    if (!/^\d{1,7}$/.test(value) || Number(value) > 1_000_000) errors[name] = words.count;
    return Number(value);
  };
  const year = /^20\d\d$/.test(form.text('year')) ? Number(form.text('year')) : 0;
  if (year === 0 || year >= thisYear) errors.year = words.year;
  const [reported, unfounded] = [count('reported'), count('unfounded')];
  if (errors.reported === undefined && errors.unfounded === undefined && unfounded > reported) errors.unfounded = words.more;
  return Object.keys(errors).length > 0 ? { errors } : { value: { year, reported, unfounded } };
}
