import type { Language } from '#app/platform/language/language.ts';

/** A month (YYYY-MM) as people write it: May 2019, mai 2019. */
export function formatMonth(language: Language, month: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-CA' : 'fr-CA', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(new Date(`${month}-15T12:00:00Z`));
}
