import type { Language } from '#app/platform/language/language.ts';
import type { BarChart } from '#app/ui/charts/chart.ts';
import { formatNumber } from '#app/ui/format.ts';
import type { Figure } from '../figure/figure.ts';
import { standingsOf } from '../figure/trend.ts';
import { marksOf, printedValue } from '../indicator/marks.tsx';
import { indicatorWords } from '../indicator/words.ts';
import { type Block, type Inline, paragraph, text } from '../publication/document/model.ts';
import { figurePath } from '../publication/figure-inline.ts';
import { alcoholReportWords } from './words.ts';

const mostBars = 10;

/** Figures with their intervals and how each stands: provisional, revised, out of date or withheld, in words. A sentence where there is none. */
export function figureTable(language: Language, caption: string, figures: readonly Figure[], today: string, none = alcoholReportWords[language].none): Block[] {
  const words = alcoholReportWords[language];
  if (figures.length === 0) return [paragraph(text(none))];
  return [{
    kind: 'table', caption, header: words.figureHeader,
    rows: figures.map((figure): Inline[][] => [
      [text(nameOf(language, figure))],
      figure.releasable ? [{ kind: 'figure', slug: figure.slug, text: printedValue(language, figure), path: figurePath(figure.slug) }, text(rangeOf(language, figure))] : [text(printedValue(language, figure))],
      [text([figure.period[language], figure.geography[language]].filter((one, index, all) => all.indexOf(one) === index).join(', '))],
      [text(standingText(language, figure, today))],
    ]),
  }];
}

/** The largest shares as bars with their intervals; nothing where fewer than two are shown. */
export function sharesChart(language: Language, figures: readonly Figure[], today: string): Block[] {
  const words = alcoholReportWords[language];
  const shown = figures.filter((one) => one.number !== undefined && one.number > 0).toSorted((a, b) => (b.number ?? 0) - (a.number ?? 0) || a.slug.localeCompare(b.slug)).slice(0, mostBars);
  if (shown.length < 2) return [];
  const chart: BarChart = {
    kind: 'bars', title: words.largest(shown.length), measure: words.share, category: words.group,
    bars: shown.map((figure) => ({
      label: nameOf(language, figure), value: figure.number ?? 0, printed: printedValue(language, figure), standings: standingsOf(figure, today),
      ...(figure.interval ? { low: figure.interval.low, high: figure.interval.high } : {}),
    })),
  };
  return [{ kind: 'chart', language, chart }];
}

function nameOf(language: Language, figure: Figure): string {
  return figure.breakdown ? `${figure.definition.name[language]}, ${figure.breakdown.name[language]}` : figure.definition.name[language];
}

function rangeOf(language: Language, { interval, definition }: Figure): string {
  if (!interval) return '';
  const printed = (value: number) => `${formatNumber(language, value)}${definition.unit === 'percent' ? (language === 'fr' ? '\u00a0%' : '%') : ''}`;
  return alcoholReportWords[language].range(printed(interval.low), printed(interval.high));
}

function standingText(language: Language, figure: Figure, today: string): string {
  const words = indicatorWords[language];
  const marks = marksOf(figure, today).filter((mark) => mark !== 'withheld' && mark !== 'derived').map((mark) => words[mark]);
  return marks.join(', ') || (figure.releasable ? alcoholReportWords[language].final : (figure.withheldReason?.[language] ?? words.withheld));
}
