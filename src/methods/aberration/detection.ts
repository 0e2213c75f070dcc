/**
 * Counts for each unit of time (day, week, month), oldest first; NaN where a count is missing. Whole numbers of 0 or more, up to 10 million, so that sums
 * of squares stay exact.
 */
export type Counts = Float64Array;

/** The units that are judged, 0-based, both included. */
export type Range = { readonly first: number; readonly last: number };

/** Aligned with the range. The upper bound is NaN, and there is no alarm, where the rule cannot be computed. */
export type Detection = { readonly upperBound: Float64Array; readonly alarm: Uint8Array };

export function emptyDetection({ first, last }: Range): Detection {
  return { upperBound: new Float64Array(last - first + 1).fill(Number.NaN), alarm: new Uint8Array(last - first + 1) };
}

/** The counts of a list in which null stands for a missing count. */
export function countsOf(list: readonly (number | null)[]): Counts {
  return Float64Array.from(list, (count) => count ?? Number.NaN);
}
