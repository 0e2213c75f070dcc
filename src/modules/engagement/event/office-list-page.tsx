import { publishedText } from '#app/modules/insight/index.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { officeEventWords } from './office-words.ts';
import { eventPaths } from './paths.ts';
import type { PublicMeeting } from './queries.ts';
import { whenOf } from './rules.ts';

type Line = { readonly meeting: PublicMeeting; readonly over: boolean };

/** All public meetings for those who keep them or type their notes. */
export function OfficeEventsPage({ frame, lines, keeps }: { frame: PageFrame; lines: readonly Line[]; keeps: boolean }) {
  const { language, site } = frame;
  const words = officeEventWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {keeps ? <p><a class="button" href={localized(language, eventPaths.add)}>{words.add}</a></p> : null}
      {lines.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption class="hidden-text">{words.title}</caption>
          <thead><tr><th scope="col">{words.when}</th><th scope="col">{words.meeting}</th><th scope="col">{words.state}</th><th scope="col">{words.cameHeading}</th></tr></thead>
          <tbody>
            {lines.map(({ meeting, over }) => (
              <tr>
                <td data-label={words.when}>{whenOf(language, meeting, site.timeZone)}</td>
                <td data-label={words.meeting}><a href={localized(language, eventPaths.keep(meeting.id))}>{meeting.title[language]}</a></td>
                <td data-label={words.state}>{words.states[meeting.state === 'cancelled' ? 'cancelled' : over ? 'over' : 'planned']}</td>
                <td data-label={words.cameHeading} class="n">{meeting.attended === null ? '–' : publishedText(language, meeting.attended)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}
