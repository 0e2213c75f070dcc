import type { Language } from '#app/platform/language/language.ts';

/** A per cent with one decimal, 72.5% or 72,5 %; without its sign for a difference in points. */
export function perCentText(language: Language, value: number, bare = false): string {
  const text = new Intl.NumberFormat(language === 'en' ? 'en-CA' : 'fr-CA', { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
  return bare ? text : language === 'en' ? `${text}%` : `${text}\u00a0%`;
}
