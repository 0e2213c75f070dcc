import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { listReleased } from '#app/modules/insight/index.ts';
import { openReferralWorld, type ReferralWorld } from '../referral/referral-world.test-tool.ts';
import { heldOf, levelOf, type Sent } from './levels.ts';
import { listOwnSent } from './queries.ts';
import { cellsOf, levelCube, releaseLevels, settledQuarter } from './release.ts';

let world: ReferralWorld;
beforeAll(async () => {
  world = await openReferralWorld();
});
afterAll(async () => await world.close());
const path = '/en/access/service-levels';
const zone = 'America/Toronto';
const terms = { acknowledge: { unit: 'working-days', count: 1 }, answer: { unit: 'working-days', count: 3 } } as const;
const hour = 3_600_000;

type Made = { sent: string; to?: 'south' | 'outside'; answer?: { step: 'accept' | 'decline' | 'waitlist'; after: number }; seen?: number; pause?: number; served?: string; person?: string };
/** Referrals of the past, as they would stand; the guards of the tables are for those that are being made. */
async function fill(made: readonly Made[]): Promise<void> {
  const { admin, clock } = world.database;
  const own = await world.client(false);
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`truncate access.referral cascade`;
    for (const one of made) {
      const id = newId();
      const after = (hours: number | undefined) => (hours === undefined ? null : new Date(Date.parse(one.sent) + hours * hour));
      const to = one.to ?? 'south';
      const accepted = one.answer?.step === 'accept' ? after(one.answer.after) : null;
      await sql`insert into access.referral (id, person_id, service_id, organization_id, from_agency, to_agency, need, urgency, state, made_at, sent_at, seen_at, accepted_at, paused_to_accept, first_service_on, paused_to_service, paused_seconds, ended_at, reason)
        values (${id}, ${one.person ?? own}, ${to === 'south' ? world.services.youth : world.services.shelter}, ${world.organizations[to]}, ${world.agencies.north}, ${to === 'south' ? world.agencies.south : null}, 'housing', 'routine',
          ${one.answer?.step === 'decline' ? 'declined' : accepted ? 'accepted' : 'sent'}, ${one.sent}, ${one.sent}, ${after(one.seen)}, ${accepted}, ${accepted ? (one.pause ?? 0) : null}, ${one.served ?? null}, ${one.served ? 0 : null}, ${one.pause ?? 0},
          ${one.answer?.step === 'decline' ? clock.now() : null}, ${one.answer?.step === 'decline' ? 'no-capacity' : null})`;
      if (one.answer) await sql`insert into access.referral_event (id, referral_id, at, actor, step, from_state, to_state) values (${newId()}, ${id}, ${after(one.answer.after)}, 'receiver', ${one.answer.step}, 'sent', 'accepted')`;
    }
  });
}

test('three working days last until the end of the third, a pause moves them on, and who is still in time is not late', () => {
  const sent = new Date('2019-05-03T15:00:00Z'); // a Friday
  const at = (text: string) => new Date(text);
  const held = (done: string | null, paused = 0, now = '2019-05-20T12:00:00Z', ended: string | null = null) => heldOf(terms.answer, sent, done ? at(done) : null, ended ? at(ended) : null, paused, at(now), zone);
  expect(held('2019-05-09T03:59:00Z')).toBe('within');
  expect(held('2019-05-09T04:00:00Z')).toBe('late');
  expect(held('2019-05-09T15:00:00Z', 86_400)).toBe('within');
  expect(held(null, 0, '2019-05-08T12:00:00Z')).toBe('open');
  expect(held(null)).toBe('late');
  expect([held(null, 0, undefined, '2019-05-06T12:00:00Z'), held(null, 0, undefined, '2019-05-17T12:00:00Z')]).toEqual(['over', 'late']);
});

test('worked by hand: one answered in time, one late, one not answered, one that has time; on the page of those who oversee, by receiver', async () => {
  await fill([
    { sent: '2019-05-06T14:00:00Z', seen: 4, answer: { step: 'accept', after: 48 }, served: '2019-05-16' }, { sent: '2019-05-06T14:00:00Z', seen: 100, answer: { step: 'decline', after: 144 } }, { sent: '2019-05-06T14:00:00Z' },
    { sent: '2019-06-03T12:30:00Z', to: 'outside' },
  ]);
  const rows = await world.by('supervisor', async (scope) => await listOwnSent(scope, { from: '2019-05-01', to: '2019-06-30' }));
  const level = levelOf(rows, terms, world.database.clock.now(), zone);
  expect(level).toMatchObject({ sent: 4, answered: 2, accepted: 1, served: 1, toAnswer: { count: 2, median: 4 }, toAccept: { median: 2 }, toService: { median: 10 }, seenIn: { within: 1, late: 2, open: 1 }, answeredIn: { within: 1, late: 2, open: 1 } });
  for (const visitor of [await world.visit('supervisor'), world.coordinator.visitor]) {
    const page = await (await visitor.get(`${path}?from=2019-05-01&to=2019-06-30`)).text();
    for (const part of ['answered within 3 working days', '1 of 3 (33%)', 'South (demo)', 'Harbour housing (demo)', 'All receivers', '4 days', '10 days', 'Nothing stands here yet']) expect(page).toContain(part);
  }
  const french = await (await world.coordinator.visitor.get(`${path.replace('/en/', '/fr/')}?from=2019-05-01&to=2019-06-30`)).text();
  for (const part of ['réponse en 3\u00a0jours ouvrables', '1 sur 3 (33\u00a0%)', 'South (démo)']) expect(french).toContain(part);
  expect((await world.coordinator.visitor.get(`${path}?from=2019-06-30&to=2019-05-01`)).status).toBe(422);
});

test('the way to it stands in the inbox and the outbox of those who oversee, and is closed to others; each agency measures its own', async () => {
  for (const page of ['/en/access/referrals', '/en/access/referrals/sent']) {
    expect(await (await (await world.visit('supervisor')).get(page)).text()).toContain(`href="${path}"`);
    expect(await (await (await world.visit('intake')).get(page)).text()).not.toContain(`href="${path}"`);
  }
  for (const who of ['intake', 'clinician', 'volunteer', 'officer'] as const) expect((await (await world.visit(who)).get(path)).status, who).toBe(404);
  const period = { from: '2019-05-01', to: '2019-06-30' };
  const counts = await Promise.all((['supervisor', 'outside', 'officer'] as const).map(async (who) => await world.by(who, async (scope) => (await listOwnSent(scope, period)).length)));
  expect(counts).toEqual([4, 3, 0]);
  await expect(world.by('supervisor', async ({ sql }) => await sql`select * from access.count_service_levels('2019-05-01', '2019-06-30', ${zone})`)).rejects.toThrow('permission denied');
  await expect(world.as.public(async ({ sql }) => await sql`select * from access.referral_levels('2019-05-01', '2019-06-30', ${zone})`)).rejects.toThrow('permission denied');
});

test('beyond one agency stands what the gate filed: rounded people of each receiver, medians where ten people are behind them, and nothing of a receiver of few', async () => {
  expect(['2019-05-30', '2019-05-31', '2019-04-29', '2019-01-15'].map((day) => settledQuarter(day).period)).toEqual(['2019-Q1', '2019-Q1', '2018-Q4', '2018-Q3']);
  expect(settledQuarter('2019-06-03')).toEqual({ period: '2019-Q1', from: '2019-01-01', to: '2019-03-31' });
  const persons: string[] = [];
  for (let n = 0; n < 24; n += 1) persons.push(newId());
  await world.database.admin`insert into access.person (id, agency_id, entered_at, changed_at) select unnest(${persons}::uuid[]), ${world.agencies.north}, ${world.database.clock.now()}, ${world.database.clock.now()}`;
  await fill([...persons.map((person): Made => ({ person, sent: '2019-02-04T14:00:00Z', seen: 2, answer: { step: 'accept', after: 48 } })), ...persons.slice(0, 3).map((person): Made => ({ person, sent: '2019-02-04T14:00:00Z', to: 'outside', seen: 2, answer: { step: 'accept', after: 24 } }))]);
  await world.as.worker(releaseLevels);
  const [filed] = await world.coordinator.by(async (scope) => await listReleased(scope, [levelCube.slug]));
  const cell = (receiver: string, step: string) => filed?.cells.find(({ keys }) => keys.receiver === receiver && keys.step === step);
  expect(filed?.period).toBe('2019-Q1');
  expect([cell(world.organizations.south, 'answered')?.value, Number(cell(world.organizations.south, 'answered')?.published) % 5]).toEqual(['2', 0]);
  expect([cell(world.organizations.outside, 'answered')?.value ?? null, /^\d+$/.test(cell(world.organizations.outside, 'answered')?.published ?? '')]).toEqual([null, false]);
  const page = await (await world.coordinator.visitor.get(path)).text();
  for (const part of ['First quarter of 2019', 'half within 2 days', 'too few']) expect(page).toContain(part);
  // The public reads none of it, and a quarter that stands does not move.
  expect(await world.as.public(async (scope) => await listReleased(scope, [levelCube.slug]))).toEqual([]);
  await world.as.worker(releaseLevels);
  expect(await world.coordinator.by(async (scope) => await listReleased(scope, [levelCube.slug]))).toHaveLength(1);
});

test('people are counted, not referrals', () => {
  const one = (person: string): Sent => ({ organization: 'o', person, sentAt: new Date('2019-05-06T14:00:00Z'), seenAt: null, answeredAt: new Date('2019-05-07T14:00:00Z'), acceptedAt: null, pausedToAnswer: 0, pausedToAccept: 0, serviceDays: null, endedAt: null });
  const cells = cellsOf([one('a'), one('a'), one('b')], terms, { now: new Date('2019-06-01T00:00:00Z'), timeZone: zone });
  expect(cells.map(({ keys, count, value }) => [keys.step, count, value])).toEqual([['sent', 2, undefined], ['in-time', 2, undefined], ['late', 0, undefined], ['answered', 2, 1], ['accepted', 0, undefined], ['served', 0, undefined]]);
});
