import { newId } from '#app/platform/db/id.ts';
import { inScope, type Scope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { openWorld, type Visitor, visitor, type World } from '#test/world.ts';
import { accessRoutes } from './index.ts';

/** Two invented agencies and the people who work there. */
export const staff = {
  intake: { agency: 'north', role: 'intake-worker' }, clinician: { agency: 'north', role: 'clinician' }, supervisor: { agency: 'north', role: 'access-supervisor' }, volunteer: { agency: 'north', role: 'volunteer' },
  outside: { agency: 'south', role: 'intake-worker' }, nurse: { agency: 'south', role: 'clinician' }, officer: { agency: 'south', role: 'privacy-officer' },
} as const;
export type StaffName = keyof typeof staff;
export type AccessWorld = World & {
  readonly agencies: { readonly north: string; readonly south: string };
  readonly member: Readonly<Record<StaffName, { account: string; token: string }>>;
  readonly visit: (name?: StaffName | 'manager') => Promise<Visitor>;
  readonly by: <T>(name: StaffName, work: (scope: Scope) => Promise<T>) => Promise<T>;
  /** Enters a person through the form, as a new one where she is asked about, and gives her id. */
  readonly enter: (name: StaffName, fields: Record<string, string>) => Promise<string>;
};

export async function openAccessWorld(seed?: { account: (name: StaffName) => string; token: (name: StaffName) => string; agency: (name: 'north' | 'south') => string }): Promise<AccessWorld> {
  const world = await openWorld();
  const { admin, clock } = world.database;
  const agencies = { north: seed?.agency('north') ?? newId(), south: seed?.agency('south') ?? newId() };
  for (const [slug, id] of Object.entries(agencies)) await admin`insert into identity.agency (id, slug, name, kind) values (${id}, ${slug}, ${admin.json({ en: `Agency ${slug} (demo)`, fr: `Organisme ${slug} (démo)` })}, 'agency')`;
  const members = new Map<string, { account: string; token: string }>();
  for (const name of Object.keys(staff)) if (isStaff(name)) {
    const one = { account: seed?.account(name) ?? newId(), token: seed?.token(name) ?? newToken() };
    await admin`insert into identity.account (id, email, name, demonstration, created_at) values (${one.account}, ${`${name}@example.org`}, ${`${name} (demo)`}, true, ${clock.now()})`;
    await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${one.account}, ${agencies[staff[name].agency]}, ${staff[name].role}, '2018-01-01')`;
    await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at, second_factor_at) values (${newId()}, ${hashToken(one.token)}, ${one.account}, 'password', ${clock.now()}, ${clock.now()}, '2099-01-01', ${clock.now()})`;
    members.set(name, one);
  }
  const of = (name: StaffName) => {
    const one = members.get(name);
    if (!one) throw new Error(name);
    return one;
  };
  const http = world.http(accessRoutes(() => world.site));
  const visit = async (name?: StaffName | 'manager') => visitor(http.app, name === undefined ? undefined : name === 'manager' ? (await world.person('manager')).token : of(name).token);
  return {
    ...world, agencies, visit,
    member: { intake: of('intake'), clinician: of('clinician'), supervisor: of('supervisor'), volunteer: of('volunteer'), outside: of('outside'), nurse: of('nurse'), officer: of('officer') },
    by: async (name, work) => await inScope(world.database, { as: 'session', token: hashToken(of(name).token), purpose: 'test' }, work),
    enter: async (name, fields) => {
      const post = async (more: Record<string, string>) => await (await visit(name)).post('/en/access/persons/new', { language: 'en', ...fields, ...more });
      const asked = await post({});
      const checked = asked.status === 200 ? /name="checked" value="([^"]+)"/.exec(await asked.clone().text())?.[1] : undefined;
      const answer = checked ? await post({ checked }) : asked;
      const id = answer.headers.get('location')?.split('/').at(-1);
      if (answer.status !== 303 || !id) throw new Error(`${answer.status}: ${await answer.text()}`);
      return id;
    },
  };
}

const isStaff = (name: string): name is StaffName => name in staff;
export const staffNames: readonly StaffName[] = Object.keys(staff).filter(isStaff);
