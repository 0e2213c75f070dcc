import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { type StaffName, staffNames } from '../access-world.test-tool.ts';
import { type CareWorld, openCareWorld } from '../care-plan/care-world.test-tool.ts';

let world: CareWorld;
let connector: Awaited<ReturnType<CareWorld['hire']>>;
let caller: Awaited<ReturnType<CareWorld['hire']>>;
let other: Awaited<ReturnType<CareWorld['hire']>>;
const id = newId();
beforeAll(async () => {
  world = await openCareWorld();
  [connector, caller, other] = [await world.hire('connector', 'north', 'coordinator'), await world.hire('caller', 'north', 'volunteer'), await world.hire('other', 'south', 'access-supervisor')];
  const { admin } = world.database;
  await admin`insert into access.outreach_setting (agency_id, takes_referrals, changed_at) values (${world.agencies.north}, true, now())`;
  await admin`insert into access.outreach (id, agency_id, consent, referred_by, state, received_on, joined_on, received_at) values (${id}, ${world.agencies.north}, 'agrees', 'neighbour', 'joined', '2019-06-01', '2019-06-02', now())`;
  await admin`insert into access.outreach_contact (outreach_id, first_name, telephone, language) values (${id}, 'Edith', '905 555 0142', 'en')`;
  await admin`insert into access.outreach_slot (id, outreach_id, account_id, weekday, at_time, from_date) values (${newId()}, ${id}, ${caller.account}, 1, '10:00', '2019-06-01')`;
  await admin`insert into access.outreach_slot (id, outreach_id, account_id, weekday, at_time, from_date) values (${newId()}, ${id}, ${newId()}, 3, '15:00', '2019-06-01')`;
  await admin`insert into access.outreach_attempt (id, outreach_id, account_id, outcome, on_date, recorded_at) values (${newId()}, ${id}, ${caller.account}, 'talked', '2019-06-03', now())`;
  await admin`insert into access.outreach_note (id, outreach_id, account_id, body, written_at) values (${newId()}, ${id}, ${caller.account}, 'n', now())`;
  await admin`insert into access.outreach_score (id, outreach_id, measure, score, on_date, entered_by) values (${newId()}, ${id}, 'own', 4, '2019-06-02', ${connector.account})`;
});
afterAll(async () => await world.close());

class Undone extends Error {}
type By = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
async function holds(by: By, work: (scope: Scope) => Promise<boolean>): Promise<boolean> {
  let held = false;
  await by(async (scope) => {
    held = await work(scope);
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone) && !(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
  });
  return held;
}
const me = ({ actor }: Scope) => (actor.kind === 'staff' ? actor.account : null);
type Try = readonly [string, (scope: Scope) => Promise<boolean>];
const reads = (table: string, column = 'outreach_id'): Try => ['r', async ({ sql }) => (await sql`select ${sql(column)} from ${sql(`access.${table}`)}`).length > 0];
const does = (mark: string, work: (scope: Scope) => PromiseLike<{ count: number }>): Try => [mark, async (scope) => (await work(scope)).count > 0];
const tables: Readonly<Record<string, readonly Try[]>> = {
  outreach: [reads('outreach', 'id'), does('u', ({ sql }) => sql`update access.outreach set state = 'left', left_reason = 'moved', ended_on = '2019-06-03' where id = ${id}`), does('i', ({ sql }) => sql`insert into access.outreach (id, agency_id, consent, referred_by, received_on, received_at) values (${newId()}, ${world.agencies.north}, 'agrees', 'other', '2019-06-03', now())`),
    does('a', ({ sql }) => sql`update access.outreach set agency_id = ${world.agencies.south} where id = ${id}`), does('d', ({ sql }) => sql`delete from access.outreach where id = ${id}`)],
  outreach_contact: [reads('outreach_contact'), does('u', ({ sql }) => sql`update access.outreach_contact set telephone = 'x'`), does('d', ({ sql }) => sql`delete from access.outreach_contact`)],
  outreach_slot: [reads('outreach_slot'), reads('outreach_slot', 'account_id'), does('i', (scope) => scope.sql`insert into access.outreach_slot (id, outreach_id, account_id, weekday, at_time, from_date, entered_by) values (${newId()}, ${id}, ${caller.account}, 2, '10:00', '2019-06-03', ${me(scope)})`),
    does('f', (scope) => scope.sql`insert into access.outreach_slot (id, outreach_id, account_id, weekday, at_time, from_date, entered_by) values (${newId()}, ${id}, ${other.account}, 2, '10:00', '2019-06-03', ${me(scope)})`), does('u', ({ sql }) => sql`update access.outreach_slot set to_date = '2019-06-02' where outreach_id = ${id}`)],
  outreach_attempt: [reads('outreach_attempt'), does('i', (scope) => scope.sql`insert into access.outreach_attempt (id, outreach_id, account_id, outcome, on_date, recorded_at) values (${newId()}, ${id}, ${me(scope)}, 'talked', '2019-06-03', now())`), does('f', ({ sql }) => sql`insert into access.outreach_attempt (id, outreach_id, account_id, outcome, on_date, recorded_at) values (${newId()}, ${id}, ${newId()}, 'talked', '2019-06-03', now())`)],
  outreach_note: [reads('outreach_note'), does('i', (scope) => scope.sql`insert into access.outreach_note (id, outreach_id, account_id, body, written_at) values (${newId()}, ${id}, ${me(scope)}, 'n', now())`)],
  outreach_score: [reads('outreach_score'), does('i', (scope) => scope.sql`insert into access.outreach_score (id, outreach_id, measure, score, on_date, entered_by) values (${newId()}, ${id}, 'own', 5, '2019-06-03', ${me(scope)})`)],
  outreach_setting: [reads('outreach_setting', 'agency_id'), does('u', ({ sql }) => sql`update access.outreach_setting set missed_limit = 4 where agency_id = ${world.agencies.north}`)],
  'all about one': [['r', async ({ sql }) => (await sql<{ content: unknown }[]>`select access.read_outreach(${id}) as content`)[0]?.content !== null]],
  'the list': [['r', async ({ sql }) => (await sql`select id from access.list_outreach()`).length > 0]],
  'own calls': [['r', async ({ sql }) => (await sql`select outreach_id from access.my_calls()`).length > 0]],
  'missed in a row': [['r', async ({ sql }) => (await sql`select missed from access.missed_in_a_row(${id})`).length > 0]],
  'results': [['r', async ({ sql }) => (await sql`select state from access.outreach_results()`).length > 0]],
  'worker functions': [['r', async ({ sql }) => (await sql`select slot_id from access.calls_today(null)`).length > 0]],
};

test('every role in two agencies does with every table of outreach exactly what is listed here', async () => {
  const actors: readonly (readonly [string, By])[] = [...staffNames.map((name: StaffName) => [name, async <T>(work: (scope: Scope) => Promise<T>) => await world.by(name, work)] as const), ['connector', connector.by], ['caller', caller.by], ['other', other.by], ['manager', world.as.manager], ['public', world.as.public]];
  const found: Record<string, Record<string, string>> = {};
  for (const [table, tries] of Object.entries(tables)) for (const [name, by] of actors) {
    let marks = '';
    for (const [mark, work] of tries) if (await holds(by, work)) marks += mark;
    if (marks !== '') found[table] = { ...found[table], [name]: marks };
  }
  const team = (marks: string) => ({ intake: marks, supervisor: marks, connector: marks });
  expect(found).toEqual({
    outreach: team('ru'),
    outreach_slot: { intake: 'r', supervisor: 'riu', connector: 'riu' },
    outreach_attempt: { ...team('i'), caller: 'i' }, outreach_note: { ...team('i'), caller: 'i' }, outreach_score: team('i'),
    outreach_setting: { intake: 'r', supervisor: 'ru', connector: 'r' },
    'all about one': team('r'), 'the list': team('r'), 'own calls': { caller: 'r' }, 'missed in a row': { ...team('r'), caller: 'r' }, results: { supervisor: 'r' },
  });
});

test('a volunteer does not see when others call the same person', async () => {
  expect(await caller.by(async ({ sql }) => (await sql<{ weekday: number }[]>`select weekday from access.my_calls()`).map((row) => row.weekday))).toEqual([1]);
});
