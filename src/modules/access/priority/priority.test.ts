import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { staffNames } from '../access-world.test-tool.ts';
import { findOnShelf, listShelf } from '../instrument/shelf.ts';
import { makeOffer, takeOfferStep } from '../offer/actions.ts';
import { readOffers } from '../offer/queries.ts';
import { rankVacancy } from '../vacancy/actions.ts';
import { openPlaceWorld, type PlaceWorld } from '../vacancy/place-world.test-tool.ts';
import { findVacancy } from '../vacancy/queries.ts';
import { ageOn, factsOf, needOf } from './facts.ts';
import { ruleOn } from './fields.ts';
import { approvePriority, countClosed, findInForce, insertPriority, listPriorities, readRanked } from './queries.ts';
import { readReplay, replayUnder } from './replay.ts';

let world: PlaceWorld;
const people: string[] = [];
beforeAll(async () => {
  world = await openPlaceWorld();
  // The longer on the list, the older; who is first by one rule is last by the other.
  for (let n = 0; n < 8; n += 1) people.push(await world.put(`Person${n}`, `2019-03-0${n + 1}`, { birth: n < 4 ? '1960-01-31' : '2000-01-31' }));
});
afterAll(async () => await world.close());

test('facts are those of the day: age with birthdays, days of stays that count, bands of a score by the place in its own instrument; what is not known is null', async () => {
  expect([ageOn('2000-06-04', '2019-06-03'), ageOn('2000-06-03', '2019-06-03'), ageOn('2000-02-29', '2019-02-28'), ageOn('2000-02-29', '2019-03-01')]).toEqual([18, 19, 18, 19]);
  const placed = { birthDate: null, listDate: null, household: 0, veteran: null, indigenous: null, needHash: null, needTotal: null };
  const facts = await world.by('supervisor', async (scope) => await factsOf(scope, [{ key: 'a', ...placed }], [{ person: 'a', kind: 'shelter', start: '2018-09-01', end: null }], '2019-06-03'));
  expect(facts.get('a')).toEqual({ chronic: true, days365: 276, days1095: 276, need: null, age: null, youth: null, household: 1, veteran: null, indigenous: null, listDate: null });
  const scale = findOnShelf('phq-9') ?? listShelf().find(({ compiled }) => needOf({ compiled }, 0) !== null);
  if (!scale) throw new Error('no instrument with bands');
  expect([needOf(scale, 0), needOf(scale, 10), needOf(scale, 27), needOf(scale, 999)]).toEqual(['low', 'medium', 'high', null]);
});

test('the people on a list are ranked for those who keep it; reading leaves a line, a refusal too, and whoever closed her record to the agency is not ranked', async () => {
  const seen: string[] = [];
  for (const who of staffNames) if ((await world.by(who, async (scope) => await readRanked(scope, world.list, '2019-06-03'))).length > 0) seen.push(who);
  expect(seen).toEqual(['supervisor']);
  const { admin, clock } = world.database;
  const bar = newId();
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (${bar}, ${people[0] ?? ''}, ${world.member.supervisor.account}, 'recused', ${clock.now()})`;
  const count = async () => await world.by('supervisor', async (scope) => [(await readRanked(scope, world.list, '2019-06-03')).length, await countClosed(scope, world.list, '2019-06-03')]);
  expect(await count()).toEqual([7, 1]);
  expect(await world.by('outside', async (scope) => await countClosed(scope, world.list, '2019-06-03'))).toBe(0);
  await admin`delete from access.bar where id = ${bar}`;
  const instruction = newId();
  await admin`insert into access.instruction (id, person_id, agency_id, recorded_at) values (${instruction}, ${people[0] ?? ''}, ${world.agencies.north}, ${clock.now()})`;
  expect(await count()).toEqual([7, 0]);
  await admin`update access.instruction set lifted_at = ${clock.now()} where id = ${instruction}`;
  const [line] = await admin<{ n: number }[]>`select count(*)::int as n from platform.audit_entry where action = 'access.read-ranked' and decision = 'refuse'`;
  expect(line?.n).toBeGreaterThan(4);
});

test('rules are proposed by those who keep the list and approved by their supervisor with the decision named; one version is in force on a day', async () => {
  const [id, account] = [newId(), world.member.supervisor.account];
  const row = { id, list: world.list, rules: ['youth', 'listDate'].flatMap((one) => ruleOn(one) ?? []), note: 'Youth first' };
  for (const who of ['intake', 'outside', 'volunteer', 'officer'] as const) await expect(world.by(who, async (scope) => await insertPriority(scope, { ...row, account: world.member[who].account })), who).rejects.toMatchObject({ code: '42501' });
  await world.byCoordinator(async (scope) => {
    if (scope.actor.kind === 'staff') await insertPriority(scope, { ...row, account: scope.actor.account });
  });
  const approval = { body: 'Housing table (demo)', decision: 'Youth first', decidedOn: '2019-06-01', reference: 'D-2', url: null, from: '2019-06-10' };
  expect(await world.byCoordinator(async (scope) => await approvePriority(scope, id, account, approval))).toBe(false);
  expect(await world.by('outside', async (scope) => await approvePriority(scope, id, account, approval))).toBe(false);
  await expect(world.by('supervisor', async (scope) => await approvePriority(scope, id, account, { ...approval, from: '2019-05-01' }))).rejects.toMatchObject({ code: '42501' });
  expect(await world.by('supervisor', async (scope) => await approvePriority(scope, id, account, approval))).toBe(true);
  const versionOn = async (day: string) => (await world.by('supervisor', async (scope) => await findInForce(scope, world.list, day)))?.version;
  expect([await versionOn('2019-04-30'), await versionOn('2019-06-09'), await versionOn('2019-06-10')]).toEqual([undefined, 1, 2]);
  expect(await world.by('volunteer', async (scope) => await listPriorities(scope, world.list))).toEqual([]);
});

test('last year’s vacancies under another version: who would have been offered what, what was declined stays declined, and small groups are not shown', async () => {
  for (const turn of [1, 2]) {
    const id = await world.give(`Room ${turn}`);
    await world.by('supervisor', async (scope) => {
      const vacancy = await findVacancy(scope, id);
      if (vacancy) await rankVacancy(scope, vacancy);
      await makeOffer(scope, id);
      const offer = (await readOffers(scope, id))[0]?.id ?? '';
      await takeOfferStep(scope, offer, { step: turn === 1 ? 'decline' : 'accept', declinedBy: turn === 1 ? 'person' : undefined, reason: turn === 1 ? 'not-interested' : undefined });
    });
    if (turn === 1) await world.byCoordinator(async (scope) => await takeOfferStep(scope, (await readOffers(scope, id))[0]?.id ?? '', { step: 'approve' }));
  }
  const past = await world.by('supervisor', async (scope) => await readReplay(scope, world.list, '2018-06-04', '2019-06-03'));
  const versions = await world.by('supervisor', async (scope) => await listPriorities(scope, world.list));
  const [second, first] = versions;
  if (!first || !second) throw new Error('two versions are asked');
  const found = replayUnder(past, first, second);
  expect(found.lines.map((line) => [line.first?.givenName, line.second?.givenName, line.really?.givenName])).toEqual([['Person1', 'Person4', undefined], ['Person0', 'Person5', 'Person0']]);
  expect(found.differ).toBe(2);
  expect(found.fares.map(({ group, people: n, shown }) => [group, n, shown])).toEqual([['all', 8, true], ['youth', 4, false]]);
  for (const who of staffNames) if (who !== 'supervisor') expect(await world.by(who, async (scope) => await readReplay(scope, world.list, '2018-06-04', '2019-06-03')), who).toEqual([]);
  const path = '/en/access/priorities/demo-list/replay';
  const text = await (await (await world.visit('supervisor')).get(`${path}?first=1&second=2`)).text();
  expect(text).toContain('2 of 2 vacancies would have gone to somebody else.');
  expect(text).toMatch(/16 to 24 years old<\/th><td colspan="4">not shown/);
  for (const who of ['intake', 'outside', 'manager'] as const) expect((await (await world.visit(who)).get(path)).status, who).toBe(404);
});
