import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { type StaffName, staffNames } from '../access-world.test-tool.ts';
import { type AssessmentWorld, numbered, openAssessmentWorld, shelved } from './assessment-world.test-tool.ts';

let world: AssessmentWorld;
let open = '';
let done = '';
beforeAll(async () => {
  world = await openAssessmentWorld();
  open = (await world.fill('clinician', 'phq-9', numbered('phq', [1]), { '~do': 'save' })).id;
  done = (await world.fill('clinician', 'phq-9', numbered('phq', [0, 0, 0, 0, 0, 0, 0, 0, 1]))).id;
}, 60_000);
afterAll(async () => await world.close());

class Undone extends Error {}
const code = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');
/** Whether the work holds for her; undone afterwards. Being refused by a right or a policy is no. */
async function holds(who: StaffName, work: (scope: Scope) => Promise<boolean>): Promise<boolean> {
  let held = false;
  await world.by(who, async (scope) => {
    held = await work(scope);
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone) && code(error) !== '42501') throw error;
  });
  return held;
}
const empty = { resourceType: 'QuestionnaireResponse', status: 'in-progress' };
/** l lists, u lists what is unfinished, o reads one unfinished, f one finished, b begins, s saves, a raises an alert, r reads it, w says what was done, k gives a link. */
async function cell(who: StaffName): Promise<string> {
  const [alert] = await world.database.admin<{ id: string }[]>`select id from access.safety_alert`;
  const yes = async (work: (scope: Scope) => Promise<readonly Record<string, unknown>[]>) => await holds(who, async (scope) => {
    const rows = await work(scope);
    return rows.length > 0 && rows[0]?.done !== false && rows[0]?.done !== 'refused';
  });
  const parts: [string, boolean][] = [
    ['l', await yes(async ({ sql }) => await sql`select id from access.list_assessments(${world.kim}) where section = 'health'`)],
    ['u', await yes(async ({ sql }) => await sql`select id from access.list_assessments(${world.kim}) where state = 'unfinished'`)],
    ['o', await yes(async ({ sql }) => await sql`select id from access.read_assessment(${open})`)],
    ['f', await yes(async ({ sql }) => await sql`select id from access.read_assessment(${done})`)],
    ['b', await yes(async ({ sql }) => await sql`select access.begin_assessment(${newId()}, ${world.kim}, 'phq-9', ${shelved('phq-9').hash}, false, 'en') as done`)],
    ['s', await yes(async ({ sql }) => await sql`select access.save_assessment(${open}, 1, ${sql.json(empty)}, null, false, null, null, 'en') as done`)],
    ['a', await yes(async ({ sql }) => await sql`select access.raise_alert(${newId()}, ${open}, 'phq-9', '{"valueInteger": 1}') as done`)],
    ['r', await yes(async ({ sql }) => await sql`select id from access.read_alert(${alert?.id ?? ''}) where shown`)],
    ['w', await yes(async ({ sql }) => await sql`select access.answer_alert(${alert?.id ?? ''}, 'safe-now', 'We talked for long.') as done`)],
    ['k', await yes(async ({ sql }) => await sql`select access.begin_assessment(${'0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10'}, ${world.kim}, 'phq-9', ${shelved('phq-9').hash}, true, 'en'),
      access.give_link(${newId()}, '0b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10', '\\x00', ${new Date('2019-06-04T00:00:00Z')}) as done`)],
  ];
  return parts.filter(([, held]) => held).map(([letter]) => letter).join('');
}
async function cells(): Promise<Partial<Record<StaffName, string>>> {
  const found: Partial<Record<StaffName, string>> = {};
  for (const who of staffNames) {
    const text = await cell(who);
    if (text !== '') found[who] = text;
  }
  return found;
}
const all = 'luofbsarwk';
const instruct = async (whom: { category?: string; account?: string; agency?: string }) => {
  const id = newId();
  await world.database.admin`insert into access.instruction (id, person_id, category, agency_id, account_id, recorded_at) values (${id}, ${world.kim}, ${whom.category ?? null}, ${whom.agency ?? null}, ${whom.account ?? null}, ${world.database.clock.now()})`;
  return async () => await world.database.admin`update access.instruction set lifted_at = ${world.database.clock.now()} where id = ${id}`;
};

test('nobody has a right to read or write the tables themselves', async () => {
  for (const who of staffNames) for (const table of ['assessment', 'assessment_link', 'safety_alert']) {
    const name = (scope: Scope) => scope.sql(`access.${table}`);
    expect(await holds(who, async (scope) => (await scope.sql`select * from ${name(scope)}`).length > 0), `${who} reads ${table}`).toBe(false);
    expect(await holds(who, async (scope) => (await scope.sql`delete from ${name(scope)}`).count > 0), `${who} deletes ${table}`).toBe(false);
    expect(await holds(who, async (scope) => (await scope.sql`update ${name(scope)} set id = id`).count > 0), `${who} changes ${table}`).toBe(false);
  }
  await expect(world.as.public(async ({ sql }) => await sql`select * from access.read_assessment(${done})`)).rejects.toThrow('permission denied');
  expect(await world.as.public(async ({ sql }) => (await sql`select access.save_assessment(${open}, 1, '{}', null, false, null, null, 'en') as done`)[0]?.done)).toBe('refused');
});

test('those who work with the person in the agency that holds the record, and whose role opens health, do everything; everybody else nothing', async () => {
  expect(await cells()).toEqual({ clinician: all, supervisor: all });
});

test('an instruction in the middle withholds from whom it names, at once and for reading and writing; lifting it opens again', async () => {
  let lift = await instruct({ category: 'health', account: world.member.clinician.account });
  expect(await cells()).toEqual({ supervisor: all });
  const list = await (await world.visit('clinician')).get(world.at('/assessments'));
  expect(await list.text()).toContain('withheld at the person’s direction');
  expect((await (await world.visit('clinician')).post(world.at(`/assessments/${open}/edit`), { '~revision': '1' })).status).toBe(404);
  await lift();
  // Where everybody is shut out a supervisor may still say what was done; she learns nothing of the answer.
  lift = await instruct({ category: 'health' });
  expect(await cells()).toEqual({ supervisor: 'w' });
  await lift();
  lift = await instruct({ category: 'housing' });
  expect(await cells()).toEqual({ clinician: all, supervisor: all });
  await lift();
});

test('a consent for care shares what is finished, to read, with roles that open the section; another section shares nothing', async () => {
  const share = async (categories: string[]) => {
    const id = newId();
    await world.database.admin`insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, form_version, language, how, starts_on, recorded_at)
      values (${id}, ${world.kim}, 'self', '{care}', ${categories}, ${[world.agencies.south]}, '1', 'en', 'spoken', '2019-01-01', ${world.database.clock.now()})`;
    return async () => await world.database.admin`update access.consent set withdrawn_at = ${world.database.clock.now()} where id = ${id}`;
  };
  let withdraw = await share(['housing']);
  expect((await cells()).nurse).toBeUndefined();
  await withdraw();
  withdraw = await share(['health']);
  expect(await cells()).toEqual({ clinician: all, supervisor: all, nurse: 'lfr' });
  await withdraw();
  expect((await cells()).nurse).toBeUndefined();
});

test('break-glass reads, also what is unfinished and withheld, and writes nothing; a bar closes all', async () => {
  const lift = await instruct({ category: 'health' });
  const glass = async (account: string) => await world.database.admin`insert into access.break_glass (id, person_id, account_id, ground, reason, opened_at, ends_at)
    values (${newId()}, ${world.kim}, ${account}, 'emergency-care', 'Unconscious at the door', ${world.database.clock.now()}, ${new Date(world.database.clock.now().getTime() + 600_000)})`;
  await glass(world.member.nurse.account);
  await glass(world.member.supervisor.account);
  expect(await cells()).toEqual({ supervisor: 'luofrw', nurse: 'luofr' });
  await lift();
  for (const name of ['clinician', 'nurse'] as const) await world.database.admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (${newId()}, ${world.kim}, ${world.member[name].account}, 'named', now())`;
  expect(await cells()).toEqual({ supervisor: all });
  await world.database.admin`delete from access.bar`;
  await world.database.admin`delete from access.break_glass`;
});

test('each look leaves a line at the person before anything is given, also one that is refused', async () => {
  const lines = async () => await world.database.admin<{ action: string; decision: string; section: string }[]>`select action, decision, detail ->> 'section' as section from platform.audit_entry
    where subject_id = ${world.kim} and action in ('access.list-assessments', 'access.read-assessment', 'access.read-alert') order by id`;
  const before = (await lines()).length;
  await world.by('clinician', async ({ sql }) => await sql`select * from access.read_assessment(${done})`);
  await world.by('intake', async ({ sql }) => await sql`select * from access.read_assessment(${done})`);
  await world.by('intake', async ({ sql }) => await sql`select * from access.list_assessments(${world.kim})`);
  expect((await lines()).slice(before)).toEqual([
    { action: 'access.read-assessment', decision: 'permit', section: 'health' }, { action: 'access.read-assessment', decision: 'refuse', section: 'health' }, { action: 'access.list-assessments', decision: 'permit', section: 'housing' },
  ]);
});
