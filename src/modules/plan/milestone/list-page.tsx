import type { Bilingual } from '#app/platform/language/language.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { State } from '#app/ui/components/state.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { planPaths } from '../paths.ts';
import type { Milestone } from './queries.ts';
import { milestoneWords } from './words.ts';

type Props = { frame: PageFrame; milestones: readonly Milestone[]; priorityTitle: (slug: string) => Bilingual | undefined };

/** The milestones that somebody may change, by due date. */
export function MilestonesPage({ frame, milestones, priorityTitle }: Props) {
  const { language } = frame;
  const words = milestoneWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.list}</h1>
      <p>{words.listLead}</p>
      <p><a class="button" href={localized(language, planPaths.newMilestone)}>{words.add}</a></p>
      {milestones.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption class="hidden-text">{words.caption}</caption>
          <thead><tr><th scope="col">{words.milestone}</th><th scope="col">{words.priority}</th><th scope="col">{words.due}</th><th scope="col">{words.state}</th><th scope="col">{words.lastConfirmed}</th></tr></thead>
          <tbody>
            {milestones.map((milestone) => {
              const last = milestone.confirmations.at(-1);
              return (
                <tr>
                  <th scope="row"><a href={localized(language, planPaths.milestone(milestone.id))}>{milestone.title[language]}</a></th>
                  <td data-label={words.priority}>{priorityTitle(milestone.prioritySlug)?.[language]}</td>
                  <td data-label={words.due} class="n">{formatDate(language, milestone.due)}</td>
                  <td data-label={words.state}><State language={language} state={milestone.state} /></td>
                  <td data-label={words.lastConfirmed} class="n">{last ? formatDate(language, last.date) : words.never}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}
