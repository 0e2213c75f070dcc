import type { Scope } from '#app/platform/db/scope.ts';
import type { Figure, FigureDefinition } from './figure.ts';

/** The figures known today, in the order of the pack. */
export async function listFigures(scope: Scope): Promise<Figure[]> {
  const rows = await scope.sql<{ figure: Figure }[]>`
    select jsonb_strip_nulls(jsonb_build_object(
      'slug', f.slug, 'label', f.label, 'definition', ${definitionObject(scope)}, 'value', f.value, 'number', f.number, 'unit', d.unit,
      'period', f.period, 'periodFrom', f.period_from, 'periodTo', f.period_to, 'geography', f.geography, 'place', f.place_slug,
      'breakdown', case when f.breakdown_slug is not null then jsonb_build_object('slug', f.breakdown_slug, 'name', f.breakdown) end,
      'interval', case when f.interval_low is not null then jsonb_build_object('low', f.interval_low, 'high', f.interval_high, 'level', f.interval_level) end,
      'provisional', f.provisional, 'featured', f.featured, 'releasable', f.releasable, 'withheldReason', f.withheld_reason, 'note', f.note,
      'supersedes', f.supersedes, 'supersededBy', (select n.slug from insight.figure n
        where n.supersedes = f.slug and n.removed_at is null and n.known_from <= ${scope.today} order by n.known_from desc limit 1),
      'sources', f.sources, 'knownFrom', f.known_from, 'approximate', f.approximate, 'asOf', f.as_of, 'freshUntil', f.fresh_until,
      'inputs', f.inputs, 'inputsHash', f.inputs_hash)) as figure
    from insight.figure f join insight.figure_definition d on d.slug = f.definition_slug
    where f.removed_at is null and f.known_from <= ${scope.today} order by f.position`;
  return rows.map((row) => row.figure);
}

/** The versions of a series' definition known today, the first one first; empty when there is no such series. */
export async function listDefinitions(scope: Scope, series: string): Promise<FigureDefinition[]> {
  const rows = await scope.sql<{ definition: FigureDefinition }[]>`
    select jsonb_strip_nulls(${definitionObject(scope)}) as definition from insight.figure_definition d
    where d.series_slug = ${series} and d.removed_at is null and d.known_from <= ${scope.today} order by d.version`;
  return rows.map((row) => row.definition);
}

export async function findFigure(scope: Scope, slug: string): Promise<Figure | undefined> {
  return (await listFigures(scope)).find((figure) => figure.slug === slug);
}

function definitionObject({ sql }: Scope) {
  return sql`jsonb_build_object('slug', d.slug, 'series', d.series_slug, 'version', d.version, 'domain', d.domain_slug, 'name', d.name, 'text', d.text, 'unit', d.unit,
    'geographyKind', d.geography_kind, 'method', d.method, 'formula', d.formula, 'disclosureRule', d.disclosure_rule, 'validFrom', d.valid_from, 'changeReason', d.change_reason, 'guidance', d.guidance)`;
}
