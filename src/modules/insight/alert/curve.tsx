import type { Language } from '#app/platform/language/language.ts';
import { type Room, rooms } from '#app/ui/charts/chart.ts';
import { type Field, heightIn, round, ticksOf } from '#app/ui/charts/geometry.ts';
import { widthOf } from '#app/ui/charts/labels.ts';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { seriesWords } from './series-words.ts';

export type CurveUnit = { readonly from: string; readonly count: number; /** The largest count that the rule takes for ordinary. */ readonly bound: number | undefined };
type Props = { language: Language; title: string; unit: 'day' | 'week'; units: readonly CurveUnit[] };

/** The epidemic curve: a bar for each unit, the bound of the rule as steps across them; what is above it is hatched dark and named in the text and the table. */
export function Curve({ language, title, unit, units }: Props) {
  const words = seriesWords[language];
  const over = units.filter(isOver).length;
  const text = words.chartText(unit === 'day' ? words.unitDays : words.unitWeeks, units.length, Math.max(0, ...units.map(({ count }) => count)), units.some(({ bound }) => bound !== undefined) ? over : undefined);
  return (
    <figure class="chart curve-figure">
      <figcaption><b>{title}</b><p>{text}</p></figcaption>
      {([rooms.narrow, rooms.wide] as const).map((room) => (
        <svg class={`drawing ${room.name}`} viewBox={`0 0 ${room.width} ${room.height}`} font-size={room.type} role="img" aria-label={`${title}. ${text}`} focusable="false">
          <Marks language={language} units={units} room={room} bound={words.threshold} />
        </svg>
      ))}
      <details>
        <summary>{words.tableOf}</summary>
        <table class="stack">
          <caption class="hidden-text">{title}</caption>
          <thead><tr><th scope="col">{words.from}</th><th scope="col">{words.counted}</th><th scope="col">{words.threshold}</th></tr></thead>
          <tbody>
            {units.map((one) => (
              <tr>
                <th scope="row">{formatDate(language, one.from)}</th>
                <td data-label={words.counted}>{isOver(one) ? <strong>{formatNumber(language, one.count)}</strong> : formatNumber(language, one.count)}</td>
                <td data-label={words.threshold}>{one.bound === undefined ? '–' : formatNumber(language, Math.max(0, Math.floor(one.bound)))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function isOver({ count, bound }: CurveUnit): boolean {
  return bound !== undefined && count > bound;
}

function Marks({ language, units, room, bound }: { language: Language; units: readonly CurveUnit[]; room: Room; bound: string }) {
  const bounds = units.flatMap((one) => (one.bound === undefined ? [] : [Math.max(0, one.bound)]));
  const most = Math.max(1, ...units.map(({ count }) => count), ...bounds);
  const domain = [0, Math.ceil(most * 1.08)] as const;
  const ticks = ticksOf(domain, 3, true);
  const left = Math.max(...ticks.map((tick) => widthOf(formatNumber(language, tick), room.type))) + 12;
  const field: Field = { left, right: room.width - 4, top: room.type * 1.9, bottom: room.height - room.type * 1.9 };
  const height = heightIn(domain, field);
  const step = (field.right - field.left) / units.length;
  const line = units.reduce<string>((path, one, index) => {
    if (one.bound === undefined) return path;
    const [x, y] = [round(field.left + index * step), height(Math.max(0, one.bound))];
    const joined = path !== '' && units[index - 1]?.bound !== undefined;
    return `${path}${joined ? `V${y}` : `M${x} ${y}`}H${round(x + step)}`;
  }, '');
  const [first, last] = [units[0], units.at(-1)];
  return (
    <>
      {ticks.map((tick) => (
        <>
          <line class={tick === 0 ? 'axis' : 'rail'} x1={field.left} x2={field.right} y1={height(tick)} y2={height(tick)} />
          <text class="tick" x={field.left - 6} y={height(tick) + room.type * 0.35} text-anchor="end">{formatNumber(language, tick)}</text>
        </>
      ))}
      {units.map((one, index) => (one.count === 0 ? null : (
        <rect class={isOver(one) ? 'cases over' : 'cases'} x={round(field.left + index * step + step * 0.1)} width={round(step * 0.8)} y={height(one.count)} height={round(height(0) - height(one.count))} />
      )))}
      {line === '' ? null : <path class="bound" d={line} />}
      {line === '' ? null : <text class="aim" x={field.right} y={room.type * 1.1} text-anchor="end">{bound}</text>}
      {first ? <text class="tick" x={field.left} y={room.height - 5}>{formatDate(language, first.from)}</text> : null}
      {last && units.length > 1 ? <text class="tick" x={field.right} y={room.height - 5} text-anchor="end">{formatDate(language, last.from)}</text> : null}
    </>
  );
}
