import { type App, createApp } from '#app/app.ts';
import { join } from 'node:path';
import { readConfig } from '#app/platform/config/config.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Pool } from '#app/platform/db/pool.ts';
import { loadAssets } from '#app/platform/files/assets.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { makeMeter } from '#app/platform/metrics/meter.ts';
import { createLog } from '#app/platform/log/log.ts';
import { findOrMakeInstallation } from '#app/program/first-start.ts';
import { databaseOf } from '#app/program/installation.ts';

export type Member = { readonly name: string; readonly roles: readonly string[]; readonly token: string };
export type WholeProgram = {
  readonly app: App;
  /** Somebody of each role of the demonstration, signed in. */
  readonly members: readonly Member[];
  /** Signs a member in anew, where a request ended the session; gives the token. */
  readonly signIn: (name: string) => Promise<string>;
  /** The lines that were logged since the last call. */
  readonly logged: () => string[];
  readonly stop: () => Promise<void>;
};

/**
 * The whole program on a migrated database, as `npm start` makes it: the community's content, its demonstration, every route. `admin` sees past policies.
 * With `everyRole` somebody is added for each role that exists, so that no route is without one who may use it.
 */
export async function openWholeProgram(pool: Pool, admin: Pool, given: { community?: string; everyRole?: boolean } = {}): Promise<WholeProgram> {
  const config = readConfig({ BASE_URL: 'https://localhost', COMMUNITY: given.community });
  const installation = await findOrMakeInstallation(pool, config, true);
  const database = databaseOf(pool, installation);
  const lines: string[] = [];
  const log = createLog((line) => void lines.push(line));
  const assets = await loadAssets(join(projectRoot(), 'dist', 'assets'));
  const app = await createApp({ database, assets, log, config, demonstration: true, afterCommit: () => {}, readiness: () => 'ready', meter: makeMeter() });
  const today = database.clock.now();
  if (given.everyRole) await addEveryRole(admin, today);
  const people = await admin<{ id: string; name: string; roles: string[] }[]>`
    select a.id, a.name, array_agg(distinct m.role order by m.role) as roles from identity.account a join identity.membership m on m.account_id = a.id group by a.id order by a.id`;
  const signIn = async (name: string) => {
    const token = newToken();
    const id = people.find((person) => person.name === name)?.id ?? '';
    await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at)
      values (${newId()}, ${hashToken(token)}, ${id}, 'password', ${database.clock.now()}, ${database.clock.now()}, '2099-01-01')`;
    return token;
  };
  const firstOfKind = [...Map.groupBy(people, ({ roles }) => roles.join()).values()].flatMap(([first]) => (first ? [first] : []));
  const members: Member[] = [];
  for (const { name, roles } of firstOfKind) members.push({ name, roles, token: await signIn(name) });
  return { app, members, signIn, logged: () => lines.splice(0), stop: app.stop };
}

/** One account for each role that the table of memberships knows, all at one agency. */
async function addEveryRole(admin: Pool, now: Date): Promise<void> {
  const [constraint] = await admin<{ text: string }[]>`select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'membership_role'`;
  const agency = newId();
  await admin`insert into identity.agency (id, slug, name, kind, demonstration) values (${agency}, 'every-role', '{"en": "Every role (demo)", "fr": "Tous les rôles (démo)"}', 'agency', true)`;
  for (const [, role = ''] of constraint?.text.matchAll(/'([\w-]+)'::text/g) ?? []) {
    const id = newId();
    await admin`insert into identity.account (id, email, name, demonstration, created_at) values (${id}, ${`every-${role}@example.org`}, ${`Every ${role} (demo)`}, true, ${now})`;
    await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${id}, ${agency}, ${role}, '2018-01-01')`;
  }
}
