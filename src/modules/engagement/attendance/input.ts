import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { officeEventWords } from '../event/office-words.ts';
import { type AttendanceCount, countedLanguages } from './queries.ts';

/** The name of a number's field: adults-en, youth-fr, walk-ins-other. */
export const fieldOf = (kind: 'adults' | 'youth' | 'walk-ins', language: string) => `${kind}-${language}`;

/** Reads the numbers of the door; an empty field is zero. */
export function readAttendance(form: Form, language: Language): Read<readonly AttendanceCount[]> {
  const words = officeEventWords[language];
  const errors: Record<string, string> = {};
  const number = (name: string, label: string) => {
    const text = form.text(name) || '0';
    if (/^\d{1,6}$/.test(text) && Number(text) <= 100_000) return Number(text);
    errors[name] = words.badNumber(label);
    return 0;
  };
  const value = countedLanguages.map((spoken) => {
    const label = (kind: string) => `${words.spoken[spoken]}, ${kind}`;
    const [adults, youth] = [number(fieldOf('adults', spoken), label(words.adults)), number(fieldOf('youth', spoken), label(words.youth))];
    const walkIns = number(fieldOf('walk-ins', spoken), label(words.walkIns));
    const people = fieldOf('walk-ins', spoken);
    if (!errors[people] && !errors[fieldOf('adults', spoken)] && !errors[fieldOf('youth', spoken)] && walkIns > adults + youth) errors[people] = words.tooManyWalkIns(words.spoken[spoken]);
    return { language: spoken, adults, youth, walkIns };
  });
  return Object.keys(errors).length > 0 ? { errors } : { value };
}
