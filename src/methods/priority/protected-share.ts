import type { PublishedCell, Rule } from '../disclosure/protect.ts';
import { rangeOf } from '../disclosure/release.ts';
import { type Interval, wilson } from './interval.ts';

type Released = PublishedCell['published'] | null;

/**
 * The share of a group from two protected counts alone, so that it says nothing which they do not. The interval is that of Wilson at the least and at the
 * largest share that the protection leaves possible: it holds the uncertainty of chance and that of the rounding. Undefined where either count is hidden.
 */
export function protectedShare(rule: Rule, count: Released, of: Released): Interval | undefined {
  if (typeof count !== 'number' || typeof of !== 'number' || of === 0) return undefined;
  const [part, whole] = [rangeOf({ keys: {}, published: count }, rule), rangeOf({ keys: {}, published: of }, rule)];
  const low = wilson(part.low, Math.max(part.low, whole.high));
  const high = wilson(Math.min(part.high, whole.low), whole.low);
  return low && high ? { value: Math.min(1, count / of), low: low.low, high: high.high } : undefined;
}

/**
 * The difference of two shares, second less first, from their intervals: the hybrid score interval of Newcombe, Statistics in Medicine 17 (1998) 873–890.
 * It takes the shares for independent; where the same people are counted twice it is too wide, never too narrow while most of them fare alike.
 */
export function differenceOf(first: Interval, second: Interval): Interval {
  const value = second.value - first.value;
  return {
    value, low: Math.max(-1, value - Math.hypot(second.value - second.low, first.high - first.value)), high: Math.min(1, value + Math.hypot(second.high - second.value, first.value - first.low)),
  };
}
