import type { Published, Rule } from './protect.ts';

const smallestDenominator = 100;

/**
 * A rate made from protected values alone, per `per` people. None (undefined) when the numerator is hidden or stands under k, or when the denominator
 * is hidden or stands under 100: so small a rate says more about persons than about the group.
 */
export function protectedRate(rule: Rule, numerator: Published, denominator: Published, per = 1000): number | undefined {
  if (typeof numerator !== 'number' || typeof denominator !== 'number') return undefined;
  if (numerator < rule.k || denominator < smallestDenominator) return undefined;
  return (numerator / denominator) * per;
}
