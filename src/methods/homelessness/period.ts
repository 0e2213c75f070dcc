import { InputRefused } from '../method.ts';
import { type Day, dayOf, formatDay } from '../timeline/day.ts';
import { lastDayOf, parseMonth } from '../timeline/month.ts';

/** Days over which people are counted, both ends included; `name` is 2026-03 or 2025-26. */
export type CountPeriod = { readonly name: string; readonly from: Day; readonly to: Day };

/** A calendar month (2026-03) or a fiscal year from 1 April to 31 March (2025-26). Throws InputRefused on anything else. */
export function readPeriod(name: string): CountPeriod {
  const month = parseMonth(name);
  if (month !== undefined) return { name, from: lastDayOf(month - 1) + 1, to: lastDayOf(month) };
  // 2025-26 reads as no month: 26 is none. 2011-12 does, so a fiscal year that could be one is written in full, 2011-2012.
  const years = /^(\d{4})-(?:(\d{2})|(\d{4}))$/.exec(name);
  const first = Number(years?.[1]);
  const second = years?.[3] ? Number(years[3]) : (Math.floor(first / 100) + (Number(years?.[2]) < first % 100 ? 1 : 0)) * 100 + Number(years?.[2]);
  if (!years || first < 1 || second !== first + 1) throw new InputRefused(`periods: ${name} is no month such as 2026-03 and no fiscal year such as 2025-26`);
  return { name, from: dayOf(first, 4, 1), to: dayOf(second, 3, 31) };
}

/** The name of the fiscal year that a day falls in: from 1 April on. */
export function fiscalYearOf(day: Day): string {
  const year = Number(formatDay(day).slice(0, 4)) - (formatDay(day).slice(5) < '04-01' ? 1 : 0);
  const short = String((year + 1) % 100).padStart(2, '0');
  return parseMonth(`${year}-${short}`) === undefined ? `${year}-${short}` : `${year}-${year + 1}`;
}
