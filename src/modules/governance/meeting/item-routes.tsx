import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, bytes, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { checkFile, largestFile } from '#app/platform/files/checked-file.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { agreeAction } from '../action/actions.ts';
import { listActions } from '../action/queries.ts';
import { listBodies } from '../body/queries.ts';
import { recordDecision } from '../decision/actions.ts';
import { listDecisionsIn } from '../decision/queries.ts';
import { deleteItem, findPaper, insertPaper, insertRecusal, type Item, updateInCamera, updateItem } from '../matter/queries.ts';
import { listPersons } from '../member/queries.ts';
import { governancePaths } from '../paths.ts';
import { opensRecord } from '../rights.ts';
import { approveMinutes, concludeItem, confirmInMeeting } from './actions.ts';
import { readRoomAction, readRoomDecision } from './input.ts';
import { type ItemFile, ItemPage } from './item-page.tsx';
import type { Meeting } from './queries.ts';
import { takesChanges, takesResults } from './rules.ts';
import { meetingFile, meetingOf } from './routes.tsx';
import { meetingWords } from './words.ts';
import { publicMinutesLack } from './wording.ts';

type Given = { readonly visit: Visit; readonly meeting: Meeting; readonly item: Item; readonly file: ItemFile };

/** What happens with one item: before the meeting its papers and order, in it what is said, decided, agreed, and how it ends. */
export function itemRoutes(site: SiteSource): Route[] {
  const step = (name: string, when: 'agenda' | 'session', work: (given: Given) => Promise<FieldErrors | undefined>, after?: 'agenda'): Route => ({
    method: 'POST', path: governancePaths.itemStep(':id', ':item', name), may: 'signed-in', audit: `governance.item-${name}`, ...(name === 'papers' ? { maxBody: largestFile + 65_536 } : {}),
    handle: async (visit) => {
      const meeting = await meetingOf(visit, 'keepers');
      const given = meeting ? await itemOf(visit, meeting) : undefined;
      if (!meeting || !given) return notFound;
      if (!(when === 'session' ? takesResults(meeting, given.item) : takesChanges(meeting, given.item))) return problem('conflict');
      const errors = await work(given);
      return errors ? invalid(draw(given, errors)) : back(given, after);
    },
  });
  return [
    { method: 'GET', path: governancePaths.itemStep(':id', ':item', 'page'), may: 'signed-in', audit: 'governance.read-item', handle: async (visit) => {
      const meeting = await meetingOf(visit);
      const given = meeting ? await itemOf(visit, meeting) : undefined;
      return given ? page(draw(given, {})) : notFound;
    } },
    { method: 'GET', path: governancePaths.paper(':id', ':paper'), may: 'signed-in', audit: 'governance.read-paper', handle: showPaper },
    { method: 'POST', path: governancePaths.itemStep(':id', ':item', 'conflict'), may: 'signed-in', audit: 'none', handle: declareConflict },
    step('up', 'agenda', async (given) => void (await move(given, -1)), 'agenda'),
    step('down', 'agenda', async (given) => void (await move(given, 1)), 'agenda'),
    step('off', 'agenda', async ({ visit, item }) => void (await deleteItem(visit, item.id)), 'agenda'),
    step('camera', 'agenda', async ({ visit, item }) => void (await updateInCamera(visit, item.matter.id, !item.matter.inCamera))),
    step('papers', 'agenda', async ({ visit, item }) => {
      const [file] = visit.form.files('paper');
      const checked = file ? await checkFile(file.name, Buffer.from(await file.arrayBuffer())) : undefined;
      if (!checked) return { paper: meetingWords[visit.language].badPaper };
      return void (await insertPaper(visit, { id: newId(), matter: item.matter.id, ...checked }));
    }),
    step('discussion', 'session', async ({ visit, item }) => void (await updateItem(visit, item.id, { discussion: visit.form.text('discussion').slice(0, 8000), language: item.language ?? visit.language }))),
    step('decide', 'session', async ({ visit, meeting, item, file }) => {
      const read = readRoomDecision(visit.form, visit.language, file.bodies.map((body) => body.slug));
      if (read.errors) return read.errors;
      await recordDecision(visit, { ...read.value, bodySlug: meeting.bodySlug, decidedOn: visit.today, subject: item.matter.subject ?? { kind: 'matter', id: item.matter.id }, isPublic: !item.matter.inCamera, sitting: { meeting: meeting.id, matter: item.matter.id } });
      return undefined;
    }),
    step('agree', 'session', async ({ visit, meeting, item, file }) => {
      const read = readRoomAction(visit.form, visit.language, visit.today, file.eligible.map((person) => person.id));
      if (read.errors) return read.errors;
      const person = file.eligible.find((one) => one.id === read.value.member);
      if (person) await agreeAction(visit, { bodySlug: meeting.bodySlug, meeting: meeting.id, matter: item.matter.id, what: read.value.what, due: read.value.due, person });
      return undefined;
    }),
    step('confirm', 'session', async ({ visit, meeting, item }) => void (await confirmInMeeting(visit, meeting, item)), 'agenda'),
    step('approve', 'session', async ({ visit, meeting, item }) => {
      if (await publicMinutesLack(visit, item)) return { approve: meetingWords[visit.language].cannotApprove };
      return void (await approveMinutes(visit, meeting, item));
    }),
    step('end', 'session', async ({ visit, item }) => void (await concludeItem(visit, item, 'ended')), 'agenda'),
    step('return', 'session', async ({ visit, item }) => void (await concludeItem(visit, item, 'returns')), 'agenda'),
  ];

  async function itemOf(visit: Visit, meeting: Meeting): Promise<Given | undefined> {
    const base = await meetingFile(visit, meeting);
    const item = base.items.find((one) => one.id === visit.params.item);
    if (!item) return undefined;
    visit.about('matter', item.matter.id);
    const members = await listPersons(visit, { body: meeting.bodySlug });
    const { actor } = visit;
    const file: ItemFile = {
      ...base, item, members, eligible: members.filter((person) => !base.recusals.some((one) => one.matter === item.matter.id && one.member === person.id)),
      decisions: (await listDecisionsIn(visit, meeting.id)).filter((one) => one.matter === item.matter.id), actions: (await listActions(visit, { meeting: meeting.id })).filter((one) => one.matterId === item.matter.id),
      bodies: await listBodies(visit), recordOpens: opensRecord(actor, item.matter), me: actor.kind === 'staff' ? members.find((person) => person.account === actor.account) : undefined,
    };
    return { visit, meeting, item, file };
  }

  function draw({ visit, file, item }: Given, errors: FieldErrors) {
    return <ItemPage frame={frameOf(visit, site(), { title: item.matter.title[visit.language], current: 'meetings', hasErrors: Object.keys(errors).length > 0 })} file={file} typed={visit.form} errors={errors} />;
  }

  function back({ visit, meeting, item }: Given, after: 'agenda' | undefined): Answer {
    const agenda = meeting.state === 'open' ? governancePaths.room(meeting.id) : governancePaths.meeting(meeting.id);
    return redirect(localized(visit.language, after ? agenda : governancePaths.itemStep(meeting.id, item.id, 'page')));
  }

  /** Changes places with the neighbour that the reader sees. */
  async function move({ visit, file, item }: Given, by: 1 | -1): Promise<void> {
    const from = file.items.indexOf(item);
    const other = file.items[from + by];
    if (!other) return;
    // Each takes the place of whom it follows, or the next one free: two that stood on the same place part here.
    let last = 0;
    for (const [index, one] of file.items.with(from, other).with(from + by, item).entries()) {
      last = Math.max(file.items[index]?.position ?? 0, last + 1);
      if (one.position !== last) await updateItem(visit, one.id, { position: last });
    }
  }

  /** A member declares for herself, the keepers for anybody; for who left, the item is gone, so all go back to the agenda. */
  async function declareConflict(visit: Visit): Promise<Answer> {
    const meeting = await meetingOf(visit);
    const given = meeting ? await itemOf(visit, meeting) : undefined;
    if (!meeting || !given || given.item.matter.endedAt !== null) return notFound;
    const member = visit.form.text('conflict-member');
    if (!given.file.members.some((person) => person.id === member)) return given.file.keeps ? invalid(draw(given, { 'conflict-member': meetingWords[visit.language].noMember })) : notFound;
    return (await insertRecusal(visit, { id: newId(), matter: given.item.matter.id, member })) ? back(given, 'agenda') : notFound;
  }

  /** A paper is always a download: nothing that somebody uploaded is opened inside the site. */
  async function showPaper(visit: Visit): Promise<Answer> {
    const meeting = await meetingOf(visit);
    const { paper = '' } = visit.params;
    const found = meeting && isId(paper) ? await findPaper(visit, meeting.id, paper) : undefined;
    if (!found) return notFound;
    visit.about('paper', found.id);
    return bytes(found.type, new Uint8Array(found.content), { headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}` } });
  }
}
