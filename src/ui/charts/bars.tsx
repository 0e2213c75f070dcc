import { scaleLinear } from 'd3-scale';
import type { Language } from '#app/platform/language/language.ts';
import type { BarChart, Room } from './chart.ts';
import { isShown } from './chart.ts';
import { domainOf, round, wrapText } from './geometry.ts';
import { widthOf } from './labels.ts';
import { shapeOf, wordsOf } from './marker.tsx';
import { chartWords } from './words.ts';

const thick = 16;

/** How the rows of a bar chart stand one below another: each label over its bar, in as many lines as it needs. */
export function barRows(language: Language, chart: BarChart, room: Room): { rows: readonly { top: number; lines: readonly string[]; value: string }[]; height: number } {
  const line = room.type * 1.2;
  let top = chart.target ? line * 1.5 : 2;
  const rows = chart.bars.map((bar) => {
    const words = wordsOf(language, bar);
    const value = `${bar.printed ?? chartWords[language].marks.withheld}${bar.printed !== undefined && words ? ` (${words})` : ''}`;
    const lines = wrapText(bar.label, Math.max(8, Math.floor((room.width - widthOf(value, room.type) - 12) / (room.type * 0.53))));
    const row = { top, lines, value };
    top += line * lines.length + thick + 14;
    return row;
  });
  return { rows, height: Math.ceil(top) };
}

/** Lying bars, each with its name and its value written over it; dashed where provisional, none where withheld. */
export function BarMarks({ language, chart, room }: { language: Language; chart: BarChart; room: Room }) {
  const across = scaleLinear().domain(domainOf(chart.bars, chart.target)).range([2, room.width - 8]);
  const { rows, height } = barRows(language, chart, room);
  const { target } = chart;
  const aim = target && { x: round(across(target.value)), text: chartWords[language].targetLabel(target.direction, target.printed) };
  const anchor = aim && (aim.x > room.width / 2 ? 'end' : 'start');
  return (
    <>
      {rows.map(({ top, lines }, index) => {
        const bar = chart.bars[index];
        const y = round(top + room.type * 1.2 * lines.length + 3);
        const [zero, end] = [across(0), across(bar?.value ?? 0)];
        return (
          <>
            <line class="rail" x1={2} x2={room.width - 8} y1={y + thick} y2={y + thick} />
            {bar && isShown(bar) ? <rect class={shapeOf(bar) === 'provisional' ? 'strip broken' : 'strip'} x={round(Math.min(zero, end))} y={y} width={round(Math.abs(end - zero))} height={thick} /> : <path class="cross" d={`M4 ${y + 4}l10 10m0 -10l-10 10`} />}
            {bar?.earlier ? <path class="earlier" d={`M${round(across(bar.earlier.value))} ${y - 3}v${thick + 6}`} /> : null}
            {bar?.low !== undefined && bar.high !== undefined && isShown(bar) ? <path class="whisker" d={`M${round(across(bar.low))} ${y + 3}v10m0 -5H${round(across(bar.high))}m0 -5v10`} /> : null}
          </>
        );
      })}
      {aim ? <line class="target" x1={aim.x} x2={aim.x} y1={room.type * 1.5} y2={height - 4} /> : null}
      {rows.map(({ top, lines, value }) => (
        <>
          {lines.map((text, line) => <text class="tick name" x={2} y={round(top + room.type * (1 + 1.2 * line))}>{text}</text>)}
          <text class="label" x={room.width - 8} y={round(top + room.type)} text-anchor="end">{value}</text>
        </>
      ))}
      {aim ? <text class="aim" x={anchor === 'end' ? Math.min(aim.x + 4, room.width - 2) : aim.x} y={room.type} text-anchor={anchor}>{aim.text}</text> : null}
    </>
  );
}
