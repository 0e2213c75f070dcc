import { stringify } from 'csv-stringify/sync';
import type { Figure } from '../figure/figure.ts';
import { figurePath } from '../publication/figure-inline.ts';
import { columnText } from './column-text.ts';
import { columns } from './indicator.ts';
import { marksOf } from './marks.tsx';
import type { Surroundings } from './queries.ts';
import { completeness, type Reading } from './rules.ts';

/** A value as data: what its page shows, and nothing more. A withheld one has neither value nor interval. */
function valueData(figure: Figure, reading: Reading, today: string) {
  return {
    figure: figure.slug, period: { text: figure.period, from: figure.periodFrom ?? null, to: figure.periodTo ?? null }, value: figure.value ?? null, number: figure.number ?? null, interval: figure.interval ?? null,
    standing: marksOf(figure, today), withheldReason: figure.withheldReason ?? null, supersedes: figure.supersedes ?? null, supersededBy: figure.supersededBy ?? null, definitionVersion: figure.definition.version,
    knownFrom: figure.knownFrom, freshUntil: figure.freshUntil ?? null, inTrend: reading.trend.includes(figure),
  };
}

/** An indicator as data: the eight columns, where it stands, how fresh and complete it is, and every value. */
export function indicatorData(reading: Reading, around: Surroundings, today: string) {
  const { indicator, figures, newest, freshness, ageMonths, nextBy, expected } = reading;
  const { met, all } = completeness(reading);
  return {
    slug: indicator.slug, version: indicator.version,
    columns: Object.fromEntries(columns.map((column) => [column, { en: columnText('en', indicator, column), fr: columnText('fr', indicator, column), madeUp: indicator.madeUp.includes(column) }])),
    target: indicator.aim ?? null, frequencyMonths: indicator.months, level: indicator.level, accountability: indicator.accountability, domain: indicator.domain, areas: indicator.areas, priorities: indicator.priorities,
    series: indicator.series, place: indicator.place, part: indicator.part ?? null, retired: indicator.retired ?? null, checked: indicator.checked ?? null,
    freshness: { state: freshness, newest: newest?.slug ?? null, ageMonths: ageMonths ?? null, nextBy: nextBy ?? null },
    completeness: { there: met, expected: all, missing: expected.filter((one) => !one.met).map(({ from, to }) => ({ from, to })) },
    values: figures.map((figure) => valueData(figure, reading, today)),
    sources: around.sources.filter((one) => indicator.sources.includes(one.slug)).map(({ title, publisher, url }) => ({ title, publisher, url })),
  };
}

/** The values of an indicator as CSV (RFC 4180), the newest period first. A cell that a spreadsheet would run as a formula is set as text. */
export function valuesCsv({ indicator, figures }: Reading, today: string, addressOf: (path: string) => string): string {
  return stringify(
    figures.map((figure) => ({
      indicator: indicator.slug, figure: figure.slug, period: figure.period.en, period_from: figure.periodFrom, period_to: figure.periodTo, place: figure.place, part: figure.breakdown?.slug, value: figure.value, number: figure.number,
      interval_low: figure.interval?.low, interval_high: figure.interval?.high, standing: marksOf(figure, today).join(' '), supersedes: figure.supersedes, superseded_by: figure.supersededBy, known_from: figure.knownFrom,
      fresh_until: figure.freshUntil, address: addressOf(figurePath(figure.slug)),
    })),
    { header: true, escape_formulas: true, record_delimiter: 'windows', columns: ['indicator', 'figure', 'period', 'period_from', 'period_to', 'place', 'part', 'value', 'number', 'interval_low', 'interval_high', 'standing', 'supersedes', 'superseded_by', 'known_from', 'fresh_until', 'address'] },
  );
}
