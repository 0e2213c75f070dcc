import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { type AccessWorld, openAccessWorld } from './access-world.test-tool.ts';
import { remindOfEnding } from './consent/jobs.ts';
import { withdrawnField } from './consent/input.ts';
import { glassJobs } from './glass/jobs.ts';

let world: AccessWorld;
let ada: string;
beforeAll(async () => {
  world = await openAccessWorld();
  ada = await world.enter('intake', { given: 'Ada', family: 'Novak', birth: '1991-03-03' });
  expect((await (await world.visit('supervisor')).post(at('/assignments'), { colleague: world.member.clinician.account })).status).toBe(303);
});
afterAll(async () => await world.close());
const at = (path = '') => `/en/access/persons/${ada}${path}`;
const consent = () => ({ 'given-by': 'self', purposes: ['care'], categories: ['identity'], agencies: [world.agencies.south], how: 'spoken', language: 'en', expires: '2019-06-20' });
const idOf = async (table: 'consent' | 'instruction') => (await world.database.admin<{ id: string }[]>`select id from ${world.database.admin(`access.${table}`)} where person_id = ${ada}`)[0]?.id ?? '';

test('whoever an instruction names neither reads it nor lifts it; her colleague does', async () => {
  const [intake, clinician] = [await world.visit('intake'), await world.visit('clinician')];
  expect((await intake.post(at('/instructions/new'), { said: 'She is my cousin.', what: 'health', whom: `account:${world.member.clinician.account}`, hide: 'yes' })).status).toBe(303);
  expect(await (await clinician.get(at('/consents'))).text()).not.toContain('She is my cousin.');
  expect((await clinician.post(at(`/instructions/${await idOf('instruction')}/lift`), {})).status).toBe(404);
  expect(await (await intake.get(at('/consents'))).text()).toContain('She is my cousin.');
  expect((await intake.post(at(`/instructions/${await idOf('instruction')}/lift`), {})).status).toBe(303);
});

test('break-glass reads: nothing is recorded by it in the person’s name', async () => {
  const other = await world.enter('intake', { given: 'Noor', family: 'Ali', birth: '1980-01-01' });
  const clinician = await world.visit('clinician');
  expect((await clinician.post('/en/access/glass/new', { record: other, ground: 'emergency-care', reason: 'Unconscious at the door', minutes: '10' })).status).toBe(303);
  for (const path of ['consents/new', 'instructions/new']) expect((await clinician.get(`/en/access/persons/${other}/${path}`)).status, path).toBe(404);
  expect((await clinician.post(`/en/access/persons/${other}/consents/new`, consent())).status).toBe(404);
  await expect(world.by('clinician', async ({ sql, actor, now, today }) => {
    await sql`insert into access.instruction (id, person_id, recorded_by, recorded_at) values (${newId()}, ${other}, ${actor.kind === 'staff' ? actor.account : null}, ${now})`;
    return today;
  })).rejects.toThrow(/row-level security/);
});

test('the supervisor who hears of break-glass gets a link that she may open, and an officer does not review her own', async () => {
  await world.runJobs(glassJobs);
  const [mail] = await world.database.admin<{ text_body: string }[]>`select text_body from platform.mail_message where kind = 'break-glass' and recipient = 'supervisor@example.org'`;
  const path = /https?:\/\/[^/]+(\/\S+)/.exec(mail?.text_body ?? '')?.[1] ?? '';
  expect((await (await world.visit('supervisor')).get(path)).status).toBe(200);
  const [glass] = await world.database.admin<{ id: string }[]>`update access.break_glass set account_id = ${world.member.officer.account} returning id`;
  const officer = await world.visit('officer');
  const page = await (await officer.get('/en/access/glass')).text();
  expect(page).toContain('another privacy officer reviews it');
  expect(page).not.toContain(`outcome-${glass?.id}`);
  expect((await officer.post(`/en/access/glass/${glass?.id}`, { [`outcome-${glass?.id}`]: 'justified' })).status).toBe(404);
});

test('a role that opens no record breaks no glass, also past the pages', async () => {
  const opened = async (name: 'volunteer' | 'nurse') => await world.by(name, async ({ sql }) => (await sql<{ done: boolean }[]>`select access.open_glass(${newId()}, ${ada}, 'emergency-care', 'Unconscious at the door', 10) as done`)[0]?.done);
  expect([await opened('volunteer'), await opened('nurse')]).toEqual([false, true]);
});

test('whoever entered a person cannot assign herself again later', async () => {
  await world.database.admin`update access.assignment set to_date = '2019-06-01' where person_id = ${ada} and account_id = ${world.member.intake.account}`;
  await world.at('2019-06-03T13:00:01Z');
  await expect(world.by('intake', async ({ sql, now, today }) => await sql`insert into access.assignment (id, person_id, account_id, from_date, entered_at) values (${newId()}, ${ada}, ${world.member.intake.account}, ${today}, ${now})`)).rejects.toThrow(/row-level security/);
  await world.database.admin`update access.assignment set to_date = null where person_id = ${ada}`;
});

test('what is owed about somebody’s consent is seen by those who work with records, not by the plan office and not by volunteers', async () => {
  expect((await (await world.visit('intake')).post(at('/consents/new'), consent())).status).toBe(303);
  await world.as.worker(remindOfEnding);
  const seen = async (name: 'intake' | 'volunteer' | 'officer') => await world.by(name, async ({ sql }) => (await sql`select id from commitment.obligation where kind = 'consent'`).length);
  expect([await seen('intake'), await seen('volunteer'), await seen('officer')]).toEqual([1, 0, 0]);
  expect(await world.as.manager(async ({ sql }) => [(await sql`select id from commitment.obligation where kind in ('consent', 'glass-review')`).length, (await sql`update commitment.obligation set due = due where kind in ('consent', 'glass-review')`).count])).toEqual([0, 0]);
});

test('whoever reads by consent is not led to a page that she may not open', async () => {
  expect(await (await (await world.visit('outside')).get(at())).text()).not.toContain(`${ada}/consents`);
  expect(await (await (await world.visit('intake')).get(at())).text()).toContain(`${ada}/consents`);
});

test('a search that shows a name leaves a line at that record', async () => {
  const intake = await world.visit('intake');
  const lines = async () => (await world.database.admin`select id from platform.audit_entry where action = 'access.search-persons' and subject_id = ${ada}`).length;
  expect(await (await intake.post('/en/access/persons/search', { family: 'Novak' })).text()).toContain('Ada');
  expect(await (await intake.post('/en/access/persons/search', { family: 'Nobody' })).text()).not.toContain('Ada');
  expect(await lines()).toBe(1);
});

test('the receipt tells the day of a withdrawal as it was here, also late in the evening', async () => {
  await world.at('2019-06-04T01:00:00Z');
  const id = await idOf('consent');
  expect((await (await world.visit('intake')).post(at(`/consents/${id}/withdraw`), { [withdrawnField(id)]: 'On the phone' })).status).toBe(303);
  expect(await (await (await world.visit('intake')).get(at(`/consents/${id}/receipt`))).text()).toMatch(/<b>[^<]*3 June 2019/);
});
