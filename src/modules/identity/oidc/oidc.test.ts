import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '#test/world.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { identityRoutes } from '../index.ts';
import { insertProvider } from './queries.ts';

let world: World;
let server: Server;
let app: ReturnType<World['http']>['app'];

beforeAll(async () => {
  world = await openWorld();
  await world.person('partner');
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'common-table', client_secret: 'a secret of the test', redirect_uris: ['http://localhost/en/identity/sign-in/oidc/back'] }],
    findAccount: async (_context: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub, email: `${sub}@example.org`, email_verified: sub !== 'unverified' }) }),
    claims: { email: ['email', 'email_verified'], openid: ['sub'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: true } },
  });
  provider.on('server_error', () => {});
  server.on('request', provider.callback());
  await world.as.worker(async (scope) => await insertProvider(scope, { id: 'org', issuer, clientId: 'common-table', clientSecret: 'a secret of the test', name: { en: 'Organisation', fr: 'Organisme' } }));
  app = world.http(identityRoutes(() => world.site)).app;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await world.close();
});

/** Goes through the provider's pages as a browser would, and gives the address that it sends back to. */
async function throughProvider(address: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let [at, init]: [string, RequestInit] = [address, {}];
  for (let step = 0; step < 12; step += 1) {
    const answer = await fetch(at, { ...init, redirect: 'manual', headers: { ...init.headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const line of answer.headers.getSetCookie()) jar.set(line.split('=')[0] ?? '', line.split(';')[0]?.split('=').slice(1).join('=') ?? '');
    const to = answer.headers.get('location');
    if (to?.startsWith('http://localhost/')) return to;
    if (to) [at, init] = [new URL(to, at).href, {}];
    else {
      const html = await answer.text();
      const action = /action="([^"]+)"/.exec(html)?.[1] ?? '';
      const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
      [at, init] = [new URL(action, at).href, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ prompt, login, password: 'any' }).toString() }];
    }
  }
  throw new Error('the provider never sent anybody back');
}

async function signIn(login: string): Promise<{ back: Response; url: string; cookie: string }> {
  const first = await app.request('/en/identity/sign-in/oidc', { method: 'POST', body: new URLSearchParams({ provider: 'org', next: '/en/plan/milestones' }) });
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const url = await throughProvider(first.headers.get('refresh')?.split('url=').slice(1).join('url=') ?? '', login);
  return { back: await app.request(url, { headers: { cookie } }), url, cookie };
}
const tokenOf = (answer: Response) => answer.headers.getSetCookie().find((line) => line.startsWith('session='))?.split(';')[0]?.slice(8) ?? '';

test('the sign-in page names the provider, and a verified address opens the account that exists', async () => {
  expect(await (await app.request('/en/identity/sign-in')).text()).toContain('Sign in with Organisation');
  const { back } = await signIn('partner');
  expect([back.status, back.headers.get('location')]).toEqual([303, '/en/plan/milestones']);
  const actor = await inScope(world.database, { as: 'session', token: hashToken(tokenOf(back)), purpose: 'test' }, async (scope) => scope.actor);
  expect(actor).toMatchObject({ kind: 'staff', roles: ['partner'] });
});

test('somebody without an account, or whose address is not verified, is refused and gets no account', async () => {
  const before = await world.database.admin`select count(*) from identity.account`;
  expect((await signIn('stranger')).back.status).toBe(422);
  expect((await signIn('unverified')).back.status).toBe(422);
  expect(await world.database.admin`select count(*) from identity.account`).toEqual(before);
});

test('an answer counts once, and only in the browser that asked', async () => {
  const { url, cookie } = await signIn('partner');
  expect((await app.request(url, { headers: { cookie } })).status).toBe(422);
  const first = await app.request('/en/identity/sign-in/oidc', { method: 'POST', body: new URLSearchParams({ provider: 'org' }) });
  const stolen = await throughProvider(first.headers.get('refresh')?.split('url=').slice(1).join('url=') ?? '', 'partner');
  expect((await app.request(stolen)).status).toBe(422);
});

test('an unknown provider does not exist', async () => {
  expect((await app.request('/en/identity/sign-in/oidc', { method: 'POST', body: new URLSearchParams({ provider: 'none' }) })).status).toBe(404);
});
