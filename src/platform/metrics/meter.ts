import type { ScopeWatch } from '#app/platform/db/scope.ts';
import { type Family, histogram, total } from './families.ts';

/** What a process counts of itself. Labels are templates of routes, statuses and names of jobs: nothing of a person, no address, no id. */
export type Meter = {
  readonly answered: (route: string, method: string, status: number, seconds: number) => void;
  readonly fromMemory: (what: 'page' | 'asset', times: number) => void;
  readonly worked: (job: string, outcome: 'done' | 'failed', seconds: number) => void;
  readonly scopes: ScopeWatch;
  readonly families: () => readonly Family[];
};

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE']);

export function makeMeter(): Meter {
  const requests = total('ct_http_requests', 'Answers by route, method and status', ['route', 'method', 'status']);
  const durations = histogram('ct_http_request_duration_seconds', 'From the first byte of a request to its answer, by route', ['route']);
  const memory = total('ct_http_memory_answers', 'Answers from memory, before routing', ['kind']);
  const jobs = total('ct_jobs', 'Jobs by name and outcome', ['job', 'outcome']);
  const jobTimes = histogram('ct_job_duration_seconds', 'Jobs by name', ['job']);
  const waits = histogram('ct_database_wait_seconds', 'How long a transaction waited for a connection of the pool', []);
  let [waiting, open] = [0, 0];
  return {
    answered: (route, method, status, seconds) => {
      // A method is what somebody sent: anything unusual is one label, or the labels would be hers.
      requests.add([route, methods.has(method) ? method : 'other', String(status)]);
      durations.observe([route], seconds);
    },
    fromMemory: (what, times) => {
      if (times > 0) memory.add([what], times);
    },
    worked: (job, outcome, seconds) => {
      jobs.add([job, outcome]);
      jobTimes.observe([job], seconds);
    },
    scopes: {
      waits: () => {
        waiting += 1;
      },
      begins: (seconds) => {
        waiting -= 1;
        open += 1;
        waits.observe([], seconds);
      },
      ends: (begun) => {
        if (begun) open -= 1;
        else waiting -= 1;
      },
    },
    families: () => [
      requests.family(), durations.family(), memory.family(), jobs.family(), jobTimes.family(), waits.family(),
      { name: 'ct_database_transactions', type: 'gauge', help: 'Transactions of this process, open or waiting for a connection', samples: [{ labels: { state: 'open' }, value: open }, { labels: { state: 'waiting' }, value: waiting }] },
    ],
  };
}
