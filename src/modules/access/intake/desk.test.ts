import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitmentJobs } from '#app/modules/commitment/index.ts';
import { listReachable } from '#app/modules/identity/index.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { jobTools } from '#app/platform/jobs/job.ts';
import type { AccessWorld, StaffName } from '../access-world.test-tool.ts';
import { ask, asked, openIntakeWorld } from './intake-world.test-tool.ts';
import { intakeJobs } from './jobs.ts';

let world: AccessWorld;
beforeAll(async () => {
  world = await openIntakeWorld();
});
afterAll(async () => await world.close());
const post = async (who: StaffName, id: string, what: string, fields: Record<string, string> = {}) => await (await world.visit(who)).post(`/en/access/intakes/${id}/${what}`, fields);
const read = async (who: StaffName, path: string) => await (await world.visit(who)).get(`/en/access/${path}`);
const owed = async (id: string) => await world.database.admin<{ subject: string; due: string; role: string | null; account: string | null; kept: boolean; released: boolean }[]>`select split_part(subject_id, '/', 2) as subject, due::text, owed_by_role as role,
  owed_by_account as account, kept_at is not null as kept, released_at is not null as released from commitment.obligation where subject_id like ${`${id}/%`} order by made_at, id`;

test('a list shows no name and no number; each reading of a request leaves its line first', async () => {
  const { id } = await ask(world);
  const list = await (await read('intake', 'intakes')).text();
  expect(list).toContain(id.slice(-6));
  expect(list).not.toMatch(/Zofia|0177/);
  const lines = async (decision: string) => (await world.database.admin`select id from platform.audit_entry where action = 'access.read-intake' and subject_id = ${id} and decision = ${decision}`).length;
  expect(await (await read('intake', `intakes/${id}`)).text()).toContain('Zofia Quill');
  expect([await lines('permit'), await lines('refuse')]).toEqual([1, 0]);
  expect(await world.by('outside', async ({ sql }) => (await sql<{ o: unknown }[]>`select access.read_intake(${id}) as o`)[0]?.o)).toBeNull();
  expect([await lines('permit'), await lines('refuse')]).toEqual([1, 1]);
});

test('times count from when the request came in, move with the clock, and lateness is said in words', async () => {
  await world.at('2019-06-07T19:00:00Z');
  const { id } = await ask(world);
  await world.runJobs(intakeJobs);
  expect(await owed(id)).toEqual([{ subject: 'triage', due: '2019-06-10', role: 'intake-worker', account: null, kept: false, released: false }]);
  expect(await (await read('intake', `intakes/${id}`)).text()).toContain('Look at it: by 10 June 2019');
  await world.at('2019-06-11T14:00:00Z');
  expect(await (await read('intake', 'intakes')).text()).toContain('Look at it: late by 1 day');
  expect((await post('intake', id, 'triage', { level: 'today', reason: 'Cannot wait' })).status).toBe(303);
  const [row] = await world.database.admin<{ at: Date }[]>`select due_at as at from access.intake where id = ${id}`;
  expect(row?.at.toISOString()).toBe('2019-06-07T21:00:00.000Z');
  expect((await post('intake', id, 'triage', { level: 'soon', reason: 'Less urgent' })).status).toBe(303);
  await world.runJobs(intakeJobs);
  expect((await owed(id)).map((one) => [one.subject, one.due, one.kept, one.released])).toEqual([['triage', '2019-06-10', true, false], ['contact', '2019-06-11', false, false]]);
});

test('who takes a request owes it; given back, everybody who works there does; who was reached is owed nothing more', async () => {
  const { id } = await ask(world);
  expect((await post('intake', id, 'take')).status).toBe(303);
  await world.runJobs(intakeJobs);
  expect((await owed(id)).filter((one) => !one.released)).toMatchObject([{ account: world.member.intake.account, role: null }]);
  expect(await world.by('intake', async ({ sql }) => (await sql`select id from commitment.obligation where subject_id = ${`${id}/triage`}`).length)).toBeGreaterThan(0);
  expect((await post('intake', id, 'give-back')).status).toBe(303);
  await world.runJobs(intakeJobs);
  expect((await owed(id)).filter((one) => !one.released)).toMatchObject([{ account: null, role: 'intake-worker' }]);
  await post('intake', id, 'triage', { level: 'soon', reason: 'Steady' });
  await post('intake', id, 'attempts', { channel: 'phone', outcome: 'reached' });
  await world.runJobs(intakeJobs);
  expect((await owed(id)).filter((one) => !one.kept && !one.released)).toEqual([]);
  for (const [who, sees] of [['intake', true], ['supervisor', true], ['outside', false], ['volunteer', false], ['clinician', false]] as const)
    expect([who, (await world.by(who, async ({ sql }) => (await sql`select id from commitment.obligation where kind = 'intake'`).length)) > 0]).toEqual([who, sees]);
  expect(await world.as.manager(async ({ sql }) => (await sql`select id from commitment.obligation where kind = 'intake'`).length)).toBe(0);
});

test('a request that a colleague has taken is not taken again, but by a supervisor', async () => {
  const { id } = await ask(world);
  await world.database.admin`update access.intake set taken_by = ${world.member.clinician.account}, taken_at = now() where id = ${id}`;
  expect(await (await post('intake', id, 'take')).text()).toContain('A colleague has taken this request already.');
  expect((await post('supervisor', id, 'take')).status).toBe(303);
});

test('unable to reach asks for three attempts on other days or by other channels', async () => {
  const { id } = await ask(world);
  const attempt = async (channel: string) => expect((await post('intake', id, 'attempts', { channel, outcome: 'no-answer' })).status).toBe(303);
  for (const channel of ['phone', 'phone', 'email', 'text']) await attempt(channel);
  const refused = await post('intake', id, 'close', { reason: 'unable-to-reach', note: 'Tried' });
  expect([refused.status, (await refused.text()).includes('not all on one day')]).toEqual([422, true]);
  await world.at('2019-06-12T14:00:00Z');
  await attempt('phone');
  expect((await post('intake', id, 'close', { reason: 'unable-to-reach', note: 'Tried' })).status).toBe(303);
  expect((await post('intake', id, 'reopen')).status).toBe(303);
});

test('whoever must not be contacted is not: an attempt is refused with its reason', async () => {
  const { id } = await ask(world, { preference: 'none' });
  expect(await (await read('intake', `intakes/${id}`)).text()).toContain('Do not contact this person.');
  expect((await post('intake', id, 'attempts', { channel: 'phone', outcome: 'no-answer' })).status).toBe(422);
});

test('what is missing is said, and what was typed stays', async () => {
  const { id } = await ask(world);
  const answer = await post('intake', id, 'triage', { level: '', reason: 'Half a thought' });
  const text = await answer.text();
  expect([answer.status, text.includes('href="#level"'), text.includes('Half a thought')]).toEqual([422, true, true]);
  expect((await post('intake', id, 'attempts', {})).status).toBe(422);
  expect((await post('intake', id, 'close', {})).status).toBe(422);
  expect((await post('intake', id, 'hand-offs/new', {})).status).toBe(422);
});

test('a new record takes over what the request says, typed once, and the request is then read by the rules of the record', async () => {
  const { id } = await ask(world, { message: 'yes', municipality: 'Testville' });
  const form = await (await read('intake', `intakes/${id}/record`)).text();
  for (const part of ['value="Zofia"', 'value="Quill"', 'value="Testville"', 'value="2004-']) expect(form).toContain(part);
  const made = await post('intake', id, 'record', { given: 'Zofia', family: 'Quill', birth: '2004-02-17', language: 'en' });
  expect(made.status).toBe(303);
  const person = made.headers.get('location')?.split('/').at(-1) ?? '';
  const record = await (await read('intake', `persons/${person}`)).text();
  for (const part of ['905-555-0177', `persons/${person}/intakes`]) expect(record).toContain(part);
  expect(await (await read('intake', `persons/${person}/intakes`)).text()).toContain(`intakes/${id}`);
  const colleague = await world.by('clinician', async ({ sql }) => (await sql`select id from access.intake where id = ${id}`).length);
  await world.database.admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (gen_random_uuid(), ${person}, ${world.member.supervisor.account}, 'recused', now())`;
  expect([colleague, (await read('supervisor', `intakes/${id}`)).status, (await read('intake', `intakes/${id}`)).status]).toEqual([0, 404, 200]);
  const [line] = await world.database.admin`select decision from platform.audit_entry where action = 'access.read-intake' and subject_kind = 'person' and subject_id = ${person} limit 1`;
  expect(line).toEqual({ decision: 'permit' });
});

test('a record is made from a request only after the records that it could be were shown', async () => {
  await world.enter('intake', { given: 'Henrietta', family: 'Oakes', birth: '2004-02-03' });
  const { id } = await ask(world, { given: 'Henriette', family: 'Oakes' });
  const fields = { given: 'Henriette', family: 'Oakes', birth: '2004-02-03', language: 'en', languages: 'English' };
  const asked = await post('intake', id, 'record', fields);
  const html = await asked.text();
  expect([asked.status, html.includes('Could it be one of these?')]).toEqual([200, true]);
  expect(html).toContain('value="Henriette"');
  const checked = /name="checked" value="([^"]+)"/.exec(html)?.[1] ?? '';
  expect((await post('intake', id, 'record', { ...fields, checked })).status).toBe(303);
});

test('a request is linked to a person whom the search shows, and to nobody whom it hides', async () => {
  const known = await world.enter('intake', { given: 'Zofia', family: 'Quill', birth: '2004-02-17' });
  const hidden = await world.enter('outside', { given: 'Zofia', family: 'Quill', birth: '2004-02-17' });
  const { id } = await ask(world);
  expect((await post('intake', id, 'link', {})).status).toBe(422);
  const found = await (await post('intake', id, 'link', { family: 'Quill' })).text();
  expect([found.includes(known), found.includes(hidden)]).toEqual([true, false]);
  expect((await post('intake', id, 'link', { person: hidden })).status).toBe(404);
  expect((await post('intake', id, 'link', { person: known })).status).toBe(303);
  expect(await (await read('intake', `persons/${known}/intakes`)).text()).toContain(`intakes/${id}`);
});

test('staff enter what they are told; another point of the agency takes it along, and it can be taken all the same', async () => {
  const intake = await world.visit('intake');
  const entered = async (more: Record<string, string>) => await intake.post('/en/access/intakes/new', { ...asked(), point: 'children', door: 'telephone', ...more });
  expect((await intake.get('/en/access/intakes/new?point=children')).status).toBe(200);
  expect((await entered({ door: '' })).status).toBe(422);
  const other = await (await entered({ age: '60' })).text();
  for (const part of ['Another access point fits better', 'Go on at: Point homeless', 'Point older (demo): 905-555-0100']) expect(other).toContain(part);
  const taken = await entered({ age: '60', anyway: 'yes' });
  expect([taken.status, (await intake.get(taken.headers.get('location') ?? '')).status]).toEqual([303, 200]);
});

test('somebody who calls again is found by name or number in the own agency alone, and each find is recorded', async () => {
  await world.database.admin`update access.intake set state = 'closed', close_reason = 'other', due_for = null, due_on = null, due_at = null where state = 'open'`;
  const { id } = await ask(world, { given: 'Ottilie', phone: '(905) 555-0166' });
  const seek = async (who: StaffName, wanted: string) => (await (await (await world.visit(who)).post('/en/access/intakes/seek', { wanted })).text()).includes(`intakes/${id}`);
  expect([await seek('intake', 'ottilie q'), await seek('intake', '905 555 0166'), await seek('intake', '0166'), await seek('outside', 'ottilie')]).toEqual([true, true, false, false]);
  expect((await world.database.admin`select id from platform.audit_entry where action = 'access.seek-intakes' and subject_id = ${id}`).length).toBe(2);
});

test('the list is narrowed by point, level, age and state', async () => {
  const { id } = await ask(world, { age: '12' });
  const shows = async (query: string) => (await (await read('intake', `intakes?${query}`)).text()).includes(`intakes/${id}`);
  expect([await shows('point=children&age=12-17&level=none'), await shows('point=dual'), await shows('age=0-11'), await shows('level=soon'), await shows('show=closed')]).toEqual([true, false, false, false, false]);
});

test('a closed request without a record is emptied after ninety days, one with a record and an open one are not', async () => {
  const [gone, open, kept] = [await ask(world, { given: 'Gone' }), await ask(world, { given: 'Open' }), await ask(world, { given: 'Kept' })];
  expect((await post('intake', kept.id, 'record', { given: 'Kept', family: 'Quill', language: 'en' })).status).toBe(303);
  for (const one of [gone, kept]) expect((await post('intake', one.id, 'close', { reason: 'information', note: 'Gave a number' })).status).toBe(303);
  const purge = intakeJobs.find((one) => one.name === 'purge-intakes');
  const names = async () => (await world.database.admin<{ name: string }[]>`select given_name as name from access.intake_detail where intake_id in ${world.database.admin([gone.id, open.id, kept.id])} order by 1`).map((row) => row.name);
  const run = async () => await purge?.run({ id: '', kind: '', subject: null, detail: {} }, jobTools(world.database, 'http://localhost', 'purge', inScope));
  await world.at('2019-09-10T13:59:00Z');
  await run();
  expect(await names()).toEqual(['Gone', 'Kept', 'Open']);
  await world.at('2019-09-10T14:01:00Z');
  await run();
  expect(await names()).toEqual(['Kept', 'Open']);
  expect(await (await read('intake', `intakes/${gone.id}`)).text()).toContain('Who asked and what was written is erased.');
});

test('a reminder about the list goes to the intake workers of the agency that runs the point, and to no other', async () => {
  await world.at('2019-09-11T14:00:00Z');
  await world.runJobs(intakeJobs);
  // What is late from before goes to the plan office too.
  await world.database.admin`update commitment.obligation set released_at = now() where kept_at is null and released_at is null`;
  await ask(world);
  await world.runJobs(intakeJobs);
  const [job] = commitmentJobs({ listReachable, place: async () => ({ en: 'the plan', fr: 'le plan' }) });
  await world.at('2019-09-12T12:00:00Z');
  await job?.run({ id: '', kind: '', subject: null, detail: {} }, jobTools(world.database, 'http://localhost', 'remind', inScope));
  const mails = await world.database.admin<{ to: string; text: string }[]>`select recipient as to, text_body as text from platform.mail_message where kind = 'reminder' and text_body like '%request for help%' order by 1`;
  expect(mails.map((one) => one.to)).toEqual(['intake@example.org']);
  expect(mails.map((one) => one.text).join()).not.toMatch(/Zofia|0177|sleep/);
});
