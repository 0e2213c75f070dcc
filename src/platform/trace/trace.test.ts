import { context, type Context, ROOT_CONTEXT, type Span, trace } from '@opentelemetry/api';
import { AsyncLocalStorage } from 'node:async_hooks';
import { raw } from 'hono/html';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database.ts';
import { page } from '#app/platform/http/answer.ts';
import { mountRoutes } from '#app/platform/http/mount.ts';
import { PageCache } from '#app/platform/http/page-cache.ts';
import { silentLog } from '#app/platform/log/log.ts';

let database: TestDatabase;
const seen: { name: string; attributes: Record<string, unknown>; parent: string | undefined }[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  // The least of an SDK: what an operator preloads does the same and more.
  const storage = new AsyncLocalStorage<Context>();
  context.setGlobalContextManager({
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (given, work, self, ...rest) => storage.run(given, () => work.call(self as never, ...rest)),
    bind: (_given, target) => target, enable() { return this; }, disable() { return this; },
  });
  const makeSpan = (name: string, attributes: Record<string, unknown>, parent: Span | undefined) => {
    const record = { name, attributes: { ...attributes }, parent: (parent as (Span & { record?: { name: string } }) | undefined)?.record?.name };
    seen.push(record);
    return { record, end: () => {}, setStatus: (status: object) => Object.assign(record.attributes, { status }), setAttribute: (key: string, value: unknown) => Object.assign(record.attributes, { [key]: value }) } as unknown as Span;
  };
  trace.setGlobalTracerProvider({ getTracer: () => ({
    startSpan: (name, options) => makeSpan(name, options?.attributes ?? {}, undefined),
    startActiveSpan: ((name: string, options: { attributes?: Record<string, unknown> }, work: (span: Span) => unknown) => {
      const span = makeSpan(name, options.attributes ?? {}, trace.getActiveSpan());
      return context.with(trace.setSpan(context.active(), span), () => work(span));
    }) as never,
  }) });
});
afterAll(async () => {
  trace.disable();
  context.disable();
  await database.close();
});

const app = () => mountRoutes({
  database, cache: new PageCache(), baseUrl: 'http://localhost', log: silentLog, afterCommit: () => {}, problemPage: () => raw('problem'), signInPath: () => '/',
  routes: [
    { method: 'GET', path: '/person/:name', may: 'anyone', audit: 'none', handle: async () => page(raw('ok')) },
    { method: 'GET', path: '/sealed', may: 'anyone', audit: 'none', unrecorded: true, handle: async () => page(raw('ok')) },
    { method: 'GET', path: '/broken', may: 'anyone', audit: 'none', handle: async () => await Promise.reject(new TypeError('Amina Okafor')) },
  ],
});

test('a request is a span by the template of its route, with its transaction below it; nothing that a visitor wrote is told', async () => {
  await app().request('/en/person/Amina?q=Okafor');
  expect(seen.map(({ name, parent }) => [name, parent])).toEqual([['GET /person/:name', undefined], ['scope', 'GET /person/:name']]);
  await app().request('/en/broken');
  expect(seen.at(-1)?.attributes['error.type']).toBe('TypeError');
  expect(JSON.stringify(seen)).not.toMatch(/Amina|Okafor/);
});

test('what leaves no trace opens no span, not even for its transaction', async () => {
  seen.length = 0;
  await app().request('/en/sealed');
  expect(seen).toEqual([]);
});
