import { normalQuantile } from '../distribution/normal.ts';
import { type Counts, type Detection, emptyDetection, type Range } from './detection.ts';

export type EarsRule = 'C1' | 'C2' | 'C3';
export type EarsOptions = {
  /** Units in the baseline, 3 or more. */
  readonly baseline?: number;
  /** The smallest standard deviation that is used. */
  readonly minSigma?: number;
  /** 0.001 for C1 and C2, 0.025 for C3 unless given. */
  readonly alpha?: number;
};

const lag: Readonly<Record<EarsRule, number>> = { C1: 0, C2: 2, C3: 2 };

/** The first unit, 0-based, that a rule can judge. */
export function firstEarsUnit(rule: EarsRule, baseline = 7): number {
  return baseline + { C1: 0, C2: 2, C3: 4 }[rule];
}

/**
 * CDC's Early Aberration Reporting System (Hutwagner, Thompson, Seeman and Treadwell, 2003, Journal of Urban Health 80). C1 compares a unit
 * with the mean and standard deviation of the units before it, C2 leaves two units between, C3 adds what C2 exceeded in those two.
 * As in R's `surveillance`, the bound of C3 holds for the present unit given the two before it, and is never below 0.
 */
export function ears(rule: EarsRule, counts: Counts, range: Range, options: EarsOptions = {}): Detection {
  const baseline = options.baseline ?? 7;
  const minSigma = options.minSigma ?? 0;
  const z = normalQuantile(1 - (options.alpha ?? (rule === 'C3' ? 0.025 : 0.001)));
  const { upperBound, alarm } = emptyDetection(range);
  const gap = lag[rule];
  const from = Math.max(range.first - (rule === 'C3' ? 2 : 0), baseline + gap);
  if (from > range.last) return { upperBound, alarm };

  let sum = 0;
  let squares = 0;
  let missing = 0;
  for (let i = from - gap - baseline; i < from - gap; i += 1) {
    const count = counts[i] ?? Number.NaN;
    if (Number.isNaN(count)) missing += 1;
    else {
      sum += count;
      squares += count * count;
    }
  }
  // Counts are whole, so running sums stay exact however long the series is.
  const third = rule === 'C3';
  const scale = 1 / (baseline * (baseline - 1));
  let before = Number.NaN;
  let last = Number.NaN;
  for (let t = from; t <= range.last; t += 1) {
    const count = counts[t] ?? Number.NaN;
    const mean = missing > 0 ? Number.NaN : sum / baseline;
    const scatter = baseline * squares - sum * sum;
    const spread = scatter > 0 ? Math.sqrt(scatter * scale) : 0;
    const sigma = spread < minSigma ? minSigma : spread;
    const at = t - range.first;
    let bound = mean + z * sigma;
    if (third) {
      const excess = (count - mean) / sigma - 1;
      const room = count + sigma * (z - before - last);
      bound = missing > 0 ? Number.NaN : room < 0 ? 0 : room;
      before = last;
      last = excess < 0 ? 0 : excess;
    }
    if (at >= 0) {
      upperBound[at] = bound;
      if (count > bound) alarm[at] = 1;
    }
    const leaves = counts[t - gap - baseline] ?? Number.NaN;
    const enters = counts[t - gap] ?? Number.NaN;
    if (Number.isNaN(leaves)) missing -= 1;
    else {
      sum -= leaves;
      squares -= leaves * leaves;
    }
    if (Number.isNaN(enters)) missing += 1;
    else {
      sum += enters;
      squares += enters * enters;
    }
  }
  return { upperBound, alarm };
}
