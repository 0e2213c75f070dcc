import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { openPilotWorld, type PilotWorld } from '#test/pilot-world.ts';

let world: PilotWorld;
beforeAll(async () => {
  world = await openPilotWorld();
});
afterAll(async () => await world.close());
const enrol = '/en/funding/enrolments/new';
const given = { pilot: 'bridge-demo', agreed: '2019-01-05', how: 'written', joined: '2019-01-07' };

test('whoever is not of the age is refused by the page, and by the database where the page is passed by', async () => {
  const old = await world.enter('intake', { given: 'Old', family: 'Enough', birth: '1994-06-04' });
  const desk = await world.desk('intake');
  // 24 today, 25 tomorrow; on the day of joining she was 24 as well.
  expect((await desk.post(enrol, { person: old, ...given })).status).toBe(303);
  const young = await world.enter('intake', { given: 'Too', family: 'Young', birth: '2001-06-04' });
  const answer = await desk.post(enrol, { person: young, ...given });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('18 to 24 to take part');
  expect((await desk.post(enrol, { person: young, ...given, joined: '' })).status).toBe(303);
  await expect(world.by('intake', async ({ sql }) => await sql`update funding.enrolment set joined_on = '2019-06-03' where person_id = ${young}`)).rejects.toThrow('takes part from 18 to 24');
  expect((await desk.post(enrol, { person: young, ...given, agreed: '2019-06-31', how: '' })).status).toBe(422);
});

test('another agency, a barred colleague, a volunteer and the plan office find no enrolment, at any address and by any verb', async () => {
  const { id, person } = await world.youth('2000-02-02');
  const verbs = (name: Parameters<PilotWorld['desk']>[0]) => async () => {
    const desk = await world.desk(name);
    return [(await desk.get(`/en/funding/enrolments/${id}`)).status, (await desk.get(`/en/funding/enrolments/${id}/outcomes/0`)).status, (await desk.post(`/en/funding/enrolments/${id}/code`, {})).status, (await desk.post(`/en/funding/enrolments/${id}/left`, { left: '2019-06-01', reason: 'moved' })).status];
  };
  for (const name of ['outside', 'nurse', 'clinician'] as const) expect(await verbs(name)(), name).toEqual([404, 404, 404, 404]);
  for (const name of ['volunteer', 'officer', 'manager'] as const) expect(new Set(await verbs(name)()), name).toEqual(new Set([404]));
  expect(await verbs('supervisor')()).toEqual([200, 200, 200, 303]);
  await world.database.admin`insert into access.bar (id, person_id, account_id, kind, entered_by, entered_at) values (${newId()}, ${person}, ${world.member.intake.account}, 'named', ${world.member.supervisor.account}, ${world.database.clock.now()})`;
  expect((await verbs('intake')()).slice(0, 3)).toEqual([404, 404, 404]);
  expect(await world.by('intake', async ({ sql }) => (await sql`select funding.read_enrolment(${id}) as content`)[0]?.content)).toBe(null);
  expect((await world.database.admin`select 1 from platform.audit_entry where action = 'funding.read-own-plan' and decision = 'refuse' and subject_id = ${person}`).length).toBeGreaterThan(0);
});

test('outcomes are taken at their point, once, and nothing is taken that does not fit', async () => {
  const { id } = await world.youth('2000-03-03', { agreed: '2018-12-01', joined: '2018-12-03' });
  const desk = await world.desk('intake');
  const at = (point: number) => `/en/funding/enrolments/${id}/outcomes/${point}`;
  const full = { measured: '2019-06-03', activity: ['education', 'employment'], hours: '32,5', satisfied: 'yes', housing: 'own' };
  const wrong = await desk.post(at(6), { measured: '2019-01-03', hours: '12', satisfied: '' });
  expect(wrong.status).toBe(422);
  const text = await wrong.text();
  for (const part of ['Type a day from 3 May 2019 to 3 September 2019', 'There are no hours where nothing is ticked', 'Choose how she lives']) expect(text).toContain(part);
  expect((await desk.post(at(6), full)).status).toBe(303);
  expect((await desk.post(at(6), full)).status).toBe(404);
  expect((await desk.get(at(12))).status).toBe(404);
  expect(await (await desk.get(`/en/funding/enrolments/${id}`)).text()).toContain('School or studies, Work, 32.5 h a week');
  await expect(world.by('intake', async ({ sql }) => await sql`insert into funding.pilot_outcome (enrolment_id, point, measured_on, activities, hours, satisfied, housing, recorded_by, recorded_at) values (${id}, 24, '2019-06-03', '{}', 0, 'yes', 'own', ${world.member.intake.account}, now())`)).rejects.toThrow('not at this point');
});

test('contacts are recorded with whether she was reached, and the mentor is one of the colleagues', async () => {
  const { id } = await world.youth('2000-04-04');
  const desk = await world.desk('intake');
  expect((await desk.post(`/en/funding/enrolments/${id}/contacts`, { 'contact-day': '2019-06-04', way: 'phone' })).status).toBe(422);
  await desk.post(`/en/funding/enrolments/${id}/contacts`, { 'contact-day': '2019-06-01', way: 'phone', reached: 'yes', minutes: '20' });
  await desk.post(`/en/funding/enrolments/${id}/contacts`, { 'contact-day': '2019-06-02', way: 'message' });
  await desk.post(`/en/funding/enrolments/${id}/mentor`, { mentor: world.member.clinician.account });
  await desk.post(`/en/funding/enrolments/${id}/mentor`, { mentor: world.member.outside.account });
  expect(await (await desk.get(`/en/funding/enrolments/${id}`)).text()).toContain('Reached in 1 of 2 attempts.');
  expect(await world.database.admin`select mentor_id from funding.enrolment where id = ${id}`).toEqual([{ mentor_id: null }]);
});

test('the chain of the real grant says what is known and what is not; that of the made-up pilot counts instalments on their day', async () => {
  const anybody = await world.desk();
  const real = await (await anybody.get('/en/funding/pilots/leaving-care-2019/chain')).text();
  for (const part of ['$100,669', 'Halton Children’s Aid Society', '22 May 2019', 'Halton Region investing in programs', 'How it is paid out is not known', 'no record of anybody who takes part']) expect(real).toContain(part);
  const made = await (await anybody.get('/fr/funding/pilots/bridge-demo/chain')).text();
  for (const part of ['72\u00a0000\u00a0$ sur 96\u00a0000\u00a0$ ont été versés.', 'Fictif', 'À venir', 'Aucune comparaison n’est nommée']) expect(made).toContain(part);
  expect(made).not.toContain('Société de l’aide');
  expect((await anybody.get('/en/funding/pilots/none/chain')).status).toBe(404);
  await world.at('2019-05-21T13:00:00Z');
  expect((await anybody.get('/en/funding/pilots/leaving-care-2019/chain')).status).toBe(404);
  await world.at('2019-06-03T13:00:00Z');
});
