import { createLedger, listMeasures } from '#app/methods/list/ledger.ts';
import type { ListEvent } from '#app/methods/list/event.ts';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { openPool } from '#app/platform/db/pool.ts';
import { listMonths, makeListEvents } from '#test/list-events.ts';
import { listMeasuresBySql, loadListEvents } from '#test/list-sql.ts';
import { chronicBesideScan } from './list-chronic.ts';
import { processorTime } from './processor-time.ts';
import { type Benchmark, type BenchResult, median, round } from './result.ts';
import { scratchFolder } from './server-process.ts';

/** Monthly measures of a by-name list beside PostgreSQL's SQL in the same run; a late change; growth; chronic states beside a scan of the stays. */
export const list: Benchmark = {
  name: 'list',
  run: async (log) => [await measuresBesideSql(log), lateChange(log), growth(log), chronicBesideScan(log)],
};

async function measuresBesideSql(log: (line: string) => void): Promise<BenchResult> {
  const events = fresh(makeListEvents(20_000, 1, false).sort(byRecording));
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
  const events = fresh(makeListEvents(20_000, 1, false).sort(byRecording));
  const late = makeListEvents(200, 2, true).filter((event) => event.effective < '2020-01-01');
  const ledger = createLedger(events);
  const times = late.map((event) => milliseconds(() => {
    ledger.addLate(event);
    ledger.measures(listMonths);
  }));
  if (!isSame(ledger.measures(listMonths), listMeasures([...events, ...late], listMonths))) throw new Error('late changes lead to other measures than the whole list');
  const whole = milliseconds(() => listMeasures(events, listMonths));
  times.sort((a, b) => a - b);
  const value = times[Math.floor(times.length * 0.95)] ?? 0;
  log(`one late change and 120 months anew, ${late.length} times: median ${median(times).toFixed(3)} ms, 95 of 100 within ${value.toFixed(3)} ms, the slowest ${times.at(-1)?.toFixed(3)} ms`);
  return { name: 'list late change (ms, 95 of 100)', value: round(value), beside: round(whole), ratio: round(value / whole), goal: '<= 2 ms', holds: value <= 2 };
}

/**
 * Ten lists of 10,000 people, one after the other, beside one of 100,000: the same amount of data, in turns, in processor time. (One small list ten
 * times over would be read from the cache, which no list is that is computed once.) Events come person by person, as an index on person and date gives
 * them; the log also says it for events in the order of their recording.
 */
function growth(log: (line: string) => void): BenchResult {
  const { small, large } = growthOf((people, seed) => fresh(makeListEvents(people, seed, false)));
  const recorded = growthOf((people, seed) => fresh(makeListEvents(people, seed, false).sort(byRecording)));
  const told = (times: { small: number; large: number }) => `10,000 people ${times.small.toFixed(1)} ms, 100,000 people ${times.large.toFixed(1)} ms, ${(times.large / times.small).toFixed(1)} times`;
  log(`events by person: ${told({ small, large })}; events as recorded: ${told(recorded)}`);
  return { name: 'list growth, ten times the people (processor ms)', value: round(large), beside: round(small), ratio: round(large / small), goal: '<= 11 times', holds: large / small <= 11 };
}

function growthOf(make: (people: number, seed: number) => readonly ListEvent[]): { small: number; large: number } {
  const few = Array.from({ length: 10 }, (_, index) => make(10_000, 10 + index));
  const many = make(100_000, 4);
  const [small, large]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 9; turn += 1) {
    small.push(processorTime(() => {
      for (const events of few) listMeasures(events, listMonths);
    }) / few.length);
    large.push(processorTime(() => listMeasures(many, listMonths)));
  }
  return { small: median(small), large: median(large) };
}

function byRecording(a: ListEvent, b: ListEvent): number {
  return (a.recorded ?? '') < (b.recorded ?? '') ? -1 : 1;
}

/** The same events as records of their own, as they come out of a file or a database, without the traces of having been made or sorted. */
function fresh(events: readonly ListEvent[]): ListEvent[] {
  return structuredClone([...events]);
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
