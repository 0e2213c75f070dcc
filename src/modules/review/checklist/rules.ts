import type { Judged } from './queries.ts';

/** Whether the clearance code is right, another is, or more has to be found out first. */
export const conclusions = ['agree', 'recode', 'investigate'] as const;
export type Conclusion = (typeof conclusions)[number];

export const isConclusion = (value: string): value is Conclusion => conclusions.some((one) => one === value);

/** Whether two reviewers came to the same: the same conclusion, and the same code where it is another. */
export function agreed(first: Judged, second: Judged): boolean {
  return first.conclusion !== null && first.conclusion === second.conclusion && first.toCode === second.toCode;
}
