import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Decision, decide, recompute } from '#app/methods/priority/decision.ts';
import type { Fact } from '#app/methods/priority/rule.ts';
import { newId } from '#app/platform/db/id.ts';
import { needBands, protectedFields, ruleOn } from '../priority/fields.ts';
import { openPlaceWorld, type PlaceWorld } from './place-world.test-tool.ts';
import type { Kept } from './queries.ts';

let world: PlaceWorld;
beforeAll(async () => {
  world = await openPlaceWorld();
});
afterAll(async () => await world.close());

const rules = ['indigenous', 'chronic', 'need', 'days365', 'days1095', 'youth', 'listDate'];
/** Decisions of made-up people, vacancies and draws; the same for the same seed. */
function madeUp(count: number): Decision[] {
  let state = 20190603;
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const maybe = (fact: Fact): Fact => (random(5) === 0 ? null : fact);
  return Array.from({ length: count }, (_, index) => {
    const people = Array.from({ length: 3 + random(20) }, (_, n) => ({ person: `${index}-${n}`, facts: {
      chronic: random(3) === 0, days365: random(366), days1095: random(1096), need: maybe(needBands[random(3)] ?? null), age: maybe(16 + random(60)), youth: maybe(random(4) === 0), household: 1 + random(4),
      veteran: maybe(random(8) === 0), indigenous: maybe(random(4) === 0), listDate: maybe(`2019-0${1 + random(6)}-1${random(10)}`),
    } }));
    const chosen = rules.filter((id) => id === 'listDate' || random(2) === 0).flatMap((id) => ruleOn(id) ?? []);
    const label = { en: 'Asked', fr: 'Demandé' };
    return decide({
      vacancy: { id: newId(), requirements: random(2) === 0 ? [] : [{ test: 'most', id: 'household-most', label, field: 'household', value: 1 + random(3) }] }, people, ruleSet: { id: 'made-up', version: String(1 + random(9)), rules: chosen, protected: [...protectedFields] },
      draw: { seed: index.toString(16).padStart(64, '0'), beacon: `list ${index}` }, overrides: [],
    });
  });
}

test('a thousand decisions kept in the database come out the same when they are made again; a changed input in any is found and named', async () => {
  const made = madeUp(1000);
  const { admin, clock } = world.database;
  const rows = made.map((one) => ({ id: one.inputs.vacancy.id, inputs: one.inputs, ordering: one.order, offered: one.offered, prints: one.fingerprints }));
  const text = JSON.stringify(rows);
  await admin`insert into access.vacancy (id, list_id, agency_id, name, requirements, available_on, state, entered_at, ranked_at)
    select (r ->> 'id')::uuid, ${world.list}, ${world.agencies.south}, 'Room (demo)', r -> 'inputs' -> 'vacancy' -> 'requirements', '2019-06-10', 'ranked', ${clock.now()}, ${clock.now()} from jsonb_array_elements(${text}::text::jsonb) r`;
  await admin`insert into access.decision (vacancy_id, priority_id, inputs, ordering, offered, fingerprints, made_at)
    select (r ->> 'id')::uuid, ${world.rules}, r -> 'inputs', array(select jsonb_array_elements_text(r -> 'ordering')), r ->> 'offered', r -> 'prints', ${clock.now()} from jsonb_array_elements(${text}::text::jsonb) r`;
  const again = async (some: readonly Decision[]) => (await world.by('supervisor', async ({ sql }) =>
    await sql<{ id: string; kept: Kept }[]>`select v.id, access.read_decision(v.id) as kept from unnest(${some.map((one) => one.inputs.vacancy.id)}::uuid[]) v (id)`)).map(({ id, kept }) => ({ id, ...recompute(kept) }));
  expect((await again(made)).filter((one) => one.equal)).toHaveLength(1000);
  expect(made.filter((one) => one.offered !== null).length).toBeGreaterThan(900);
  const target = made[617];
  const person = target?.inputs.people[2]?.person;
  await admin`update access.decision set inputs = jsonb_set(inputs, '{people,2,facts,household}', '9') where vacancy_id = ${target?.inputs.vacancy.id ?? ''}`;
  expect((await again(made.slice(600, 650))).filter((one) => !one.equal)).toMatchObject([{ id: target?.inputs.vacancy.id, changed: [`people.${person}.facts.household`] }]);
});
