import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { Assets } from '#app/platform/files/assets.ts';
import type { Meter } from '#app/platform/metrics/meter.ts';
import type { PageCache } from './page-cache.ts';

export type ServerOptions = {
  readonly app: Hono;
  readonly cache: PageCache;
  readonly assets: Assets;
  readonly clock: Clock;
  readonly host: string;
  readonly port: number;
  /** Whether this process has heard of every change: only then are pages answered from memory without a look at the database. */
  readonly fresh: () => boolean;
  /** Whether the server is being stopped: every answer then closes its connection. */
  readonly draining: () => boolean;
  readonly meter?: Meter;
};

/** Opens the server: cached public pages from memory, the rest through the routes. Slow clients lose their connection. */
export async function listen(options: ServerOptions): Promise<Server> {
  const { assets, cache, clock, fresh, draining, meter } = options;
  const listener = getRequestListener(options.app.fetch);
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 10_000, connectionsCheckingInterval: 2000 }, (request, response) => {
    if (draining()) response.setHeader('connection', 'close');
    if (assets.serve(request, response)) meter?.fromMemory('asset');
    else if (fresh() && cache.serve(request, response, clock.now().getTime())) meter?.fromMemory('page');
    else void listener(request, response);
  });
  server.maxConnections = 4000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return server;
}

/** Stops taking connections, lets running requests end, and closes what is left after the grace time. */
export async function drain(server: Server, graceMilliseconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection kept alive becomes idle only when its last answer is out.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
