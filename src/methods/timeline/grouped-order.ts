/** Rows put side by side by group: those of group g are `order[first[g]]` to `order[first[g + 1] - 1]`. */
export type GroupedOrder = { readonly first: Int32Array; readonly order: Int32Array };

const short = 24;

/**
 * Groups rows and sorts each group; equal rows keep their order. Histories are short and mostly in order already, so a counting pass and an insertion
 * into each group cost far less than one sort of all rows; a long group that is out of order is sorted by the engine.
 * `groupOf[row]` is from 0 to `groups` - 1.
 */
export function groupedOrder(groupOf: Int32Array, groups: number, compare: (a: number, b: number) => number): GroupedOrder {
  const first = new Int32Array(groups + 1);
  for (const group of groupOf) first[group + 1] = (first[group + 1] ?? 0) + 1;
  for (let group = 0; group < groups; group += 1) first[group + 1] = (first[group + 1] ?? 0) + (first[group] ?? 0);
  const next = first.slice();
  const order = new Int32Array(groupOf.length);
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = groupOf[row] ?? 0;
    const place = next[group] ?? 0;
    order[place] = row;
    next[group] = place + 1;
  }
  for (let group = 0; group < groups; group += 1) sortRange(order, first[group] ?? 0, first[group + 1] ?? 0, compare);
  return { first, order };
}

function sortRange(order: Int32Array, from: number, to: number, compare: (a: number, b: number) => number): void {
  if (to - from > short) {
    if (!isSorted(order, from, to, compare)) order.set(Array.from(order.subarray(from, to)).sort(compare), from);
    return;
  }
  for (let i = from + 1; i < to; i += 1) {
    const row = order[i] ?? 0;
    let place = i;
    for (; place > from && compare(order[place - 1] ?? 0, row) > 0; place -= 1) order[place] = order[place - 1] ?? 0;
    order[place] = row;
  }
}

function isSorted(order: Int32Array, from: number, to: number, compare: (a: number, b: number) => number): boolean {
  for (let i = from + 1; i < to; i += 1) if (compare(order[i - 1] ?? 0, order[i] ?? 0) > 0) return false;
  return true;
}
