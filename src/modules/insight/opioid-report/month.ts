import type { Language } from '#app/platform/language/language.ts';

/** The first day of the month before that of a day: the last one that is whole. */
export function lastMonth(today: string): string {
  return addMonths(`${today.slice(0, 7)}-01`, -1);
}

/** The first day of the month that lies so many months after that of a first day. */
export function addMonths(first: string, months: number): string {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

/** A month in words: May 2019, mai 2019. */
export function monthText(language: Language, first: string): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-CA' : 'fr-CA', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(new Date(`${first}T12:00:00Z`));
}
