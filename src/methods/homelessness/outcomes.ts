import type { Day } from '../timeline/day.ts';
import { formatDay } from '../timeline/day.ts';
import { chronicDays } from './chronic-days.ts';
import { reachingHome } from './definition.ts';
import type { CountPeriod } from './period.ts';
import { type Period, periodsOf } from './periods.ts';
import { returnsOf } from './returns.ts';
import type { Convention } from './stay.ts';
import { countingCodes, type StayTable } from './stay-table.ts';

/** What somebody says of herself; absent is missing, and missing is counted apart. */
export const identityClaims = ['yes', 'no', 'declined'] as const;
export type IdentityClaim = (typeof identityClaims)[number];

/** The five outcomes of a period: numbers of different people, so a year is not the sum of its months. */
export type Outcomes = {
  readonly period: string;
  readonly from: string;
  /** The last day counted: that of the period, or the day up to which stays are known. */
  readonly to: string;
  /** False while the period is not over. */
  readonly complete: boolean;
  /** O1: at least one day without a home in the period. */
  readonly people: number;
  /** O2: of O1, the first such day ever known falls in the period. */
  readonly newlyIdentified: number;
  /** O3: of O1. The rule does not say which reading holds, so all stand side by side. */
  readonly returns: {
    /** An episode that begins in the period follows an earlier one that ended in a home. */
    readonly fromHousing: number;
    /** The same, or nothing was known of the person for longer than `inactiveAfter` days. */
    readonly withInactive: number;
    /** Some earlier episode, of whatever year, had ended in a home. */
    readonly everFromHousing: number;
  };
  /** O4: of O1, by what people say of themselves; the four add up to O1. */
  readonly indigenous: { readonly yes: number; readonly no: number; readonly declined: number; readonly missing: number };
  /** O5: chronic on at least one day of the period, or on its last one. */
  readonly chronic: { readonly anyDay: number; readonly atEnd: number };
};

export type OutcomeOptions = {
  readonly convention: Convention;
  /** The last day of which stays are known; open stays reach to it. */
  readonly asOf: Day;
  readonly indigenous?: ReadonlyMap<string, IdentityClaim>;
  /** Days without any known place after which somebody counts as inactive. Absent: 90. */
  readonly inactiveAfter?: number;
  /** Counts these people alone, e.g. a sub-population. */
  readonly only?: (person: string) => boolean;
};

/**
 * The five outcomes of the Community Homelessness Report (section 1.6 of the rules, see README) for each period, in the order asked. A period that
 * begins after `asOf` counts nobody.
 */
export function communityOutcomes(table: StayTable, periods: readonly CountPeriod[], options: OutcomeOptions): Outcomes[] {
  const { convention, asOf, indigenous, only, inactiveAfter = 90 } = options;
  const tallies = periods.map(() => ({ people: 0, newlyIdentified: 0, fromHousing: 0, withInactive: 0, everFromHousing: 0, yes: 0, no: 0, declined: 0, missing: 0, anyDay: 0, atEnd: 0 }));
  const counts = countingCodes(reachingHome.counts);
  for (const [index, person] of table.people.entries()) {
    if (only && !only(person)) continue;
    const homeless = periodsOf(table, index, asOf, convention, counts);
    const [first] = homeless;
    if (!first) continue;
    const returns = returnsOf(table, index, homeless, asOf, inactiveAfter);
    const chronic = chronicDays(table, index, homeless, asOf);
    const claim = indigenous?.get(person) ?? 'missing';
    for (const [place, period] of periods.entries()) {
      const tally = tallies[place];
      const to = Math.min(period.to, asOf);
      if (!tally || !touches(homeless, period.from, to)) continue;
      const within = (day: Day) => day >= period.from && day <= to;
      tally.people += 1;
      tally[claim] += 1;
      if (within(first.from)) tally.newlyIdentified += 1;
      if (returns.some(({ day, from }) => within(day) && from === 'housing')) tally.fromHousing += 1;
      if (returns.some(({ day }) => within(day))) tally.withInactive += 1;
      if (returns.some(({ day, from }) => day <= to && from === 'housing')) tally.everFromHousing += 1;
      if (chronic.some((one) => one.from <= to && one.to >= period.from)) tally.anyDay += 1;
      if (chronic.some((one) => one.from <= to && one.to >= to)) tally.atEnd += 1;
    }
  }
  return periods.map((period, place) => {
    const t = tallies[place];
    if (!t) throw new RangeError('a tally is missing');
    return {
      period: period.name, from: formatDay(period.from), to: formatDay(Math.min(period.to, Math.max(period.from, asOf))), complete: period.to <= asOf, people: t.people, newlyIdentified: t.newlyIdentified,
      returns: { fromHousing: t.fromHousing, withInactive: t.withInactive, everFromHousing: t.everFromHousing },
      indigenous: { yes: t.yes, no: t.no, declined: t.declined, missing: t.missing }, chronic: { anyDay: t.anyDay, atEnd: t.atEnd },
    };
  });
}

function touches(periods: readonly Period[], from: Day, to: Day): boolean {
  return periods.some((one) => one.from <= to && one.to >= from);
}
