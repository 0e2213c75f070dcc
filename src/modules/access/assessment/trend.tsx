import type { Language } from '#app/platform/language/language.ts';
import { daysBetween, formatDate } from '#app/ui/format.ts';
import { bandOf } from './rules.ts';
import { assessmentWords } from './words.ts';
import type { Version } from '../instrument/shelf.ts';

/** One score on its day. */
export type Point = { readonly day: string; readonly total: number; readonly version: Version; readonly outOfDate: boolean };
// Narrow, so that the numbers can be read on a phone too.
const [width, height, edge] = [420, 160, 30];

/** The scores of one instrument over time, oldest first: a line with its numbers, and the same in a table. Drawn from two scores on. */
export function Trend({ language, points }: { language: Language; points: readonly Point[] }) {
  const words = assessmentWords[language];
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  const title = words.trendTitle(last.version.title[language]);
  const id = `trend-${last.version.id}`;
  const several = new Set(points.map((point) => point.version.hash)).size > 1;
  const places = placesOf(points);
  return (
    <section class="band" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{words.trendText(points.length, first.total, last.total)} {several ? words.trendVersions : ''}</p>
      <svg class="trend" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${title}. ${words.trendText(points.length, first.total, last.total)}`} focusable="false">
        <line x1={edge} x2={width - edge} y1={height - edge} y2={height - edge} class="rail" />
        <polyline points={places.map(({ x, y }) => `${x},${y}`).join(' ')} fill="none" />
        {places.map(({ x, y, total }) => <><circle cx={x} cy={y} r="5" /><text x={x} y={y - 12} text-anchor="middle">{total}</text></>)}
      </svg>
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

/** Where each point stands: across by its day, up by its score from 0 to the highest; on one single day side by side. */
export function placesOf(points: readonly Pick<Point, 'day' | 'total'>[]): readonly { readonly x: number; readonly y: number; readonly total: number }[] {
  const first = points[0]?.day ?? '';
  const span = daysBetween(first, points.at(-1)?.day ?? first);
  const most = Math.max(1, ...points.map((point) => point.total));
  const round = (value: number) => Math.round(value * 10) / 10;
  return points.map(({ day, total }, place) => {
    const part = span === 0 ? place / Math.max(1, points.length - 1) : daysBetween(first, day) / span;
    return { x: round(edge + part * (width - 2 * edge)), y: round(height - edge - (total / most) * (height - 2 * edge)), total };
  });
}
