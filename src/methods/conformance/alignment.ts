/** One move of an alignment: together (`both`), a step of the pathway that did not happen there (`model`), a step that happened and does not fit there (`log`). */
export type Move =
  | { readonly kind: 'both'; readonly step: number; readonly event: number }
  | { readonly kind: 'model'; readonly step: number }
  | { readonly kind: 'log'; readonly event: number };

type Cell = { readonly cost: number; readonly both: number };

/**
 * The best alignment of what happened with an ordered pathway, every move on one side alone at cost 1 (Adriansyah, van Dongen and van der Aalst, 2011,
 * "Conformance checking using cost-based fitness analysis", EDOC 2011; van der Aalst, 2016, Process Mining, section 8.3). For a case that still runs
 * (`whole` false) the steps after the last one reached cost nothing: a prefix alignment (Adriansyah, 2014, Aligning observed and modeled behavior,
 * chapter 7). Of alignments of equal cost the one with most moves together is taken, and of the same step twice the first one fits.
 * For a pathway of one line this is an edit distance with insertions and deletions, found in |pathway| × |events| steps.
 */
export function align(pathway: readonly string[], events: readonly string[], whole: boolean): readonly Move[] {
  const table: Cell[][] = [];
  const at = (i: number, j: number): Cell => table[i]?.[j] ?? { cost: Number.POSITIVE_INFINITY, both: 0 };
  for (let i = 0; i <= pathway.length; i += 1) {
    const row: Cell[] = [];
    table.push(row);
    for (let j = 0; j <= events.length; j += 1) {
      if (i === 0 && j === 0) row.push({ cost: 0, both: 0 });
      else row.push(best(candidates(i, j).map(({ cell }) => cell)));
    }
  }
  let i = whole ? pathway.length : lastStep();
  let j = events.length;
  const moves: Move[] = [];
  while (i > 0 || j > 0) {
    const here = at(i, j);
    const taken = candidates(i, j).find(({ cell }) => same(cell, here));
    if (!taken) break;
    moves.push(taken.move);
    if (taken.move.kind !== 'log') i -= 1;
    if (taken.move.kind !== 'model') j -= 1;
  }
  return moves.reverse();

  // In the order of preference when walking back: a doubled step is given up at its later place.
  function candidates(i: number, j: number): { cell: Cell; move: Move }[] {
    const found: { cell: Cell; move: Move }[] = [];
    if (j > 0) found.push({ cell: dearer(at(i, j - 1)), move: { kind: 'log', event: j - 1 } });
    if (i > 0 && j > 0 && pathway[i - 1] === events[j - 1]) found.push({ cell: { cost: at(i - 1, j - 1).cost, both: at(i - 1, j - 1).both + 1 }, move: { kind: 'both', step: i - 1, event: j - 1 } });
    if (i > 0) found.push({ cell: dearer(at(i - 1, j)), move: { kind: 'model', step: i - 1 } });
    return found;
  }

  function lastStep(): number {
    let found = 0;
    for (let end = 1; end <= pathway.length; end += 1) if (better(at(end, events.length), at(found, events.length))) found = end;
    return found;
  }
}

const dearer = ({ cost, both }: Cell): Cell => ({ cost: cost + 1, both });
const same = (a: Cell, b: Cell) => a.cost === b.cost && a.both === b.both;
const better = (a: Cell, b: Cell) => a.cost < b.cost || (a.cost === b.cost && a.both > b.both);
const best = (cells: readonly Cell[]): Cell => cells.reduce((first, next) => (better(next, first) ? next : first));
