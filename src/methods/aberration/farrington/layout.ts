/** Which units before the judged one are reference values: offsets from it (below 0, ascending) and the group (season) of each, from 0. */
export type Layout = { readonly offsets: Int32Array; readonly groups: Uint16Array; readonly groupCount: number };

export type LayoutOptions = { readonly b: number; readonly w: number; readonly noPeriods: number; readonly pastWeeksNotIncluded: number; readonly frequency: number };

/**
 * The reference values of Noufaily et al. (2013, Statistics in Medicine 32, section 3.3): windows of `w` units on both sides of the same time in the `b`
 * years before, and between them `noPeriods` - 1 blocks, longer ones first; with one period the windows only. The last `pastWeeksNotIncluded`
 * units and the judged one are left out. Gives undefined when the year is too short for the periods.
 */
export function seasonLayout({ b, w, noPeriods, pastWeeksNotIncluded, frequency }: LayoutOptions): Layout | undefined {
  const depth = b * frequency + w;
  const period = new Int32Array(depth + 1);
  const mark = (from: number, to: number, value: number) => {
    for (let offset = from; offset <= to; offset += 1) if (offset <= 0 && offset >= -depth) period[depth + offset] = value;
  };
  mark(-w, 0, noPeriods);
  const between = frequency - 2 * w - 1;
  if (noPeriods > 1 && between < noPeriods - (2 * w + 1)) return undefined;
  const blocks = noPeriods - 1;
  for (let year = 1; year <= b; year += 1) {
    const reference = -year * frequency;
    mark(reference - w, reference + w, noPeriods);
    let start = reference + w + 1;
    for (let block = 1; block <= blocks; block += 1) {
      const length = Math.floor(between / blocks) + (block <= between - blocks * Math.floor(between / blocks) ? 1 : 0);
      // A block of no length covers the units on both sides of its place, as R's descending sequence does.
      const [from, to] = length > 0 ? [start, start + length - 1] : [start + length - 1, start];
      mark(from, to, block);
      start += length;
    }
  }
  period.fill(0, Math.max(0, depth - pastWeeksNotIncluded));
  const units = Array.from(period, (value, index) => ({ value, offset: index - depth })).filter(({ value }) => value > 0);
  return { offsets: Int32Array.from(units, ({ offset }) => offset), groups: Uint16Array.from(units, ({ value }) => value - 1), groupCount: noPeriods };
}
