import { normalQuantile } from '../distribution/normal.ts';

const z = normalQuantile(0.975);
/** A share or a difference of shares with its 95 % interval. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number };

/** A share with the score interval of Wilson, Journal of the American Statistical Association 22 (1927). Undefined of nobody. */
export function wilson(count: number, of: number): Interval | undefined {
  if (of === 0) return undefined;
  const share = count / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { value: share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * The difference of two shares of the same people, second less first: `onlyFirst` and `onlySecond` of `of` are counted in one alone. Adjusted Wald
 * interval for matched pairs: Agresti and Min, Statistics in Medicine 24 (2005), half added to each cell. Undefined of nobody.
 */
export function pairedDifference(onlyFirst: number, onlySecond: number, of: number): Interval | undefined {
  if (of === 0) return undefined;
  const [n, b, c] = [of + 2, onlyFirst + 0.5, onlySecond + 0.5];
  const middle = (c - b) / n;
  const half = (z * Math.sqrt(b + c - (c - b) ** 2 / n)) / n;
  return { value: (onlySecond - onlyFirst) / of, low: Math.max(-1, middle - half), high: Math.min(1, middle + half) };
}
