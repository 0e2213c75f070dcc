import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { type NumberedTheme, readNumbers } from '../theme/rules.ts';
import { codingWords } from './words.ts';

/** Reads typed numbers and ticks together; `{ numbers: sentence }` where they say nothing, or something that is not in the list. */
export function readCodes(form: Form, language: Language, themes: readonly NumberedTheme[]): { value: readonly string[] } | { errors: Record<string, string> } {
  const typed = form.text('numbers');
  const ticked = readTicks(form, themes);
  if (typed === '') return ticked.length > 0 ? { value: ticked } : { errors: { numbers: codingWords[language].missing } };
  const numbers = readNumbers(typed, themes);
  if (numbers === undefined) return { errors: { numbers: codingWords[language].missing } };
  if (numbers.length === 0 && ticked.length > 0) return { errors: { numbers: codingWords[language].both } };
  return { value: [...new Set([...numbers, ...ticked])] };
}

/** The themes that were ticked and stand in the list. */
export function readTicks(form: Form, themes: readonly NumberedTheme[]): string[] {
  return themes.filter((theme) => form.list('theme').includes(theme.id)).map((theme) => theme.id);
}
