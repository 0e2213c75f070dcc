import { keep } from '#app/modules/commitment/index.ts';
import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, bytes, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { listActions, updateWhat } from '../action/queries.ts';
import { listBodies } from '../body/queries.ts';
import { listDecisionsIn, translateDecision } from '../decision/queries.ts';
import { insertItem, insertMatter, listItems, listPapers, listRecusals, translateMatter } from '../matter/queries.ts';
import { listPersons } from '../member/queries.ts';
import { governancePaths } from '../paths.ts';
import { mayKeep, maySit } from '../rights.ts';
import type { MeetingText } from '../untranslated.tsx';
import { gather, moveMeeting, planMeeting } from './actions.ts';
import { NewMeetingPage } from './form-page.tsx';
import { readMeeting, readOwnItem } from './input.ts';
import { calendarEntry } from './invitation.ts';
import { MeetingsPage } from './list-page.tsx';
import { type MinutesFile, MinutesPage, missingTexts } from './minutes-page.tsx';
import { findMeeting, listAttendance, listMeetings, type Meeting, updateMinutesNote, upsertAttendance } from './queries.ts';
import { RoomPage } from './room-page.tsx';
import { agendaIsOpen, minutesAreDraft } from './rules.ts';
import { type MeetingFile, MeetingPage } from './show-page.tsx';
import { meetingWords } from './words.ts';

/** The meeting of the address, for those who sit in its body or keep it; for everybody else there is none. */
export async function meetingOf(visit: Visit, only?: 'keepers'): Promise<Meeting | undefined> {
  const id = visit.params.id ?? '';
  const meeting = isId(id) ? await findMeeting(visit, id) : undefined;
  if (!meeting) return undefined;
  visit.about('meeting', meeting.id);
  return (only ? mayKeep(visit.actor, meeting.bodySlug) : maySit(visit.actor, meeting.bodySlug)) ? meeting : undefined;
}

/** A meeting with its agenda, papers and who left what, as the reader may see them. */
export async function meetingFile(visit: Visit, meeting: Meeting): Promise<MeetingFile> {
  const body = (await listBodies(visit)).find((one) => one.slug === meeting.bodySlug);
  const keeps = mayKeep(visit.actor, meeting.bodySlug);
  return { meeting, body, items: await listItems(visit, meeting.id), papers: maySit(visit.actor, meeting.bodySlug) ? await listPapers(visit, meeting.id) : [], recusals: keeps ? await listRecusals(visit, meeting.bodySlug) : [], keeps };
}

export function meetingRoutes(site: SiteSource): Route[] {
  const step = (name: string, work: (visit: Visit, meeting: Meeting) => Promise<Answer | undefined>, to = governancePaths.meeting): Route => ({
    method: 'POST', path: governancePaths.meetingStep(':id', name), may: 'signed-in', audit: `governance.meeting-${name}`,
    handle: async (visit) => {
      const meeting = await meetingOf(visit, 'keepers');
      if (!meeting) return notFound;
      return (await work(visit, meeting)) ?? redirect(localized(visit.language, to(meeting.id)));
    },
  });
  const again = async (visit: Visit, meeting: Meeting, errors: FieldErrors) => invalid(await show(visit, meeting, errors));
  return [
    { method: 'GET', path: governancePaths.meetings, may: 'signed-in', audit: 'none', handle: list },
    { method: 'GET', path: governancePaths.newMeeting, may: { roles: ['plan-manager', 'table-chair'] }, audit: 'none', handle: async (visit) => page(await newPage(visit)) },
    { method: 'POST', path: governancePaths.newMeeting, may: { roles: ['plan-manager', 'table-chair'] }, audit: 'none', handle: postNew },
    { method: 'GET', path: governancePaths.meeting(':id'), may: 'signed-in', audit: 'governance.read-meeting', handle: async (visit) => {
      const meeting = await meetingOf(visit);
      return meeting ? page(await show(visit, meeting)) : notFound;
    } },
    { method: 'GET', path: governancePaths.calendar(':id'), may: 'signed-in', audit: 'none', handle: calendar },
    { method: 'GET', path: governancePaths.room(':id'), may: 'signed-in', audit: 'governance.read-meeting', handle: room },
    { method: 'GET', path: governancePaths.minutes(':id'), may: 'anyone', audit: 'none', handle: async (visit) => await minutes(visit) },
    { method: 'POST', path: governancePaths.minutes(':id'), may: 'signed-in', audit: 'governance.word-minutes', handle: wordMinutes },
    step('gather', async (visit, meeting) => void (agendaIsOpen(meeting) ? await gather(visit, meeting) : 0)),
    step('call', async (visit, meeting) => void (await moveMeeting(visit, meeting, 'called'))),
    step('open', async (visit, meeting) => void (await moveMeeting(visit, meeting, 'open')), governancePaths.room),
    step('close', async (visit, meeting) => void (await moveMeeting(visit, meeting, 'closed')), governancePaths.minutes),
    step('cancel', async (visit, meeting) => {
      const reason = visit.form.text('reason').slice(0, 500);
      if (reason === '') return await again(visit, meeting, { reason: meetingWords[visit.language].noReason });
      return void (await moveMeeting(visit, meeting, 'cancelled', reason));
    }),
    step('items', async (visit, meeting) => {
      const read = readOwnItem(visit.form, visit.language);
      if (read.errors) return await again(visit, meeting, read.errors);
      if (!agendaIsOpen(meeting)) return undefined;
      const id = newId();
      await insertMatter(visit, { id, bodySlug: meeting.bodySlug, kind: 'other', title: read.value.title, path: null, inCamera: read.value.inCamera });
      return void (await insertItem(visit, { id: newId(), meeting: meeting.id, matter: id, why: null }));
    }),
    step('attendance', async (visit, meeting) => {
      for (const person of await listPersons(visit, { body: meeting.bodySlug })) {
        const status = (['present', 'regrets', 'absent'] as const).find((one) => one === visit.form.text(`member-${person.id}`));
        if (status) await upsertAttendance(visit, meeting.id, { member: person.id, status });
      }
      return undefined;
    }, governancePaths.room),
  ];

  function frame(visit: Visit, title: string, errors?: FieldErrors) {
    return frameOf(visit, site(), { title, current: 'meetings', hasErrors: errors !== undefined });
  }

  async function list(visit: Visit) {
    const bodies = await listBodies(visit);
    const meetings = (await listMeetings(visit)).filter((meeting) => maySit(visit.actor, meeting.bodySlug));
    return page(<MeetingsPage frame={frame(visit, meetingWords[visit.language].title)} meetings={meetings} bodies={bodies} mayPlan={bodies.some((body) => mayKeep(visit.actor, body.slug))} />);
  }

  async function newPage(visit: Visit, errors?: FieldErrors) {
    const bodies = (await listBodies(visit)).filter((body) => mayKeep(visit.actor, body.slug));
    return <NewMeetingPage frame={frame(visit, meetingWords[visit.language].plan, errors)} bodies={bodies} typed={visit.form} errors={errors} />;
  }

  async function postNew(visit: Visit) {
    const bodies = (await listBodies(visit)).filter((body) => mayKeep(visit.actor, body.slug)).map((body) => body.slug);
    const read = readMeeting(visit.form, visit.language, visit, bodies);
    if (read.errors) return invalid(await newPage(visit, read.errors));
    return redirect(localized(visit.language, governancePaths.meeting(await planMeeting(visit, read.value))));
  }

  async function show(visit: Visit, meeting: Meeting, errors?: FieldErrors) {
    const file = await meetingFile(visit, meeting);
    return <MeetingPage frame={frame(visit, `${file.body?.name[visit.language] ?? ''} ${meeting.year}-${meeting.number}`, errors)} file={file} typed={visit.form} errors={errors} />;
  }

  async function calendar(visit: Visit) {
    const meeting = await meetingOf(visit);
    const body = meeting ? (await listBodies(visit)).find((one) => one.slug === meeting.bodySlug) : undefined;
    if (!meeting || !body) return notFound;
    const entry = calendarEntry({ meeting, body: body.name, language: visit.language, baseUrl: visit.baseUrl, timeZone: visit.timeZone, now: visit.now });
    return bytes('text/calendar; charset=utf-8', entry, { headers: { 'content-disposition': 'attachment; filename="meeting.ics"' } });
  }

  async function room(visit: Visit) {
    const meeting = await meetingOf(visit);
    if (!meeting || meeting.state !== 'open') return notFound;
    return page(<RoomPage frame={frame(visit, meetingWords[visit.language].states.open)} file={await meetingFile(visit, meeting)} members={await listPersons(visit, { body: meeting.bodySlug })} attendance={await listAttendance(visit, meeting.id)} />);
  }

  async function minutesFile(visit: Visit, meeting: Meeting): Promise<MinutesFile> {
    const file = await meetingFile(visit, meeting);
    const seen = (id: string | null) => file.items.some((item) => item.matter.id === id);
    return {
      ...file, members: await listPersons(visit, { body: meeting.bodySlug, past: true }), attendance: await listAttendance(visit, meeting.id),
      decisions: (await listDecisionsIn(visit, meeting.id)).filter((one) => seen(one.matter)), actions: (await listActions(visit, { meeting: meeting.id })).filter((one) => seen(one.matterId)),
    };
  }

  async function minutes(visit: Visit) {
    const id = visit.params.id ?? '';
    const meeting = isId(id) ? await findMeeting(visit, id) : undefined;
    if (!meeting || meeting.minutesState === 'none') return notFound;
    const day = dateIn(visit.timeZone, meeting.startsAt);
    return page(<MinutesPage frame={frame(visit, meetingWords[visit.language].minutes)} file={await minutesFile(visit, meeting)} typed={visit.form} day={day} />);
  }

  async function wordMinutes(visit: Visit) {
    const meeting = await meetingOf(visit, 'keepers');
    if (!meeting || !minutesAreDraft(meeting)) return notFound;
    const file = await minutesFile(visit, meeting);
    const filled = new Map(missingTexts(file).flatMap(({ name, text }) => (visit.form.text(name) ? [[name, withLanguage(text, visit.form.text(name).slice(0, 2000))] as const] : [])));
    for (const decision of file.decisions) {
      const [title, reason] = [filled.get(`title-${decision.id}`), filled.get(`why-${decision.id}`)];
      if (title && reason) await translateDecision(visit, decision.id, { title, reason });
    }
    for (const action of file.actions) {
      const what = filled.get(`what-${action.id}`);
      if (what) await updateWhat(visit, action.id, what);
    }
    for (const { matter } of file.items) {
      const title = filled.get(`item-${matter.id}`);
      if (title) await translateMatter(visit, matter.id, title);
    }
    await updateMinutesNote(visit, meeting.id, visit.form.text('note').slice(0, 8000));
    if (missingTexts(await minutesFile(visit, meeting)).length === 0) await keep(visit, { kind: 'meeting', id: meeting.id }, 'minutes');
    return redirect(localized(visit.language, governancePaths.minutes(meeting.id)));
  }
}

function withLanguage(text: MeetingText, added: string): MeetingText {
  return text.untranslated === 'en' ? { en: added, fr: text.fr } : { en: text.en, fr: added };
}
