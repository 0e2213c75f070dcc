import { formatDay } from '#app/methods/timeline/day.ts';
import { formatMonth, lastDayOf, type Month, parseMonth } from '#app/methods/timeline/month.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { formatMonth as monthText } from '#app/ui/format-month.ts';
import type { Grain } from './recipe.ts';

/** A time that a figure tells of: its months, and the dimensions by which it is part of longer ones. */
export type Period = { readonly code: string; readonly first: Month; readonly last: Month; readonly from: string; readonly to: string; readonly name: Bilingual; readonly keys: Readonly<Record<string, string>> };

const spans: Readonly<Record<Grain, number>> = { month: 1, quarter: 3, year: 12, all: 0 };

/** The periods that data from one month to another fall in. One that the data cover only in part is named by its months and never passes for the whole. */
export function periodsBetween(first: Month, last: Month, by: Grain): Period[] {
  if (by === 'all') return [periodOf(first, last, `${formatMonth(first)}-to-${formatMonth(last)}`, true, { span: `${formatMonth(first)}/${formatMonth(last)}` })];
  const span = spans[by];
  return Array.from({ length: Math.floor(last / span) - Math.floor(first / span) + 1 }, (_, index) => {
    const begin = (Math.floor(first / span) + index) * span;
    const [from, to] = [Math.max(begin, first), Math.min(begin + span - 1, last)];
    const partial = to - from + 1 < span;
    const year = formatMonth(begin).slice(0, 4);
    const quarter = `${year}-q${Math.floor((begin % 12) / 3) + 1}`;
    const code = by === 'month' ? formatMonth(begin) : by === 'quarter' ? quarter : year;
    const keys = { year, ...(by === 'year' ? {} : { [by]: code }), ...(partial ? { months: `${formatMonth(from)}/${formatMonth(to)}` } : {}) };
    return periodOf(from, to, partial ? `${formatMonth(from)}-to-${formatMonth(to)}` : code, partial || by === 'quarter', keys, by === 'year' && !partial ? year : undefined);
  });
}

function periodOf(first: Month, last: Month, code: string, named: boolean, keys: Readonly<Record<string, string>>, year?: string): Period {
  const text = (language: Language) => (year !== undefined ? year : !named || first === last ? monthText(language, formatMonth(first)) : spanText(language, first, last));
  return { code, first, last, from: `${formatMonth(first)}-01`, to: formatDay(lastDayOf(last)), name: { en: text('en'), fr: text('fr') }, keys };
}

/** January to May 2019; de janvier à mai 2019. */
function spanText(language: Language, first: Month, last: Month): string {
  const [from, to] = [monthText(language, formatMonth(first)), monthText(language, formatMonth(last))];
  const start = Math.floor(first / 12) === Math.floor(last / 12) ? from.replace(/ \d{4}$/, '') : from;
  if (language === 'en') return `${start} to ${to}`;
  return `${/^[aeiouéô]/i.test(start) ? 'd’' : 'de '}${start} à ${to}`;
}

/** The month of a day or month as datasets keep it. */
export const monthOfValue = (value: unknown): Month | undefined => (typeof value === 'string' ? parseMonth(value.slice(0, 7)) : undefined);
