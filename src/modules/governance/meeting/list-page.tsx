import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Body } from '../body/queries.ts';
import { governancePaths } from '../paths.ts';
import type { Meeting } from './queries.ts';
import { meetingWords } from './words.ts';

/** The meetings that the reader sits in or keeps, newest first. */
export function MeetingsPage({ frame, meetings, bodies, mayPlan }: { frame: PageFrame; meetings: readonly Meeting[]; bodies: readonly Body[]; mayPlan: boolean }) {
  const { language, site } = frame;
  const words = meetingWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {mayPlan ? <p><a class="button" href={localized(language, governancePaths.newMeeting)}>{words.plan}</a></p> : null}
      {meetings.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption class="hidden-text">{words.title}</caption>
          <thead><tr><th scope="col">{words.when}</th><th scope="col">{words.body}</th><th scope="col">{words.state}</th><th scope="col">{words.minutesHeading}</th></tr></thead>
          <tbody>
            {meetings.map((meeting) => (
              <tr>
                <td data-label={words.when} class="due"><a href={localized(language, governancePaths.meeting(meeting.id))}>{formatMoment(language, meeting.startsAt, site.timeZone)}</a></td>
                <td data-label={words.body}>{bodies.find((body) => body.slug === meeting.bodySlug)?.name[language]}</td>
                <td data-label={words.state}>{words.states[meeting.state]}</td>
                <td data-label={words.minutesHeading}>{meeting.minutesState === 'none' ? words.minutesStates.none : <a href={localized(language, governancePaths.minutes(meeting.id))}>{words.minutesStates[meeting.minutesState]}</a>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}
