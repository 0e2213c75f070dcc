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

/** A date as people write it; where only the time of year is known, the month with the word for about. */
export function aboutDate(language: Language, date: string, approximate: boolean): string {
  if (!approximate) return formatDate(language, date);
  const month = formatMonth(language, date.slice(0, 7));
  return language === 'en' ? `about ${month}` : `vers ${month}`;
}

/** A month (YYYY-MM) as people write it: June 2019, juin 2019. */
export function formatMonth(language: Language, month: string): string {
  const { month: name, year } = parts(language, new Date(`${month}-01T12:00:00Z`), { timeZone: 'UTC', month: 'long', year: 'numeric' });
  return `${name} ${year}`;
}

/** An instant's date and time in a time zone: Monday 3 June 2019, 09:00. */
export function formatMoment(language: Language, moment: Date, timeZone: string, more: { weekday?: boolean } = {}): string {
  const { hour = '', minute = '' } = parts('en', moment, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${dayText(language, moment, timeZone, more.weekday ?? false)}, ${formatTime(language, `${hour}:${minute}`)}`;
}

/** A time of day (HH:MM) as people write it: 09:00, 9 h 00. */
export function formatTime(language: Language, time: string): string {
  const [hour = '', minute = ''] = time.split(':');
  return language === 'en' ? time : `${Number(hour)}\u00a0h\u00a0${minute}`;
}

/** What stands between a label and what it names. */
export function colon(language: Language): string {
  return language === 'en' ? ': ' : '\u00a0: ';
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

/** A number as people write it; what rounds to 0 has no sign. */
export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(locales[language], { signDisplay: 'negative' }).format(value);
}
