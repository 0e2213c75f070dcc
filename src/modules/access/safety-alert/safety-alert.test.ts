import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { StaffName } from '../access-world.test-tool.ts';
import { type AssessmentWorld, numbered, openAssessmentWorld, tokenOf } from '../assessment/assessment-world.test-tool.ts';
import { alertJobs } from './jobs.ts';

let world: AssessmentWorld;
beforeAll(async () => {
  world = await openAssessmentWorld();
});
afterAll(async () => await world.close());
const ninth = (answer: number) => numbered('phq', [...Array.from({ length: 8 }, () => undefined), answer]);
const alerts = async () => await world.database.admin<{ id: string; assessment: string; link: string; answered: Date | null; outcome: string | null }[]>`select id, assessment_id as assessment, link_id as link, answered_at as answered, outcome from access.safety_alert order by raised_at, id`;
const tasks = async () => await world.database.admin<{ account: string; what: { en: string; fr: string }; due: string; kept: Date | null; path: string; subject: string }[]>`select owed_by_account as account, what, due, kept_at as kept, path, subject_id as subject from commitment.obligation where kind = 'safety-check' order by made_at, id`;
const save = async (id: string, revision: number, answers: Record<string, string>) => await (await world.visit('clinician')).post(world.at(`/assessments/${id}/edit`), { '~revision': String(revision), '~do': 'save', ...answers });
let first = '';

test('an answer that calls for it fires on the save of an unfinished form: crisis lines, what to do now, and a task for today without a word of health', async () => {
  const { id, answer } = await world.fill('clinician', 'phq-9', ninth(1), { '~do': 'save' });
  first = id;
  const [alert] = await alerts();
  expect([answer.status, answer.headers.get('location')]).toEqual([303, world.at(`/safety-alerts/${alert?.id}`)]);
  const page = await (await (await world.visit('clinician')).get(world.at(`/safety-alerts/${alert?.id}`))).text();
  for (const part of ['call or text <a href="tel:988">9-8-8</a>', 'call <a href="tel:911">911</a>', 'What to do now', 'Thoughts that you would be better off dead', 'Several days', 'Say what was done']) expect(page).toContain(part);
  expect(page.indexOf('9-8-8')).toBeLessThan(page.indexOf('Why you see this'));
  const made = await tasks();
  expect(made.map((one) => one.account).toSorted()).toEqual([world.member.clinician.account, world.member.supervisor.account].toSorted());
  for (const one of made) {
    expect(one).toMatchObject({ due: '2019-06-03', kept: null, path: `/access/persons/${world.kim}/safety-alerts/${alert?.id}` });
    expect(`${one.what.en} ${one.what.fr}`).not.toMatch(/health|safe|suicid|PHQ|crisis|danger|santé|sécurité|Kim/i);
  }
});

test('those who are to act see the task on their day, nobody else sees that it is there', async () => {
  const seen = async (name: StaffName) => await world.by(name, async ({ sql }) => (await sql`select id from commitment.obligation where kind = 'safety-check'`).length);
  const cells: Record<string, number> = {};
  for (const name of ['intake', 'clinician', 'supervisor', 'volunteer', 'outside', 'nurse', 'officer'] as const) cells[name] = await seen(name);
  expect(cells).toEqual({ intake: 0, clinician: 1, supervisor: 2, volunteer: 0, outside: 0, nurse: 0, officer: 0 });
  expect(await world.as.manager(async ({ sql }) => (await sql`select id from commitment.obligation where kind = 'safety-check'`).length)).toBe(0);
});

test('they hear of it at once by a mail that says nothing of what it is about', async () => {
  await world.runJobs(alertJobs);
  await world.runJobs(alertJobs);
  const mails = await world.database.admin<{ recipient: string; subject: string; text: string }[]>`select recipient, subject, text_body as text from platform.mail_message where kind = 'safety-check' order by recipient`;
  expect(mails.map((mail) => mail.recipient)).toEqual(['clinician@example.org', 'supervisor@example.org']);
  for (const mail of mails) expect(`${mail.subject} ${mail.text}`).not.toMatch(/health|safe|suicid|PHQ|crisis|danger|Kim|persons\//i);
});

test('the same answer fires once; a changed answer that newly meets the rule fires again', async () => {
  await save(first, 1, { ...ninth(1), ...numbered('phq', [2]) });
  expect(await alerts()).toHaveLength(1);
  await save(first, 2, ninth(2));
  expect(await alerts()).toHaveLength(2);
  await save(first, 3, ninth(0));
  expect(await alerts()).toHaveLength(2);
  // Back to an answer whose alert nobody has answered yet: it is open already.
  await save(first, 4, ninth(2));
  expect(await alerts()).toHaveLength(2);
});

test('what somebody typed fires also where a colleague saved in between, and the lines stand before what she typed', async () => {
  const { id } = await world.fill('clinician', 'phq-9', numbered('phq', [1]), { '~do': 'save' });
  await save(id, 1, numbered('phq', [2]));
  const late = await save(id, 1, ninth(3));
  expect(late.status).toBe(409);
  const text = await late.text();
  const alert = (await alerts()).find((one) => one.assessment === id);
  expect(alert).toMatchObject({ link: 'phq-9', answered: null });
  for (const part of [`safety-alerts/${alert?.id}`, 'Somebody has to act', '9-8-8']) expect(text).toContain(part);
});

test('the rule is data of the form: "not safe now" of the needs form fires too, for the intake worker who asked', async () => {
  const { answer } = await world.fill('intake', 'needs', { 'safe-now': tokenOf('needs', 'safe-now', 'not-safe') }, { '~do': 'save' });
  expect(answer.headers.get('location')).toContain('/safety-alerts/');
  const alert = answer.headers.get('location')?.split('/').at(-1) ?? '';
  expect((await tasks()).filter((one) => one.subject.startsWith(alert)).map((one) => one.account).toSorted()).toEqual([world.member.intake.account, world.member.clinician.account, world.member.supervisor.account].toSorted());
  const quiet = await world.fill('intake', 'needs', { 'safe-now': tokenOf('needs', 'safe-now', 'unsure') }, { '~do': 'save' });
  expect(quiet.answer.headers.get('location')).toContain('/edit?done=saved');
});

test('it cannot be dismissed: not as an obligation, not without a code and words, not by whoever may not see it', async () => {
  const [alert] = await alerts();
  const at = world.at(`/safety-alerts/${alert?.id}`);
  for (const name of ['clinician', 'supervisor'] as const) expect(await world.by(name, async ({ sql, now }) => (await sql`update commitment.obligation set kept_at = ${now} where kind = 'safety-check'`).count)).toBe(0);
  for (const name of ['intake', 'outside', 'nurse', 'officer', 'volunteer'] as const) expect((await (await world.visit(name)).post(at, { outcome: 'safe-now', note: 'We talked for an hour.' })).status, name).toBe(404);
  const clinician = await world.visit('clinician');
  for (const fields of [{ outcome: 'safe-now', note: 'short' }, { outcome: '', note: 'We talked for an hour.' }] as const) {
    const answer = await clinician.post(at, fields);
    expect([answer.status, (await answer.text()).includes(fields.note)]).toEqual([422, true]);
  }
  expect((await alerts())[0]).toMatchObject({ answered: null });
});

test('once a person says what was done, it is recorded with her name and everybody’s task ends; a second answer is kept on the page and changes nothing', async () => {
  const [alert] = await alerts();
  const at = world.at(`/safety-alerts/${alert?.id}`);
  const clinician = await world.visit('clinician');
  expect((await clinician.post(at, { outcome: 'crisis-line', note: 'Called together, sister comes tonight.' })).status).toBe(303);
  const late = await (await world.visit('supervisor')).post(at, { outcome: 'mistake', note: 'I thought it was a mistake.' });
  expect([late.status, (await late.text()).includes('I thought it was a mistake.')]).toEqual([409, true]);
  await world.runJobs(alertJobs);
  expect((await tasks()).filter((one) => one.subject.startsWith(alert?.id ?? '')).map((one) => one.kept !== null)).toEqual([true, true]);
  expect((await tasks()).some((one) => one.kept === null)).toBe(true);
  const page = await (await clinician.get(at)).text();
  for (const part of ['We called or texted 9-8-8 together', 'Called together, sister comes tonight.', 'clinician (demo)']) expect(page).toContain(part);
});

test('nobody barred and nobody whom the person shuts out is told; where all are shut out a supervisor still learns that there is something to do, and nothing of the answer', async () => {
  const { admin, clock } = world.database;
  const { answer } = await world.fill('clinician', 'gad-2', {}, { '~do': 'save' });
  expect(answer.status).toBe(303);
  await admin`insert into access.instruction (id, person_id, category, recorded_at) values (${newId()}, ${world.kim}, 'health', ${clock.now()})`;
  const [alert] = (await alerts()).filter((one) => one.answered === null);
  const at = world.at(`/safety-alerts/${alert?.id}`);
  expect((await (await world.visit('clinician')).get(at)).status).toBe(404);
  const supervisor = await (await (await world.visit('supervisor')).get(at)).text();
  expect(supervisor).toContain('withheld at the person’s direction');
  expect(supervisor).not.toContain('better off dead');
  const owners = async () => await world.as.worker(async ({ sql }) => (await sql<{ account: string }[]>`select account from access.alert_owners(${alert?.id ?? ''}) account`).map((row) => row.account).toSorted());
  expect(await owners()).toEqual([world.member.supervisor.account, world.member.clinician.account].toSorted());
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (${newId()}, ${world.kim}, ${world.member.supervisor.account}, 'named', ${clock.now()})`;
  expect((await (await world.visit('supervisor')).get(at)).status).toBe(404);
  expect(await owners()).toEqual([world.member.clinician.account]);
});
