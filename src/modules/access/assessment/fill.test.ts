import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { Visitor } from '#test/world.ts';
import { alertJobs } from '../safety-alert/jobs.ts';
import { type AssessmentWorld, numbered, openAssessmentWorld } from './assessment-world.test-tool.ts';
import { secretOf } from './code.ts';

let world: AssessmentWorld;
let person: Visitor;
let code = '';
let assessment = '';
beforeAll(async () => {
  world = await openAssessmentWorld();
  person = await world.visit();
});
afterAll(async () => await world.close());
const post = async (fields: Record<string, string>) => await person.post('/en/access/fill', { '~key': code, '~assessment': assessment, ...fields });
const give = async (name: 'clinician' | 'intake' | 'outside' | 'nurse') => await (await world.visit(name)).post(world.at('/assessments/link/phq-9'), {});
const kept = async () => (await world.database.admin<{ id: string; state: string; filled: string; score: { total: number } | null; by: string | null }[]>`select id, state, filled_by as filled, score, saved_by as by from access.assessment`)[0];

test('a link is made by whoever may fill in the form, shown once, and kept only as a hash', async () => {
  for (const name of ['intake', 'outside', 'nurse'] as const) expect((await give(name)).status, name).toBe(404);
  const given = await give('clinician');
  const text = await given.text();
  code = /class="code">([A-Z0-9-]+)</.exec(text)?.[1] ?? '';
  expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/);
  expect(text).toContain(`/en/access/fill?key=${code}`);
  const [row] = await world.database.admin<{ hash: string }[]>`select encode(key_hash, 'hex') as hash from access.assessment_link`;
  expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
  assessment = (await kept())?.id ?? '';
});

test('a wrong code opens nothing; the right one, typed as people type, opens the one form with the crisis lines first and no name', async () => {
  expect((await person.post('/en/access/fill', { '~key': 'AAAA-AAAA-AAAA' })).status).toBe(422);
  const typed = await person.post('/en/access/fill', { '~key': code.toLowerCase().replaceAll('-', ' ') });
  const text = await typed.text();
  expect(typed.status).toBe(200);
  expect(text.indexOf('call or text <a href="tel:988">')).toBeGreaterThan(0);
  expect(text.indexOf('call or text <a href="tel:988">')).toBeLessThan(text.indexOf('Little interest'));
  for (const hidden of ['Kim', 'Lavoie', world.kim, 'Agency north']) expect(text).not.toContain(hidden);
  expect((await person.get(`/fr/access/fill?key=${code}`)).status).toBe(200);
  for (const path of ['', '/assessments', `/assessments/${assessment}`]) expect((await person.get(`${world.at(path)}?key=${code}`)).status).toBe(303);
});

test('an answer that calls for it shows help first, tells those who work with her, and the form can be gone on with', async () => {
  const saved = await post({ '~revision': '0', '~do': 'save', ...numbered('phq', [1, 1, 1, 1, 1, 1, 1, 1, 2]) });
  const text = await saved.text();
  expect(text.indexOf('You are not alone')).toBeLessThan(text.indexOf('Go on with the form'));
  await world.runJobs(alertJobs);
  const owners = await world.database.admin<{ account: string }[]>`select owed_by_account as account from commitment.obligation where kind = 'safety-check'`;
  expect(owners.map((row) => row.account).toSorted()).toEqual([world.member.clinician.account, world.member.supervisor.account].toSorted());
  expect((await (await person.post('/en/access/fill', { '~key': code })).text()).match(/ checked>/g)).toHaveLength(9);
});

test('staff of the agency read what she has answered and cannot change it', async () => {
  const clinician = await world.visit('clinician');
  expect(await (await clinician.get(world.at(`/assessments/${assessment}`))).text()).toContain('The person');
  expect((await clinician.get(world.at(`/assessments/${assessment}/edit`))).status).toBe(404);
  expect((await clinician.post(world.at(`/assessments/${assessment}/edit`), { '~revision': '1', '~do': 'save' })).status).toBe(404);
});

test('an older window loses nothing of what she typed', async () => {
  const late = await post({ '~revision': '0', '~do': 'save', ...numbered('phq', [3]) });
  const text = await late.text();
  expect([late.status, text.includes('saved in another window'), text.includes('name="~revision" value="1"')]).toEqual([409, true, true]);
});

test('when she is done it is scored, marked as hers, and the link opens nothing more', async () => {
  const done = await post({ '~revision': '1', '~do': 'finish', ...numbered('phq', [1, 1, 1, 1, 1, 1, 1, 1, 2]) });
  expect(await done.text()).toContain('Your answers were sent');
  expect(await kept()).toMatchObject({ state: 'finished', filled: 'person', score: { total: 10 }, by: null });
  expect((await person.get(`/en/access/fill?key=${code}`)).status).toBe(422);
  expect((await post({ '~revision': '2', '~do': 'save', ...numbered('phq', [0]) })).status).toBe(422);
  expect(await (await (await world.visit('clinician')).get(world.at('/assessments'))).text()).toContain('<b>10</b> (Score 10 to 14)');
  const lines = await world.database.admin`select id from platform.audit_entry where action = 'access.fill-assessment' and subject_id = ${world.kim}`;
  expect(lines.length).toBe(2);
});

test('a form that is sent in one go, its link ended with it, tells those who work with her all the same', async () => {
  const text = await (await give('clinician')).text();
  const key = /class="code">([A-Z0-9-]+)</.exec(text)?.[1] ?? '';
  const form = await (await person.post('/en/access/fill', { '~key': key })).text();
  const id = /name="~assessment" value="([^"]+)"/.exec(form)?.[1] ?? '';
  const done = await person.post('/en/access/fill', { '~key': key, '~assessment': id, '~revision': '0', '~do': 'finish', ...numbered('phq', [0, 0, 0, 0, 0, 0, 0, 0, 1]) });
  const told = await done.text();
  for (const part of ['You are not alone', 'were told that somebody should get in touch', 'Your answers were sent']) expect(told).toContain(part);
  const alerts = await world.database.admin<{ id: string }[]>`select id from access.safety_alert where assessment_id = ${id}`;
  expect(alerts).toHaveLength(1);
  const owners = await world.database.admin<{ account: string }[]>`select owed_by_account as account from commitment.obligation where kind = 'safety-check' and subject_id like ${`${alerts[0]?.id}/%`}`;
  expect(owners.map((row) => row.account).toSorted()).toEqual([world.member.clinician.account, world.member.supervisor.account].toSorted());
  // Her link ended with the form: it raises nothing afterwards.
  const before = world.database.clock.now();
  await world.moveTo(new Date(before.getTime() + 5000).toISOString());
  expect(await world.as.public(async ({ sql }) => (await sql<{ done: boolean }[]>`select access.raise_alert(${newId()}, ${id}, 'phq-1', '{"valueInteger": 3}') as done`)[0]?.done, secretOf(key))).toBe(false);
  await world.moveTo(before.toISOString());
});

test('a link ends by the clock, and by a newer one', async () => {
  const text = await (await give('clinician')).text();
  const old = /class="code">([A-Z0-9-]+)</.exec(text)?.[1] ?? '';
  const [row] = await world.database.admin<{ id: string }[]>`select id from access.assessment where state = 'unfinished'`;
  const renewed = await (await (await world.visit('clinician')).post(world.at(`/assessments/${row?.id}/link`), {})).text();
  const fresh = /class="code">([A-Z0-9-]+)</.exec(renewed)?.[1] ?? '';
  const opens = async (key: string) => (await person.get(`/en/access/fill?key=${key}`)).status;
  expect([await opens(old), await opens(fresh)]).toEqual([422, 200]);
  await world.moveTo('2019-06-06T13:00:01Z');
  expect(await opens(fresh)).toBe(422);
});
