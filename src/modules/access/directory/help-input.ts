import type { Profile } from '#app/methods/matching/service-rules.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { directoryWords } from './words.ts';

/** What somebody asked for on the public page, as she typed it; nothing here names anybody. */
export type Asked = { readonly need: string; readonly municipality: string; readonly age: string; readonly language: string; readonly now: boolean; readonly free: boolean };

export function askedIn(query: URLSearchParams): Asked {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 100);
  return { need: text('need'), municipality: text('municipality'), age: text('age'), language: text('language'), now: query.get('now') === 'yes', free: query.get('free') === 'yes' };
}

/** Reads it into a profile; words that are no choice of the page are no wish. */
export function readAsked(asked: Asked, language: Language, minute: number, choices: { needs: readonly string[]; places: readonly string[]; languages: readonly string[] }): Read<Profile> {
  const age = asked.age === '' ? undefined : /^\d{1,3}$/.test(asked.age) && Number(asked.age) <= 120 ? Number(asked.age) : Number.NaN;
  if (Number.isNaN(age)) return { errors: { age: directoryWords[language].badAge } };
  return { value: {
    ...(choices.needs.includes(asked.need) ? { needs: [asked.need] } : {}), ...(choices.places.includes(asked.municipality) ? { municipality: asked.municipality } : {}), ...(age === undefined ? {} : { age }),
    ...(choices.languages.includes(asked.language) ? { languages: [asked.language] } : {}), ...(asked.free ? { mostPayable: 0 } : {}), ...(asked.now ? { openAt: minute } : {}),
  } };
}
