import type { Hono } from 'hono';
import { newId } from '#app/platform/db/id.ts';
import { type Entry, inScope, type Scope } from '#app/platform/db/scope.ts';
import { mountRoutes } from '#app/platform/http/mount.ts';
import { PageCache } from '#app/platform/http/page-cache.ts';
import type { Route } from '#app/platform/http/route.ts';
import { csrfToken, hashToken, newToken, sessionCookie } from '#app/platform/http/session-cookie.ts';
import type { Delivery, Job } from '#app/platform/jobs/job.ts';
import { jobTools } from '#app/platform/jobs/job.ts';
import { relayEvents } from '#app/platform/jobs/relay.ts';
import { silentLog } from '#app/platform/log/log.ts';
import { problemPage } from '#app/ui/problem-page.tsx';
import type { Site } from '#app/ui/page-frame.ts';
import { testSite } from './site.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';

/** The people of the tests; each has exactly this role. */
export const people = {
  manager: { name: 'Maya Okafor (demo)', role: 'plan-manager' },
  operator: { name: 'Owen Tremblay (demo)', role: 'operator-311' },
  leader: { name: 'Lena Marsh (demo)', role: 'leadership-member' },
  chair: { name: 'Chidi Roy (demo)', role: 'table-chair' },
  partner: { name: 'Paula Singh (demo)', role: 'partner' },
  analyst: { name: 'Anouk Lee (demo)', role: 'analyst' },
  auditor: { name: 'Ada Wong (demo)', role: 'auditor' },
  administrator: { name: 'Amir Costa (demo)', role: 'administrator' },
} as const;
export type PersonName = keyof typeof people;

export type Visitor = {
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Posts a form; a person's token is added by itself. */
  post(path: string, fields: Record<string, string | string[]> | FormData, headers?: Record<string, string>): Promise<Response>;
};

export type World = {
  readonly database: TestDatabase;
  readonly site: Site;
  readonly person: (name: PersonName) => Promise<{ account: string; token: string; session: string }>;
  readonly as: Record<PersonName | 'public' | 'worker' | 'auditLine', <T>(work: (scope: Scope) => Promise<T>, secret?: string) => Promise<T>>;
  /** The routes as a visitor meets them; without a name as the public. */
  readonly http: (routes: readonly Route[]) => { app: Hono; as(name?: PersonName): Promise<Visitor> };
  /** Delivers all waiting events to the jobs, until none is left. */
  readonly runJobs: (jobs: readonly Job[]) => Promise<number>;
  /** Moves the clock; whoever is signed in stays so. */
  readonly at: (moment: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens a fresh database with named people in it. */
export async function openWorld(): Promise<World> {
  const database = await openTestDatabase();
  const site = testSite;
  const signedIn = new Map<PersonName, { account: string; token: string; session: string }>();
  const person = async (name: PersonName) => {
    const known = signedIn.get(name);
    if (known) return known;
    const made = { account: newId(), token: newToken(), session: newId() };
    const body = name === 'chair' ? 'homelessness' : null;
    await database.admin`insert into identity.account (id, email, name, demonstration, created_at)
      values (${made.account}, ${`${name}@example.org`}, ${people[name].name}, true, ${database.clock.now()})`;
    await database.admin`insert into identity.membership (id, account_id, role, body_slug, from_date) values (${newId()}, ${made.account}, ${people[name].role}, ${body}, '2018-01-01')`;
    await database.admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at)
      values (${made.session}, ${hashToken(made.token)}, ${made.account}, 'password', ${database.clock.now()}, ${database.clock.now()}, '2099-01-01')`;
    signedIn.set(name, made);
    return made;
  };
  const asPerson = (name: PersonName) => async <T>(work: (scope: Scope) => Promise<T>, secret?: string) =>
    await inScope(database, { as: 'session', token: hashToken((await person(name)).token), purpose: 'test', capability: secret ? hashToken(secret) : undefined }, work);
  const plainly = (entry: Extract<Entry, { as: 'worker' | 'auditor' }>) => async <T>(work: (scope: Scope) => Promise<T>) => await inScope(database, entry, work);
  return {
    database, site, person,
    as: {
      manager: asPerson('manager'), operator: asPerson('operator'), leader: asPerson('leader'), chair: asPerson('chair'),
      partner: asPerson('partner'), analyst: asPerson('analyst'), auditor: asPerson('auditor'), administrator: asPerson('administrator'),
      public: async (work, secret) => await inScope(database, { as: 'public', purpose: 'test', capability: secret ? hashToken(secret) : undefined }, work),
      worker: plainly({ as: 'worker', purpose: 'test' }),
      auditLine: plainly({ as: 'auditor', purpose: 'test' }),
    },
    http: (routes) => {
      const app = mountRoutes({
        database, routes, baseUrl: 'http://localhost', cache: new PageCache(), log: silentLog,
        problemPage: problemPage(() => site), signInPath: (language, next) => `/${language}/identity/sign-in?next=${encodeURIComponent(next)}`, afterCommit: () => {},
      });
      return { app, as: async (name) => visitor(app, name ? (await person(name)).token : undefined) };
    },
    runJobs: async (jobs) => await drainJobs(database, jobs),
    at: async (moment) => {
      database.clock.set(moment);
      await database.admin`update identity.session set seen_at = ${database.clock.now()}`;
    },
    close: database.close,
  };
}

/** A visitor with a session's token; without one, the public. */
export function visitor(app: Hono, token: string | undefined): Visitor {
  const cookie: Record<string, string> = token ? { cookie: `${sessionCookie.plain}=${token}` } : {};
  return {
    get: async (path, headers = {}) => await app.request(path, { headers: { ...cookie, ...headers } }),
    post: async (path, fields, headers = {}) => {
      const body = fields instanceof FormData ? fields : new URLSearchParams(Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
      if (token) body.append('csrf', csrfToken(token));
      return await app.request(path, { method: 'POST', body, headers: { ...cookie, ...headers } });
    },
  };
}

async function drainJobs(database: TestDatabase, jobs: readonly Job[]): Promise<number> {
  let done = 0;
  for (;;) {
    const due: { name: string; delivery: Delivery }[] = [];
    const taken = await relayEvents(database, jobs, async (name, deliveries) => {
      due.push(...deliveries.map((delivery) => ({ name, delivery })));
    });
    for (const { name, delivery } of due) {
      await jobs.find((job) => job.name === name)?.run(delivery, jobTools(database, 'http://localhost', name, inScope));
      done += 1;
    }
    if (taken === 0) return done;
  }
}
