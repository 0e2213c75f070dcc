import { createLedger, listMeasures } from '#app/methods/list/ledger.ts';
import type { ListEvent } from '#app/methods/list/event.ts';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { openPool } from '#app/platform/db/pool.ts';
import { listMonths, makeListEvents } from '#test/list-events.ts';
import { listMeasuresBySql, loadListEvents } from '#test/list-sql.ts';
import { chronicBesideScan } from './list-chronic.ts';
import { type Benchmark, type BenchResult, median, round } from './result.ts';
import { scratchFolder } from './server-process.ts';

/** Monthly measures of a by-name list beside PostgreSQL's SQL in the same run; a late change; growth; chronic states beside a scan of the stays. */
export const list: Benchmark = {
  name: 'list',
  run: async (log) => [await measuresBesideSql(log), lateChange(log), growth(log), chronicBesideScan(log)],
};

async function measuresBesideSql(log: (line: string) => void): Promise<BenchResult> {
  const events = byRecording(20_000, 1);
  const folder = await scratchFolder();
  const cluster = await startCluster({ dataDir: folder.path, log: () => {} });
  const sql = openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database: 'postgres' }, { max: 1 });
  try {
    await loadListEvents(sql, events);
    const [own, peer]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < 7; turn += 1) {
      own.push(milliseconds(() => listMeasures(events, listMonths)));
      const started = performance.now();
      const bySql = await listMeasuresBySql(sql, listMonths);
      peer.push(performance.now() - started);
      if (!isSame(bySql, listMeasures(events, listMonths))) throw new Error('the measures are not those of PostgreSQL');
    }
    const [value, beside] = [median(own), median(peer)];
    log(`120 months, 20,000 people, ${events.length} changes: ${value.toFixed(1)} ms from the events as they come (first run ${own[0]?.toFixed(1)}), PostgreSQL ${beside.toFixed(0)} ms, same figures`);
    return { name: 'list measures (ms)', value: round(value), beside: round(beside), ratio: round(value / beside), goal: '<= 100 ms', holds: value <= 100 };
  } finally {
    await sql.end({ timeout: 2 });
    await cluster.stop();
    await folder.remove();
  }
}

/** One change that took effect years ago, and all 120 months anew; beside building them from all events. */
function lateChange(log: (line: string) => void): BenchResult {
  const events = byRecording(20_000, 1);
  const late = makeListEvents(200, 2, true).filter((event) => event.effective < '2020-01-01');
  const ledger = createLedger(events);
  const times = late.map((event) => milliseconds(() => {
    ledger.addLate(event);
    ledger.measures(listMonths);
  }));
  if (!isSame(ledger.measures(listMonths), listMeasures([...events, ...late], listMonths))) throw new Error('late changes lead to other measures than the whole list');
  const whole = milliseconds(() => listMeasures(events, listMonths));
  const [value, worst] = [median(times), Math.max(...times)];
  log(`one late change and 120 months anew: ${value.toFixed(3)} ms, at worst ${worst.toFixed(3)} ms of ${late.length}`);
  return { name: 'list late change (ms, worst)', value: round(worst), beside: round(whole), ratio: round(worst / whole), goal: '<= 2 ms', holds: worst <= 2 };
}

function growth(log: (line: string) => void): BenchResult {
  const [small, large] = [byRecording(10_000, 3), byRecording(100_000, 4)];
  const times = (events: readonly ListEvent[], turns: number) => Array.from({ length: turns }, () => milliseconds(() => listMeasures(events, listMonths)));
  times(small, 3);
  const [beside, value] = [median(times(small, 15)), median(times(large, 7))];
  log(`10,000 people ${beside.toFixed(1)} ms, 100,000 people ${value.toFixed(1)} ms`);
  return { name: 'list growth, ten times the people (ms)', value: round(value), beside: round(beside), ratio: round(value / beside), goal: '<= 11 times', holds: value / beside <= 11 };
}

/** Made-up changes in the order in which a list would hold them: as they were recorded. */
function byRecording(people: number, seed: number): ListEvent[] {
  return makeListEvents(people, seed, false).sort((a, b) => ((a.recorded ?? '') < (b.recorded ?? '') ? -1 : 1));
}

function milliseconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function isSame(a: readonly object[], b: readonly object[]): boolean {
  const flat = (rows: readonly object[]) => JSON.stringify(rows.map(sortedEntries));
  return flat(a) === flat(b);
}

function sortedEntries(value: object): unknown {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, typeof part === 'object' && part !== null ? sortedEntries(part) : part]);
}
