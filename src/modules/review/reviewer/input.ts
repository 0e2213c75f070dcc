import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { Facts } from './queries.ts';
import { reviewerWords } from './words.ts';

/** The dates of a seat: each a day up to today, or nothing. */
export function readFacts(form: Form, language: Language, today: string): Read<Facts> {
  const words = reviewerWords[language];
  const errors: Record<string, string> = {};
  const day = (name: string): string | null => {
    const value = form.text(name);
    if (value === '') return null;
    if (!isDay(value)) errors[name] = words.badDate;
    else if (value > today) errors[name] = words.dateToCome;
    return value;
  };
  const value = { checkOn: day('check'), trainedOn: day('trained'), leftOn: day('left') };
  return Object.keys(errors).length > 0 ? { errors } : { value };
}
