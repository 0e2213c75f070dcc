import type { Language } from '#app/platform/language/language.ts';
import { Sparkline } from '#app/ui/charts/spark.tsx';
import { localized } from '#app/ui/page-frame.ts';
import { pointsOf } from '../figure/trend.ts';
import { Marks, marksOf, printedValue, ReadingMarks } from './marks.tsx';
import { indicatorPaths } from './paths.ts';
import { completeness, type Reading } from './rules.ts';
import { indicatorWords } from './words.ts';

/** Indicators with their newest value, its trend, and how fresh and complete they are. */
export function IndicatorTable({ language, caption, readings, today }: { language: Language; caption: string; readings: readonly Reading[]; today: string }) {
  const words = indicatorWords[language];
  return (
    <table class="stack indicators">
      <caption class="hidden-text">{caption}</caption>
      <thead><tr><th scope="col">{words.indicator}</th><th scope="col">{words.newest}</th><th scope="col">{words.trend}</th><th scope="col">{words.stands}</th></tr></thead>
      <tbody>
        {readings.map((reading) => {
          const { indicator, newest, trend, figures } = reading;
          const { met, all } = completeness(reading);
          const spark = <Sparkline language={language} points={pointsOf(language, trend, figures, today)} />;
          return (
            <tr>
              <th scope="row"><a href={localized(language, indicatorPaths.one(indicator.slug))}>{indicator.name[language]}</a><span class="small when">{words.level[indicator.level]}</span></th>
              <td data-label={words.newest}>
                {newest ? <><b class="n">{printedValue(language, newest)}</b><span class="small when">{newest.period[language]}</span><Marks language={language} marks={marksOf(newest, today).filter((mark) => mark !== 'withheld' && mark !== 'stale')} /></> : words.noValue}
              </td>
              <td data-label={words.trend}>{trend.filter((one) => one.releasable).length > 1 && trend.at(-1) === newest ? spark : '–'}</td>
              <td data-label={words.stands}><ReadingMarks language={language} reading={reading} /><span class="small when">{words.complete(met, all)}</span></td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
