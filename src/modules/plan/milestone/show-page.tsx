import type { Bilingual } from '#app/platform/language/language.ts';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { State } from '#app/ui/components/state.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { planPaths } from '../paths.ts';
import type { Milestone } from './queries.ts';
import { type Change, openChanges } from './rules.ts';
import { milestoneWords } from './words.ts';

type Props = { frame: PageFrame; milestone: Milestone; priority: Bilingual | undefined; bodyName: (slug: string) => Bilingual | undefined };

/** One milestone with all that its state follows from, and what can be changed. */
export function MilestonePage({ frame, milestone, priority, bodyName }: Props) {
  const { language } = frame;
  const words = milestoneWords[language];
  const last = milestone.confirmations.at(-1);
  const labels: Record<Change, string> = { confirm: words.confirm, evidence: words.evidence, due: words.changeDue, withdraw: words.withdraw };
  const open = openChanges(milestone.state);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: planPaths.milestones, label: words.list }]} />
      <h1>{milestone.title[language]}</h1>
      <p><State language={language} state={milestone.state} /></p>
      <SummaryList rows={[
        { label: words.priority, value: priority?.[language] ?? milestone.prioritySlug, action: <a href={localized(language, planPaths.priority(milestone.prioritySlug))}>{words.publicPage}</a> },
        { label: words.body, value: (milestone.bodySlug ? bodyName(milestone.bodySlug)?.[language] : undefined) ?? words.withoutBody },
        { label: words.due, value: formatDate(language, milestone.due) },
        ...(milestone.due === milestone.firstDue ? [] : [{ label: words.firstDue, value: formatDate(language, milestone.firstDue) }]),
        { label: words.lastConfirmed, value: last ? words.confirmedBy(formatDate(language, last.date), bodyName(last.bodySlug)?.[language] ?? last.bodySlug) : words.never },
        ...(milestone.withdrawn ? [{ label: words.withdrawal, value: `${formatDate(language, milestone.withdrawn.date)}. ${milestone.withdrawn.reason[language]}` }] : []),
      ]} />
      <h2>{words.changes}</h2>
      {open.length === 0 ? <p>{words.closed}</p> : <ul>{open.map((change) => <li><a href={localized(language, planPaths.milestoneChange(milestone.id, change))}>{labels[change]}</a></li>)}</ul>}
      <h2>{words.evidenceHeading}</h2>
      {milestone.evidence.length === 0 ? <p>{words.noEvidence}</p> : (
        <ul>
          {milestone.evidence.map((one) => (
            <li>{words.kinds[one.kind]}, {formatDate(language, one.date)}{colon(language)}{one.url ? <a href={one.url} rel="noopener">{one.title[language]}</a> : one.title[language]}</li>
          ))}
        </ul>
      )}
      {milestone.dueChanges.length > 0 ? (
        <>
          <h2>{words.dueHeading}</h2>
          <ul>{milestone.dueChanges.map((one) => <li>{formatDate(language, one.on)}{colon(language)}{formatDate(language, one.due)}. {one.reason[language]}</li>)}</ul>
        </>
      ) : null}
    </StaffLayout>
  );
}
