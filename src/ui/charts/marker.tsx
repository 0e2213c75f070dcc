import type { Language } from '#app/platform/language/language.ts';
import type { Shown, Standing } from './chart.ts';
import { chartWords } from './words.ts';

/** The standing that the shape of a marker tells: the value may still change, was changed, is old. */
export function shapeOf(shown: Shown): Standing | 'plain' {
  const marks = shown.standings ?? [];
  return (['withheld', 'provisional', 'revision', 'stale'] as const).find((mark) => marks.includes(mark)) ?? 'plain';
}

/** The marks of a value as the second line of its label. */
export function wordsOf(language: Language, shown: Shown): string | undefined {
  const said = (shown.standings ?? []).map((mark) => chartWords[language].marks[mark]);
  return said.length > 0 ? said.join(', ') : undefined;
}

/** A filled circle is final, a hollow broken one provisional, a triangle revised, a hollow square out of date. */
export function Marker({ shown, x, y, size = 5 }: { shown: Shown; x: number; y: number; size?: number }) {
  const shape = shapeOf(shown);
  if (shape === 'revision') return <path class="dot" d={`M${x} ${y - size - 1}l${size + 1} ${2 * size}h${-2 * (size + 1)}z`} />;
  if (shape === 'stale') return <rect class="hollow" x={x - size} y={y - size} width={2 * size} height={2 * size} />;
  if (shape === 'provisional') return <circle class="hollow broken" cx={x} cy={y} r={size + 0.5} />;
  return <circle class="dot" cx={x} cy={y} r={size} />;
}
