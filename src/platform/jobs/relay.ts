import type { Database } from '#app/platform/db/scope.ts';
import { inScope } from '#app/platform/db/scope.ts';
import type { Delivery, Job } from './job.ts';

type EventRow = { id: string; kind: string; subject_id: string | null; detail: Record<string, unknown> };

/**
 * Takes waiting events and hands each to the jobs that listen to it, in one transaction with `enqueue`: an event leaves its table only
 * together with the jobs that stand for it. Returns how many events were taken.
 */
export async function relayEvents(
  database: Database,
  jobs: readonly Job[],
  enqueue: (name: string, deliveries: Delivery[], sql: import('#app/platform/db/pool.ts').Sql) => Promise<void>,
  batch = 200,
): Promise<number> {
  return await inScope(database, { as: 'worker', purpose: 'relay events' }, async ({ sql }) => {
    const events = await sql<EventRow[]>`
      delete from platform.event where id in (select id from platform.event order by id limit ${batch} for update skip locked)
      returning id, kind, subject_id, detail`;
    const ordered = [...events].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const job of jobs) {
      const due = ordered.filter((event) => job.on?.includes(event.kind));
      if (due.length > 0) await enqueue(job.name, due.map((e) => ({ id: e.id, kind: e.kind, subject: e.subject_id, detail: e.detail })), sql);
    }
    return events.length;
  });
}
