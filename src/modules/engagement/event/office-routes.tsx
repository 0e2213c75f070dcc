import { findCommunity } from '#app/modules/plan/index.ts';
import { isId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { readAttendance } from '../attendance/input.ts';
import { listAttendanceCounts, upsertAttendanceCounts } from '../attendance/queries.ts';
import { listConsultations } from '../consultation/queries.ts';
import { countNotes } from '../note/queries.ts';
import { DoorPage } from '../registration/door-page.tsx';
import { countRegistrations, listNeeds, readDoorList } from '../registration/queries.ts';
import { announceEvent, cancelEvent, changeEvent, joinConsultation } from './actions.ts';
import { EventFormPage } from './form-page.tsx';
import { readMeeting, readReason } from './input.ts';
import { OfficeEventsPage } from './office-list-page.tsx';
import { OfficeEventPage } from './office-show-page.tsx';
import { officeEventWords } from './office-words.ts';
import { eventPaths } from './paths.ts';
import { findEvent, listEvents, type PublicMeeting } from './queries.ts';
import { isOver, takesRegistrations } from './rules.ts';

export const typists = { roles: ['plan-manager', 'analyst'] };
const office = { roles: ['plan-manager'] };

/** Runs on the meeting of the address, or answers that there is none. */
export async function withEvent(visit: Visit, work: (meeting: PublicMeeting) => Promise<Answer>): Promise<Answer> {
  const id = visit.params.id ?? '';
  const meeting = isId(id) ? await findEvent(visit, { id }) : undefined;
  if (!meeting) return notFound;
  visit.about('event', meeting.id);
  return await work(meeting);
}

/** The work of the plan office with public meetings. */
export function officeEventRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: eventPaths.office, may: typists, audit: 'none', handle: list },
    { method: 'GET', path: eventPaths.add, may: office, audit: 'none', handle: async (visit) => page(await form(visit, undefined)) },
    { method: 'POST', path: eventPaths.add, may: office, audit: 'event.announce', handle: postNew },
    { method: 'GET', path: eventPaths.keep(':id'), may: typists, audit: 'none', handle: async (visit) => await withEvent(visit, async (meeting) => page(await show(visit, meeting))) },
    { method: 'GET', path: eventPaths.step(':id', 'edit'), may: office, audit: 'none', handle: async (visit) => await withOpen(visit, async (meeting) => page(await form(visit, meeting))) },
    { method: 'POST', path: eventPaths.step(':id', 'edit'), may: office, audit: 'event.change', handle: async (visit) => await withOpen(visit, async (meeting) => await postEdit(visit, meeting)) },
    { method: 'POST', path: eventPaths.step(':id', 'cancel'), may: office, audit: 'event.cancel', handle: async (visit) => await withOpen(visit, async (meeting) => {
      const read = readReason(visit.form, visit.language);
      if (read.errors) return invalid(await show(visit, meeting, { errors: read.errors, failed: 'cancel' }));
      await cancelEvent(visit, meeting, read.value);
      return back(visit, meeting.id);
    }) },
    { method: 'POST', path: eventPaths.step(':id', 'attendance'), may: office, audit: 'event.take-attendance', handle: async (visit) => await withEvent(visit, async (meeting) => {
      if (!meeting.startsAt || meeting.startsAt > visit.now || meeting.state === 'cancelled') return notFound;
      const read = readAttendance(visit.form, visit.language);
      if (read.errors) return invalid(await show(visit, meeting, { errors: read.errors, failed: 'attendance' }));
      await upsertAttendanceCounts(visit, meeting.id, read.value);
      await raiseEvent(visit, { kind: 'engagement.attendance-taken', subject: meeting.id });
      return back(visit, meeting.id);
    }) },
    { method: 'POST', path: eventPaths.step(':id', 'consultation'), may: office, audit: 'event.join-consultation', handle: async (visit) => await withEvent(visit, async (meeting) => {
      const chosen = (await listConsultations(visit)).find((one) => one.slug === visit.form.text('consultation'))?.slug ?? null;
      if (await joinConsultation(visit, meeting.id, chosen)) return back(visit, meeting.id);
      return invalid(await show(visit, meeting, { errors: { consultation: officeEventWords[visit.language].joinedAlready }, failed: 'consultation' }));
    }) },
    // The function that gives out the names writes the audit row itself.
    { method: 'GET', path: eventPaths.step(':id', 'door'), may: office, audit: 'none', handle: async (visit) => await withEvent(visit, async (meeting) => page(<DoorPage frame={frame(visit, officeEventWords[visit.language].door)} meeting={meeting} people={await readDoorList(visit, meeting.id)} />)) },
  ];

  function frame(visit: Visit, title: string, errors?: FieldErrors) {
    return frameOf(visit, site(), { title, current: 'office-events', hasErrors: errors !== undefined });
  }

  async function list(visit: Visit) {
    const lines = (await listEvents(visit)).map((meeting) => ({ meeting, over: isOver(meeting, visit) }));
    return page(<OfficeEventsPage frame={frame(visit, officeEventWords[visit.language].title)} lines={lines} keeps={hasRole(visit, 'plan-manager')} />);
  }

  /** A meeting that has begun or is off is not changed any more. */
  async function withOpen(visit: Visit, work: (meeting: PublicMeeting) => Promise<Answer>): Promise<Answer> {
    return await withEvent(visit, async (meeting) => (takesRegistrations(meeting, visit.now) ? await work(meeting) : notFound));
  }

  async function show(visit: Visit, meeting: PublicMeeting, more: { errors?: FieldErrors; failed?: 'cancel' | 'attendance' | 'consultation' } = {}) {
    const keeps = hasRole(visit, 'plan-manager');
    const file = {
      meeting, keeps, counts: keeps ? await countRegistrations(visit, meeting.id) : [], needs: keeps ? await listNeeds(visit, meeting.id) : [],
      attendance: await listAttendanceCounts(visit, meeting.id), notes: await countNotes(visit, meeting.id), consultations: await listConsultations(visit),
    };
    return <OfficeEventPage frame={frame(visit, meeting.title[visit.language], more.errors)} file={file} now={visit.now} typed={more.errors ? visit.form : emptyForm} saved={visit.query.has('saved')} {...more} />;
  }

  async function form(visit: Visit, meeting: PublicMeeting | undefined, errors?: FieldErrors) {
    const municipalities = (await findCommunity(visit))?.municipalities ?? [];
    return <EventFormPage frame={frame(visit, officeEventWords[visit.language][meeting ? 'edit' : 'add'], errors)} meeting={meeting} municipalities={municipalities} typed={visit.form} errors={errors} />;
  }

  async function read(visit: Visit) {
    return readMeeting(visit.form, visit.language, visit, ((await findCommunity(visit))?.municipalities ?? []).map((one) => one.id));
  }

  async function postNew(visit: Visit): Promise<Answer> {
    const given = await read(visit);
    if (given.errors) return invalid(await form(visit, undefined, given.errors));
    const id = await announceEvent(visit, given.value, site().demonstration);
    visit.about('event', id);
    return back(visit, id);
  }

  async function postEdit(visit: Visit, meeting: PublicMeeting): Promise<Answer> {
    const given = await read(visit);
    if (given.errors) return invalid(await form(visit, meeting, given.errors));
    await changeEvent(visit, { ...meeting, revision: Number(visit.form.text('revision') || '-1') }, given.value);
    return back(visit, meeting.id);
  }
}

function back(visit: Visit, id: string): Answer {
  return redirect(`${localized(visit.language, eventPaths.keep(id))}?saved=yes`);
}
