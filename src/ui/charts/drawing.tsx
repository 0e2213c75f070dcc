import type { Language } from '#app/platform/language/language.ts';
import { BarMarks, barRows } from './bars.tsx';
import { type Chart, isShown, type MultiplesChart, type Room } from './chart.ts';
import { domainOf } from './geometry.ts';
import { LineMarks } from './line.tsx';
import { chartSummary } from './summary.ts';
import { TileMarks, tileBoard } from './tiles.tsx';

/** Whether there is anything to draw: without a value, or with one alone that has neither target nor interval, a chart is its sentence and its table. */
export function isDrawable(chart: Chart): boolean {
  if (chart.kind === 'line') {
    const shown = chart.points.filter(isShown);
    return shown.length > 1 || (shown.length === 1 && (chart.target !== undefined || shown[0]?.low !== undefined));
  }
  const all = chart.kind === 'multiples' ? chart.parts.flatMap((part) => part.points) : chart.kind === 'bars' ? chart.bars : chart.tiles;
  return all.some(isShown);
}

/** What stands for the picture where it cannot be seen. */
export function alternativeText(language: Language, chart: Chart): string {
  return `${chart.title}. ${chartSummary(language, chart)}`;
}

/** A chart as one picture in a room. `style` makes it a file of its own. */
export function Drawing({ language, chart, room, style }: { language: Language; chart: Chart; room: Room; style?: string }) {
  const height = heightOf(language, chart, room);
  return (
    <svg class={`drawing ${room.name}`} xmlns={style ? 'http://www.w3.org/2000/svg' : undefined} width={style ? room.width : undefined} height={style ? height : undefined} viewBox={`0 0 ${room.width} ${height}`}
      font-size={room.type} role="img" aria-label={alternativeText(language, chart)} focusable="false">
      {style ? <style dangerouslySetInnerHTML={{ __html: style }} /> : null}
      {chart.kind === 'line' ? <LineMarks language={language} points={chart.points} target={chart.target} room={room} /> : null}
      {chart.kind === 'bars' ? <BarMarks language={language} chart={chart} room={room} /> : null}
      {chart.kind === 'tiles' ? <TileMarks language={language} chart={chart} room={room} /> : null}
      {chart.kind === 'multiples' ? <MultipleMarks language={language} chart={chart} room={room} /> : null}
    </svg>
  );
}

const partHeight = 154;
const head = 14;

/** Several lines of one measure, one field for each part, all on the same scale so that they can be compared. */
function MultipleMarks({ language, chart, room }: { language: Language; chart: MultiplesChart; room: Room }) {
  const domain = domainOf(chart.parts.flatMap((part) => part.points), chart.target);
  const part = partRoom(room);
  return (
    <>
      {chart.parts.map(({ label, points }, index) => (
        <g transform={`translate(${(index % columnsOf(room)) * (part.width + 24)} ${Math.floor(index / columnsOf(room)) * (partHeight + head + 12)})`}>
          <text class="label" x="0" y={room.type + 2}>{label}</text>
          <g transform={`translate(0 ${head})`}><LineMarks language={language} points={points} target={chart.target} room={part} domain={domain} /></g>
        </g>
      ))}
    </>
  );
}

const columnsOf = (room: Room): number => (room.name === 'wide' ? 2 : 1);

function partRoom(room: Room): Room {
  return { ...room, name: 'narrow', width: (room.width - 24 * (columnsOf(room) - 1)) / columnsOf(room), height: partHeight };
}

function heightOf(language: Language, chart: Chart, room: Room): number {
  if (chart.kind === 'bars') return barRows(language, chart, room).height;
  if (chart.kind === 'tiles') return tileBoard(chart, room).whole;
  if (chart.kind === 'multiples') return Math.ceil(chart.parts.length / columnsOf(room)) * (partHeight + head + 12) - 12;
  return room.height;
}
