import { civilOf, type Day, dayOf, digits } from './day.ts';

/** A calendar month as the number of months since January of year 0: the month before is one less. */
export type Month = number;

/** Reads YYYY-MM, years 0001 to 9999; undefined when it is anything else. */
export function parseMonth(text: string): Month | undefined {
  return text.length === 7 ? leadingMonth(text) : undefined;
}

/** The month at the start of a longer text, such as that of a date; undefined when there is none. */
export function leadingMonth(text: string): Month | undefined {
  if (text.charCodeAt(4) !== 45) return undefined;
  const [year, month] = [digits(text, 0, 4), digits(text, 5, 2)];
  return year >= 1 && month >= 1 && month <= 12 ? year * 12 + month - 1 : undefined;
}

/** The month that a day falls in. */
export function monthOf(day: Day): Month {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** YYYY-MM. */
export function formatMonth(month: Month): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The last day of a month. */
export function lastDayOf(month: Month): Day {
  return dayOf(Math.floor((month + 1) / 12), ((month + 1) % 12) + 1, 1) - 1;
}
