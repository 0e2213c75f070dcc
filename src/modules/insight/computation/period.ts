import { formatDay } from '#app/methods/timeline/day.ts';
import { formatMonth, lastDayOf, type Month, parseMonth } from '#app/methods/timeline/month.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { formatMonth as monthText } from '#app/ui/format.ts';
import type { Grain } from './recipe.ts';

/** A time that a figure tells of; `gate` is its name in the ledger of releases (2019, 2019-Q2, 2019-05). */
export type Period = { readonly code: string; readonly gate: string; readonly first: Month; readonly last: Month; readonly from: string; readonly to: string; readonly name: Bilingual };

const spans: Readonly<Record<Exclude<Grain, 'all'>, number>> = { month: 1, quarter: 3, year: 12 };

/** The whole periods between two months, both included. A quarter or year that the data cover only in part is none: it would pass for the whole. */
export function periodsBetween(first: Month, last: Month, by: Grain): Period[] {
  if (by === 'all') return [periodOf(first, last, `${formatMonth(first)}-to-${formatMonth(last)}`)];
  const span = spans[by];
  return Array.from({ length: Math.floor(last / span) - Math.floor(first / span) + 1 }, (_, index) => (Math.floor(first / span) + index) * span)
    .filter((begin) => begin >= first && begin + span - 1 <= last)
    .map((begin) => {
      const year = formatMonth(begin).slice(0, 4);
      return periodOf(begin, begin + span - 1, by === 'month' ? formatMonth(begin) : by === 'year' ? year : `${year}-Q${Math.floor((begin % 12) / 3) + 1}`);
    });
}

function periodOf(first: Month, last: Month, gate: string): Period {
  return { code: gate.toLowerCase(), gate, first, last, from: `${formatMonth(first)}-01`, to: formatDay(lastDayOf(last)), name: { en: spanText('en', first, last), fr: spanText('fr', first, last) } };
}

/** May 2019; January to March 2019; 2019. In French: mai 2019; de janvier à mars 2019; 2019. */
function spanText(language: Language, first: Month, last: Month): string {
  if (first % 12 === 0 && last === first + 11) return formatMonth(first).slice(0, 4);
  const [from, to] = [monthText(language, formatMonth(first)), monthText(language, formatMonth(last))];
  if (first === last) return from;
  const start = Math.floor(first / 12) === Math.floor(last / 12) ? from.replace(/ \d{4}$/, '') : from;
  return language === 'en' ? `${start} to ${to}` : `${/^[ao]/i.test(start) ? 'd’' : 'de '}${start} à ${to}`;
}

/** The month of a day or month as datasets keep it. */
export const monthOfValue = (value: unknown): Month | undefined => (typeof value === 'string' ? parseMonth(value.slice(0, 7)) : undefined);
