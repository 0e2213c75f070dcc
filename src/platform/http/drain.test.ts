import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { machineNow, realClock } from '#app/platform/clock/clock.ts';
import { noAssets } from '#app/platform/files/assets.ts';
import { makeMeter } from '#app/platform/metrics/meter.ts';
import { mountHealth, type Readiness } from './health.ts';
import { PageCache } from './page-cache.ts';
import { listen } from './server.ts';

async function started(state: { fresh: boolean; trust?: number } = { fresh: true }) {
  const app = new Hono();
  app.get('/slow', async (c) => {
    await pause(300);
    return c.text('done');
  });
  app.get('/endless', async () => await new Promise<Response>(() => {}));
  app.get('/page', (c) => c.text('rendered'));
  const cache = new PageCache();
  const meter = makeMeter();
  const server = await listen({
    app, cache, meter, assets: noAssets, clock: realClock, host: '127.0.0.1', port: 0, trustedUntil: () => machineNow() + (state.fresh ? (state.trust ?? 2000) : -1), lost: (error) => { throw error; },
  });
  await cache.keep('/page', cache.generation, machineNow() + 60_000, { 'content-type': 'text/plain' }, 'remembered');
  return { server, meter, cache, url: `http://127.0.0.1:${server.port}` };
}
const fetchBy = async (agent: Agent, url: string) => await new Promise<IncomingMessage & { text: string }>((resolve, reject) => {
  get(url, { agent }, (response) => {
    let text = '';
    response.on('data', (part: Buffer) => {
      text += part.toString();
    });
    response.on('end', () => resolve(Object.assign(response, { text })));
    response.on('error', reject);
  }).on('error', reject);
});

test('a page is answered from memory only while the process has heard of every change', async () => {
  const state = { fresh: true };
  const { server, meter, url } = await started(state);
  expect(await (await fetch(`${url}/page`)).text()).toBe('remembered');
  state.fresh = false;
  // The thread in front is told a few times a second.
  await expect.poll(async () => await (await fetch(`${url}/page`)).text()).toBe('rendered');
  await server.drain(100);
  const memory = meter.families().find((family) => family.name === 'ct_http_memory_answers');
  expect(memory?.samples.find((sample) => sample.labels.kind === 'page')?.value).toBeGreaterThan(0);
});

test('a program that stands still is no longer trusted after its time, and a page that is kept can still be recalled', async () => {
  const { server, cache, url } = await started({ fresh: true, trust: 500 });
  expect(await (await fetch(`${url}/page`)).text()).toBe('remembered');
  const asking = new Worker(`
    const { parentPort, workerData } = require('node:worker_threads');
    setTimeout(async () => parentPort.postMessage(await (await fetch(workerData + '/page')).text()), 1500);
  `, { eval: true, workerData: url, execArgv: [] });
  const asked = once(asking, 'message');
  await once(asking, 'online');
  const free = machineNow() + 2600;
  while (machineNow() < free);
  expect((await asked)[0]).toBe('rendered');
  expect(Buffer.from(cache.recall('/page', machineNow())?.body ?? []).toString()).toBe('remembered');
  await server.drain(100);
});

test('a server that is stopped lets a running request end, closes connections that are kept alive, and takes no new ones', async () => {
  const { server, url } = await started();
  const agent = new Agent({ keepAlive: true });
  expect((await fetchBy(agent, `${url}/page`)).headers.connection).toBe('keep-alive');
  const running = fetchBy(agent, `${url}/slow`);
  await pause(50);
  server.leave();
  const began = performance.now();
  const ended = server.drain(5000);
  await pause(50);
  await expect(fetch(`${url}/page`)).rejects.toThrow();
  expect((await running).text).toBe('done');
  await ended;
  // Not the ten seconds for which an idle connection would be kept.
  expect(performance.now() - began).toBeLessThan(2000);
  agent.destroy();
});

test('while it drains every answer asks the client to leave, and what does not end is cut off at the end of the grace', async () => {
  const { server, url } = await started();
  server.leave();
  expect((await fetch(`${url}/page`)).headers.get('connection')).toBe('close');
  const endless = fetch(`${url}/endless`).then(() => 'answered', () => 'cut');
  await pause(50);
  const began = performance.now();
  await server.drain(200);
  expect(await endless).toBe('cut');
  expect(performance.now() - began).toBeLessThan(1500);
});

test('a process is alive while it answers, and ready only when it should get requests; neither page says anything else', async () => {
  let state: Readiness = 'ready';
  const app = new Hono();
  mountHealth(app, () => state);
  expect([(await app.request('/health/live')).status, (await app.request('/health/ready')).status]).toEqual([200, 200]);
  for (state of ['draining', 'database', 'schema'] as const) {
    const answer = await app.request('/health/ready');
    expect([answer.status, await answer.text()]).toEqual([503, state]);
    expect((await app.request('/health/live')).status).toBe(200);
  }
});
