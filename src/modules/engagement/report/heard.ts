import { type Cell, isSmall, protectCount, protectTable } from './protect.ts';

/** A count of people from one channel. `oneEach`: nobody is counted twice within the occasion. */
export type Heard = {
  readonly channel: string; readonly occasion: string; readonly people: number; readonly oneEach: boolean;
  readonly municipality: string | null; readonly age: string | null; readonly language: string | null;
};

export type HeardTotals = {
  /** All counts together: nobody can say how many came twice, so this is the most that it can have been. */
  readonly most: Cell;
  /** The largest single count in which each person stands once: at least so many different people. Undefined where it would give a small number away. */
  readonly least: number | undefined;
  /** Undefined where the table must stay away. */
  readonly channels: readonly { readonly channel: string; readonly people: Cell }[] | undefined;
};

const channelOrder = ['web', 'paper', 'meeting', 'telephone', 'email', 'letter', '311', 'open311'];

/** How many were heard, as a range, and by which channels. */
export function heardTotals(heard: readonly Heard[]): HeardTotals {
  const most = sum(heard.map((one) => one.people));
  // In an order of its own: that of the numbers would tell of hidden ones.
  const byChannel = new Map([...sums(heard, (one) => one.channel)].sort(([a], [b]) => channelOrder.indexOf(a) - channelOrder.indexOf(b)));
  const cells = isSmall(most) ? undefined : protectTable([...byChannel.values()]);
  const occasions = [...sums(heard.filter((one) => one.oneEach), (one) => `${one.channel} ${one.occasion}`)].sort((a, b) => b[1] - a[1]);
  const [largest, least] = occasions[0] ?? ['', heard.length > 0 ? 1 : 0];
  const channel = largest.split(' ')[0] ?? '';
  const channels = cells && [...byChannel.keys()].map((name, index) => ({ channel: name, people: cells[index] ?? 'guard' }));
  const shown = channels?.find((one) => one.channel === channel)?.people;
  // Whichever channel a reader takes the largest count to be from, what is left of that channel is no small number.
  const near = channels?.some(({ people }) => typeof people === 'number' && isSmall(people - least));
  const tells = isSmall(least) || isSmall(most - least) || typeof shown !== 'number' || near;
  return { most: protectCount(most), least: tells ? undefined : least, channels };
}

export type Dimension = 'municipality' | 'age' | 'language';
export const dimensions: readonly Dimension[] = ['municipality', 'age', 'language'];
export type Margin = { readonly dimension: Dimension; readonly category: string; readonly people: number };

export type Composition = {
  readonly dimension: Dimension;
  readonly rows: readonly {
    readonly category: string; readonly people: Cell;
    /** Of those who told, and of the population; in parts of 1. Undefined where it cannot be said. */
    readonly share: number | undefined; readonly population: number;
  }[];
  readonly untold: Cell;
};

/** Who was heard against the census, in one dimension; undefined where the census has none of it or the table must stay away. */
export function compositionOf(heard: readonly Heard[], margins: readonly Margin[], dimension: Dimension): Composition | undefined {
  const own = margins.filter((margin) => margin.dimension === dimension);
  if (own.length === 0) return undefined;
  const counts = own.map((margin) => sum(heard.filter((one) => one[dimension] === margin.category).map((one) => one.people)));
  const all = sum(heard.map((one) => one.people));
  const told = sum(counts);
  if (told === 0 || isSmall(all)) return undefined;
  const cells = protectTable([...counts, all - told]);
  if (!cells) return undefined;
  const untold = cells.at(-1) ?? 'guard';
  const population = sum(own.map((margin) => margin.people));
  // Shares rest on how many told; where that is hidden they are not computed either.
  const shareOf = (cell: Cell) => (typeof cell === 'number' && typeof untold === 'number' ? cell / told : undefined);
  return { dimension, untold, rows: own.map((margin, index) => ({ category: margin.category, people: cells[index] ?? 'guard', share: shareOf(cells[index] ?? 'guard'), population: margin.people / population })) };
}

/** Categories of which less than four fifths of their part was heard, where at least five people would have been expected. */
export function missingIn({ rows, untold }: Composition, most: Cell): string[] {
  if (typeof most !== 'number' || typeof untold !== 'number') return rows.filter((row) => row.people === 0).map((row) => row.category);
  const told = most - untold;
  return rows.filter((row) => {
    const expected = row.population * told;
    const found = typeof row.people === 'number' ? row.people : row.people === 'few' ? 4 : expected;
    return expected >= 5 && found < expected * 0.8;
  }).map((row) => row.category);
}

function sums(heard: readonly Heard[], key: (one: Heard) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of heard) found.set(key(one), (found.get(key(one)) ?? 0) + one.people);
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
