import { Contradiction } from './release.ts';
import type { Row } from './system.ts';

export type Bounds = { readonly low: Float64Array; readonly high: Float64Array };

const rounds = 20;

/**
 * Narrows the columns by looking at one row at a time: what the others of the row can hold at most bounds what this one holds at least, and the other
 * way round; counts are whole. Cheap, never wrong, seldom the whole truth. Throws Contradiction when a row cannot be met.
 */
export function propagate(columns: number, rows: readonly Row[]): Bounds {
  const bounds = { low: new Float64Array(columns), high: new Float64Array(columns).fill(Number.POSITIVE_INFINITY) };
  for (let round = 0; round < rounds; round += 1) {
    let changed = false;
    for (const row of rows) changed = narrow(bounds, row) || changed;
    if (!changed) break;
  }
  return bounds;
}

function narrow({ low, high }: Bounds, row: Row): boolean {
  let [least, most, open] = [0, 0, 0];
  for (const [place, column] of row.members.entries()) {
    const [from, to] = signed(row, place, low[column] ?? 0, high[column] ?? 0);
    if (Number.isFinite(from)) least += from;
    else open += 1;
    if (Number.isFinite(to)) most += to;
    else open += 1;
  }
  if (open === 0 && (least > row.high || most < row.low)) throw new Contradiction('the totals do not fit the cells');
  let changed = false;
  for (const [place, column] of row.members.entries()) {
    const [from, to] = signed(row, place, low[column] ?? 0, high[column] ?? 0);
    const othersOpen = open - Number(!Number.isFinite(from)) - Number(!Number.isFinite(to));
    // With an open end among the others nothing follows, but for plain sums the lower ends are always there.
    const floor = othersOpen === 0 ? row.low - (most - (Number.isFinite(to) ? to : 0)) : Number.NEGATIVE_INFINITY;
    const ceiling = othersOpen === 0 || row.signs === undefined ? row.high - (least - (Number.isFinite(from) ? from : 0)) : Number.POSITIVE_INFINITY;
    const [down, up] = row.signs?.[place] === -1 ? [-ceiling, -floor] : [floor, ceiling];
    if (down > (low[column] ?? 0)) {
      low[column] = down;
      changed = true;
    }
    if (up < (high[column] ?? 0)) {
      high[column] = up;
      changed = true;
    }
    if ((low[column] ?? 0) > (high[column] ?? 0)) throw new Contradiction('the totals do not fit the cells');
  }
  return changed;
}

function signed(row: Row, place: number, from: number, to: number): readonly [number, number] {
  return row.signs?.[place] === -1 ? [-to, -from] : [from, to];
}
