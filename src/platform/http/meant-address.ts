import { isLanguage, type Language } from '#app/platform/language/language.ts';

/**
 * The address that somebody meant who typed one that is not there: with a slash at its end, or without a language before a known first word. Undefined
 * where nothing better is known. What it gives begins with one slash and a word, so that it never leads to another site.
 */
export function meantAddress(path: string, words: ReadonlySet<string>, language: Language): string | undefined {
  const parts = path.split('/').slice(1);
  if (parts.at(-1) === '') parts.pop();
  const [first = ''] = parts;
  if (parts.includes('')) return undefined;
  const meant = isLanguage(first) ? `/${parts.join('/')}` : words.has(first) ? `/${language}/${parts.join('/')}` : undefined;
  return meant === path ? undefined : meant;
}
