import { countDays } from '#app/methods/homelessness/day-counts.ts';
import { chronicStates } from '#app/methods/homelessness/chronic.ts';
import { reachingHome } from '#app/methods/homelessness/definition.ts';
import type { Stay, StayKind } from '#app/methods/homelessness/stay.ts';
import { type StayTable, stayTable } from '#app/methods/homelessness/stay-table.ts';
import { formatDay } from '#app/methods/timeline/day.ts';
import { processorTime } from './processor-time.ts';
import { type BenchResult, median, round } from './result.ts';

const asOf = 20_454;
const people = 100_000;
/** Enough for a clock that ticks in milliseconds. */
const passes = 20;

/** Who is chronic among 100,000 people with ten years of stays, beside a plain loop that reads each field of each stay once; in processor time. */
export function chronicBesideScan(log: (line: string) => void): BenchResult {
  const stays = makeStays();
  let started = performance.now();
  const table = stayTable(stays);
  const building = performance.now() - started;
  const [own, peer]: [number[], number[]] = [[], []];
  let [chronic, read] = [0, 0];
  for (let turn = 0; turn < 9; turn += 1) {
    own.push(processorTime(() => {
      for (let time = 0; time < passes; time += 1) chronic = countChronic(table);
    }) / passes);
    peer.push(processorTime(() => {
      for (let time = 0; time < passes * 3; time += 1) read += scan(table);
    }) / (passes * 3));
  }
  started = performance.now();
  const states = chronicStates(table, asOf, { convention: 'touched' });
  const evidence = performance.now() - started;
  if ([...states.values()].filter((state) => state.chronic).length !== chronic) throw new Error('the states are not those of the counts');
  const [value, beside] = [median(own), median(peer)];
  log(`${people} people, ${stays.length} stays over ten years, ${chronic} chronic: ${value.toFixed(2)} ms, one scan of the columns ${beside.toFixed(2)} ms (${read % 10}); ` +
    `columns from records once ${building.toFixed(0)} ms, states with gaps and days short ${evidence.toFixed(0)} ms`);
  return { name: 'chronic states of 100,000 people (processor ms)', value: round(value), beside: round(beside), ratio: round(value / beside), goal: '<= 5 scans of the stays', holds: value / beside <= 5 };
}

function countChronic(table: StayTable): number {
  const { short, long, current } = countDays(table, asOf, 'touched', reachingHome);
  let chronic = 0;
  for (let person = 0; person < current.length; person += 1)
    if (current[person] === 1 && ((short[person] ?? 0) >= reachingHome.short.atLeast || (long[person] ?? 0) >= reachingHome.long.atLeast)) chronic += 1;
  return chronic;
}

function scan({ start, end, kind }: StayTable): number {
  let total = 0;
  for (let row = 0; row < start.length; row += 1) total += (start[row] ?? 0) + (end[row] ?? 0) + (kind[row] ?? 0);
  return total;
}

function makeStays(): Stay[] {
  const kinds: readonly StayKind[] = ['shelter', 'shelter', 'hidden', 'unsheltered', 'transitional', 'housed'];
  let state = 9;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  return Array.from({ length: people }, (_, person) => {
    const stays: Stay[] = [];
    for (let day = asOf - 3650 + next(400); day < asOf; day += next(500)) {
      const end = day + next(300);
      stays.push({ person: `p${person}`, start: formatDay(day), end: end > asOf ? null : formatDay(end), kind: kinds[next(kinds.length)] ?? 'shelter' });
    }
    return stays;
  }).flat();
}
