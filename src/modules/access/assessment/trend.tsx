import type { Language } from '#app/platform/language/language.ts';
import type { LineChart } from '#app/ui/charts/chart.ts';
import { ChartFigure } from '#app/ui/charts/figure.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { bandOf } from './rules.ts';
import { assessmentWords } from './words.ts';
import type { Version } from '../instrument/shelf.ts';

/** One score on its day. */
export type Point = { readonly day: string; readonly total: number; readonly version: Version; readonly outOfDate: boolean };

/** The scores of one instrument over time, oldest first: a line with its numbers, and the same in a table. Drawn from two scores on. */
export function Trend({ language, points }: { language: Language; points: readonly Point[] }) {
  const words = assessmentWords[language];
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const title = words.trendTitle(last.version.title[language]);
  const id = `trend-${last.version.id}`;
  const several = new Set(points.map((point) => point.version.hash)).size > 1;
  const chart: LineChart = {
    kind: 'line', title, measure: words.total,
    points: points.map((point, index) => ({
      day: point.day, period: formatDate(language, point.day), tick: formatDate(language, point.day), value: point.total, printed: formatNumber(language, point.total),
      redefined: index > 0 && points[index - 1]?.version.hash !== point.version.hash, standings: point.outOfDate ? ['stale'] : [],
    })),
  };
  return (
    <section class="band" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {several ? <p>{words.trendVersions}</p> : null}
      <ChartFigure language={language} chart={chart} untitled table="none" />
      <table class="stack">
        <caption class="hidden-text">{title}</caption>
        <thead><tr><th scope="col">{words.when}</th><th scope="col">{words.total}</th><th scope="col">{words.band}</th><th scope="col">{words.version}</th><th scope="col">{words.standing}</th></tr></thead>
        <tbody>
          {points.map((point) => (
            <tr>
              <th scope="row">{formatDate(language, point.day)}</th><td data-label={words.total} class="n">{point.total}</td><td data-label={words.band}>{bandOf(point.version.compiled, point, language) ?? '–'}</td>
              <td data-label={words.version}>{point.version.number}</td><td data-label={words.standing}>{words.standings[point.outOfDate ? 'out-of-date' : 'current']}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
