import { newId } from '#app/platform/db/id.ts';
import { inScope, type Scope } from '#app/platform/db/scope.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { openWorld, type Visitor, visitor, type World } from '#test/world.ts';
import { bringForward, takeStep } from './discussion/actions.ts';
import type { Given } from './discussion/queries.ts';
import type { State, Step, Taken } from './discussion/rules.ts';
import { situationJobs, situationRoutes } from './index.ts';

/** Who sits at the invented table: the chair, three agencies, one whose agreement has run out, one who never signed, one who sits elsewhere. */
export const sitters = { chair: 'office', police: 'police', health: 'health', school: 'school', lapsed: 'parks', unsigned: 'library', elsewhere: 'museum' } as const;
export type Sitter = keyof typeof sitters;
const names: readonly Sitter[] = ['chair', 'police', 'health', 'school', 'lapsed', 'unsigned', 'elsewhere'];
export const table = 'demo-table';

export type SituationWorld = World & {
  readonly account: (who: Sitter) => string;
  readonly agency: (who: Sitter) => string;
  readonly by: <T>(who: Sitter, work: (scope: Scope) => Promise<T>) => Promise<T>;
  readonly visit: (who?: Sitter | 'manager' | 'administrator') => Promise<Visitor>;
  readonly bring: (who: Sitter) => Promise<string>;
  readonly take: (who: Sitter, id: string, from: State, step: Step, given?: Given) => Promise<Taken>;
  /** Tells a brought discussion. */
  readonly tell: (who: Sitter, id: string, more?: Given) => Promise<Taken>;
  /** Brings, tells and accepts one; gives its id. */
  readonly accept: (who: Sitter, more?: Given) => Promise<string>;
  readonly settle: () => Promise<number>;
};

export const told: Given = { kind: 'person', age_band: '30-39', sex: 'female', codes: ['risk-one', 'protective-one', 'flag-one'], stakes: ['interest', 'probability', 'harm', 'agencies'], words: '' };

/** The seed makes two worlds with the same ids and times. */
export async function openSituationWorld(seed: (name: string) => string = () => newId()): Promise<SituationWorld> {
  const world = await openWorld();
  const { admin, clock } = world.database;
  const bilingual = (name: string) => admin.json({ en: `${name} (demo)`, fr: `${name} (démo)` });
  for (const [slug, name] of [[table, 'Situation Table'], ['other-table', 'Other table']] as const) {
    await admin`insert into governance.body (slug, kind, position, known_from, origin) values (${slug}, ${slug === table ? 'situation-table' : 'action-table'}, 1, '2018-01-01', 'pack')`;
    await admin`insert into governance.body_name (slug, body_slug, name, from_date, known_from, origin) values (${`${slug}/1`}, ${slug}, ${bilingual(name)}, '2018-01-01', '2018-01-01', 'pack')`;
    await admin`insert into governance.body_state (slug, body_slug, state, from_date, reason, known_from, origin) values (${`${slug}/1`}, ${slug}, 'active', '2018-01-01', ${bilingual('x')}, '2018-01-01', 'pack')`;
  }
  for (const [slug, list, criminal] of [['risk-one', 'risk', false], ['risk-two', 'risk', false], ['risk-crime', 'risk', true], ['protective-one', 'protective', false], ['flag-one', 'flag', false], ['affected-one', 'affected', false],
    ['service-one', 'service', false], ['service-two', 'service', false], ['reject-one', 'reject', false], ['close-one', 'close', false]] as const)
    await admin`insert into situation.code (slug, list, category, category_name, name, criminal, confirmed, position, origin) values (${slug}, ${list}, 'c', ${bilingual('Category')}, ${bilingual(slug)}, ${criminal}, true, 1, 'pack')`;
  const people = new Map(names.map((who) => [who, { account: seed(`${who} account`), agency: seed(`${who} agency`), token: seed(`${who} token`) }]));
  const of = (who: Sitter) => {
    const one = people.get(who);
    if (!one) throw new Error(who);
    return one;
  };
  for (const who of names) {
    const { account, agency, token } = of(who);
    await admin`insert into identity.agency (id, slug, name, kind) values (${agency}, ${sitters[who]}, ${bilingual(`Agency ${sitters[who]}`)}, 'agency')`;
    await admin`insert into identity.account (id, email, name, demonstration, created_at) values (${account}, ${`sit.${who}@example.org`}, ${`${who} (demo)`}, true, ${clock.now()})`;
    await admin`insert into identity.membership (id, account_id, agency_id, body_slug, role, from_date) values (${newId()}, ${account}, ${agency}, ${who === 'elsewhere' ? 'other-table' : table}, ${who === 'chair' ? 'table-chair' : 'table-member'}, '2018-01-01')`;
    await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at) values (${newId()}, ${hashToken(token)}, ${account}, 'password', ${clock.now()}, ${clock.now()}, '2099-01-01')`;
    if (who !== 'unsigned') await admin`insert into situation.agreement (id, body_slug, account_id, agency_id, version, signed_at, expires_on, confirmed_at, confirmed_by)
      values (${seed(`${who} agreement`)}, ${table}, ${account}, ${agency}, 1, '2018-06-04', ${who === 'lapsed' ? '2019-06-02' : '2020-06-03'}, '2018-06-05', ${seed('manager')})`;
  }
  const http = world.http(situationRoutes(() => world.site));
  const by = async <T>(who: Sitter, work: (scope: Scope) => Promise<T>) => await inScope(world.database, { as: 'session', token: hashToken(of(who).token), purpose: 'test' }, work);
  const bring = async (who: Sitter) => {
    const id = await by(who, async (scope) => await bringForward(scope, table));
    if (!id) throw new Error('no seat');
    return id;
  };
  const take = async (who: Sitter, id: string, from: State, step: Step, given: Given = {}) => await by(who, async (scope) => await takeStep(scope, id, from, step, given));
  const tell = async (who: Sitter, id: string, more: Given = {}) => await take(who, id, 'screened', 'tell', { ...told, ...more });
  return {
    ...world, by, bring, take, tell,
    account: (who) => of(who).account,
    agency: (who) => of(who).agency,
    visit: async (who) => visitor(http.app, who === undefined ? undefined : who === 'manager' || who === 'administrator' ? (await world.person(who)).token : of(who).token),
    accept: async (who, more = {}) => {
      const id = await bring(who);
      const done = [await tell(who, id, more), await take('police', id, 'table', 'vote', { vote: 'aer' }), await take('health', id, 'table', 'vote', { vote: 'aer' }), await take('chair', id, 'table', 'accept')];
      if (done.some((one) => one !== 'done')) throw new Error(done.join());
      return id;
    },
    settle: async () => await world.runJobs(situationJobs),
  };
}
