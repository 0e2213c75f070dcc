import type { Language } from '#app/platform/language/language.ts';

const locales = { en: 'en-CA', fr: 'fr-CA' } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locales[language], options);
  formats.set(key, known);
  return known;
}

function parts(language: Language, moment: Date, options: Intl.DateTimeFormatOptions): Record<string, string> {
  return Object.fromEntries(format(language, options).formatToParts(moment).map((part) => [part.type, part.value]));
}

/** A date (YYYY-MM-DD) as people write it: 3 June 2019, 3 juin 2019, 1er juin 2019. Never goes through a local midnight. */
export function formatDate(language: Language, date: string, more: { weekday?: boolean } = {}): string {
  return dayText(language, new Date(`${date}T12:00:00Z`), 'UTC', more.weekday ?? false);
}

/** A month (YYYY-MM) in words: May 2019, mai 2019. */
export function formatMonthName(language: Language, month: string): string {
  return format(language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`));
}

/** A date as people write it; where only the time of year is known, the month with the word for about. */
export function aboutDate(language: Language, date: string, approximate: boolean): string {
  const full = formatDate(language, date);
  if (!approximate) return full;
  const month = full.slice(full.indexOf(' ') + 1);
  return language === 'en' ? `about ${month}` : `vers ${month}`;
}

/** An instant's date and time in a time zone: Monday 3 June 2019, 09:00. */
export function formatMoment(language: Language, moment: Date, timeZone: string, more: { weekday?: boolean } = {}): string {
  const { hour = '', minute = '' } = parts('en', moment, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = dayText(language, moment, timeZone, more.weekday ?? false);
  return language === 'en' ? `${day}, ${hour}:${minute}` : `${day}, ${Number(hour)}\u00a0h\u00a0${minute}`;
}

function dayText(language: Language, moment: Date, timeZone: string, withWeekday: boolean): string {
  const p = parts(language, moment, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const day = language === 'fr' && p.day === '1' ? '1er' : (p.day ?? '');
  return `${withWeekday ? `${p.weekday} ` : ''}${day} ${p.month} ${p.year}`;
}

/** Whole days from one date to another, negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whether a text is a day of the calendar, YYYY-MM-DD, from 1900 on. */
export function isDay(value: string): boolean {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return moment !== undefined && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(value) && value >= '1900-01-01';
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}
