import type { Figure } from '#app/modules/insight/index.ts';
import { pickSources, type Source } from '../outline/queries.ts';

/** A figure as data: the same value, standing and sources as its page. What does not apply is null; a withheld figure has no value. */
export function figureData(figure: Figure, sources: readonly Source[]) {
  const { slug, definition, label, unit, provisional, releasable, knownFrom, approximate, asOf, inputs } = figure;
  return {
    slug, series: definition.series, label, value: figure.value ?? null, number: figure.number ?? null, interval: figure.interval ?? null, unit,
    period: { text: figure.period, from: figure.periodFrom ?? null, to: figure.periodTo ?? null },
    place: { slug: figure.place, name: figure.geography, countedBy: definition.geographyKind }, breakdown: figure.breakdown ?? null,
    definition: {
      version: definition.version, text: definition.text, method: definition.method ?? null, formula: definition.formula ?? null, validFrom: definition.validFrom,
      changeReason: definition.changeReason ?? null, disclosureRule: definition.disclosureRule,
    },
    provisional, releasable, withheldReason: figure.withheldReason ?? null, supersedes: figure.supersedes ?? null, supersededBy: figure.supersededBy ?? null,
    knownFrom, approximate, asOf, freshUntil: figure.freshUntil ?? null, inputs, inputsHash: figure.inputsHash ?? null, note: figure.note ?? null,
    sources: pickSources(sources, figure.sources).map(({ title, publisher, url }) => ({ title, publisher, url })),
  };
}
