import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { officeEventWords } from '../event/office-words.ts';
import { eventPaths } from '../event/paths.ts';
import type { PublicMeeting } from '../event/queries.ts';
import { whenOf } from '../event/rules.ts';
import type { AtDoor } from './queries.ts';

/** The names for the door, to print: no address, no need, a box to tick. */
export function DoorPage({ frame, meeting, people }: { frame: PageFrame; meeting: PublicMeeting; people: readonly AtDoor[] }) {
  const { language, site } = frame;
  const words = officeEventWords[language];
  const waiting = people.filter((one) => one.state === 'waiting');
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: eventPaths.office, label: words.title }, { path: eventPaths.keep(meeting.id), label: meeting.title[language] }]} />
      <h1>{words.door}</h1>
      <p><b>{meeting.title[language]}</b>, {whenOf(language, meeting, site.timeZone)}</p>
      <p class="small">{words.doorLead}</p>
      <NameTable frame={frame} caption={words.registered} people={people.filter((one) => one.state === 'registered')} />
      {waiting.length > 0 ? <NameTable frame={frame} caption={words.doorWaiting} people={waiting} /> : null}
    </StaffLayout>
  );
}

function NameTable({ frame: { language }, caption, people }: { frame: PageFrame; caption: string; people: readonly AtDoor[] }) {
  const words = officeEventWords[language];
  return (
    <table>
      <caption>{caption}</caption>
      <thead><tr><th scope="col">{words.doorName}</th><th scope="col">{words.doorPeople}</th><th scope="col">{words.doorCame}</th></tr></thead>
      <tbody>{people.map((one) => <tr><td>{one.name ?? words.noName}</td><td class="n">{one.people}</td><td>☐</td></tr>)}</tbody>
    </table>
  );
}
