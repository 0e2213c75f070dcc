import { studentBeyond } from './tails.ts';

/**
 * The t of Student's distribution that is exceeded on either side with probability `beyond` (0.05 for a 95 % interval), by bisection of its tail; about
 * 12 digits. NaN for a probability outside (0, 1) or degrees of freedom that are not positive.
 */
export function studentQuantile(beyond: number, degrees: number): number {
  if (!(beyond > 0 && beyond < 1 && degrees > 0)) return Number.NaN;
  let [low, high] = [0, 1];
  while (studentBeyond(high, degrees) > beyond) high *= 2;
  for (let step = 0; step < 200 && high - low > high * 1e-14; step += 1) {
    const half = (low + high) / 2;
    if (studentBeyond(half, degrees) > beyond) low = half;
    else high = half;
  }
  return (low + high) / 2;
}
