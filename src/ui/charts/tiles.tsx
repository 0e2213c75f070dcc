import { extent, max } from 'd3-array';
import { scaleQuantize } from 'd3-scale';
import type { Language } from '#app/platform/language/language.ts';
import { isShown, type Room, type TilesChart } from './chart.ts';
import { round, wrapText } from './geometry.ts';
import { shapeOf, wordsOf } from './marker.tsx';
import { chartWords } from './words.ts';

const gap = 8;

/** The measures of a board of tiles in a room. */
export function tileBoard(chart: TilesChart, room: Room): { width: number; height: number; whole: number } {
  const columns = (max(chart.tiles, (tile) => tile.column) ?? 0) + 1;
  const width = round(Math.min(176, (room.width - gap * (columns - 1)) / columns));
  const height = room.type * 6;
  return { width, height, whole: Math.ceil(((max(chart.tiles, (tile) => tile.row) ?? 0) + 1) * (height + gap) - gap + 2) };
}

/** Places as equal tiles, roughly where they lie; the darker, the more; each with its name and its value. */
export function TileMarks({ language, chart, room }: { language: Language; chart: TilesChart; room: Room }) {
  const board = tileBoard(chart, room);
  const values = chart.tiles.flatMap((tile) => (isShown(tile) ? [tile.value] : []));
  const [low = 0, high = 0] = extent(values);
  const shade = scaleQuantize<number>().domain([low, high === low ? low + 1 : high]).range([1, 2, 3, 4]);
  return (
    <>
      {chart.tiles.map((tile) => {
        const [x, y] = [round(tile.column * (board.width + gap)) + 1, round(tile.row * (board.height + gap)) + 1];
        const words = wordsOf(language, tile);
        const name = wrapText(tile.label, Math.floor((board.width - 16) / (room.type * 0.56)));
        const kind = isShown(tile) ? `tile shade-${shade(tile.value)}${shapeOf(tile) === 'provisional' ? ' broken' : ''}` : 'tile none';
        return (
          <g class={kind}>
            <rect x={x} y={y} width={board.width - 2} height={board.height} rx="6" />
            {name.slice(0, 2).map((line, index) => <text class="name" x={x + 10} y={round(y + room.type * (1.35 + index * 1.1))}>{line}</text>)}
            <text class="value" x={x + 10} y={round(y + board.height - room.type * (words && tile.printed !== undefined ? 1.7 : 0.7))} font-size={round(room.type * (tile.printed === undefined ? 1 : 1.5))}>{tile.printed ?? chartWords[language].marks.withheld}</text>
            {words && tile.printed !== undefined ? <text class="said" x={x + 10} y={round(y + board.height - room.type * 0.5)}>{words}</text> : null}
          </g>
        );
      })}
    </>
  );
}
