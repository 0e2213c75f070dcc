import type { Language } from '#app/platform/language/language.ts';
import { State } from '#app/ui/components/state.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import type { Milestone } from '../milestone/queries.ts';
import { aboutDate } from '../outline/dates.ts';
import { pickSources, type Source } from '../outline/queries.ts';
import { priorityWords } from './words.ts';

/** Milestones with their states; late and withdrawn ones as plainly as those that are done. */
export function MilestoneTable({ language, milestones, sources }: { language: Language; milestones: readonly Milestone[]; sources: readonly Source[] }) {
  const words = priorityWords[language];
  return (
    <table class="stack">
      <caption>{words.milestonesCaption}</caption>
      <thead>
        <tr><th scope="col">{words.milestone}</th><th scope="col">{words.due}</th><th scope="col">{words.state}</th><th scope="col">{words.shows}</th></tr>
      </thead>
      <tbody>
        {milestones.map((milestone) => (
          <tr>
            <th scope="row">{milestone.title[language]}{milestone.demonstration ? <><br /><span class="small">{words.demonstration}</span></> : null}</th>
            <td data-label={words.due}>{aboutDate(language, milestone.due, milestone.approximate)}</td>
            <td data-label={words.state}><State language={language} state={milestone.state} /></td>
            <td data-label={words.shows}><Shown language={language} milestone={milestone} sources={sources} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Shown({ language, milestone, sources }: { language: Language; milestone: Milestone; sources: readonly Source[] }) {
  const words = priorityWords[language];
  const change = milestone.dueChanges.at(-1);
  return (
    <>
      {milestone.withdrawn ? <p>{words.withdrawnOn(formatDate(language, milestone.withdrawn.date), milestone.withdrawn.reason[language])}</p> : null}
      {change ? <p>{words.moved(formatDate(language, milestone.firstDue), change.reason[language])}</p> : null}
      {milestone.evidence.map((one) => {
        const text = `${words.evidence[one.kind]}${colon(language)}${one.title[language]}, ${formatDate(language, one.date)}`;
        const address = one.url ?? pickSources(sources, one.sources)[0]?.url;
        return <p>{address ? <a href={address} rel="noopener">{text}</a> : text}</p>;
      })}
      {milestone.evidence.length === 0 && !milestone.withdrawn ? <span class="small">{words.noEvidence}</span> : null}
    </>
  );
}
