import { audit, isSafe } from './audit.ts';
import { dimensionsOf, groupCode, type Keys, project } from './group.ts';
import { type CountedCell, fewerThan, withTotals } from './protect.ts';
import type { Release, ReleasedCell } from './release.ts';

/** A release after suppression; `withheld` are the groups whose numbers were left out (null) so that others cannot be worked out. */
export type Suppressed = { readonly release: Release; readonly withheld: readonly Keys[]; readonly safe: boolean };

const mostTriedAgain = 200;

/**
 * A table of exact counts for partners: counts under `k` (0 included) read "fewer than k", and further numbers are left out until the audit passes
 * (complementary suppression). `safe` is false when it does not pass even so, because of `earlier` releases: then nothing may be published.
 * Throws as `withTotals` and `audit` do.
 */
export async function suppress(cells: readonly CountedCell[], dimensions: readonly string[], k: number, earlier: readonly Release[] = []): Promise<Suppressed> {
  const lines = withTotals(cells, dimensions).map(({ keys, count }) => ({ keys, published: count < k ? fewerThan(k) : count }));
  return await withhold({ cells: lines }, k, earlier);
}

/**
 * Leaves numbers of a release out, of exact or of rounded ones, until everything published passes the audit with `k`. Greedy: for each cell that is
 * not safe, the smallest number in the line that says most about it; at the end what turned out needless comes back, largest first.
 */
export async function withhold(release: Release, k: number, earlier: readonly Release[] = []): Promise<Suppressed> {
  const left = new Map<string, ReleasedCell>();
  const current = (without?: string): Release => ({ ...release, cells: release.cells.map((cell) => (left.has(groupCode(cell.keys)) && groupCode(cell.keys) !== without ? { keys: cell.keys, published: null } : cell)) });
  const unsafe = async (candidate: Release) => (await audit([...earlier, candidate], k)).cells.filter((cell) => !isSafe(cell, k));

  let open = await unsafe(current());
  while (open.length > 0) {
    const lines = linesOf(current());
    const chosen = open.flatMap(({ keys }) => choose(keys, lines) ?? []);
    if (chosen.length === 0) return { release: current(), withheld: [...left.values()].map(({ keys }) => keys), safe: false };
    for (const cell of chosen) left.set(groupCode(cell.keys), cell);
    open = await unsafe(current());
  }
  const back = [...left].sort(([, a], [, b]) => numberOf(b) - numberOf(a)).slice(0, mostTriedAgain);
  for (const [code] of back) if ((await unsafe(current(code))).length === 0) left.delete(code);
  return { release: current(), withheld: [...left.values()].map(({ keys }) => keys), safe: true };
}

/** A line of the table: a total and the cells that it is the sum of. */
type Line = { total: ReleasedCell | undefined; cells: ReleasedCell[] };

function linesOf(release: Release): Map<string, Line> {
  const lines = new Map<string, Line>();
  const at = (total: Keys, dimension: string) => {
    const code = lineCode(total, dimension);
    const line = lines.get(code) ?? { total: undefined, cells: [] };
    lines.set(code, line);
    return line;
  };
  const byCode = new Map(release.cells.map((cell) => [groupCode(cell.keys), cell]));
  for (const cell of release.cells) {
    for (const dimension of dimensionsOf(cell.keys)) {
      const total = without(cell.keys, dimension);
      const line = at(total, dimension);
      line.total = byCode.get(groupCode(total));
      line.cells.push(cell);
    }
  }
  return lines;
}

/** The number to leave out for a cell that is not safe: in the line with the fewest hidden cells, the smallest one; the total when no cell is left. */
function choose(keys: Keys, lines: ReadonlyMap<string, Line>): ReleasedCell | undefined {
  const own = dimensionsOf(keys).flatMap((dimension) => lines.get(lineCode(without(keys, dimension), dimension)) ?? []);
  const options = own.flatMap((line) => {
    if (typeof line.total?.published !== 'number') return [];
    const hidden = line.cells.filter(({ published }) => typeof published !== 'number').length;
    const smallest = smallestOf(line.cells) ?? line.total;
    return [{ hidden, cell: smallest }];
  });
  const best = options.sort((a, b) => a.hidden - b.hidden || numberOf(a.cell) - numberOf(b.cell))[0];
  return best?.cell ?? smallestOf(own.flatMap(({ cells }) => cells)) ?? smallestOf([...lines.values()].flatMap(({ cells, total }) => (total ? [...cells, total] : cells)));
}

function smallestOf(cells: readonly ReleasedCell[]): ReleasedCell | undefined {
  return cells.filter(({ published }) => typeof published === 'number').sort((a, b) => numberOf(a) - numberOf(b))[0];
}

function numberOf({ published }: ReleasedCell): number {
  return typeof published === 'number' ? published : 0;
}

function without(keys: Keys, dimension: string): Keys {
  return project(keys, dimensionsOf(keys).filter((own) => own !== dimension));
}

function lineCode(total: Keys, dimension: string): string {
  return JSON.stringify([groupCode(total), dimension]);
}
