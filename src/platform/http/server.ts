import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Hono } from 'hono';
import { type Clock, machineNow } from '#app/platform/clock/clock.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import type { Assets } from '#app/platform/files/assets.ts';
import type { Meter } from '#app/platform/metrics/meter.ts';
import { noteArrival } from './arrival.ts';
import type { FromFront, FrontGiven, ToFront } from './front-messages.ts';
import type { PageCache } from './page-cache.ts';

type Asked = Extract<FromFront, { kind: 'asked' }>;
type Body = { readonly stream: ReadableStream<Uint8Array>; readonly take: (message: Extract<FromFront, { kind: 'part' | 'end' | 'cut' }>) => void };
export type Server = {
  readonly port: number;
  /** From now on every answer closes its connection; whoever spreads the requests has still to notice. */
  readonly leave: () => void;
  /** Stops taking connections, lets running requests end, and closes what is left after the grace time. */
  readonly drain: (graceMilliseconds: number) => Promise<void>;
};

export type ServerOptions = {
  readonly app: Pick<Hono, 'fetch'>;
  readonly cache: PageCache;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly host: string;
  readonly port: number;
  /** Until when, on the machine's clock, this process counts as having heard of every change: only before it are pages answered from memory. */
  readonly trustedUntil: () => number;
  readonly meter?: Meter;
  readonly lost: (error: Error) => void;
};

/** How often the thread in front is told until when memory is trusted, in milliseconds. */
const trustEvery = 200;

/**
 * Opens the server: a thread in front takes the connections, notes when each request came and answers cached public pages; the rest goes through the
 * routes here. `lost` is called when that thread ends by itself. Throws where the address is taken.
 */
export async function listen(options: ServerOptions): Promise<Server> {
  const given: FrontGiven = { host: options.host, port: options.port, assets: options.assets.files, trustedUntil: options.trustedUntil() };
  const thread = new Worker(frontFile(), { workerData: given, execArgv: [] });
  const send = (message: ToFront) => thread.postMessage(message);
  const bodies = new Map<number, Body>();
  const answer = async (asked: Asked) => {
    const body = asked.hasBody ? bodyOf(() => send({ kind: 'more', id: asked.id })) : undefined;
    if (body) bodies.set(asked.id, body);
    try {
      const request = new Request(asked.url, { method: asked.method, headers: asked.headers.map(([name, value]) => [name, value]), ...(body ? { body: body.stream, duplex: 'half' } : {}) });
      noteArrival(request, { remote: asked.remote, at: options.clock.at(asked.stamp) });
      const response = await options.app.fetch(request);
      send({ kind: 'answer', id: asked.id, status: response.status, headers: [...response.headers], body: response.body ? new Uint8Array(await response.arrayBuffer()) : null });
    } catch {
      // The routes answer every error of theirs; what is left is a request that cannot be one.
      send({ kind: 'answer', id: asked.id, status: 400, headers: [], body: null });
    } finally {
      bodies.delete(asked.id);
    }
  };
  options.cache.moveTo({
    put: (url, page) => send({ kind: 'keep', url, page: { ...page, freshUntil: machineNow() + page.freshUntil - options.clock.now().getTime() } }),
    clear: () => send({ kind: 'forget' }),
  });
  const trust = setInterval(() => send({ kind: 'trust', until: options.trustedUntil() }), trustEvery);
  let drained: (() => void) | undefined;
  const port = await new Promise<number>((resolve, reject) => {
    thread.on('message', (message: FromFront) => {
      if (message.kind === 'asked') void answer(message);
      else if (message.kind === 'listening') resolve(message.port);
      else if (message.kind === 'failed') {
        clearInterval(trust);
        reject(message.error);
      } else if (message.kind === 'drained') drained?.();
      else if (message.kind === 'counted') {
        options.meter?.fromMemory('page', message.pages);
        options.meter?.fromMemory('asset', message.assets);
      } else bodies.get(message.id)?.take(message);
    });
    thread.once('error', (error) => {
      clearInterval(trust);
      reject(error);
      options.lost(error);
    });
  });
  return {
    port,
    leave: () => send({ kind: 'leaving' }),
    drain: async (graceMilliseconds) => {
      await new Promise<void>((resolve) => {
        drained = resolve;
        send({ kind: 'drain', graceMilliseconds });
      });
      clearInterval(trust);
      await thread.terminate();
    },
  };
}

/** A body that lies with the thread in front: each part is fetched when somebody reads on. */
function bodyOf(more: () => void): Body {
  let got: Body['take'] = () => {};
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) =>
      await new Promise<void>((resolve) => {
        got = (message) => {
          if (message.kind === 'part') controller.enqueue(message.bytes);
          else if (message.kind === 'end') controller.close();
          else controller.error(new Error('the body was cut off'));
          resolve();
        };
        more();
      }),
  }, { highWaterMark: 0 });
  return { stream, take: (message) => got(message) };
}

function frontFile(): string {
  // In the source tree the file beside this one; in the bundle the entry that build.mjs makes of it.
  const here = fileURLToPath(import.meta.url);
  return here.endsWith('.ts') ? join(here, '..', 'front.ts') : join(projectRoot(), 'dist', 'front.js');
}
