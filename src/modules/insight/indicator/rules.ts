import { addDays } from '#app/ui/format.ts';
import type { Figure } from '../figure/figure.ts';
import { isStale, periodEnd } from '../figure/series.ts';
import { comparable } from '../figure/trend.ts';
import type { Indicator, IndicatorText } from './indicator.ts';

export type Expected = { readonly from: string; readonly to: string; readonly met: boolean };
export type Freshness = 'fresh' | 'stale' | 'none';

/** An indicator with its values, and how fresh and how complete they are. */
export type Reading = {
  readonly indicator: Indicator;
  /** Every figure of its place and part, superseded ones too, the newest period first. */
  readonly figures: readonly Figure[];
  /** Those that may stand in one line, oldest first. */
  readonly trend: readonly Figure[];
  /** The value that stands for the present. */
  readonly newest: Figure | undefined;
  readonly freshness: Freshness;
  /** Whole months from the end of the newest value's period until today. */
  readonly ageMonths: number | undefined;
  /** The day by which the next value is expected. */
  readonly nextBy: string | undefined;
  /** The periods of which a value should be there by now, the first one first. */
  readonly expected: readonly Expected[];
};

/** A day so many months later; the last day of a shorter month stands for days that it does not have. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const days = Math.min(date, last.getUTCDate());
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), days)).toISOString().slice(0, 10);
}

/** The whole months between two days. */
export function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((day) => day.split('-').map(Number));
  const months = ((b?.[0] ?? 0) - (a?.[0] ?? 0)) * 12 + (b?.[1] ?? 0) - (a?.[1] ?? 0);
  return Math.max(0, months - ((b?.[2] ?? 0) < (a?.[2] ?? 0) ? 1 : 0));
}

/** The periods that ended long enough ago for their value to be there. */
export function expectedPeriods(indicator: Pick<IndicatorText, 'expectedFrom' | 'months' | 'lagDays'>, today: string): { from: string; to: string }[] {
  const periods: { from: string; to: string }[] = [];
  for (let count = 0; count < 600; count += 1) {
    const from = addMonths(indicator.expectedFrom, count * indicator.months);
    const to = addDays(addMonths(indicator.expectedFrom, (count + 1) * indicator.months), -1);
    if (addDays(to, indicator.lagDays) > today) break;
    periods.push({ from, to });
  }
  return periods;
}

/** What an indicator tells today. A withheld value counts as there: it was reported, and is not shown. */
export function readIndicator(indicator: Indicator, all: readonly Figure[], today: string): Reading {
  const figures = all.filter((one) => one.definition.series === indicator.series && one.place === indicator.place && one.breakdown?.slug === indicator.part)
    .toSorted((a, b) => periodEnd(b).localeCompare(periodEnd(a)) || Number(a.supersededBy !== undefined) - Number(b.supersededBy !== undefined));
  const standing = figures.filter((one) => one.supersededBy === undefined);
  const [newest] = standing;
  const nextBy = newest ? addDays(addMonths(periodEnd(newest), indicator.months), indicator.lagDays) : undefined;
  return {
    indicator, figures, newest, nextBy, trend: comparable(figures, { place: indicator.place, part: indicator.part }),
    freshness: !newest || nextBy === undefined ? 'none' : isStale(newest, today) || nextBy < today ? 'stale' : 'fresh',
    ageMonths: newest ? monthsBetween(periodEnd(newest), today) : undefined,
    expected: expectedPeriods(indicator, today).map((period) => ({ ...period, met: standing.some((one) => periodEnd(one) >= period.from && periodEnd(one) <= period.to) })),
  };
}

/** How many of the expected values are there. */
export function completeness({ expected }: Pick<Reading, 'expected'>): { met: number; all: number } {
  return { met: expected.filter((one) => one.met).length, all: expected.length };
}

/** Whether somebody must look at it: nothing there, something old, or something missing. */
export function needsWork(reading: Reading): boolean {
  const { met, all } = completeness(reading);
  return reading.indicator.retired === undefined && (reading.freshness !== 'fresh' || met < all);
}
