import type { Language } from '#app/platform/language/language.ts';
import { type Block, type Inline, text } from '../publication/document/model.ts';
import { figurePath } from '../publication/figure-inline.ts';
import { trendChart } from './chart.ts';
import { columnText } from './column-text.ts';
import { marksOf, printedValue } from './marks.tsx';
import { indicatorPaths } from './paths.ts';
import type { Reading } from './rules.ts';
import { indicatorWords } from './words.ts';

/** An indicator in a report: what it should show and what is aimed at, its chart, and its values with the marks of each. */
export function indicatorBlocks(language: Language, reading: Reading, today: string): Block[] {
  const words = indicatorWords[language];
  const { indicator, figures, trend } = reading;
  const colon = language === 'fr' ? ' : ' : ': ';
  return [
    { kind: 'paragraph', content: [
      { kind: 'link', text: indicator.name[language], path: indicatorPaths.one(indicator.slug) },
      text(`${colon}${indicator.outcome[language]} ${words.columns.baseline}${colon}${columnText(language, indicator, 'baseline')}. ${words.columns.target}${colon}${columnText(language, indicator, 'target').replace(/\.$/, '')}${indicator.madeUp.includes('target') ? ` (${words.madeUp})` : ''}.`),
    ] },
    ...(trend.length > 0 ? [{ kind: 'chart' as const, language, chart: trendChart(language, reading, today) }] : []),
    ...(figures.length > 0 ? [{
      kind: 'table' as const, caption: words.valuesCaption(indicator.name[language]), header: [words.period, words.value, words.standing],
      rows: figures.map((figure): Inline[][] => {
        const marks = marksOf(figure, today).filter((mark) => mark !== 'withheld').map((mark) => words[mark]);
        return [
          [text(figure.period[language])],
          [figure.releasable ? { kind: 'figure', slug: figure.slug, text: printedValue(language, figure), path: figurePath(figure.slug) } : text(printedValue(language, figure))],
          [text(marks.join(', ') || (figure.releasable ? words.final : (figure.withheldReason?.[language] ?? words.withheld)))],
        ];
      }),
    }] : [{ kind: 'paragraph' as const, content: [text(words.noValue)] }]),
  ];
}
