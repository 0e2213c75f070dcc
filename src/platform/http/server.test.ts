import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { machineNow, realClock } from '#app/platform/clock/clock.ts';
import { noAssets } from '#app/platform/files/assets.ts';
import { arrivalOf } from './arrival.ts';
import { PageCache } from './page-cache.ts';
import { listen, type Server } from './server.ts';

const cache = new PageCache();
let server: Server;
let url: string;
let release: (() => void) | undefined;

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/unread') return new Response('no', { status: 413 });
  if (pathname === '/wait') await new Promise<void>((resolve) => { release = resolve; });
  if (pathname === '/headers') return new Response(null, { status: 303, headers: [['location', '/x'], ['set-cookie', 'a=1'], ['set-cookie', 'b=2'], ['x-got', request.headers.get('x-given') ?? '']] });
  const size = (await request.arrayBuffer()).byteLength;
  return Response.json({ at: arrivalOf(request)?.at.getTime(), remote: arrivalOf(request)?.remote, size });
}

const open = async (port = 0) => await listen({ app: { fetch: answer }, cache, assets: noAssets, clock: realClock, host: '127.0.0.1', port, trustedUntil: () => machineNow() + 2000, lost: (error) => { throw error; } });
beforeAll(async () => {
  server = await open();
  url = `http://127.0.0.1:${server.port}`;
});
afterAll(async () => await server.drain(100));

/** 60 connections in a thread of their own, so that the sender goes on while this one computes: each writes a form and says when the system had taken it. */
function sixtySenders(): Worker {
  return new Worker(`
    const { parentPort, workerData } = require('node:worker_threads');
    const { connect } = require('node:net');
    const sockets = Array.from({ length: 60 }, () => connect(workerData.port, '127.0.0.1'));
    const get = () => new Promise((resolve) => require('node:http').get({ port: workerData.port, path: '/kept' }, (r) => { r.resume(); r.on('end', () => resolve({ status: r.statusCode, at: Date.now() })); }));
    let open = 0;
    for (const s of sockets) s.once('connect', () => { open += 1; if (open === sockets.length) parentPort.postMessage('open'); });
    parentPort.once('message', async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const sent = sockets.map((s, n) => new Promise((resolve) => setTimeout(() => {
        const one = { began: Date.now(), left: 0, at: 0 };
        let text = '';
        s.on('data', (part) => { text += part; const at = /"at":(\\d+)/.exec(text); if (at) resolve({ ...one, at: Number(at[1]) }); });
        s.write('POST /form HTTP/1.1\\r\\nhost: 127.0.0.1\\r\\ncontent-length: 4\\r\\n\\r\\na=bc', () => { one.left = Date.now(); });
      }, n * 2)));
      const kept = await get();
      parentPort.postMessage({ sent: await Promise.all(sent), kept });
      for (const s of sockets) s.destroy();
    });
  `, { eval: true, workerData: { port: server.port }, execArgv: [] });
}

test('what arrives while the program computes is stamped with when it arrived, and pages from memory are answered meanwhile', async () => {
  await cache.keep('/kept', cache.generation, machineNow() + 60_000, { 'content-type': 'text/html' }, 'kept');
  const senders = sixtySenders();
  await once(senders, 'message');
  senders.postMessage('go');
  const done = once(senders, 'message');
  const free = machineNow() + 900;
  while (machineNow() < free);
  const [{ sent, kept }] = await done;
  expect(sent).toHaveLength(60);
  for (const one of sent) {
    expect(one.at).toBeGreaterThanOrEqual(one.began);
    expect(one.at).toBeLessThan(free - 100);
  }
  expect(kept.status).toBe(200);
  expect(kept.at).toBeLessThan(free);
});

test('a body passes whole, in parts or at once, and a header of a visitor cannot name an arrival', async () => {
  const before = machineNow();
  const body = new Uint8Array(3_000_000);
  const got = await (await fetch(`${url}/form`, { method: 'POST', body, headers: { 'x-arrived-at': '0', at: '0', stamp: '0' } })).json();
  expect(got).toMatchObject({ size: body.length, remote: '127.0.0.1' });
  expect(got.at).toBeGreaterThanOrEqual(before);
  expect(await (await fetch(`${url}/form`, { method: 'POST' })).json()).toMatchObject({ size: 0 });
});

test('an answer that comes before its body was read reaches the sender', async () => {
  expect((await fetch(`${url}/unread`, { method: 'POST', body: new Uint8Array(3_000_000) })).status).toBe(413);
  expect((await fetch(`${url}/form`, { method: 'POST', body: 'a' })).status).toBe(200);
});

test('status, several cookies and headers pass both ways; a request that can be none is refused', async () => {
  const answered = await fetch(`${url}/headers`, { redirect: 'manual', headers: { 'x-given': 'given' } });
  expect([answered.status, answered.headers.getSetCookie(), answered.headers.get('x-got'), answered.headers.get('content-length')]).toEqual([303, ['a=1', 'b=2'], 'given', '0']);
  const head = await fetch(`${url}/form`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test('an address that is taken is said at once, and what runs is ended before the server stops', async () => {
  await expect(open(server.port)).rejects.toThrow('EADDRINUSE');
  const second = await open();
  const running = fetch(`http://127.0.0.1:${second.port}/wait`);
  await expect.poll(() => release).toBeDefined();
  const drained = second.drain(5000);
  release?.();
  expect((await running).status).toBe(200);
  await drained;
  await expect(fetch(`http://127.0.0.1:${second.port}/form`)).rejects.toThrow();
});
