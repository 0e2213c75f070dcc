import { newId } from '#app/platform/db/id.ts';
import { inScope, type Scope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { visitor, type Visitor } from '#test/world.ts';
import { type AccessWorld, openAccessWorld } from '../access-world.test-tool.ts';
import { accessRoutes } from '../index.ts';
import { exchangeJobs } from './jobs.ts';
import { exchangePaths } from './paths.ts';

export type Content = string | Uint8Array<ArrayBuffer>;
export type Files = { readonly client?: Content; readonly stay?: Content };
type Extra = 'coordinator' | 'southern';
export type ExchangeWorld = AccessWorld & {
  readonly extra: (name: Extra) => Visitor;
  readonly extraAs: <T>(name: Extra, work: (scope: Scope) => Promise<T>) => Promise<T>;
  /** Uploads and gives the answer. */
  readonly send: (who: Visitor, files: Files) => Promise<Response>;
  /** Uploads, starts with the guessed mapping, runs the job and gives the id and the counts. */
  readonly takeIn: (who: Visitor, files: Files) => Promise<Taken>;
  readonly stand: (id: string) => Promise<Record<string, unknown>>;
  readonly exportOf: (who: Visitor, which: 'client' | 'stay', to?: string, purpose?: string) => Promise<string>;
};
export type Taken = { readonly id: string; readonly state: string; readonly entered: number; readonly updated: number; readonly unchanged: number; readonly skipped: number; readonly refused: number };

/** The world of access with a coordinator in the north and a supervisor in the south. */
export async function openExchangeWorld(): Promise<ExchangeWorld> {
  const world = await openAccessWorld();
  const { admin, clock } = world.database;
  const tokens = new Map<Extra, string>();
  for (const [name, agency, role] of [['coordinator', world.agencies.north, 'coordinator'], ['southern', world.agencies.south, 'access-supervisor']] as const) {
    const [account, token] = [newId(), newToken()];
    await admin`insert into identity.account (id, email, name, demonstration, created_at) values (${account}, ${`${name}@example.org`}, ${`${name} (demo)`}, true, ${clock.now()})`;
    await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${account}, ${agency}, ${role}, '2018-01-01')`;
    await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at, second_factor_at) values (${newId()}, ${hashToken(token)}, ${account}, 'password', ${clock.now()}, ${clock.now()}, '2099-01-01', ${clock.now()})`;
    tokens.set(name, token);
  }
  const http = world.http(accessRoutes(() => world.site));
  const send = async (who: Visitor, files: Files) => {
    const form = new FormData();
    for (const [kind, content] of Object.entries(files)) form.append(kind, new File([content], 'Ada Novak.csv'));
    return await who.post(`/en${exchangePaths.exchange}`, form);
  };
  const stand = async (id: string) => (await admin`select state, entered, updated, unchanged, skipped, refused from access.exchange_import where id = ${id}`)[0] ?? {};
  return {
    ...world, send, stand,
    extra: (name) => visitor(http.app, tokens.get(name)),
    extraAs: async (name, work) => await inScope(world.database, { as: 'session', token: hashToken(tokens.get(name) ?? ''), purpose: 'test' }, work),
    takeIn: async (who, files) => {
      const answer = await send(who, files);
      const id = /imports\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1];
      if (answer.status !== 303 || id === undefined) throw new Error(`${answer.status}: ${await answer.text()}`);
      const started = await who.post(`/en${exchangePaths.start(id)}`, {});
      if (started.status !== 303) throw new Error(`${started.status}: ${await started.text()}`);
      await world.runJobs(exchangeJobs);
      const [counts] = await admin<Taken[]>`select id, state, entered, updated, unchanged, skipped, refused from access.exchange_import where id = ${id}`;
      if (!counts) throw new Error(id);
      return counts;
    },
    exportOf: async (who, which, to = '', purpose = 'list') => {
      const answer = await who.post(`/en${exchangePaths.export}`, { which, to, purpose });
      if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
      return await answer.text();
    },
  };
}
