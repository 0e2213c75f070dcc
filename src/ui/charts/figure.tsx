import type { Language } from '#app/platform/language/language.ts';
import { type Chart, rooms } from './chart.ts';
import { Drawing, isDrawable } from './drawing.tsx';
import { chartSummary } from './summary.ts';
import { ChartTable } from './table.tsx';
import { chartWords } from './words.ts';

type Props = {
  language: Language;
  chart: Chart;
  /** The table folded away below the picture, open, or left out because the page has it already. */
  table?: 'folded' | 'open' | 'none';
  /** Where a heading beside it already says the title. */
  untitled?: boolean;
};

/**
 * A chart: its title, what it shows in sentences, the picture (drawn for a narrow and for a wide place, of which the style sheet shows one), and
 * its data as a table.
 */
export function ChartFigure({ language, chart, table = 'folded', untitled }: Props) {
  return (
    <figure class="chart">
      <figcaption>
        <b class={untitled ? 'hidden-text' : undefined}>{chart.title}</b>
        {chart.measure === chart.title ? null : <span class="small">{chart.measure}</span>}
        <p>{chartSummary(language, chart)}</p>
      </figcaption>
      {isDrawable(chart) ? <><Drawing language={language} chart={chart} room={rooms.narrow} /><Drawing language={language} chart={chart} room={rooms.wide} /></> : null}
      {table === 'folded' ? <details><summary>{chartWords[language].asTable}<span class="hidden-text">{chartWords[language].colon}{chart.title}</span></summary><ChartTable language={language} chart={chart} /></details> : null}
      {table === 'open' ? <ChartTable language={language} chart={chart} /> : null}
    </figure>
  );
}
