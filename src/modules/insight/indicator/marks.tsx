import type { Language } from '#app/platform/language/language.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import type { Figure } from '../figure/figure.ts';
import { isStale } from '../figure/series.ts';
import { completeness, type Reading } from './rules.ts';
import { indicatorWords } from './words.ts';

const kinds = ['withheld', 'revised', 'revision', 'provisional', 'stale', 'derived'] as const;
export type Mark = (typeof kinds)[number];

/** How a value stands today; empty for a final one. */
export function marksOf(figure: Figure, today: string): Mark[] {
  const holds: Readonly<Record<Mark, boolean>> = {
    withheld: !figure.releasable, revised: figure.supersededBy !== undefined, revision: figure.supersedes !== undefined, provisional: figure.provisional, stale: isStale(figure, today), derived: figure.inputs.length > 0,
  };
  return kinds.filter((kind) => holds[kind]);
}

/** The value as printed; where it is withheld, that word. */
export function printedValue(language: Language, figure: Figure): string {
  return printedNumber(language, figure) ?? indicatorWords[language].withheld;
}

export function Marks({ language, marks }: { language: Language; marks: readonly Mark[] }) {
  return marks.length > 0 ? <span class="marks">{marks.map((mark) => <span class={`state ${mark}`}>{indicatorWords[language][mark]}</span>)}</span> : null;
}

/** Whether an indicator is fresh and complete, each in words with a shape of its own. */
export function ReadingMarks({ language, reading }: { language: Language; reading: Reading }) {
  const words = indicatorWords[language];
  const { met, all } = completeness(reading);
  return (
    <span class="marks">
      {reading.indicator.retired ? <span class="state withdrawn">{words.retired}</span> : null}
      {reading.freshness === 'none' ? <span class="state stalled">{words.noValue}</span> : <span class={`state ${reading.freshness === 'fresh' ? 'on-time' : 'stale'}`}>{words[reading.freshness]}</span>}
      {met < all ? <span class="state stalled">{words.incomplete}</span> : null}
    </span>
  );
}
