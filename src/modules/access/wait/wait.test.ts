import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { openReferralWorld, type ReferralWorld } from '../referral/referral-world.test-tool.ts';
import { measure, quantile, roundedWait } from './measures.ts';
import { listReleased } from '#app/modules/insight/index.ts';
import { releaseWaits, waitCube } from './release.ts';
import { listPublicWaits, listServiceWaits, listWaited, measureWaits } from './queries.ts';

let world: ReferralWorld;
const period = { from: '2018-06-01', to: '2019-06-30' };
type Made = { service: 'youth' | 'clinic' | 'shelter'; sent: string; seen?: number | undefined; accepted?: number | undefined; served?: number | undefined; pause?: number; closed?: number | undefined; outcome?: string | undefined; declined?: boolean; schedules?: number; missed?: number };
let person: string;
beforeAll(async () => {
  world = await openReferralWorld();
  person = await world.client(false);
});
afterAll(async () => await world.close());

/** Referrals of the past, as they would stand; the guard of the table is for those that are being made. */
async function fill(made: readonly Made[]): Promise<void> {
  const { admin, clock } = world.database;
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`truncate access.referral cascade`;
    for (const one of made) {
      const id = newId();
      const after = (hours: number | undefined) => (hours === undefined ? null : new Date(Date.parse(one.sent) + hours * 3_600_000));
      const state = one.declined ? 'declined' : one.outcome ? 'completed' : one.served !== undefined ? 'in-progress' : one.accepted !== undefined ? 'accepted' : 'sent';
      const pause = one.pause ?? 0;
      await sql`insert into access.referral (id, person_id, service_id, organization_id, from_agency, to_agency, need, urgency, state, made_at, sent_at, seen_at, accepted_at, paused_to_accept, first_service_on, paused_to_service, paused_seconds,
          no_shows, outcome, asked_at, closed_at, ended_at, reason)
        values (${id}, ${person}, ${world.services[one.service]}, ${world.organizations.south}, ${world.agencies.north}, ${world.agencies.south}, 'housing', 'routine', ${state}, ${one.sent}, ${one.sent}, ${after(one.seen)}, ${after(one.accepted)},
          ${one.accepted === undefined ? null : pause}, ${one.served === undefined ? null : sql`(${after(one.served * 24)}::timestamptz at time zone 'America/Toronto')::date`}, ${one.served === undefined ? null : pause}, ${pause}, ${one.missed ?? 0},
          ${one.outcome ?? null}, ${one.closed === undefined ? null : after(one.closed)}, ${one.closed === undefined ? null : after(one.closed)}, ${state === 'declined' || state === 'completed' ? clock.now() : null}, ${one.declined ? 'no-capacity' : null})`;
      for (let count = 0; count < (one.schedules ?? 0); count += 1)
        await sql`insert into access.referral_event (id, referral_id, at, actor, step, from_state, to_state) values (${newId()}, ${id}, ${one.sent}, 'receiver', 'schedule', 'accepted', 'scheduled')`;
    }
  });
}
const round = <T>(value: T): T => JSON.parse(JSON.stringify(value), (_key, one: unknown) => (typeof one === 'number' ? Math.round(one * 1e6) / 1e6 : one));

test('the database measures the same as the pure sums, whatever has happened, and denominators are all that were sent', async () => {
  const hours = (max: number) => fc.option(fc.integer({ min: 0, max }), { nil: undefined });
  const one: fc.Arbitrary<Made> = fc.record({
    service: fc.constantFrom('youth', 'clinic', 'shelter'), sent: fc.integer({ min: 0, max: 300 }).map((day) => new Date(Date.UTC(2018, 6, 1 + day, 3 + (day % 20))).toISOString()), seen: hours(200), accepted: hours(400),
    served: hours(60), pause: fc.integer({ min: 0, max: 900_000 }), closed: hours(2400), outcome: fc.option(fc.constantFrom('met', 'partly-met', 'not-met', 'unknown'), { nil: undefined }), declined: fc.boolean(), schedules: fc.integer({ min: 0, max: 2 }), missed: fc.integer({ min: 0, max: 2 }),
  }).map((made) => ({ ...made, declined: made.declined && made.outcome === undefined, closed: made.outcome ? made.closed : undefined }));
  await fc.assert(fc.asyncProperty(fc.array(one, { maxLength: 25 }), async (made) => {
    await fill(made);
    const { measured, rows, services } = await world.by('supervisor', async (scope) => ({ measured: await measureWaits(scope, period), rows: await listWaited(scope, period), services: await listServiceWaits(scope, period) }));
    expect(round(measured)).toEqual(round(measure(rows)));
    expect(measured.sent).toBe(made.length);
    expect(services.reduce((sum, line) => sum + line.sent, 0)).toBe(made.length);
  }), { numRuns: 25 });
}, 30_000);

test('worked by hand: three sent, one never answered, a pause of two days left out of the wait and shown', async () => {
  const sent = '2019-05-01T14:00:00Z';
  await fill([{ service: 'youth', sent, seen: 12, accepted: 72, served: 10, pause: 172_800, closed: 40 * 24, outcome: 'met', schedules: 2, missed: 1 }, { service: 'youth', sent, seen: 36, declined: true }, { service: 'clinic', sent }]);
  const all = await world.by('supervisor', async (scope) => await measureWaits(scope, period));
  expect(round(all)).toMatchObject({ sent: 3, seen: 2, accepted: 1, served: 1, toSeen: { count: 2, median: 1, p90: 1.4 }, toAccept: { median: 1 }, toService: { median: 8 }, pausedDays: 2, appointments: 2, noShows: 1, closed30: 0, closed60: 1, met: 1, noRoom: 1 });
  const page = await (await (await world.visit('supervisor')).get('/en/access/wait-times?from=2019-05-01&to=2019-05-31')).text();
  for (const part of ['Sent: 3', '67%', '33%', '8 days', 'Appointments missed: 1 of 2 (50%)', 'is not in these days: 2 days in all']) expect(page).toContain(part);
  expect((await (await world.visit('supervisor')).get('/en/access/wait-times?from=2019-05-31&to=2019-05-01')).status).toBe(422);
  for (const who of ['intake', 'clinician', 'volunteer'] as const) expect((await (await world.visit(who)).get('/en/access/wait-times')).status).toBe(404);
  expect((await world.coordinator.visitor.get('/en/access/wait-times')).status).toBe(200);
  expect((await (await world.visit('officer')).get('/en/access/wait-times')).status).toBe(404);
});

test('the other agency measures what it received, a third nothing', async () => {
  const counts = await Promise.all((['outside', 'officer'] as const).map(async (who) => await world.by(who, async (scope) => (await measureWaits(scope, period)).sent)));
  expect(counts).toEqual([3, 0]);
});

test('the public reads the median of a service from ten closed referrals of the last twelve months on, in whole days or weeks', async () => {
  const closedOne = (days: number, more: Partial<Made> = {}): Made => ({ service: 'youth', sent: '2019-03-01T14:00:00Z', seen: 1, accepted: 2, served: days, closed: (days + 5) * 24, outcome: 'met', ...more });
  const publicWaits = async () => await world.as.public(async (scope) => await listPublicWaits(scope));
  await fill([...Array.from({ length: 9 }, (_, index) => closedOne(index + 1)), closedOne(5, { sent: '2018-01-01T14:00:00Z' }), closedOne(5, { closed: undefined })]);
  await world.as.worker(releaseWaits);
  expect(await publicWaits()).toEqual([]);
  await fill([...Array.from({ length: 10 }, (_, index) => closedOne(index + 1)), ...Array.from({ length: 10 }, () => closedOne(31, { service: 'clinic', pause: 86_400 * 2 }))]);
  // What was filed of a month stands; the next month tells the next.
  await world.as.worker(releaseWaits);
  expect(await publicWaits()).toEqual([]);
  await world.at('2019-07-03T13:00:00Z');
  await world.as.worker(releaseWaits);
  const found = new Map((await publicWaits()).map(({ service, count, unit }) => [service, `${count} ${unit}`]));
  expect([found.get(world.services.youth), found.get(world.services.clinic)]).toEqual(['6 days', '4 weeks']);
  const entry = async (service: string, language = 'en') => await (await (await world.visit()).get(`/${language}/find-help/${service}`)).text();
  expect(await entry(world.services.youth)).toContain('People waited about 6 days');
  expect(await entry(world.services.clinic, 'fr')).toContain('Les gens ont attendu environ 4 semaines');
  expect(await entry(world.services.shelter)).not.toContain('People waited');
  // The page, the list that is searched and the table that the gate filed carry one value, and no number of people stands exact anywhere.
  const [filed] = await world.as.public(async (scope) => await listReleased(scope, [waitCube.slug]));
  const of = (service: string) => filed?.cells.find(({ keys }) => keys.service === service);
  expect([of(world.services.youth)?.value, of(world.services.youth)?.published, of(world.services.clinic)?.value, of(world.services.shelter)]).toEqual(['6', '10', '28', undefined]);
  const searched = await (await (await world.visit()).get('/en/find-help?q=youth')).text();
  expect(searched.includes('People waited about 6 days') || !searched.includes('People waited')).toBe(true);
  await expect(world.as.public(async ({ sql }) => await sql`select * from access.count_waits('America/Toronto')`)).rejects.toMatchObject({ code: '42501' });
});

test('waits are rounded half up, to days below two weeks and to weeks from then on; quantiles lie between neighbours', () => {
  expect([0, 0.5, 5.4, 13.4, 13.5, 17.5, 45].map((days) => { const { count, unit } = roundedWait(days); return `${count} ${unit}`; })).toEqual(['0 days', '1 days', '5 days', '13 days', '2 weeks', '3 weeks', '6 weeks']);
  expect([quantile([], 0.5), quantile([3], 0.9), quantile([4, 1, 2, 3], 0.5), quantile([0, 10], 0.9)]).toEqual([null, 3, 2.5, 9]);
});
