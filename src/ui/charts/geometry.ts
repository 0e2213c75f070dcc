import { extent, max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { daysBetween } from '../format.ts';
import type { Point, Room, Shown, Target } from './chart.ts';

/** The inner field of a drawing, between its margins. */
export type Field = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
export type Placed = { readonly point: Point; readonly x: number; readonly y: number | undefined };

/** A coordinate as it is written: one decimal is a tenth of a pixel. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** Every number that must fit: values, intervals, earlier values, the target. */
function numbersOf(all: readonly Shown[], target: Target | undefined): number[] {
  return [...all.flatMap((one) => [one.value, one.low, one.high, one.earlier?.value]), target?.value].filter((one) => one !== undefined);
}

/** From zero (or below, where values are negative) to a round number above the highest. */
export function domainOf(all: readonly Shown[], target: Target | undefined): [number, number] {
  const numbers = numbersOf(all, target);
  const [low, high] = [Math.min(0, min(numbers) ?? 0), Math.max(0, max(numbers) ?? 0)];
  const [from = 0, to = 1] = scaleLinear().domain([low, high === low ? low + 1 : high]).nice(4).domain();
  return [from, to];
}

/** Where each point stands: across by its day (side by side where all have one day), up by its value. A withheld one has no height. */
export function placePoints(points: readonly Point[], domain: readonly [number, number], field: Field): Placed[] {
  const [first = '', last = ''] = extent(points, (point) => point.day);
  const span = first === '' ? 0 : daysBetween(first, last);
  const across = scaleLinear().domain([0, span || Math.max(1, points.length - 1)]).range([field.left, field.right]);
  const up = scaleLinear().domain([...domain]).range([field.bottom, field.top]);
  return points.map((point, index) => ({
    point,
    x: round(points.length === 1 ? (field.left + field.right) / 2 : across(span === 0 ? index : daysBetween(first, point.day))),
    y: point.value === undefined ? undefined : round(up(point.value)),
  }));
}

/** The height of a value in a field. */
export function heightIn(domain: readonly [number, number], field: Field): (value: number) => number {
  const up = scaleLinear().domain([...domain]).range([field.bottom, field.top]);
  return (value) => round(up(value));
}

/** The round numbers beside which lines are drawn; whole ones where all values are whole. */
export function ticksOf(domain: readonly [number, number], count: number, whole: boolean): number[] {
  return scaleLinear().domain([...domain]).ticks(count).filter((tick) => !whole || Number.isInteger(tick));
}

/** The names below the points that fit beside one another: the last and the first before those between. */
export function fittingTicks(placed: readonly Placed[], room: Room, widthOf: (text: string) => number): readonly { readonly x: number; readonly text: string; readonly anchor: 'start' | 'middle' | 'end' }[] {
  const order = [...placed.slice(-1), ...placed.slice(0, -1)];
  const kept: { x: number; text: string; anchor: 'start' | 'middle' | 'end'; left: number; right: number }[] = [];
  for (const { point, x } of order) {
    const width = widthOf(point.tick);
    const anchor = x + width / 2 > room.width ? 'end' : x - width / 2 < 0 ? 'start' : 'middle';
    const at = anchor === 'end' ? room.width : anchor === 'start' ? 0 : x;
    const left = anchor === 'end' ? at - width : anchor === 'start' ? at : at - width / 2;
    if (kept.some((one) => left < one.right + 8 && one.left < left + width + 8) || kept.some((one) => one.text === point.tick)) continue;
    kept.push({ x: at, text: point.tick, anchor, left, right: left + width });
  }
  return kept.toSorted((a, b) => a.x - b.x);
}

/** A text in lines of at most so many letters, broken between words. */
export function wrapText(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
