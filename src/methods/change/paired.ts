import { studentQuantile } from '../distribution/student.ts';

/** What somebody's first and latest score say; `better` 1 where more is better, -1 where less is. */
export type Pair = { readonly before: number; readonly after: number };
export type Change = {
  readonly people: number;
  /** Mean of after - before, turned so that more is better; undefined for nobody. */
  readonly mean: number | undefined;
  /** Bounds of the interval; undefined for fewer than two people. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly better: number;
  readonly same: number;
  readonly worse: number;
};

/**
 * The mean change of people measured twice, with Student's interval of paired differences (Student, 1908, Biometrika 6; Altman, 1991, Practical Statistics
 * for Medical Research, section 9.5): mean ± t · s / √n with n - 1 degrees of freedom. Differences that are all equal have an interval of no width. It
 * speaks of those who were measured twice alone: whoever left before is not in it, and a change without a comparison group is no effect.
 */
export function pairedChange(pairs: readonly Pair[], direction: 1 | -1, beyond = 0.05): Change {
  const differences = pairs.map(({ before, after }) => (after - before) * direction);
  const people = differences.length;
  const mean = people === 0 ? undefined : differences.reduce((sum, one) => sum + one, 0) / people;
  const counts = { better: differences.filter((one) => one > 0).length, same: differences.filter((one) => one === 0).length, worse: differences.filter((one) => one < 0).length };
  if (mean === undefined || people < 2) return { people, mean, low: undefined, high: undefined, ...counts };
  const variance = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (people - 1);
  const half = studentQuantile(beyond, people - 1) * Math.sqrt(variance / people);
  return { people, mean, low: mean - half, high: mean + half, ...counts };
}
