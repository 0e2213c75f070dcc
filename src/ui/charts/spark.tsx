import { extent } from 'd3-array';
import { line } from 'd3-shape';
import type { Language } from '#app/platform/language/language.ts';
import { isShown, type Point } from './chart.ts';
import { placePoints } from './geometry.ts';
import { Marker, wordsOf } from './marker.tsx';
import { chartWords } from './words.ts';

const field = { left: 6, right: 114, top: 6, bottom: 26 };

/** A small line beside a number, without scale or type; drawn from two shown values on, and said as its first and last. */
export function Sparkline({ language, points }: { language: Language; points: readonly Point[] }) {
  const shown = points.filter(isShown);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last || shown.length < 2) return null;
  const ends = [first.printed ?? '', last.printed ?? ''] as const;
  const [low = 0, high = 0] = extent(shown, (point) => point.value);
  const placed = placePoints(points, low === high ? [low - 1, high + 1] : [low, high], field);
  const path = line<(typeof placed)[number]>().defined((one) => one.y !== undefined).x((one) => one.x).y((one) => one.y ?? 0);
  const end = placed.findLast((one) => one.y !== undefined);
  const marks = wordsOf(language, last);
  return (
    <svg class="spark" viewBox="0 0 120 32" role="img" aria-label={`${chartWords[language].spark(ends[0], first.period, ends[1], last.period)}${marks ? ` (${marks})` : ''}`} focusable="false">
      <path class="curve" d={path(placed) ?? ''} />
      {end?.y === undefined ? null : <Marker shown={end.point} x={end.x} y={end.y} size={4} />}
    </svg>
  );
}
