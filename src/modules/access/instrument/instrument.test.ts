import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AssessmentWorld, numbered, openAssessmentWorld } from '../assessment/assessment-world.test-tool.ts';
import type { StaffName } from '../access-world.test-tool.ts';

let world: AssessmentWorld;
beforeAll(async () => {
  world = await openAssessmentWorld();
});
afterAll(async () => await world.close());
const decide = async (name: StaffName, instrument: string, fields: Record<string, string>) => await (await world.visit(name)).post(`/en/access/instruments/${instrument}`, fields);
const total = (score: string, more: Record<string, string> = {}) => ({ score, 'administered-on': '2019-06-01', 'administered-by': 'A. Trained', edition: '3', ...more });

test('only a supervisor decides; a wrong number comes back as typed', async () => {
  for (const name of ['intake', 'clinician', 'volunteer', 'nurse', 'officer'] as const) expect((await decide(name, 'phq-9', { 'months-phq-9': '1' })).status, name).toBe(404);
  expect((await decide('supervisor', 'none', {})).status).toBe(404);
  const wrong = await decide('supervisor', 'phq-9', { 'months-phq-9': '61' });
  expect([wrong.status, (await wrong.text()).includes('value="61"')]).toEqual([422, true]);
  expect((await decide('supervisor', 'phq-9', { 'months-phq-9': '1' })).status).toBe(303);
  expect(await (await (await world.visit('supervisor')).get('/en/access/instruments')).text()).toContain('value="1"');
});

test('what an agency decides counts for what is finished from then on, in that agency alone', async () => {
  const { id } = await world.fill('clinician', 'phq-9', numbered('phq', [0, 0, 0, 0, 0, 0, 0, 0, 0]));
  expect(await world.database.admin`select expires_on from access.assessment where id = ${id}`).toMatchObject([{ expires_on: '2019-07-03' }]);
  const sees = async (name: StaffName) => await world.by(name, async ({ sql }) => (await sql`select instrument from access.instrument`).length);
  expect([await sees('clinician'), await sees('intake'), await sees('volunteer'), await sees('nurse'), await sees('officer')]).toEqual([1, 1, 0, 0, 0]);
  await expect(world.by('clinician', async ({ sql, now }) => await sql`insert into access.instrument (agency_id, instrument, changed_by, changed_at) values (${world.agencies.north}, 'gad-7', ${world.member.clinician.account}, ${now})`)).rejects.toThrow('row-level security');
  await expect(world.by('supervisor', async ({ sql, now }) => await sql`insert into access.instrument (agency_id, instrument, changed_by, changed_at) values (${world.agencies.south}, 'gad-7', ${world.member.supervisor.account}, ${now})`)).rejects.toThrow('row-level security');
});

test('a licensed tool is offered once the agency has said under which permission, and takes a total in its range, not in the future, with day, name and version', async () => {
  expect((await world.fill('intake', 'slot-vat', total('27'))).answer.status).toBe(404);
  await decide('supervisor', 'slot-vat', { 'months-slot-vat': '', 'licence-slot-vat': 'Trained by DESC on 2019-05-01 (demo)' });
  const form = await (await (await world.visit('intake')).get(world.at('/assessments/new/slot-vat'))).text();
  for (const part of ['A whole number from 10 to 50', 'is not part of this program', 'Version of the tool']) expect(form).toContain(part);
  for (const [fields, said] of [[total('51'), 'value="51"'], [total('27', { 'administered-on': '2019-06-04' }), 'not in the future'], [total('27', { edition: '' }), 'value="27"']] as const) {
    const { answer } = await world.fill('intake', 'slot-vat', fields);
    expect([answer.status, (await answer.text()).includes(said)]).toEqual([422, true]);
  }
  const { id, answer } = await world.fill('intake', 'slot-vat', total('27'));
  expect(answer.status).toBe(303);
  expect(await world.database.admin`select score, administered_on as day, expires_on as expires from access.assessment where id = ${id}`).toEqual([{ score: { total: 27 }, day: '2019-06-01', expires: '2019-12-01' }]);
  const shown = await (await (await world.visit('intake')).get(world.at(`/assessments/${id}`))).text();
  for (const part of ['<b>27</b>', 'A. Trained', '1 June 2019', 'done elsewhere']) expect(shown).toContain(part);
});
