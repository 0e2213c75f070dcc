import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { Assets } from '#app/platform/files/assets.ts';
import type { PageCache } from './page-cache.ts';

/** Opens the server: cached public pages from memory, the rest through the routes. Slow clients lose their connection. */
export async function listen(options: { app: Hono; cache: PageCache; assets: Assets; clock: Clock; host: string; port: number }): Promise<Server> {
  const listener = getRequestListener(options.app.fetch);
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 10_000, connectionsCheckingInterval: 2000 }, (request, response) => {
    if (options.assets.serve(request, response)) return;
    if (!options.cache.serve(request, response, options.clock.now().getTime())) void listener(request, response);
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
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
  await closed;
  clearTimeout(cut);
}
