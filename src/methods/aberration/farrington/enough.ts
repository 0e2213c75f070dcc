import type { Counts } from '../detection.ts';

/** Whether the last units, the judged one included, hold enough events for an alarm; not so when one of them is missing. */
export function enoughCases(counts: Counts, unit: number, [cases, period]: readonly [number, number]): boolean {
  let sum = 0;
  for (let i = Math.max(0, unit - period + 1); i <= unit; i += 1) sum += counts[i] ?? Number.NaN;
  return sum >= cases;
}
