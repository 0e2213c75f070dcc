import { PgBoss } from 'pg-boss';
import type { Pool } from '#app/platform/db/pool.ts';
import type { Database } from '#app/platform/db/scope.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { sealAudit } from '#app/platform/audit/seal.ts';
import type { Log } from '#app/platform/log/log.ts';
import type { Meter } from '#app/platform/metrics/meter.ts';
import { inFirstSpan } from '#app/platform/trace/trace.ts';
import type { Delivery, Job } from './job.ts';
import { jobTools } from './job.ts';
import { bossDatabase, queueSchema } from './queue.ts';
import { relayEvents } from './relay.ts';

export type JobRunner = { readonly stop: () => Promise<void>; /** Looks for events now, not at the next turn. */ readonly poke: () => void };

/** A process that dies leaves its job to the others: they take it up when no heartbeat came for half a minute, not after the job's whole time. */
const policy = { retryLimit: 8, retryBackoff: true, retryDelay: 5, heartbeatSeconds: 30 };

/** Runs the jobs in this process: relays events, works the queues, seals the audit trail. Several processes may do so side by side. */
export async function startJobs(options: { database: Database; queuePool: Pool; jobs: readonly Job[]; baseUrl: string; log: Log; meter?: Meter }): Promise<JobRunner> {
  const { database, jobs, log } = options;
  const boss = new PgBoss({ db: bossDatabase(options.queuePool), schema: queueSchema, migrate: false, supervise: true, schedule: true, superviseIntervalSeconds: 10, monitorIntervalSeconds: 10 });
  boss.on('error', (error) => log.error('queue', error));
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name, policy);
    // A queue that an earlier version made keeps its policy unless told.
    await boss.updateQueue(job.name, policy);
    const worker = await boss.work<Delivery>(job.name, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([work]) => {
      if (work) await observed(job.name, options.meter, async () => await job.run(work.data, jobTools(database, options.baseUrl, job.name, inScope)));
      relay.soon();
      // Where one was, more may wait: without this a queue would give one job a second.
      boss.notifyWorker(worker);
    });
    if (job.every) await boss.schedule(job.name, job.every, { id: '', kind: 'schedule', subject: null, detail: {} }, { tz: database.timeZone });
  }
  const turn = async () => {
    while ((await relayEvents(database, jobs, async (name, deliveries, sql) => {
      await boss.insert(name, deliveries.map((data) => ({ data })), { db: bossDatabase(sql) });
    })) > 0);
    await sealAudit(database);
  };
  const relay = repeated(turn, 1000, (error) => log.error('relay', error));
  return {
    poke: relay.soon,
    stop: async () => {
      await relay.stop();
      await boss.stop({ graceful: true, timeout: 5000, close: false });
    },
  };
}

async function observed(name: string, meter: Meter | undefined, work: () => Promise<void>): Promise<void> {
  const began = performance.now();
  let outcome: 'done' | 'failed' = 'failed';
  try {
    await inFirstSpan(`job ${name}`, 'consumer', { 'ct.job': name }, work);
    outcome = 'done';
  } finally {
    meter?.worked(name, outcome, (performance.now() - began) / 1000);
  }
}

/** Runs `turn` every `interval` ms and soon after each `soon()`, never twice at once. */
function repeated(turn: () => Promise<void>, interval: number, failed: (error: unknown) => void): { soon(): void; stop(): Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let stopped = false;
  const plan = (delay: number) => {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(turn).catch(failed).then(() => plan(interval));
    }, delay);
  };
  plan(0);
  return {
    soon: () => plan(20),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
