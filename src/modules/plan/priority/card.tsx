import type { Language } from '#app/platform/language/language.ts';
import { NewTag, State } from '#app/ui/components/state.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized } from '#app/ui/page-frame.ts';
import { planPaths } from '../paths.ts';
import type { Priority } from './queries.ts';
import { priorityWords } from './words.ts';

/** A key issue as a card: derived state, title, one sentence, how much was promised and when it was last confirmed. */
export function PriorityCard({ language, priority }: { language: Language; priority: Priority }) {
  const words = priorityWords[language];
  const standing = priority.milestones.filter((milestone) => milestone.state.kind !== 'withdrawn');
  const late = standing.filter((milestone) => milestone.state.kind === 'late').length;
  return (
    <li class="issue">
      {priority.state ? <State language={language} state={priority.state} /> : <span class="small">{words.withoutState}</span>}
      <h3>
        <a href={localized(language, planPaths.priority(priority.slug))}>{priority.title[language]}</a> {priority.isNew ? <NewTag language={language} /> : null}
      </h3>
      <p>{priority.summary[language]}</p>
      <footer>
        <span>{words.actions(standing.length)}{late > 0 ? `, ${words.late(late)}` : ''}</span>
        <span>{priority.lastConfirmed ? words.confirmed(formatDate(language, priority.lastConfirmed.date)) : words.neverConfirmed}</span>
      </footer>
    </li>
  );
}
