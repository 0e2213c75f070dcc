import { afterAll, beforeAll, expect, test } from 'vitest';
import { raw } from 'hono/html';
import { openTestDatabase, type TestDatabase } from '#test/database.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { page } from '#app/platform/http/answer.ts';
import { mountRoutes } from '#app/platform/http/mount.ts';
import { PageCache } from '#app/platform/http/page-cache.ts';
import { silentLog } from '#app/platform/log/log.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { openSideDoor } from '#app/program/side-door.ts';
import { freePort } from '../../../bench/many/postgres.ts';
import { readBacklog } from './backlog.ts';
import { writeFamilies } from './families.ts';
import { makeMeter } from './meter.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => await database.close());

const secret = 'Amina-Okafor-0192';

async function visited() {
  const meter = makeMeter();
  const routes = [
    { method: 'GET', path: '/person/:name', may: 'anyone', audit: 'none', handle: async () => page(raw('ok')) },
    { method: 'GET', path: '/sealed', may: 'anyone', audit: 'none', unrecorded: true, handle: async () => page(raw('ok')) },
    { method: 'GET', path: '/broken', may: 'anyone', audit: 'none', handle: async () => await Promise.reject(new Error(secret)) },
  ] as const;
  const app = mountRoutes({
    database: { ...database, watch: meter.scopes }, routes, cache: new PageCache(), baseUrl: 'http://localhost', log: silentLog, afterCommit: () => {}, meter,
    problemPage: () => raw('problem'), signInPath: () => '/',
  });
  for (const path of [`/en/person/${secret}`, `/fr/person/${secret}?q=${secret}`, '/en/sealed', '/en/broken', `/en/${secret}`]) await app.request(path);
  await app.request('/en/person/x', { method: secret.slice(0, 5).toUpperCase() });
  return meter;
}

test('requests are counted and timed by the template of their route, and by nothing that a visitor wrote', async () => {
  const text = writeFamilies((await visited()).families());
  expect(text).toContain('ct_http_requests_total{route="/person/:name",method="GET",status="200"} 2\n');
  expect(text).toContain('ct_http_requests_total{route="/broken",method="GET",status="500"} 1\n');
  expect(text).toContain('ct_http_requests_total{route="none",method="GET",status="404"} 1\n');
  expect(text).toContain('ct_http_requests_total{route="none",method="other",status="405"} 1\n');
  expect(text).toContain('ct_http_request_duration_seconds_count{route="/person/:name"} 2\n');
  expect(text).not.toMatch(/Amina|0192|\bq=/);
});

test('a route that leaves no trace is not counted either', async () => {
  expect(writeFamilies((await visited()).families())).not.toContain('sealed');
});

test('the text is OpenMetrics: each family once, with its type first, counters end in _total, buckets grow, the last line is EOF', async () => {
  const text = writeFamilies([...(await visited()).families(), ...(await readBacklog(database))]);
  const lines = text.trimEnd().split('\n');
  expect(lines.at(-1)).toBe('# EOF');
  const types = lines.filter((line) => line.startsWith('# TYPE ')).map((line) => line.split(' ')[2]);
  expect(new Set(types).size).toBe(types.length);
  let family = '';
  for (const line of lines.slice(0, -1)) {
    if (line.startsWith('# TYPE ')) family = line.split(' ')[2] ?? '';
    const name = line.startsWith('#') ? line.split(' ')[2] : /^[a-z_]+/.exec(line)?.[0];
    expect(name?.startsWith(family), line).toBe(true);
    if (!line.startsWith('#')) expect(line).toMatch(/^[a-z_]+(\{([a-z]+="[^"\n]*",?)*\})? [0-9.e+-]+$/);
    if (line.startsWith(`# TYPE ${family} counter`)) expect(lines.filter((one) => one.startsWith(`${family}{`) && !one.startsWith(`${family}_total`))).toEqual([]);
  }
  const buckets = lines.filter((line) => line.startsWith('ct_database_wait_seconds_bucket')).map((line) => Number(line.split(' ')[1]));
  expect(buckets).toEqual([...buckets].sort((a, b) => a - b));
});

test('what waits is told in numbers: events, mails, audit lines, and how long the oldest has waited', async () => {
  await inScope(database, { as: 'public', purpose: 'test' }, async (scope) => {
    await raiseEvent(scope, { kind: 'test.waits' });
    await queueMail(scope, { kind: 'test', to: `${secret}@example.org`, language: 'en', subject: secret, text: secret });
  });
  database.clock.advance(90_000);
  const text = writeFamilies(await readBacklog(database));
  expect(text).toMatch(/^ct_events_waiting 2$/m);
  expect(text).toMatch(/^ct_event_age_seconds 90$/m);
  expect(text).toMatch(/^ct_outbox_mails\{state="queued"\} 1$/m);
  expect(text).toMatch(/^ct_outbox_age_seconds 90$/m);
  expect(text).toMatch(/^ct_audit_unsealed 0$/m);
  expect(text).not.toContain('Amina');
});

test('the side door tells metrics and health, and that the database is away when it is', async () => {
  const meter = makeMeter();
  const pool = { begin: async () => await Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' })) };
  for (const [given, up] of [[database, 1], [{ ...database, pool: pool as never }, 0]] as const) {
    const port = await freePort();
    const close = await openSideDoor({ host: '127.0.0.1', port, database: given, meter, readiness: () => 'ready' });
    const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(answer.headers.get('content-type')).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
    expect(await answer.text()).toContain(`ct_database_up ${up}\n`);
    expect((await fetch(`http://127.0.0.1:${port}/health/ready`)).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/en/plan`)).status).toBe(404);
    await close();
  }
});
