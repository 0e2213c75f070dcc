import { betaTails } from './beta.ts';
import { gammaTails } from './gamma.ts';

/** P(N >= count) for a Poisson variable. */
export function poissonAtLeast(count: number, mean: number): number {
  return count <= 0 ? 1 : gammaTails(count, mean).below;
}

/** P(N >= count) for a negative binomial variable of the given mean and size (variance = mean + mean² / size); Poisson at an infinite size. */
export function negativeBinomialAtLeast(count: number, mean: number, size: number): number {
  if (size === Number.POSITIVE_INFINITY) return poissonAtLeast(count, mean);
  return count <= 0 ? 1 : betaTails(count, size, mean / (mean + size), size / (mean + size)).below;
}

/** P(N >= count) for a binomial variable. */
export function binomialAtLeast(count: number, trials: number, probability: number): number {
  if (count <= 0) return 1;
  return count > trials ? 0 : betaTails(count, trials - count + 1, probability).below;
}

/** P(|T| >= |t|) for Student's t. */
export function studentBeyond(t: number, degrees: number): number {
  return betaTails(degrees / 2, 0.5, degrees / (degrees + t * t), (t * t) / (degrees + t * t)).below;
}
