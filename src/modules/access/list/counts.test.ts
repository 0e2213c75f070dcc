import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { staffNames } from '../access-world.test-tool.ts';
import { listGroups, listTraits } from './count-queries.ts';
import { freezeLists } from './jobs.ts';
import { type ListWorld, openListWorld } from './list-world.test-tool.ts';
import { settleLists } from './queries.ts';

let world: ListWorld;
beforeAll(async () => {
  world = await openListWorld();
});
afterAll(async () => await world.close());

const path = '/en/access/lists/demo-list';
const enter = async (given: string, agrees = true) => {
  const person = await world.enter('intake', { given, family: 'Placeholder', birth: '2001-05-01' });
  if (agrees) await world.agree(person);
  return person;
};
/** The text of a page without its tags. */
const told = async (at: string) => (await (await (await world.visit('supervisor')).get(at)).text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('the pages and the numbers are there for those who keep the list and for nobody else, and a refused look is written down', async () => {
  for (const who of ['intake', 'clinician', 'volunteer', 'outside', 'nurse', 'officer', 'manager'] as const)
    for (const page of ['reconciliation', 'outcomes']) expect((await (await world.visit(who)).get(`${path}/${page}`)).status, `${who} ${page}`).toBe(404);
  await world.stay(await enter('Alder'), 'shelter', '2019-05-01', null);
  const seen: Record<string, number> = {};
  for (const who of staffNames) seen[who] = await world.by(who, async (scope) => (await listGroups(scope, world.list, '2019-06-01')).length + (await listTraits(scope, world.list, '2019-06-01')).length);
  expect(Object.entries(seen).filter(([, n]) => n > 0).map(([who]) => who)).toEqual(['supervisor']);
  const [lines] = await world.database.admin<{ n: number }[]>`select count(*)::int as n from platform.audit_entry where action in ('access.reconcile-list', 'access.read-list') and decision = 'refuse'`;
  expect(lines?.n).toBe((staffNames.length - 1) * 2);
});

test('each reason for which the list and the shelter differ is a line, the lines add up, and a number of others ends in what these records do not hold', async () => {
  const { admin, clock } = world.database;
  // On the list and in the shelter: Alder, and Birch who leaves on the day after.
  await world.stay(await enter('Birch'), 'shelter', '2019-05-20', '2019-06-02');
  await world.stay(await enter('Cedar'), 'unsheltered', '2019-05-20', null);
  await world.stay(await enter('Dogwood'), 'hidden', '2019-05-20', null);
  await world.stay(await enter('Elm'), 'shelter', '2019-05-20', '2019-06-01');
  await world.stay(await enter('Fir', false), 'shelter', '2019-05-20', null);
  const late = await enter('Gum');
  await admin`insert into access.stay (id, person_id, agency_id, kind, start_date, evidence, entered_at) values (${newId()}, ${late}, ${world.agencies.north}, 'shelter', '2019-05-30', 'observed', '2019-06-02T15:00:00-04:00')`;
  await admin`update access.stay set entered_at = '2019-05-25T12:00:00-04:00' where person_id <> ${late}`;
  await admin`update access.consent set recorded_at = '2019-05-25T12:00:00-04:00'`;
  const barred = await enter('Holly');
  await world.stay(barred, 'shelter', '2019-05-20', null);
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (${newId()}, ${barred}, ${world.member.supervisor.account}, 'recused', ${clock.now()})`;
  const page = await told(`${path}/reconciliation?day=2019-06-01&count=shelter&other=9`);
  for (const line of ['as it was known that day 5 ', 'Known later: entered after that day + 1', 'Did not agree to the list + 1', 'Slept outside − 1', 'Slept with others − 1', 'where the person slept that night is not known − 1', 'by the stays recorded here 4', 'counted twice + 5', 'as typed 9']) expect(page).toContain(line);
  expect(await told(`${path}/reconciliation?day=2019-06-01&count=found`)).toContain('In a shelter or outside that night, by the stays recorded here 5');
  expect(await told(`${path}/reconciliation`.replace('/en/', '/fr/'))).toContain('Sur la liste le 3 juin 2019');
  const sum = await world.by('supervisor', async (scope) => (await listGroups(scope, world.list, '2019-06-01')).reduce((total, { people }) => total + people, 0));
  expect(sum).toBe(7);
});

test('a day to come and a number that is none are refused, and what was typed stays', async () => {
  const answer = await (await world.visit('supervisor')).get(`${path}/reconciliation?day=2019-06-31&other=many`);
  expect(answer.status).toBe(422);
  const text = await answer.text();
  for (const piece of ['Give a day up to today', 'Give a whole number', 'value="2019-06-31"', 'value="many"']) expect(text).toContain(piece);
  expect((await (await world.visit('supervisor')).get(`${path}/reconciliation?day=2019-06-04`)).status).toBe(422);
});

test('a month as it was stated and as it is known now differ by lines of late news', async () => {
  await world.as.worker(settleLists);
  await world.at('2019-06-10T04:30:00-04:00');
  await world.as.worker(freezeLists);
  const person = await enter('Ivy');
  await world.database.admin`insert into access.list_change (id, list_id, person_id, from_state, to_state, reason, effective, recorded_at) values (${newId()}, ${world.list}, ${person}, null, 'active', 'newly-identified', '2019-05-15', '2019-06-11T12:00:00Z')`;
  const page = await told(`${path}/reconciliation`);
  const [first, second] = [Number(/as stated on 10 June 2019, 04:30 (\d+)/.exec(page)?.[1]), Number(/as known now (\d+)/.exec(page)?.[1])];
  expect(page).toContain('Entered later: was active + 1');
  expect(second - first).toBe(1);
});

test('the outcomes count people by month and fiscal year, with what people say of themselves and what is missing', async () => {
  const page = await told(`${path}/outcomes`);
  expect(page).toMatch(/2019-20 up to 10 June 2019 (\d+) /);
  expect(page).toContain('May 2019');
  const of = (period: string) => new RegExp(`${period}(?: up to [^0-9]*\\d+ \\w+ 2019| up to 10 June 2019)? (\\d+) (\\d+) (\\d+); (\\d+); (\\d+) (\\d+), (\\d+), (\\d+), (\\d+) `).exec(page)?.slice(1).map(Number) ?? [];
  const [people = 0, fresh, , , , yes = 0, no = 0, declined = 0, missing = 0] = of('May 2019');
  expect(people).toBe(6);
  expect(fresh).toBe(6);
  expect(yes + no + declined + missing).toBe(people);
});
