import { Csrf } from '#app/ui/components/csrf.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { matterWords } from '../matter/words.ts';
import type { Person } from '../member/queries.ts';
import { governancePaths } from '../paths.ts';
import { InLanguage } from '../untranslated.tsx';
import type { Attendance } from './queries.ts';
import type { MeetingFile } from './show-page.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { meetingWords } from './words.ts';

type Props = { frame: PageFrame; file: MeetingFile; members: readonly Person[]; attendance: readonly Attendance[] };

/** The room, for a phone: who is here, and one item after the other. */
export function RoomPage({ frame, file, members, attendance }: Props) {
  const { language } = frame;
  const words = meetingWords[language];
  const { meeting, body, items, keeps } = file;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: governancePaths.meeting(meeting.id), label: words.heading(body?.name[language] ?? '', `${meeting.year}-${meeting.number}`) }]} />
      <h1>{words.states.open}</h1>
      <section aria-labelledby="agenda">
        <h2 id="agenda">{words.agenda}</h2>
        <ol class="agenda">
          {items.map((item) => (
            <li>
              <a href={localized(language, governancePaths.itemStep(meeting.id, item.id, 'page'))}><InLanguage text={item.matter.title} language={language} /></a>{' '}
              {item.outcome ? <span class="tag">{words.results[item.outcome]}</span> : null}
              <br /><span class="small">{matterWords[language].kinds[item.matter.kind]}{item.why ? `. ${item.why[language]}` : ''}</span>
            </li>
          ))}
        </ol>
      </section>
      <section class="band" aria-labelledby="here">
        <h2 id="here">{words.attendance}</h2>
        {members.length === 0 ? <p>{words.noMembers} <a href={localized(language, governancePaths.members(meeting.bodySlug))}>{words.addMembers}</a></p> : keeps ? <AttendanceForm frame={frame} meeting={meeting.id} members={members} attendance={attendance} /> : <AttendanceList frame={frame} members={members} attendance={attendance} />}
      </section>
      {keeps ? <section class="band"><h2>{words.close}</h2><StepButton frame={frame} to={governancePaths.meetingStep(meeting.id, 'close')} label={words.close} hint={words.closeHint} /></section> : null}
    </StaffLayout>
  );
}

function AttendanceForm({ frame, meeting, members, attendance }: { frame: PageFrame; meeting: string; members: readonly Person[]; attendance: readonly Attendance[] }) {
  const words = meetingWords[frame.language];
  return (
    <form method="post" action={localized(frame.language, governancePaths.meetingStep(meeting, 'attendance'))}>
      <Csrf frame={frame} />
      {members.map((person) => {
        const now = attendance.find((one) => one.member === person.id)?.status;
        return (
          <fieldset class="field">
            <legend>{person.name}, {person.office[frame.language]}</legend>
            <div class="choices inline">
              {(['present', 'regrets', 'absent'] as const).map((status) => (
                <div class="choice"><input type="radio" id={`${person.id}-${status}`} name={`member-${person.id}`} value={status} checked={now === status} /><label for={`${person.id}-${status}`}>{words.statuses[status]}</label></div>
              ))}
            </div>
          </fieldset>
        );
      })}
      <button class="button" type="submit">{words.saveAttendance}</button>
    </form>
  );
}

function AttendanceList({ frame, members, attendance }: { frame: PageFrame; members: readonly Person[]; attendance: readonly Attendance[] }) {
  const words = meetingWords[frame.language];
  return (
    <ul>
      {members.map((person) => {
        const now = attendance.find((one) => one.member === person.id)?.status;
        return <li>{person.name}, {person.office[frame.language]}{now ? `${colon(frame.language)}${words.statuses[now]}` : ''}</li>;
      })}
    </ul>
  );
}
