import { type Figure, isStale } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { figureWords } from './words.ts';

const kinds = ['withheld', 'revised', 'revision', 'provisional', 'stale', 'derived'] as const;
type Mark = (typeof kinds)[number];

/** How a figure stands today, the weightiest first; empty for a plain one. */
export function marksOf(figure: Figure, today: string): Mark[] {
  const holds: Readonly<Record<Mark, boolean>> = {
    withheld: !figure.releasable, revised: figure.supersededBy !== undefined, revision: figure.supersedes !== undefined, provisional: figure.provisional, stale: isStale(figure, today),
    derived: figure.inputs.length > 0,
  };
  return kinds.filter((kind) => holds[kind]);
}

type Props = { language: Language; figure: Figure; today: string };

/** The standing in words, each with a shape of its own. `beside` leaves out what the value itself says: that it is withheld. */
export function FigureMarks({ language, figure, today, beside }: Props & { beside?: boolean }) {
  const marks = marksOf(figure, today).filter((mark) => !beside || mark !== 'withheld');
  if (marks.length === 0) return null;
  return <span class="marks">{marks.map((mark) => <span class={`state ${mark}`}>{figureWords[language][mark]}</span>)}</span>;
}
