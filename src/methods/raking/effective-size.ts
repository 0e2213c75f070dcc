const normal975 = 1.959963984540054;

/**
 * What unequal weights leave of a sample (Kish, Survey Sampling, 1965; J. Off. Stat. 8, 1992): the effective size is the squared sum of the weights
 * over the sum of their squares, the design effect the number of units over it. Both speak of weighting alone, not of clusters or of who chose to
 * answer. Throws RangeError without a weight above 0.
 */
export function effectiveSize(weights: readonly number[]): { readonly n: number; readonly effective: number; readonly designEffect: number } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0) || weights.some((weight) => !(weight >= 0))) throw new RangeError('the effective size asks for weights, none below 0 and one above');
  const effective = total ** 2 / weights.reduce((sum, weight) => sum + weight ** 2, 0);
  return { n: weights.length, effective, designEffect: weights.length / effective };
}

/**
 * The half width of the 95 % interval of a proportion (0 to 1), z · √(p(1 − p) / n) with the effective size for n (Kish 1965, section 8.2; the
 * statement of the American Association for Public Opinion Research on weighted margins). It supposes that units were drawn at random; for a
 * self-selected sample it says only how coarse the number is.
 */
export function marginOfError(proportion: number, effective: number): number {
  if (!(proportion >= 0 && proportion <= 1) || !(effective > 0)) throw new RangeError('the margin asks for a proportion from 0 to 1 and a size above 0');
  return normal975 * Math.sqrt((proportion * (1 - proportion)) / effective);
}
