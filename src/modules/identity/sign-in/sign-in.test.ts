import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { createDemoAccounts } from '../demo/actions.ts';
import { identityRoutes } from '../index.ts';
import { hashPassword } from '../password/hash.ts';
import { passwordFault } from '../password/rules.ts';
import { safeNext } from '../paths.ts';
import { totpStep } from '../totp/codes.ts';

let world: World;
let anybody: Visitor;
const password = 'seven quiet herons at dawn';
beforeAll(async () => {
  world = await openWorld();
  const { account } = await world.person('partner');
  await world.database.admin`insert into identity.password (account_id, hash, set_at) values (${account}, ${await hashPassword(password)}, now())`;
  anybody = await world.http(identityRoutes(() => world.site)).as();
});
afterAll(async () => await world.close());

const attempt = async (email: string, given: string, headers: Record<string, string> = {}) => await anybody.post('/en/identity/sign-in', { email, password: given }, headers);
const cookieOf = (answer: Response, name: string) => answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${name}=`))?.split(';')[0]?.slice(name.length + 1) ?? '';
const actorOf = async (token: string) => await inScope(world.database, { as: 'session', token: hashToken(token), purpose: 'test' }, async ({ actor }) => actor.kind);

test('an unknown address and a wrong password are one answer', async () => {
  const [unknown, wrong] = [await attempt('nobody@example.org', password), await attempt('partner@example.org', 'not the password at all')];
  const bare = async (answer: Response) => (await answer.text()).replaceAll(/nobody|partner/g, 'x');
  expect([unknown.status, await bare(unknown)]).toEqual([wrong.status, await bare(wrong)]);
  expect(unknown.status).toBe(422);
  expect([(await attempt('nobody@example.org', '')).status, (await attempt('partner@example.org', '')).status]).toEqual([422, 422]);
});

test('the right password opens a session; after an hour of use and twelve hours it ends, and idle ones end after two', async () => {
  const answer = await attempt('partner@example.org', password);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/commitment/my-day']);
  const token = cookieOf(answer, 'session');
  expect(answer.headers.getSetCookie().join()).toContain('HttpOnly');
  expect(await actorOf(token)).toBe('staff');
  world.database.clock.advance(3_600_000);
  expect(await actorOf(token)).toBe('staff');
  world.database.clock.advance(2 * 3_600_000 + 1000);
  expect(await actorOf(token)).toBe('public');
});

test('a stranger who fails many times cannot lock out a device that has signed in before', async () => {
  const device = cookieOf(await attempt('partner@example.org', password), 'device');
  for (let n = 0; n < 12; n += 1) await attempt('partner@example.org', `guess number ${n} of many`);
  expect((await attempt('partner@example.org', password)).status).toBe(422);
  expect((await attempt('partner@example.org', password, { cookie: `device=${device}` })).status).toBe(303);
});

test('signing out ends the session on the server', async () => {
  const visitor = await world.http(identityRoutes(() => world.site)).as('operator');
  const { token } = await world.person('operator');
  expect((await visitor.post('/en/identity/sign-out', {})).status).toBe(303);
  expect(await actorOf(token)).toBe('public');
});

test('a form of a signed-in person without its token changes nothing', async () => {
  const { token } = await world.person('leader');
  const { app } = world.http(identityRoutes(() => world.site));
  const answer = await app.request('/en/identity/account/totp', { method: 'POST', body: new URLSearchParams({ step: 'start' }), headers: { cookie: `session=${token}` } });
  expect(answer.status).toBe(403);
});

test('only the administrator sees accounts; for others the page does not exist; the last step of an invitation works once', async () => {
  const routes = world.http(identityRoutes(() => world.site));
  expect((await (await routes.as('partner')).get('/en/identity/accounts')).status).toBe(303);
  expect((await (await routes.as('chair')).get('/en/identity/accounts')).status).toBe(404);
  const administrator = await routes.as('administrator');
  expect((await administrator.post('/en/identity/accounts', { name: '', email: 'x', role: '' })).status).toBe(422);
  const made = await (await administrator.post('/en/identity/accounts', { name: 'New Person', email: 'new@example.org', role: 'partner' })).text();
  const key = /key=([\w-]+)/.exec(made)?.[1] ?? '';
  expect((await anybody.post('/en/identity/invitation', { key, 'new-password': 'short' })).status).toBe(422);
  expect((await anybody.post('/en/identity/invitation', { key, 'new-password': 'four words nobody joins' })).status).toBe(303);
  expect((await anybody.post('/en/identity/invitation', { key, 'new-password': 'another four words here' })).status).toBe(422);
  expect((await attempt('new@example.org', 'four words nobody joins')).status).toBe(303);
});

test('a code of the app counts once, within one step of time', () => {
  const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
  const now = new Date('2019-06-03T13:00:10Z');
  const step = Math.floor(now.getTime() / 30_000);
  const code = generateSync({ secret, epoch: step * 30 });
  expect(totpStep(secret, code, now, 0)).toBe(step);
  expect(totpStep(secret, code, now, step)).toBeUndefined();
  expect(totpStep(secret, code, new Date(now.getTime() + 120_000), 0)).toBeUndefined();
  expect(totpStep(secret, '000 00', now, 0)).toBeUndefined();
});

test('passwords are judged by length and by what is guessed first, never by their composition', () => {
  expect(passwordFault('short but fine', [])).toBe('too-short');
  expect(passwordFault('all small letters and spaces', [])).toBeUndefined();
  expect(passwordFault('passwordpassword2019', [])).toBe('common');
  expect(passwordFault('aaaaaaaaaaaaaaaaaaaa', [])).toBe('repeats');
  expect(passwordFault('paula singh paula singh', ['Paula Singh'])).toBe('contains-name');
});

test('after signing in nobody is sent to another site', () => {
  for (const next of ['https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', '/en//elsewhere', 'javascript:alert(1)', '']) expect(safeNext('en', next)).toBe('/en/commitment/my-day');
  expect(safeNext('fr', '/fr/plan/milestones')).toBe('/fr/plan/milestones');
});

test('demonstration accounts are shown in a demonstration and nowhere else', async () => {
  await world.as.worker(async (scope) => await createDemoAccounts(scope, [], [{ id: 'shown', name: 'Shown Person (demo)', email: 'shown@example.org', role: 'partner', agency: 'none' }]));
  expect(await (await anybody.get('/en/identity/sign-in')).text()).not.toContain('Shown Person');
  await world.database.admin`insert into platform.setting (name, value) values ('demonstration', 'true')`;
  const shown = await (await anybody.get('/en/identity/sign-in')).text();
  expect(shown).toContain('Shown Person');
  expect(shown).toContain('<strong>Partner</strong>');
});
