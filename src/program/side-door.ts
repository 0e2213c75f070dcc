import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { mountHealth, type Readiness } from '#app/platform/http/health.ts';
import type { Database } from '#app/platform/db/scope.ts';
import { readBacklog } from '#app/platform/metrics/backlog.ts';
import { type Family, writeFamilies } from '#app/platform/metrics/families.ts';
import type { Meter } from '#app/platform/metrics/meter.ts';

/**
 * Opens METRICS_PORT: `/metrics` in OpenMetrics form and the two pages of health, on a port that visitors never reach. While the database is away the
 * figures of the process alone are told, with `ct_database_up 0`.
 */
export async function openSideDoor(options: { host: string; port: number; database: Database; meter: Meter; readiness: () => Readiness }): Promise<() => Promise<void>> {
  const { database, meter, readiness } = options;
  const app = new Hono();
  mountHealth(app, readiness);
  let running: Promise<string> | undefined;
  const collect = async () => {
    const backlog = await readBacklog(database).catch(() => undefined);
    return writeFamilies([...meter.families(), ...(backlog ?? []), ...ownFigures(database, backlog !== undefined, readiness() === 'ready')]);
  };
  app.get('/metrics', async (c) => {
    running ??= collect().finally(() => {
      running = undefined;
    });
    return c.body(await running, 200, { 'content-type': 'application/openmetrics-text; version=1.0.0; charset=utf-8', 'cache-control': 'no-store' });
  });
  const server = createServer({ headersTimeout: 5000, requestTimeout: 10_000 }, getRequestListener(app.fetch));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
}

function ownFigures({ replica }: Database, up: boolean, ready: boolean): Family[] {
  const gauge = (name: string, help: string, value: number | undefined): Family => ({ name, type: 'gauge', help, samples: value === undefined ? [] : [{ labels: {}, value }] });
  const figures = replica?.figures();
  return [
    gauge('ct_database_up', 'Whether the primary answered just now', up ? 1 : 0),
    gauge('ct_ready', 'Whether this process should get requests', ready ? 1 : 0),
    gauge('ct_process_resident_memory_bytes', 'Resident memory', process.memoryUsage.rss()),
    gauge('ct_process_start_time_seconds', 'When the process started, in seconds since 1970', Math.round(Date.now() / 1000 - process.uptime())),
    ...(figures ? [
      gauge('ct_replica_up', 'Whether the replica answers', figures.lagBytes === undefined ? 0 : 1),
      gauge('ct_replica_lag_bytes', 'How much of the log the replica has yet to replay', figures.lagBytes),
      { name: 'ct_public_reads', type: 'counter', help: 'Public reads by where they were answered', samples: [
        { suffix: '_total', labels: { from: 'replica' }, value: figures.replica }, { suffix: '_total', labels: { from: 'primary' }, value: figures.primary },
      ] } satisfies Family,
    ] : []),
  ];
}
