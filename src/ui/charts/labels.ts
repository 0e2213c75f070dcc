import type { Room } from './chart.ts';

/** A text to be placed over `y` or under `under`, at a point; those that come first are placed first. `words` are a second line that is left out where there is no room. */
export type Wanted = { readonly x: number; readonly y: number; readonly under?: number; readonly text: string; readonly words?: string | undefined };
export type Placed = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end'; readonly lines: readonly string[] };
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

/** The width of a text, estimated: digits and letters of the face are about 0.56 of its height. */
export function widthOf(text: string, type: number): number {
  return [...text].length * type * 0.56;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Puts each label above its point, else below it, else there without its words, so that no two cover one another or what stands in `taken`; and
 * what stands in `spared` only where nothing else is left. A label for which there is no room is left out: the table of the chart has every value.
 */
export function placeLabels(wanted: readonly Wanted[], room: Room, taken: readonly Box[] = [], spared: readonly Box[] = []): Placed[] {
  const boxes: Box[] = [...taken];
  const placed: Placed[] = [];
  const line = room.type * 1.15;
  for (const { x, y, under = y, text, words } of wanted) {
    const tries = [...(words ? [[text, words]] : []), [text]].flatMap((lines) => [spared, []].flatMap((sparing) => (['above', 'below'] as const).map((side) => ({ lines, side, sparing }))));
    for (const { lines, side, sparing } of tries) {
      const width = Math.max(...lines.map((one) => widthOf(one, room.type)));
      const anchor = x - width / 2 < 2 ? 'start' : x + width / 2 > room.width - 2 ? 'end' : 'middle';
      const at = anchor === 'start' ? Math.max(2, x - 6) : anchor === 'end' ? Math.min(room.width - 2, x + 6) : x;
      const left = anchor === 'start' ? at : anchor === 'end' ? at - width : at - width / 2;
      const top = side === 'above' ? y - 10 - line * lines.length : under + 9;
      const box = { left: left - 2, right: left + width + 2, top, bottom: top + line * lines.length };
      if (top < 0 || box.bottom > room.height || [...boxes, ...sparing].some((other) => overlaps(box, other))) continue;
      boxes.push(box);
      placed.push({ x: at, y: top + room.type, anchor, lines });
      break;
    }
  }
  return placed;
}
