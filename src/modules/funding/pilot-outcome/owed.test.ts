import { afterAll, beforeAll, expect, test } from 'vitest';
import { remind } from '#app/modules/commitment/reminder/jobs.ts';
import { listReachable } from '#app/modules/identity/index.ts';
import { newId } from '#app/platform/db/id.ts';
import { openPilotWorld, type PilotWorld } from '#test/pilot-world.ts';
import { oweOutcomes, pilotJobs } from './jobs.ts';

let world: PilotWorld;
beforeAll(async () => {
  world = await openPilotWorld();
});
afterAll(async () => await world.close());

const joined = { agreed: '2018-12-10', joined: '2018-12-12' };
/** What is owed about an enrolment, each with its state, by due day. */
const owed = async (id: string) => (await world.database.admin<{ line: string }[]>`select due::text || case when kept_at is not null then ' kept' when released_at is not null then ' released' else '' end as line
  from commitment.obligation where kind = 'pilot-outcome' and starts_with(subject_id, ${id}) order by due`).map(({ line }) => line);
const run = async () => await world.runJobs(pilotJobs);
const answer = { measured: '2019-06-03', activity: ['education'], hours: '20', satisfied: 'yes', housing: 'own' };

test('whoever joins is to be asked at four points, each with its day; whoever prepares is to be asked once she joins', async () => {
  const { id } = await world.youth('2000-02-02', joined);
  const young = await world.youth('2001-06-04', { joined: '' });
  await run();
  expect(await owed(id)).toEqual(['2019-06-12', '2019-12-12', '2020-06-12', '2020-12-12']);
  expect(await owed(young.id)).toEqual([]);
  await run();
  await world.as.worker(async (scope) => await oweOutcomes(scope));
  expect(await owed(id)).toHaveLength(4);
  expect(await world.database.admin`select distinct owed_by_role, owed_by_agency from commitment.obligation where kind = 'pilot-outcome'`).toEqual([{ owed_by_role: 'access-supervisor', owed_by_agency: world.agencies.north }]);
  await world.at('2019-06-05T13:00:00Z');
  expect((await (await world.desk('intake')).post(`/en/funding/enrolments/${young.id}/joined`, { joined: '2019-06-04' })).status).toBe(303);
  await run();
  expect((await owed(young.id))[0]).toBe('2019-12-04');
  await world.at('2019-06-03T13:00:00Z');
});

test('what is owed is done when the answer is entered, and the rest falls away when she leaves', async () => {
  const { id } = await world.youth('2000-03-03', joined);
  await run();
  const desk = await world.desk('intake');
  expect((await desk.post(`/en/funding/enrolments/${id}/outcomes/6`, answer)).status).toBe(303);
  await run();
  expect(await owed(id)).toEqual(['2019-06-12 kept', '2019-12-12', '2020-06-12', '2020-12-12']);
  expect((await desk.post(`/en/funding/enrolments/${id}/left`, { left: '2019-06-02', reason: 'moved' })).status).toBe(303);
  await run();
  expect(await owed(id)).toEqual(['2019-06-12 kept', '2019-12-12 released', '2020-06-12 released', '2020-12-12 released']);
});

test('what nobody can do any more is owed no longer: the time to ask has run out, or her record is with another agency', async () => {
  const late = await world.youth('2000-04-04', joined);
  const moved = await world.youth('2000-04-05', joined);
  await run();
  await world.at('2019-09-12T13:00:00Z');
  await world.as.worker(async (scope) => await oweOutcomes(scope));
  expect((await owed(late.id))[0]).toBe('2019-06-12');
  await world.at('2019-09-13T13:00:00Z');
  await world.as.worker(async (scope) => await oweOutcomes(scope));
  expect(await owed(late.id)).toEqual(['2019-06-12 released', '2019-12-12', '2020-06-12', '2020-12-12']);
  const [change] = await world.database.admin<{ reason: string }[]>`select c.reason from commitment.obligation_change c join commitment.obligation o on o.id = c.obligation_id where o.subject_id = ${`${late.id}/6`} and c.kind = 'release'`;
  expect(change?.reason).toContain('Time to ask has run out.');
  await world.database.admin`update access.person set agency_id = ${world.agencies.south} where id = ${moved.person}`;
  await world.as.worker(async (scope) => await oweOutcomes(scope));
  expect(new Set((await owed(moved.id)).map((one) => one.slice(11)))).toEqual(new Set(['released']));
  // Who was enrolled before there were commitments is owed what can still be asked, and nothing of what cannot.
  await world.database.admin`delete from commitment.obligation_change; delete from commitment.obligation`.simple();
  await world.as.worker(async (scope) => await oweOutcomes(scope));
  expect(await owed(late.id)).toEqual(['2019-12-12', '2020-06-12', '2020-12-12']);
  await world.at('2019-06-03T13:00:00Z');
});

test('only those to whom her enrolment is open see what is owed about her, and nobody keeps or moves it by hand', async () => {
  const { id, person } = await world.youth('2000-06-06', joined);
  await run();
  const seen = async (by: PilotWorld['as']['manager']) => await by(async ({ sql }) => (await sql`select from commitment.obligation where starts_with(subject_id, ${`${id}/`})`).length);
  const bySome = async (name: Parameters<PilotWorld['by']>[0]) => await seen(async (work) => await world.by(name, work));
  expect([await bySome('intake'), await bySome('supervisor')]).toEqual([4, 4]);
  for (const name of ['clinician', 'volunteer', 'outside', 'nurse', 'officer'] as const) expect(await bySome(name), name).toBe(0);
  expect(await seen(world.as.manager)).toBe(0);
  for (const name of ['intake', 'supervisor'] as const) expect(await world.by(name, async ({ sql }) => (await sql`update commitment.obligation set kept_at = now() where subject_id = ${`${id}/6`}`).count), name).toBe(0);
  expect(await world.as.manager(async ({ sql }) => (await sql`update commitment.obligation set kept_at = now() where subject_id = ${`${id}/6`}`).count)).toBe(0);
  await world.database.admin`insert into access.bar (id, person_id, account_id, kind, entered_by, entered_at) values (${newId()}, ${person}, ${world.member.intake.account}, 'named', ${world.member.supervisor.account}, ${world.database.clock.now()})`;
  expect(await bySome('intake')).toBe(0);
  await expect(world.as.manager(async ({ sql }) => await sql`select * from funding.owed_outcomes(null)`)).rejects.toThrow('permission denied');
});

test('what comes due reaches the supervisors by mail and what stays late the plan office, without a name and without an address of the record', async () => {
  const { id, person } = await world.youth('2000-07-07', joined);
  await run();
  const { admin } = world.database;
  const send = async (moment: string) => {
    await world.at(moment);
    await world.as.worker(async (scope) => await remind(scope, { listReachable, place: async () => ({ en: 'Here', fr: 'Ici' }) }, 'http://localhost'));
  };
  await send('2019-06-10T11:30:00Z');
  const texts = async (to: string) => (await admin<{ text: string }[]>`select subject || ' ' || text_body as text from platform.mail_message where kind = 'reminder' and recipient like ${to}`).map((one) => one.text).join('\n');
  expect(await texts('supervisor@%')).toContain('Ask a participant of a pilot how she fares after 6 months');
  expect(await texts('manager@%')).not.toContain('participant');
  for (const day of ['12', '13', '14', '17', '18', '19', '20', '21', '24']) await send(`2019-06-${day}T11:30:00Z`);
  expect(await texts('manager@%')).toContain('Ask a participant of a pilot how she fares after 6 months');
  const all = await texts('%');
  const [name] = await admin<{ given: string; family: string }[]>`select given_name as given, family_name as family from access.person_identity where person_id = ${person}`;
  for (const part of [id, person, name?.given ?? '', name?.family ?? '', 'enrolments/']) expect(all, part).not.toContain(part);
  await world.at('2019-06-03T13:00:00Z');
});
