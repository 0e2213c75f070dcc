import { area, line } from 'd3-shape';
import type { Language } from '#app/platform/language/language.ts';
import { formatNumber } from '../format.ts';
import type { Point, Room, Target } from './chart.ts';
import { domainOf, type Field, fittingTicks, heightIn, type Placed, placePoints, ticksOf } from './geometry.ts';
import { type Box, placeLabels, type Wanted, widthOf } from './labels.ts';
import { Marker, shapeOf, wordsOf } from './marker.tsx';
import { chartWords } from './words.ts';

type Props = { language: Language; points: readonly Point[]; target?: Target | undefined; room: Room; domain?: readonly [number, number] };

/** Points over time: band or whiskers of the interval, the line (broken towards what is provisional), the target, each value named beside its point. */
export function LineMarks({ language, points, target, room, domain = domainOf(points, target) }: Props) {
  const words = chartWords[language];
  const whole = points.every((point) => point.value === undefined || Number.isInteger(point.value));
  const ticks = ticksOf(domain, room.name === 'narrow' ? 3 : 4, whole);
  const gutter = Math.max(...ticks.map((tick) => widthOf(formatNumber(language, tick), room.type)), 0) + 8;
  const field: Field = { left: gutter + 14, right: room.width - 16, top: room.type * 2.4, bottom: room.height - room.type * 1.9 };
  const placed = placePoints(points, domain, field);
  const height = heightIn(domain, field);
  const aim = target && { y: height(target.value), text: words.targetLabel(target.direction, target.printed) };
  const aimTop = aim && (aim.y - room.type - 6 < 0 ? aim.y + 5 : aim.y - room.type - 5);
  const taken = aim && aimTop !== undefined ? [{ left: room.width - widthOf(aim.text, room.type) - 4, right: room.width, top: aimTop, bottom: aimTop + room.type * 1.2 }] : [];
  const labels = placeLabels(wantedLabels(language, placed, field, height), room, taken, [...alongLines(placed), ...(aim ? [{ left: gutter, right: room.width, top: aim.y - 3, bottom: aim.y + 3 }] : [])]);
  const smooth = line<Placed>().x((one) => one.x).y((one) => one.y ?? field.bottom);
  const band = area<Placed>().x((one) => one.x).y0((one) => height(one.point.low ?? 0)).y1((one) => height(one.point.high ?? 0));
  return (
    <>
      {ticks.map((tick) => (
        <>
          <line class={tick === 0 ? 'axis' : 'rail'} x1={gutter} x2={room.width} y1={height(tick)} y2={height(tick)} />
          <text class="tick" x={gutter - 6} y={height(tick) + room.type * 0.35} text-anchor="end">{formatNumber(language, tick)}</text>
        </>
      ))}
      {fittingTicks(placed, room, (text) => widthOf(text, room.type)).map((tick) => <text class="tick" x={tick.x} y={room.height - 5} text-anchor={tick.anchor}>{tick.text}</text>)}
      {aim ? <line class="target" x1={gutter} x2={room.width} y1={aim.y} y2={aim.y} /> : null}
      {stretches(placed).map((run) => (run.every(hasInterval) && run.length > 1 ? <path class="spread" d={band(run) ?? ''} /> : null))}
      {placed.filter(hasInterval).map(({ x, point }) => <path class="whisker" d={`M${x - 5} ${height(point.low ?? 0)}h10m-5 0V${height(point.high ?? 0)}m-5 0h10`} />)}
      {runsOf(placed).map(({ broken, run }) => <path class={broken ? 'curve broken' : 'curve'} d={smooth(run) ?? ''} />)}
      {placed.filter(({ point }) => point.redefined).map(({ x }) => <line class="redefined" x1={x - 12} x2={x - 12} y1={field.top} y2={field.bottom} />)}
      {placed.map(({ x, y, point }) => (y === undefined
        ? <><line class="gap" x1={x} x2={x} y1={field.top} y2={field.bottom} /><path class="cross" d={`M${x - 5} ${field.bottom - 11}l10 10m0 -10l-10 10`} /></>
        : <>{point.earlier ? <path class="earlier" d={`M${x} ${height(point.earlier.value)}V${y}M${x - 4} ${height(point.earlier.value) - 4}l8 8m0 -8l-8 8`} /> : null}<Marker shown={point} x={x} y={y} /></>))}
      {aim ? <text class="aim" x={room.width - 2} y={(aimTop ?? 0) + room.type} text-anchor="end">{aim.text}</text> : null}
      {labels.map((label) => (
        <text class="label" x={label.x} y={label.y} text-anchor={label.anchor}>
          {label.lines.map((text, index) => <tspan class={index > 0 ? 'said' : undefined} x={label.x} dy={index > 0 ? room.type * 1.1 : 0}>{text}</tspan>)}
        </text>
      ))}
    </>
  );
}

function hasInterval({ point, y }: Placed): boolean {
  return y !== undefined && point.low !== undefined && point.high !== undefined;
}

/** Points that follow one another without a gap: no value withheld, no change of what is counted. */
function stretches(placed: readonly Placed[]): Placed[][] {
  const runs: Placed[][] = [[]];
  for (const one of placed) {
    if (one.y === undefined) runs.push([]);
    else if (one.point.redefined) runs.push([one]);
    else runs.at(-1)?.push(one);
  }
  return runs.filter((run) => run.length > 0);
}

/** Small boxes along the lines, so that labels keep off them. */
function alongLines(placed: readonly Placed[]): Box[] {
  return stretches(placed).flatMap((run) => run.slice(1).flatMap((to, index) => {
    const from = run[index] ?? to;
    const steps = Math.max(1, Math.ceil(Math.abs(to.x - from.x) / 10));
    return Array.from({ length: steps + 1 }, (_one, step) => {
      const [x, y] = [from.x + ((to.x - from.x) * step) / steps, (from.y ?? 0) + (((to.y ?? 0) - (from.y ?? 0)) * step) / steps];
      return { left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 };
    });
  }));
}

/** The pieces of the line: broken where they lead to a provisional value. */
function runsOf(placed: readonly Placed[]): { broken: boolean; run: Placed[] }[] {
  return stretches(placed).flatMap((stretch) => {
    const runs: { broken: boolean; run: Placed[] }[] = [];
    for (const [index, one] of stretch.entries()) {
      const before = stretch[index - 1];
      if (!before) continue;
      const broken = shapeOf(one.point) === 'provisional';
      const last = runs.at(-1);
      if (last && last.broken === broken) last.run.push(one);
      else runs.push({ broken, run: [before, one] });
    }
    return runs;
  });
}

/** The labels in the order of their weight: the last value, what is marked, the highest, the lowest, the first; all of a few. */
function wantedLabels(language: Language, placed: readonly Placed[], field: Field, height: (value: number) => number): Wanted[] {
  const shown = placed.filter((one) => one.y !== undefined);
  const byValue = shown.toSorted((a, b) => (a.y ?? 0) - (b.y ?? 0));
  const marked = placed.filter(({ point }) => wordsOf(language, point) !== undefined);
  const order = [...placed.slice(-1), ...marked, ...byValue.slice(0, 1), ...byValue.slice(-1), ...shown.slice(0, 1), ...(shown.length <= 8 ? shown : [])];
  return [...new Set(order)].map(({ x, y, point }) => ({
    x, y: point.high === undefined ? (y ?? field.bottom - 12) : height(point.high), under: point.low === undefined ? (y ?? field.bottom) : height(point.low), text: point.printed ?? chartWords[language].marks.withheld, words: point.printed === undefined ? undefined : wordsOf(language, point),
  }));
}
