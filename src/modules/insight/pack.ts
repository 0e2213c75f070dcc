import { createHash } from 'node:crypto';
import type { PackFigure, PackFigures, PackSeries } from '#app/community-pack/figure-schema.ts';
import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows, type Row, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { loadIndicators } from './indicator/pack.ts';

/** Loads the figures and the indicators of a content pack, with their definitions. The newer figure names the older one that it revises, so that the link hides with it. */
export async function loadFigures(scope: Scope, { figures, indicators }: Pack): Promise<Kept> {
  const definitions = figures.series.flatMap((series, position) => definitionRows(series, position));
  const all = figures.series.flatMap((series) => series.figures.map((figure) => ({ series, figure })));
  return sumKept([
    await keepRows(scope, 'insight.figure_definition', definitions),
    await keepRows(scope, 'insight.figure', all.map(({ series, figure }, position) => figureRow(figures, series, figure, position)), { ids: true }),
    ...(await loadIndicators(scope, indicators)),
  ]);
}

/** A version of a definition is known as soon as a figure is counted by it. */
function definitionRows({ id, domain, name, unit, countedBy, guidance, definitions, figures }: PackSeries, position: number): Row[] {
  return definitions.map((one) => {
    const used = figures.filter((figure) => figure.version === one.version).map((figure) => figure.knownFrom).toSorted()[0];
    const validFrom = one.validFrom ?? used ?? '0001-01-01';
    return {
      slug: `${id}/${one.version}`, series_slug: id, version: one.version, position, domain_slug: domain ?? null, name, text: one.text, unit, geography_kind: countedBy,
      method: one.method ?? null, formula: one.formula ?? null, disclosure_rule: one.disclosure, valid_from: validFrom, change_reason: one.why ?? null, guidance: guidance ?? null, known_from: used ?? validFrom,
    };
  });
}

function figureRow(pack: PackFigures, series: PackSeries, figure: PackFigure, position: number): Row {
  const { period, breakdown } = figure;
  return {
    slug: figure.id, position, definition_slug: `${series.id}/${figure.version}`, label: figure.label ?? series.label, value: figure.value ?? null, number: figure.number ?? null,
    period: { en: period.en, fr: period.fr }, period_from: period.from ?? null, period_to: period.to ?? null,
    geography: pack.places.find((place) => place.id === figure.place)?.name ?? null, place_slug: figure.place,
    breakdown_slug: breakdown?.id ?? null, breakdown: breakdown ? { en: breakdown.en, fr: breakdown.fr } : null, note: figure.note ?? null,
    interval_low: figure.interval?.low ?? null, interval_high: figure.interval?.high ?? null, interval_level: figure.interval?.level ?? null,
    approximate: figure.approximate, as_of: figure.retrievedOn ?? figure.knownFrom, fresh_until: figure.freshUntil ?? null,
    releasable: figure.withheld === undefined, withheld_reason: figure.withheld ?? null, provisional: figure.provisional, featured: figure.featured,
    supersedes: figure.supersedes ?? null, inputs: figure.inputs, inputs_hash: hashInputs(pack, figure.inputs), sources: figure.sources, known_from: figure.knownFrom,
  };
}

/** SHA-256 of the inputs as they stood: `slug=value` lines in their order. All of them are public, so the hash gives nothing away. */
function hashInputs({ series }: PackFigures, inputs: readonly string[]): string | null {
  if (inputs.length === 0) return null;
  const figures = series.flatMap((one) => one.figures);
  const lines = inputs.map((id) => `${id}=${figures.find((figure) => figure.id === id)?.value ?? ''}`);
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
