import type { Language } from '#app/platform/language/language.ts';
import type { Standing } from './course.ts';
import { obligationWords } from './words.ts';

/** The words for how an obligation stands. */
export function standingText(language: Language, standing: Standing): string {
  const words = obligationWords[language];
  switch (standing.kind) {
    case 'kept': return standing.late ? words.keptLate : words.kept;
    case 'late': return words.late(standing.days);
    case 'due-today': return words.dueToday;
    case 'open': case 'paused': case 'released': return words[standing.kind];
  }
}

const looks = { kept: 'done', late: 'late', 'due-today': 'stalled', open: 'on-time', paused: 'stalled', released: 'withdrawn' } as const;

/** How an obligation stands, as a word with its sign. */
export function StandingMark({ language, standing }: { language: Language; standing: Standing }) {
  return <span class={`state ${looks[standing.kind]}`}>{standingText(language, standing)}</span>;
}
