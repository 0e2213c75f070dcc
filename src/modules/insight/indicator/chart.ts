import type { Language } from '#app/platform/language/language.ts';
import type { LineChart, Target, TilesChart } from '#app/ui/charts/chart.ts';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import type { Figure } from '../figure/figure.ts';
import { periodEnd } from '../figure/series.ts';
import { pointsOf, standingsOf } from '../figure/trend.ts';
import type { Indicator } from './indicator.ts';
import type { Municipality } from './queries.ts';
import type { Reading } from './rules.ts';

/** The target of an indicator as a chart draws it, in the form of its values: a percentage where they are percentages. */
function targetOf(language: Language, indicator: Indicator, figures: readonly Figure[]): Target | undefined {
  const { aim } = indicator;
  if (!aim) return undefined;
  const percent = figures[0]?.definition.unit === 'percent';
  const number = formatNumber(language, aim.value);
  return { value: aim.value, printed: percent ? `${number}${language === 'fr' ? '\u00a0%' : '%'}` : number, direction: aim.direction, by: aim.by ? `${language === 'fr' ? 'le ' : ''}${formatDate(language, aim.by)}` : undefined };
}

/** The values of an indicator over time, with its target. */
export function trendChart(language: Language, { indicator, trend, figures }: Reading, today: string): LineChart {
  return {
    kind: 'line', title: indicator.name[language], measure: (trend[0] ?? figures[0])?.definition.name[language] ?? indicator.name[language],
    target: targetOf(language, indicator, figures), points: pointsOf(language, trend, figures, today),
  };
}

type Board = { readonly title: string; readonly category: string; readonly municipalities: readonly Municipality[]; readonly today: string };

/** The newest period of which most municipalities have a value, as tiles; undefined where fewer than two have one or the community has no board. */
export function tilesChart(language: Language, series: readonly Figure[], { title, category, municipalities, today }: Board): TilesChart | undefined {
  const placed = municipalities.filter((one) => one.tile !== undefined);
  const standing = series.filter((one) => one.supersededBy === undefined && one.breakdown === undefined && placed.some(({ id }) => id === one.place));
  const periods = [...new Set(standing.map((one) => one.period.en))].map((name) => standing.filter((one) => one.period.en === name));
  const [members = []] = periods.toSorted((a, b) => b.length - a.length || endOf(b).localeCompare(endOf(a)));
  if (members.length < 2) return undefined;
  const [first] = members;
  return {
    kind: 'tiles', title, category, measure: `${first?.definition.name[language] ?? ''}, ${first?.period[language] ?? ''}`,
    tiles: members.flatMap((figure) => placed.filter(({ id }) => id === figure.place).map(({ name, tile }) => {
      const printed = printedNumber(language, figure);
      return { label: name[language], column: tile?.column ?? 0, row: tile?.row ?? 0, ...(figure.number !== undefined && printed !== undefined ? { value: figure.number, printed } : {}), standings: standingsOf(figure, today) };
    })),
  };
}

function endOf([first]: readonly Figure[]): string {
  return first ? periodEnd(first) : '';
}
