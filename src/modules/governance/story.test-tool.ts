import { newId } from '#app/platform/db/id.ts';
import type { World } from '#test/world.ts';
import { agreeAction } from './action/actions.ts';
import { insertActionLink, insertReport, listActions } from './action/queries.ts';
import { recordDecision } from './decision/actions.ts';
import { insertItem, insertMatter, insertPaper, insertRecusal, type Item, listItems } from './matter/queries.ts';
import { moveMeeting, planMeeting } from './meeting/actions.ts';
import { findMeeting, upsertAttendance } from './meeting/queries.ts';
import { addMember } from './member/actions.ts';
import { listPersons } from './member/queries.ts';
import { insertHolding } from './seat/queries.ts';

export type Story = { readonly meeting: string; readonly items: readonly Item[]; readonly chair: string; readonly rosa: string; readonly partner: string; readonly decision: string; readonly action: string };

const body = 'homelessness';

/** The homelessness table in session: its chair, Rosa without an account, a member with one; two items of its own, one with a paper, a decision and an action of Rosa's, which the partner has left. */
export async function seatAndMeet(world: World): Promise<Story> {
  for (const name of ['chair', 'partner', 'leader', 'manager'] as const) await world.person(name);
  await world.database.admin`update identity.membership set body_slug = ${body} where role = 'partner'`;
  const member = async (name: string, email: string) =>
    await world.as.manager(async (scope) => await addMember(scope, { bodySlug: body, name, office: { en: 'Office', fr: 'Fonction' }, agency: null, chairs: name === 'Chidi', email, language: 'en', demonstration: true }));
  const [chair, rosa, partner] = [await member('Chidi', 'chair@example.org'), await member('Rosa', 'rosa@example.org'), await member('Paula', 'partner@example.org')];
  await world.as.manager(async (scope) => await insertHolding(scope, { id: newId(), seat: 'seat-social', member: chair }));
  const meeting = await world.as.chair(async (scope) => await planMeeting(scope, { bodySlug: body, startsAt: new Date('2019-06-03T14:00:00Z'), minutesLong: 90, place: 'Room 1', online: null }));
  const matters = ['Beds in winter', 'Contract of one provider'].map((title) => ({ id: newId(), title }));
  await world.as.chair(async (scope) => {
    for (const { id, title } of matters) {
      await insertMatter(scope, { id, bodySlug: body, kind: 'other', title: { en: title, fr: `${title} (fr)` }, path: null });
      await insertItem(scope, { id: newId(), meeting, matter: id, why: null });
    }
    const found = await findMeeting(scope, meeting);
    if (found) await moveMeeting(scope, found, 'open');
    await upsertAttendance(scope, meeting, { member: chair, status: 'present' });
  });
  const secret = matters[1]?.id ?? '';
  const { decision, action } = await world.as.chair(async (scope) => {
    await insertPaper(scope, { id: newId(), matter: secret, name: 'offer-canary.txt', type: 'text/plain', content: Buffer.from('canary paper') });
    const [person] = (await listPersons(scope, { body })).filter((one) => one.id === rosa);
    if (!person) throw new Error('Rosa is a member');
    return {
      decision: await recordDecision(scope, { bodySlug: body, title: { en: 'Canary decision', fr: 'Décision canari' }, outcome: 'accepted', reason: { en: 'Canary reason', fr: 'Raison canari' }, decidedOn: scope.today, subject: { kind: 'matter', id: secret }, concernsBody: 'system-leadership-group', sitting: { meeting, matter: secret } }),
      action: await agreeAction(scope, { bodySlug: body, meeting, matter: secret, what: { en: 'Canary action', fr: 'Action canari' }, person, due: '2019-06-20' }),
    };
  });
  const account = (await world.person('chair')).account;
  await world.as.chair(async (scope) => await insertReport(scope, { id: newId(), action, kind: 'under-way', body: 'Canary report', account }));
  await world.as.worker(async (scope) => await insertActionLink(scope, newId(), action, new Date('2019-07-20T00:00:00Z')));
  await world.as.chair(async (scope) => await insertRecusal(scope, { id: newId(), matter: secret, member: partner }));
  const items = await world.as.chair(async (scope) => await listItems(scope, meeting));
  if ((await world.as.chair(async (scope) => await listActions(scope, { meeting }))).length !== 1) throw new Error('the story has one action');
  return { meeting, items, chair, rosa, partner, decision, action };
}
