import { readPack } from '#app/community-pack/read.ts';
import { newId } from '#app/platform/db/id.ts';
import { inScope, type Scope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { type Visitor, visitor } from '#test/world.ts';
import { type AccessWorld, openAccessWorld } from '../access-world.test-tool.ts';
import { accessRoutes } from '../index.ts';
import { loadCare } from './pack.ts';

export type Extra = { readonly account: string; readonly visit: Visitor; readonly by: <T>(work: (scope: Scope) => Promise<T>) => Promise<T> };
export type CareWorld = AccessWorld & { readonly hire: (name: string, agency: 'north' | 'south', role: string) => Promise<Extra>; readonly agree: (person: string, fields?: Record<string, string | string[]>) => Promise<string> };

/** Two agencies with the care configuration of the first community. */
export async function openCareWorld(): Promise<CareWorld> {
  const world = await openAccessWorld();
  const { admin, clock } = world.database;
  const pack = await readPack('communities/halton');
  await world.as.worker(async (scope) => await loadCare(scope, pack));
  const { app } = world.http(accessRoutes(() => world.site));
  return {
    ...world,
    hire: async (name, agency, role) => {
      const [account, token] = [newId(), newToken()];
      await admin`insert into identity.account (id, email, name, demonstration, created_at) values (${account}, ${`${name}@example.org`}, ${`${name} (demo)`}, true, ${clock.now()})`;
      await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${account}, ${world.agencies[agency]}, ${role}, '2018-01-01')`;
      await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at, second_factor_at) values (${newId()}, ${hashToken(token)}, ${account}, 'password', ${clock.now()}, ${clock.now()}, '2099-01-01', ${clock.now()})`;
      return { account, visit: visitor(app, token), by: async (work) => await inScope(world.database, { as: 'session', token: hashToken(token), purpose: 'test' }, work) };
    },
    agree: async (person, fields = {}) => {
      const answer = await (await world.visit('intake')).post(`/en/access/persons/${person}/consents/new`, { 'given-by': 'self', purposes: ['care', 'coordination'], categories: ['identity'], agencies: [world.agencies.south], how: 'spoken', language: 'en', expires: '2020-06-03', ...fields });
      if (answer.status !== 303) throw new Error(await answer.text());
      return (await admin<{ id: string }[]>`select id from access.consent where person_id = ${person} order by recorded_at desc, id desc limit 1`)[0]?.id ?? '';
    },
  };
}
