import { comparable, type Figure, pointsOf } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isShown, type LineChart } from '#app/ui/charts/chart.ts';

/** The values of a series that may stand in one line with a figure; undefined where there are fewer than two, or the figure is none of them. */
export function trendOf(language: Language, figure: Figure, series: readonly Figure[], today: string): LineChart | undefined {
  const line = comparable(series, { place: figure.place, part: figure.breakdown?.slug });
  if (!line.some((one) => one.slug === figure.slug || one.slug === figure.supersededBy)) return undefined;
  const points = pointsOf(language, line, series, today);
  const title = figure.definition.name[language];
  return points.filter(isShown).length > 1 ? { kind: 'line', title, measure: [figure.geography[language], figure.breakdown?.name[language]].filter(Boolean).join(', '), points } : undefined;
}
