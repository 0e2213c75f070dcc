import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

/** A published number with everything that says how it is known. */
export type Figure = {
  readonly slug: string;
  readonly label: Bilingual;
  readonly definition: Bilingual;
  /** The number as it was printed. */
  readonly value: string;
  readonly number: number;
  readonly unit: string;
  readonly period: Bilingual;
  readonly geography: Bilingual;
  readonly provisional: boolean;
  readonly featured: boolean;
  /** The figure that this one replaced. */
  readonly supersedes: string | undefined;
  /** The figure that replaced this one, once it is known. */
  readonly supersededBy: string | undefined;
  readonly sources: readonly string[];
  readonly knownFrom: string;
};

type FigureRow = Omit<Figure, 'supersedes' | 'supersededBy'> & { supersedes: string | null; superseded_by: string | null };

/** The figures known today, in the order of the pack. */
export async function listFigures(scope: Scope): Promise<Figure[]> {
  const rows = await scope.sql<FigureRow[]>`
    select f.slug, f.label, f.definition, f.value, f.number::float8 as number, f.unit, f.period, f.geography, f.provisional, f.featured, f.supersedes, f.sources,
      f.known_from as "knownFrom",
      (select n.slug from insight.figure n where n.supersedes = f.slug and n.removed_at is null and n.known_from <= ${scope.today} order by n.known_from desc limit 1) as superseded_by
    from insight.figure f where f.removed_at is null and f.known_from <= ${scope.today} order by f.position`;
  return rows.map(({ superseded_by, supersedes, ...figure }) => ({ ...figure, supersedes: supersedes ?? undefined, supersededBy: superseded_by ?? undefined }));
}

export async function findFigure(scope: Scope, slug: string): Promise<Figure | undefined> {
  return (await listFigures(scope)).find((figure) => figure.slug === slug);
}

/** A figure with all that came before and after it, oldest first; empty when there is no such figure today. */
export async function listRevisions(scope: Scope, slug: string): Promise<Figure[]> {
  const figures = await listFigures(scope);
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
