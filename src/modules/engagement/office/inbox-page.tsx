import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { followWords } from '../follow/words.ts';
import type { Issue } from '../issue/queries.ts';
import { openStates } from '../issue/rules.ts';
import type { Place } from '../proposal/pages.tsx';
import { officeWords } from './words.ts';

type Props = { frame: PageFrame; issues: readonly Issue[]; places: readonly Place[]; search?: string; leadership?: boolean };

/** Issues by age; those that wait first. */
export function InboxPage({ frame, issues, places, search, leadership }: Props) {
  const { language } = frame;
  const words = officeWords[language];
  const waiting = issues.filter((issue) => openStates.includes(issue.state));
  const decided = issues.filter((issue) => !openStates.includes(issue.state));
  return (
    <StaffLayout frame={frame}>
      <h1>{leadership ? words.leadership : words.inbox}</h1>
      <p class="lead">{words.inboxLead(waiting.length)}</p>
      {leadership ? null : (
        <form method="get" role="search">
          <div class="field"><label for="q">{words.search}</label><input class="medium" type="search" id="q" name="q" value={search ?? ''} /></div>
          <button class="button quiet" type="submit">{words.find}</button>
        </form>
      )}
      <IssueTable frame={frame} issues={waiting} places={places} />
      {decided.length > 0 ? <><h2>{words.decided}</h2><IssueTable frame={frame} issues={decided} places={places} /></> : null}
    </StaffLayout>
  );
}

function IssueTable({ frame: { language, site }, issues, places }: Props) {
  const words = officeWords[language];
  if (issues.length === 0) return <p>{words.none}</p>;
  return (
    <table class="stack">
      <thead><tr><th>{words.received}</th><th>{words.what}</th><th>{words.where}</th><th>{words.state}</th></tr></thead>
      <tbody>
        {issues.map((issue) => (
          <tr>
            <td class="n">{formatMoment(language, issue.receivedAt, site.timeZone)}<br /><span class="small">{issue.reference}, {words.channels[issue.channel] ?? issue.channel}</span></td>
            <td><a href={localized(language, `/engagement/issues/${issue.id}`)} lang={issue.language}>{issue.title}</a></td>
            <td>{places.find((place) => place.id === issue.municipality)?.name[language] ?? ''}</td>
            <td>{followWords[language].short[issue.state]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
