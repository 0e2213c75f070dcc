import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recompute } from '#app/methods/priority/decision.ts';
import { newId } from '#app/platform/db/id.ts';
import { staffNames } from '../access-world.test-tool.ts';
import { makeOffer, takeOfferStep } from '../offer/actions.ts';
import { offerJobs } from '../offer/jobs.ts';
import { countDeclines, readOffers } from '../offer/queries.ts';
import { answerPriority, setOverride } from '../priority/queries.ts';
import { rankVacancy } from './actions.ts';
import { openPlaceWorld, type PlaceWorld } from './place-world.test-tool.ts';
import { closeList, findVacancy, listVacancies, readDecision } from './queries.ts';

let world: PlaceWorld;
const people: Record<string, string> = {};
beforeAll(async () => {
  world = await openPlaceWorld();
  people.short = await world.put('Alder', '2019-03-01');
  people.long = await world.put('Birch', '2018-09-01');
  people.later = await world.put('Cypress', '2019-04-01');
});
afterAll(async () => await world.close());
const rankAs = async (who: 'supervisor' | 'intake' | 'outside' | 'nurse', id: string) => await world.by(who, async (scope) => {
  const vacancy = await findVacancy(scope, id);
  return vacancy ? await rankVacancy(scope, vacancy) : undefined;
});
const orderOf = async (id: string) => await world.by('supervisor', async (scope) => {
  const kept = await readDecision(scope, id);
  return kept?.order.map((token) => kept.people.find((one) => one.token === token)?.givenName ?? 'closed');
});
const offersAs = async (who: 'supervisor' | 'outside' | 'nurse' | 'intake', id: string) => await world.by(who, async (scope) => await readOffers(scope, id));
const obligations = async (kind: string) => (await world.database.admin<{ open: boolean; hours: number }[]>`select kept_at is null and released_at is null as open, extract(epoch from due_at - made_at)::int / 3600 as hours from commitment.obligation where kind = ${kind} order by made_at`);

test('a vacancy publishes the hash of its seed at once, and no role reads the seed before the list is closed', async () => {
  const id = await world.give();
  const draw = (await world.as.public(async ({ sql }) => await sql<{ commitment: string; seed: string | null }[]>`select commitment, seed from access.draw where id = ${id}`))[0];
  expect(draw).toMatchObject({ seed: null });
  for (const who of staffNames) await expect(world.by(who, async ({ sql }) => await sql`select seed from access.draw_seed`), who).rejects.toMatchObject({ code: '42501' });
  await expect(world.as.worker(async ({ sql }) => await sql`select seed from access.draw_seed`)).rejects.toMatchObject({ code: '42501' });
  await expect(world.as.public(async ({ sql }) => await sql`select seed from access.draw_seed`)).rejects.toMatchObject({ code: '42501' });
  for (const who of ['intake', 'outside', 'nurse'] as const) expect(await world.by(who, async (scope) => await closeList(scope, id)), who).toBeUndefined();
  const decision = await rankAs('supervisor', id);
  const opened = (await world.as.public(async ({ sql }) => await sql<{ commitment: string; seed: string }[]>`select commitment, seed from access.draw where id = ${id}`))[0];
  expect(opened?.commitment).toBe(draw?.commitment);
  expect(createHash('sha256').update(Buffer.from(opened?.seed ?? '', 'hex')).digest('hex')).toBe(draw?.commitment);
  expect(decision?.order).toHaveLength(3);
  expect(await orderOf(id)).toEqual(['Birch', 'Alder', 'Cypress']);
  expect(await rankAs('supervisor', id)).toBeUndefined();
});

test('a decision is kept with what it rested on; made again it is equal, and a changed input is found and named', async () => {
  const id = await world.give('Room 5', [{ test: 'most', id: 'one', label: { en: 'One person', fr: 'Une personne' }, field: 'household', value: 1 }]);
  await rankAs('supervisor', id);
  const kept = await world.by('supervisor', async (scope) => await readDecision(scope, id));
  if (!kept) throw new Error('no decision');
  expect(recompute(kept)).toMatchObject({ equal: true, changed: [] });
  const token = kept.people.find((one) => one.givenName === 'Alder')?.token ?? '';
  await world.database.admin`update access.decision set inputs = jsonb_set(inputs, array['people', (select (n - 1)::text from jsonb_array_elements(inputs -> 'people') with ordinality e (one, n) where one ->> 'person' = ${token}), 'facts', 'chronic'], 'true') where vacancy_id = ${id}`;
  const changed = await world.by('supervisor', async (scope) => await readDecision(scope, id));
  expect(changed ? recompute(changed) : undefined).toMatchObject({ equal: false, changed: [`people.${token}.facts.chronic`] });
  for (const who of staffNames) await expect(world.by(who, async ({ sql }) => await sql`select inputs from access.decision`), who).rejects.toMatchObject({ code: '42501' });
  for (const who of staffNames) if (who !== 'supervisor') expect(await world.by(who, async (scope) => await readDecision(scope, id)), who).toBeUndefined();
  await expect(world.by('supervisor', async ({ sql }) => await sql`select access.keep_decision(${id}, ${world.rules}, '{}', '{}', null, '{}', '[]') as done`)).resolves.toMatchObject([{ done: false }]);
});

test('vacancies are seen by the agency that gave them and by those who keep the list, and entered by whoever gives', async () => {
  const id = await world.give('Room seen');
  const seen: string[] = [];
  for (const who of staffNames) if ((await world.by(who, listVacancies)).some((one) => one.id === id)) seen.push(who);
  expect(seen).toEqual(['supervisor', 'outside']);
  expect((await world.byCoordinator(listVacancies)).some((one) => one.id === id && one.keeps)).toBe(true);
  await expect(world.by('outside', async ({ sql }) => await sql`update access.vacancy set state = 'filled'`)).rejects.toMatchObject({ code: '42501' });
  for (const who of ['nurse', 'volunteer', 'officer'] as const)
    expect(await world.by(who, async ({ sql }) => await sql`select access.open_vacancy(${newId()}, ${world.list}, 'Room', '[]', '2019-06-10', 72) as done`)).toMatchObject([{ done: false }]);
});

test('an offer goes to the first; the agency that gave the vacancy sees her once she agreed that it does, and nobody else of the list', async () => {
  const id = await world.give('Room offered');
  expect(await world.by('supervisor', async (scope) => await makeOffer(scope, id))).toBe('absent');
  await rankAs('supervisor', id);
  for (const who of ['outside', 'intake', 'nurse'] as const) expect(await world.by(who, async (scope) => await makeOffer(scope, id)), who).toBe('absent');
  expect(await world.by('supervisor', async (scope) => await makeOffer(scope, id))).toBe('done');
  expect(await world.byCoordinator(async (scope) => await makeOffer(scope, id))).toBe('taken');
  expect(await offersAs('supervisor', id)).toMatchObject([{ givenName: 'Birch', state: 'offered', shown: true }]);
  expect(await offersAs('outside', id)).toMatchObject([{ givenName: null, person: null, token: null, shown: false, refusals: null }]);
  expect(await offersAs('nurse', id)).toEqual([]);
  expect(await offersAs('intake', id)).toEqual([]);
  const { admin, clock } = world.database;
  await admin`insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, form_version, language, how, starts_on, recorded_at)
    values (${newId()}, ${people.long ?? ''}, 'self', '{list}', '{identity}', ${[world.agencies.south]}, '1', 'en', 'written', '2018-01-01', ${clock.now()})`;
  expect(await offersAs('outside', id)).toMatchObject([{ givenName: 'Birch', person: null, token: null, shown: true }]);
  const [line] = await admin<{ n: number }[]>`select count(*)::int as n from platform.audit_entry where action = 'access.read-offer' and account_id = ${world.member.outside.account} and decision = 'mask'`;
  expect(line?.n).toBe(1);
});

test('a decline takes two steps and two people; a refusal leaves her on the list, the next is offered, and the last of several asks for a case conference', async () => {
  await world.database.admin`update access.list set conference_after = 2 where id = ${world.list}`;
  for (const turn of [1, 2]) {
    const id = await world.give(`Room refused ${turn}`, [], 48);
    await rankAs('supervisor', id);
    await world.by('supervisor', async (scope) => await makeOffer(scope, id));
    await world.runJobs(offerJobs);
    const offer = (await offersAs('supervisor', id))[0]?.id ?? '';
    expect((await obligations('offer-answer')).at(-1)).toEqual({ open: true, hours: 48 });
    const take = async (who: 'supervisor' | 'outside' | 'nurse', step: 'decline' | 'approve' | 'return' | 'conference') => await world.by(who, async (scope) => await takeOfferStep(scope, offer, { step, declinedBy: 'person', reason: 'not-interested', note: 'She said so' }));
    expect(await take('nurse', 'decline')).toBe('absent');
    expect(await take('supervisor', 'decline')).toBe('done');
    expect(await take('supervisor', 'approve')).toBe('same-account');
    expect(await take('outside', 'approve')).toBe('absent');
    expect(await take('supervisor', 'return')).toBe('done');
    expect(await take('outside', 'decline')).toBe('done');
    await world.runJobs(offerJobs);
    expect((await obligations('offer-approval')).at(-1)?.open).toBe(true);
    expect(await take('supervisor', 'approve')).toBe('done');
    expect(await take('outside', 'decline')).toBe('not-possible');
    await world.runJobs(offerJobs);
    expect((await offersAs('supervisor', id))[0]).toMatchObject({ state: 'declined', refusals: turn, reason: 'not-interested' });
    expect((await offersAs('outside', id))[0]).toMatchObject({ givenName: null, shown: false });
    expect((await obligations('offer-conference')).filter((one) => one.open)).toHaveLength(turn === 2 ? 1 : 0);
    expect(await world.by('supervisor', async (scope) => await makeOffer(scope, id))).toBe('done');
    expect((await offersAs('supervisor', id)).map((one) => one.givenName)).toEqual(['Birch', 'Alder']);
    if (turn === 2) {
      expect(await take('supervisor', 'conference')).toBe('done');
      await world.runJobs(offerJobs);
      expect((await obligations('offer-conference')).filter((one) => one.open)).toHaveLength(0);
    }
  }
  const next = await world.give('Room after refusals');
  await rankAs('supervisor', next);
  expect((await orderOf(next))?.[0]).toBe('Birch');
  expect(await world.by('supervisor', async (scope) => await countDeclines(scope, world.list, '2019-06-01', '2019-06-30'))).toEqual([{ declinedBy: 'person', reason: 'not-interested', n: 2 }]);
  expect(await world.by('outside', async (scope) => await countDeclines(scope, world.list, '2019-06-01', '2019-06-30'))).toEqual([]);
});

test('whoever withdraws her consent is not offered any more; a keeper who is barred neither sees her nor offers past her', async () => {
  const id = await world.give('Room barred');
  const { admin, clock } = world.database;
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (${newId()}, ${people.long ?? ''}, ${world.member.supervisor.account}, 'recused', ${clock.now()})`;
  await rankAs('supervisor', id);
  expect(await orderOf(id)).toEqual(['closed', 'Alder', 'Cypress']);
  expect(await world.by('supervisor', async (scope) => await makeOffer(scope, id))).toBe('closed');
  expect(await world.by('supervisor', async (scope) => await setOverride(scope, { id: newId(), list: world.list, person: people.long ?? '', place: 3, reason: 'Against the bar' }))).toBe(false);
  expect(await world.byCoordinator(async (scope) => await makeOffer(scope, id))).toBe('done');
  await admin`delete from access.bar`;
  const other = await world.give('Room withdrawn consent');
  await rankAs('supervisor', other);
  await admin`update access.consent set withdrawn_at = ${clock.now()}, withdrawn_how = 'Said so' where person_id = ${people.long ?? ''}`;
  expect((await orderOf(other))?.[0]).toBe('closed');
  expect(await world.by('supervisor', async (scope) => await makeOffer(scope, other))).toBe('done');
  expect((await offersAs('supervisor', other))[0]?.givenName).toBe('Alder');
});

test('an override moves a person with a name and a reason, and what a person says of herself is kept by those who keep the list alone', async () => {
  const override = async (who: 'supervisor' | 'outside' | 'intake') => await world.by(who, async (scope) => await setOverride(scope, { id: newId(), list: world.list, person: people.later ?? '', place: 1, reason: 'Is about to leave hospital' }));
  expect([await override('outside'), await override('intake'), await override('supervisor')]).toEqual([false, false, true]);
  const answer = async (who: 'supervisor' | 'outside') => await world.by(who, async (scope) => await answerPriority(scope, { id: newId(), list: world.list, person: people.later ?? '', field: 'veteran', answer: true }));
  expect([await answer('outside'), await answer('supervisor')]).toEqual([false, true]);
  const id = await world.give('Room overridden');
  const decision = await rankAs('supervisor', id);
  expect((await orderOf(id))?.[0]).toBe('Cypress');
  expect(decision?.inputs.overrides).toMatchObject([{ place: 1, by: 'supervisor (demo)', reason: 'Is about to leave hospital' }]);
  for (const table of ['priority_answer', 'priority_override', 'decision_person', 'offer', 'offer_event'])
    await expect(world.by('supervisor', async ({ sql }) => await sql`select * from ${sql(`access.${table}`)}`), table).rejects.toMatchObject({ code: '42501' });
});
