import { join } from 'node:path';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { newId } from '#app/platform/db/id.ts';
import { inScope, type Scope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import type { Route } from '#app/platform/http/route.ts';
import { openWorld, type Visitor, visitor, type World } from '#test/world.ts';
import type { OverdoseGiven } from '../overdose/rules.ts';
import { enterOverdose } from '../overdose/actions.ts';
import { loadAlerts } from './pack.ts';

/** Who watches and who enters: two responders of one agency, one of another, a keeper and an analyst. */
const watchers = {
  paramedic: ['responder', 'a'], colleague: ['responder', 'a'], police: ['responder', 'b'], keeper: ['alert-keeper', 'b'], analyst: ['analyst', 'b'], stranger: ['intake-worker', 'a'],
} as const;
export type WatcherName = keyof typeof watchers;

export type WatchWorld = {
  readonly world: World;
  readonly as: <T>(name: WatcherName, work: (scope: Scope) => Promise<T>) => Promise<T>;
  readonly visit: (routes: readonly Route[], name?: WatcherName) => Promise<Visitor>;
  readonly account: (name: WatcherName) => string;
  /** Enters an overdose as somebody, so many hours ago. */
  readonly enter: (name: WatcherName, hoursAgo: number, more?: Partial<OverdoseGiven>) => Promise<string>;
};

/** A world with the pack's series and rules, and people who watch. */
export async function openWatchWorld(): Promise<WatchWorld> {
  const world = await openWorld();
  const { admin } = world.database;
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadAlerts(scope, pack));
  const agencies = { a: newId(), b: newId() };
  for (const [key, id] of Object.entries(agencies)) await admin`insert into identity.agency (id, slug, name, kind, demonstration) values (${id}, ${`agency-${key}`}, ${admin.json({ en: `Agency ${key}`, fr: `Organisme ${key}` })}, 'agency', true)`;
  const people = new Map<WatcherName, { account: string; token: string }>();
  for (const name of Object.keys(watchers).filter((one): one is WatcherName => Object.hasOwn(watchers, one))) {
    const [role, agency] = watchers[name];
    const made = { account: newId(), token: newToken() };
    await admin`insert into identity.account (id, email, name, demonstration, created_at) values (${made.account}, ${`${name}.watch@example.org`}, ${`${name} (demo)`}, true, ${world.database.clock.now()})`;
    await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${made.account}, ${agencies[agency]}, ${role}, '2018-01-01')`;
    await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at) values (${newId()}, ${hashToken(made.token)}, ${made.account}, 'password', ${world.database.clock.now()}, ${world.database.clock.now()}, '2099-01-01')`;
    people.set(name, made);
  }
  const known = (name: WatcherName) => people.get(name) ?? { account: '', token: '' };
  const as = async <T>(name: WatcherName, work: (scope: Scope) => Promise<T>) => await inScope(world.database, { as: 'session', token: hashToken(known(name).token), purpose: 'test' }, work);
  return {
    world, as, account: (name) => known(name).account,
    visit: async (routes, name) => visitor(world.http(routes).app, name ? known(name).token : undefined),
    enter: async (name, hoursAgo, more = {}) => await as(name, async (scope) => {
      const given = { occurredAt: new Date(scope.now.getTime() - hoursAgo * 3_600_000), area: 'milton', outcome: 'survived', naloxone: 'one', contaminated: false, substances: [], samePlace: 1, ...more } as const;
      return (await enterOverdose(scope, given, newId()))?.id ?? '';
    }),
  };
}

/** Weekly counts of visits for so many weeks back, as they would have been reported, all in one area. */
export async function reportVisits(world: World, weeks: readonly number[], today: string): Promise<void> {
  const monday = (back: number) => new Date(Date.parse(`${today}T00:00:00Z`) - back * 7 * 86_400_000).toISOString().slice(0, 10);
  for (const [index, n] of weeks.entries())
    await world.database.admin`insert into insight.overdose_report (id, series_slug, day, area_slug, n, reported_on, entered_at) values (${newId()}, 'emergency-visits', ${monday(weeks.length - index)}, 'oakville', ${n}, ${monday(weeks.length - index)}, ${world.database.clock.now()})`;
}
