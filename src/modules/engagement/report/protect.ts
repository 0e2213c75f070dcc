/** Numbers of people below this are never shown. */
export const smallest = 5;

/** A number as it may be published: itself, `few` for 1 to 4, or `guard` where showing it would give a small one away. */
export type Cell = number | 'few' | 'guard';

export function isSmall(count: number): boolean {
  return count > 0 && count < smallest;
}

/** One number alone. */
export function protectCount(count: number): Cell {
  return isSmall(count) ? 'few' : count;
}

/**
 * Cells that sum to a published total. Small ones are hidden, and then the smallest of the others, until no hidden number follows from the total and
 * what is shown: what is hidden sums to 5 or more, and each small cell could still be two numbers or more. Undefined where even hiding every number
 * above 0 does not suffice: then the whole table must stay away. Zeros are shown.
 */
export function protectTable(counts: readonly number[]): Cell[] | undefined {
  const hidden = new Set(counts.flatMap((count, index) => (isSmall(count) ? [index] : [])));
  const order = counts.map((count, index) => ({ count, index })).filter(({ count }) => count >= smallest).sort((a, b) => a.count - b.count || a.index - b.index);
  while (hidden.size > 0 && !isOpen(counts, hidden)) {
    const next = order.shift();
    if (!next) return undefined;
    hidden.add(next.index);
  }
  return counts.map((count, index) => (!hidden.has(index) ? count : isSmall(count) ? 'few' : 'guard'));
}

// A reader knows: each few is 1 to 4, each guard 5 or more, and their sum.
function isOpen(counts: readonly number[], hidden: ReadonlySet<number>): boolean {
  const cells = [...hidden].map((index) => counts[index] ?? 0);
  const sum = cells.reduce((a, b) => a + b, 0);
  const few = cells.filter(isSmall).length;
  const guards = cells.length - few;
  const high = Math.min(smallest - 1, sum - (few - 1) - smallest * guards);
  const low = guards > 0 ? 1 : Math.max(1, sum - (smallest - 1) * (few - 1));
  return sum >= smallest && low < high;
}

/**
 * A part of a shown whole, where who is not in the part is counted by subtraction too: hidden where either is small.
 */
export function protectPart(count: number, whole: number): Cell {
  if (isSmall(count)) return 'few';
  return isSmall(whole - count) ? 'guard' : count;
}
