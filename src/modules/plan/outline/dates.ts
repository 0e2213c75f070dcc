import type { Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';

/** A date as people write it; where only the time of year is known, the month with the word for about. */
export function aboutDate(language: Language, date: string, approximate: boolean): string {
  const full = formatDate(language, date);
  if (!approximate) return full;
  const month = full.slice(full.indexOf(' ') + 1);
  return language === 'en' ? `about ${month}` : `vers ${month}`;
}
