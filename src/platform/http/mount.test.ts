import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { silentLog } from '#app/platform/log/log.ts';
import { raw } from 'hono/html';
import { bytes, page, redirect } from './answer.ts';
import { mountRoutes, preferredLanguage } from './mount.ts';
import { PageCache } from './page-cache.ts';
import type { Route } from './route.ts';
import { memoryShelf } from './shelf.ts';

let database: TestDatabase;
let rendered = 0;
const shelf = memoryShelf();
const cache = new PageCache();
cache.moveTo(shelf);
const routes: Route[] = [
  { method: 'GET', path: '/thing', may: 'anyone', audit: 'none', cached: true, handle: async () => {
    rendered += 1;
    return page(raw(`<p>page ${rendered}</p>`));
  } },
  { method: 'POST', path: '/thing', may: 'anyone', audit: 'thing.sent', maxBody: 1000, handle: async (visit) => {
    await raiseEvent(visit, { kind: 'thing.sent' });
    return redirect(`/en/thing?typed=${encodeURIComponent(visit.form.text('word'))}`);
  } },
  { method: 'POST', path: '/broken', may: 'anyone', audit: 'none', handle: async (visit) => {
    await raiseEvent(visit, { kind: 'thing.broken' });
    throw new Error('personal words that must not be shown');
  } },
  { method: 'POST', path: '/away', may: 'anyone', audit: 'none', handle: async () => {
    throw Object.assign(new Error('gone'), { code: '57P01' });
  } },
  { method: 'GET', path: '/desk', may: { roles: ['plan-manager'] }, audit: 'desk.read', handle: async () => page(raw('desk')) },
  { method: 'POST', path: '/limited', may: 'anyone', audit: 'none', limit: { name: 'limited', max: 2, seconds: 60 }, handle: async () => page(raw('ok')) },
  { method: 'POST', path: '/slow', may: 'anyone', audit: 'thing.slow', limit: { name: 'slow', max: 1, seconds: 60 }, handle: async (visit) => {
    await raiseEvent(visit, { kind: 'thing.begun' });
    return { kind: 'pause', outside: async () => {
      const committed = await events();
      return async (again) => {
        await raiseEvent(again, { kind: 'thing.done' });
        return page(raw(`${committed} ${again.request === visit.request} ${again.form.text('word')}`));
      };
    } };
  } },
  { method: 'GET', path: '/api/thing', localized: false, machine: true, may: 'anyone', audit: 'none', handle: async () => bytes('application/json', '{}') },
];
const app = () => mountRoutes({
  database, routes, cache, baseUrl: 'http://localhost', log: silentLog, afterCommit: () => {},
  problemPage: (name, { reference }) => raw(`<h1>${name}</h1>${reference}`), signInPath: (language, next) => `/${language}/sign-in?next=${next}`,
});
const events = async () => (await database.admin<{ n: number }[]>`select count(*) as n from platform.event`)[0]?.n;
const form = (body: string, headers: Record<string, string> = {}) => ({ method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => await database.close());

test('an address typed without its language or with a slash too many leads where it was meant, with the headers of every answer', async () => {
  const answer = await app().request('/thing/?a=b', { headers: { 'accept-language': 'fr-CA' } });
  expect([answer.status, answer.headers.get('location'), answer.headers.get('x-content-type-options')]).toEqual([302, '/fr/thing?a=b', 'nosniff']);
  expect((await app().request('/en/thing/', { method: 'POST' })).status).toBe(404);
  expect((await app().request('/api/thing/')).status).toBe(404);
});

test('an unknown address, an unknown language and an unknown method each get a clear answer', async () => {
  expect((await app().request('/en/nothing')).status).toBe(404);
  expect((await app().request('/de/thing')).status).toBe(404);
  const wrong = await app().request('/en/thing', { method: 'PUT' });
  expect(wrong.status).toBe(405);
  expect(wrong.headers.get('allow')).toContain('GET');
});

test('slow work stands between two transactions: the first has committed when it begins, and one line of audit says what was done', async () => {
  const before = Number(await events());
  const answer = await app().request('/en/slow', form('word=typed'));
  expect(await answer.text()).toContain(`${before + 1} true typed`);
  expect(Number(await events())).toBe(before + 2);
  expect(await database.admin`select action from platform.audit_entry where action = 'thing.slow'`).toHaveLength(1);
});

test('a handler that throws leaves no row, shows no message and names a reference', async () => {
  const before = await events();
  const answer = await app().request('/en/broken', form('a=b'));
  expect(answer.status).toBe(500);
  expect(await answer.text()).toMatch(/^<!doctype html><h1>unexpected<\/h1>[0-9a-f-]{36}$/);
  expect(await events()).toBe(before);
});

test('a database that is away is a 503 with Retry-After', async () => {
  const answer = await app().request('/en/away', form(''));
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('5');
});

test('a post is committed with its event and its audit line before it is answered', async () => {
  const before = (await events()) ?? 0;
  const answer = await app().request('/fr/thing', form('word=caf%C3%A9'));
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/en/thing?typed=caf%C3%A9');
  expect(await events()).toBe(before + 1);
  expect(await database.admin`select action, actor, decision from platform.audit_entry where action = 'thing.sent'`).toEqual([{ action: 'thing.sent', actor: 'public', decision: 'permit' }]);
});

test('a body over the limit, of a strange type, or broken multipart is refused by its own problem', async () => {
  expect((await app().request('/en/thing', form(`word=${'x'.repeat(2000)}`))).status).toBe(413);
  expect((await app().request('/en/thing', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(415);
  expect((await app().request('/en/thing', { method: 'POST', body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=a' } })).status).toBe(400);
});

test('an address with a character that no text can hold is refused before any work', async () => {
  expect([(await app().request('/en/thing?a=%00')).status, (await app().request('/en/%00')).status, (await app().request('/api/thing?a=%00')).status]).toEqual([400, 404, 400]);
});

test('a post that comes from a page of another site is refused', async () => {
  expect((await app().request('/en/thing', form('', { 'sec-fetch-site': 'cross-site' }))).status).toBe(403);
  expect((await app().request('/en/thing', form('', { origin: 'https://elsewhere.example' }))).status).toBe(403);
  expect((await app().request('/en/thing', form('', { 'sec-fetch-site': 'same-origin' }))).status).toBe(303);
});

test('a page for staff sends a stranger to sign in and keeps where she wanted to go', async () => {
  const answer = await app().request('/en/desk');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/en/sign-in?next=/en/desk']);
});

test('a public page is rendered once and again after the content changed', async () => {
  cache.forget();
  const before = rendered;
  await app().request('/en/thing');
  const reply: { status?: number; body?: unknown } = {};
  const response = { writeHead: (status: number) => { reply.status = status; return response; }, end: (body: unknown) => { reply.body = body; } };
  const request = { method: 'GET', url: '/en/thing', headers: {} };
  expect(shelf.serve(request as never, response as never, database.clock.now().getTime())).toBe(true);
  expect([reply.status, String(reply.body), rendered]).toEqual([200, `<!doctype html><p>page ${before + 1}</p>`, before + 1]);
  expect(shelf.serve(request as never, response as never, database.clock.now().getTime() + 61_000)).toBe(false);
  cache.forget();
  expect(shelf.serve(request as never, response as never, database.clock.now().getTime())).toBe(false);
});

test('too many posts from one address are refused, and the machine itself is not counted', async () => {
  const far = async () => (await app().request('/en/limited', form('', { 'x-forwarded-for': '203.0.113.7' }))).status;
  expect([await far(), await far(), await far()]).toEqual([200, 200, 429]);
  for (let n = 0; n < 4; n += 1) expect((await app().request('/en/limited', form(''))).status).toBe(200);
});

test('programs get problems as JSON', async () => {
  const answer = await app().request('/api/none');
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ status: 404 });
});

test('every answer carries the security headers', async () => {
  for (const path of ['/en/thing', '/en/nothing', '/en/desk', '/api/thing']) {
    const { headers } = await app().request(path);
    expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
  }
});

test('the language follows Accept-Language with its weights, and English without one', () => {
  expect(preferredLanguage('fr-CA,fr;q=0.9,en;q=0.8')).toBe('fr');
  expect(preferredLanguage('de, en;q=0.5, fr;q=0.7')).toBe('fr');
  expect(preferredLanguage('fr;q=0')).toBe('en');
  expect(preferredLanguage(undefined)).toBe('en');
});

test('writing an audit line without a context is refused', async () => {
  await expect(database.pool.begin(async (sql) => {
    await sql`set local role ct_public`;
    await writeAudit({ sql, actor: { kind: 'public' }, now: new Date(0), today: '', timeZone: 'UTC', request: '' }, { action: 'x' });
  })).rejects.toMatchObject({ code: '42501' });
});
