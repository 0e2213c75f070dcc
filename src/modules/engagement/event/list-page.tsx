import { publishedText } from '#app/modules/insight/index.ts';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { eventPaths } from './paths.ts';
import type { PublicMeeting } from './queries.ts';
import { whenOf } from './rules.ts';
import { eventWords } from './words.ts';

/** Coming meetings, the next one first, then past ones. */
export function EventsPage({ frame, coming, past }: { frame: PageFrame; coming: readonly PublicMeeting[]; past: readonly PublicMeeting[] }) {
  const words = eventWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <h2>{words.coming}</h2>
      {coming.length === 0 ? <p>{words.noneComing}</p> : <ul class="issues">{coming.map((meeting) => <MeetingCard frame={frame} meeting={meeting} />)}</ul>}
      <section class="band">
      <h2>{words.past}</h2>
      {past.length === 0 ? <p>{words.nonePast}</p> : (
        <ul class="plain">
          {past.map((meeting) => (
            <li>
              <a href={localized(frame.language, eventPaths.show(meeting.slug))}>{meeting.title[frame.language]}</a>
              <span class="small"> {[
                whenOf(frame.language, meeting, frame.site.timeZone), meeting.attended === null ? '' : words.attendedText(publishedText(frame.language, meeting.attended)),
                meeting.state === 'cancelled' ? words.cancelled : '', meeting.demonstration ? words.demonstration : '',
              ].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
      </section>
    </PublicLayout>
  );
}

function MeetingCard({ frame: { language, site }, meeting }: { frame: PageFrame; meeting: PublicMeeting }) {
  const words = eventWords[language];
  const status = meeting.state === 'cancelled' ? words.cancelled : meeting.isFull ? words.full : undefined;
  return (
    <li class="issue">
      <h3><a href={localized(language, eventPaths.show(meeting.slug))}>{meeting.title[language]}</a></h3>
      <p><b>{whenOf(language, meeting, site.timeZone)}</b><br />{meeting.place[language]}</p>
      <p>{words.languages}{colon(language)}{meeting.languages.map((one) => words.languageNames[one]).join(` ${words.and} `)}</p>
      <footer>
        {status ? <span class="tag">{status}</span> : null}
        {meeting.demonstration ? <span>{words.demonstration}</span> : null}
      </footer>
    </li>
  );
}
