import type { Figure, FigureDefinition } from './figure.ts';

/** Figures that share their definition: the newest period first, within a period in the order of the pack. */
export type FigureSeries = {
  readonly slug: string;
  /** The newest version of the definition that a figure of the series is counted by. */
  readonly definition: FigureDefinition;
  /** The figure that stands for the present: of the newest period, not superseded. */
  readonly newest: Figure;
  readonly figures: readonly Figure[];
};

/** Figures by series, in their order. A superseded figure stays in its series, after those of its period that stand. */
export function groupSeries(figures: readonly Figure[]): FigureSeries[] {
  return [...new Set(figures.map((figure) => figure.definition.series))].flatMap((slug) => {
    const members = figures.filter((figure) => figure.definition.series === slug);
    const ordered = members.toSorted((a, b) => periodEnd(b).localeCompare(periodEnd(a)) || Number(a.supersededBy !== undefined) - Number(b.supersededBy !== undefined));
    const newest = ordered.find((figure) => figure.supersededBy === undefined) ?? ordered[0];
    const definition = members.map((figure) => figure.definition).toSorted((a, b) => b.version - a.version)[0];
    return newest && definition ? [{ slug, definition, newest, figures: ordered }] : [];
  });
}

/** The figures for the first page: of each featured series, place and part the newest that stands. */
export function pickFeatured(figures: readonly Figure[]): Figure[] {
  const standing = figures.filter((figure) => figure.featured && figure.supersededBy === undefined);
  const same = (a: Figure, b: Figure) => a.definition.series === b.definition.series && a.place === b.place && a.breakdown?.slug === b.breakdown?.slug;
  return standing.filter((figure) => !standing.some((other) => same(figure, other) && periodEnd(other) > periodEnd(figure)));
}

/** Whether a value no longer stands for the present. A superseded one is not stale but revised. */
export function isStale(figure: Figure, today: string): boolean {
  return figure.supersededBy === undefined && figure.freshUntil !== undefined && figure.freshUntil < today;
}

/** The last day of the period or, where the source does not say it, the day on which the value held. */
export function periodEnd(figure: Figure): string {
  return figure.periodTo ?? figure.asOf;
}

/** Of figures, one with all that came before and after it, oldest first; empty when there is no such figure today. */
export function revisionsOf(figures: readonly Figure[], slug: string): Figure[] {
  const chain: Figure[] = [];
  let one = figures.find((figure) => figure.slug === slug);
  while (one && !chain.includes(one)) {
    chain.unshift(one);
    const before = one.supersedes;
    one = figures.find((figure) => figure.slug === before);
  }
  let after = figures.find((figure) => figure.supersedes === slug);
  while (after && !chain.includes(after)) {
    chain.push(after);
    const last = after.slug;
    after = figures.find((figure) => figure.supersedes === last);
  }
  return chain;
}
