import { type Change, type Pair, pairedChange } from '#app/methods/change/paired.ts';

export const referrers = ['neighbour', 'family', 'paramedic', 'pharmacist', 'other'] as const;
export const tellings = ['agrees', 'unsure', 'not-told'] as const;
export type Telling = (typeof tellings)[number];
export const outcomes = ['talked', 'missed', 'declined'] as const;
export type Outcome = (typeof outcomes)[number];
export const states = ['new', 'joined', 'declined', 'unreachable', 'left'] as const;
export type OutreachState = (typeof states)[number];
export const leftReasons = ['connected', 'no-wish', 'moved', 'care-home', 'health', 'died', 'lost'] as const;
export type LeftReason = (typeof leftReasons)[number];

/**
 * Measures of connection: the person's own score from 0 to 10; the totals of LSNS-6 (0 to 30, more is better connected; its items are not printed here,
 * their terms of use are not settled) and of the three UCLA items (3 to 9, less is less lonely; Hughes et al., 2004).
 */
export const measures = { own: { from: 0, to: 10, direction: 1 }, 'lsns-6': { from: 0, to: 30, direction: 1 }, 'ucla-3': { from: 3, to: 9, direction: -1 } } as const;
export type Measure = keyof typeof measures;
export const measureNames = ['own', 'lsns-6', 'ucla-3'] as const;

/** A supervisor looks once so many calls in a row were missed, and again at each further one. */
export function needsCheck(missed: number, limit: number): boolean {
  return missed >= limit;
}

export type ScoreLine = { readonly caseNumber: number; readonly state: 'joined' | 'left'; readonly leftReason: LeftReason | null; readonly measure: Measure | null; readonly score: number | null; readonly onDate: string | null };
export type Results = {
  readonly joined: number; readonly still: number; readonly left: number; readonly reasons: ReadonlyMap<LeftReason, number>;
  /** For each measure: who has a first score, and the change of those who have a later one. */
  readonly measured: readonly { readonly measure: Measure; readonly first: number; readonly change: Change }[];
};
/** Outcomes against the first score, with attrition beside them: everybody who joined is counted, also who left before a second score. */
export function resultsOf(lines: readonly ScoreLine[]): Results {
  const cases = [...Map.groupBy(lines, (one) => one.caseNumber).values()];
  const reasons = new Map<LeftReason, number>();
  for (const [one] of cases) if (one?.leftReason) reasons.set(one.leftReason, (reasons.get(one.leftReason) ?? 0) + 1);
  const left = cases.filter(([one]) => one?.state === 'left').length;
  const measured = measureNames.map((measure) => {
    const pairs: Pair[] = [];
    let first = 0;
    for (const scores of cases) {
      const own = scores.flatMap((one) => (one.measure === measure && one.score !== null && one.onDate !== null ? [{ score: one.score, on: one.onDate }] : [])).sort((a, b) => (a.on < b.on ? -1 : 1));
      const [before, after] = [own[0], own.at(-1)];
      if (before) first += 1;
      if (before && after && after.on > before.on) pairs.push({ before: before.score, after: after.score });
    }
    return { measure, first, change: pairedChange(pairs, measures[measure].direction) };
  });
  return { joined: cases.length, still: cases.length - left, left, reasons, measured };
}
