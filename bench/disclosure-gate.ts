import { join } from 'node:path';
import { audit, isSafe } from '#app/methods/disclosure/audit.ts';
import type { CountedCell } from '#app/methods/disclosure/protect.ts';
import { randomTable } from '#app/methods/disclosure/random-table.examples.ts';
import type { Release } from '#app/methods/disclosure/release.ts';
import { declareCube, listReleased, releaseThroughGate } from '#app/modules/insight/index.ts';
import { setClock } from '#app/platform/clock/clock.ts';
import { readConfig } from '#app/platform/config/config.ts';
import { type Database, inScope } from '#app/platform/db/scope.ts';
import { openDatabase } from '#app/program/open-database.ts';
import { seeded } from '#test/seeded.ts';
import { type Benchmark, round } from './result.ts';
import { scratchFolder } from './server-process.ts';

const k = 6;
const both = { en: 'Bench', fr: 'Banc' };

/**
 * Pairs of linked tables of the same people through the gate of a real database; then the public reads what was filed and attacks all of it together with
 * linear programmes. ROUNDS sets how many pairs.
 */
export const disclosureGate: Benchmark = {
  name: 'disclosure-gate',
  run: async (log) => {
    const pairs = Number(process.env.ROUNDS ?? 200);
    const folder = await scratchFolder();
    const open = await openDatabase(readConfig({ DATA_DIR: join(folder.path, 'data') }), () => {}, 3);
    try {
      const database: Database = { pool: open.pool, clock: setClock('2019-06-03T13:00:00Z'), timeZone: 'America/Toronto' };
      const random = seeded(2026);
      const sum = { filed: 0, blocked: 0, withheld: 0, hidden: 0, recovered: 0, narrow: 0, milliseconds: 0 };
      for (let n = 0; n < pairs; n += 1) {
        const [first, second] = linkedCells(random);
        const cubes = [`bench/${n}/b`, `bench/${n}/z`];
        for (const [place, cells] of [first, second].entries()) {
          const slug = cubes[place] ?? '';
          const started = performance.now();
          const outcome = await inScope(database, { as: 'worker', purpose: 'bench' }, async (scope) => {
            await declareCube(scope, { slug, indicator: `bench/${n}`, title: both, owner: 'insight', kind: 'health', geography: ['a'], breakdowns: [place === 0 ? 'b' : 'z'], review: 'rule' });
            return await releaseThroughGate(scope, { cube: slug, period: '2019-05', cells });
          });
          sum.milliseconds += performance.now() - started;
          if (outcome.state === 'blocked') sum.blocked += 1;
          else sum.filed += 1;
        }
        const released = await inScope(database, { as: 'public', purpose: 'bench' }, async (scope) => await listReleased(scope, cubes));
        const read = released.map(({ base, k: least, cells }): Release => ({ rule: { base, k: least }, cells: cells.map(({ keys, published }) => ({ keys, published: published !== null && /^\d+$/.test(published) ? Number(published) : published })) }));
        sum.withheld += read.flatMap(({ cells }) => cells).filter(({ published }) => published === null).length;
        if (read.length === 0) continue;
        const { cells } = await audit(read, k);
        sum.hidden += cells.length;
        sum.recovered += cells.filter(({ low, high }) => low === high).length;
        sum.narrow += cells.filter((cell) => !isSafe(cell, k)).length;
      }
      log(`${pairs} pairs of linked tables through the gate: ${sum.filed} tables filed, ${sum.blocked} blocked, ${sum.withheld} numbers left out; of what the public reads ${sum.recovered} of ${sum.hidden} hidden counts recovered, ${sum.narrow} left with fewer than ${k} values; ${round(sum.milliseconds / (2 * pairs))} ms for a table`);
      return [{ name: 'disclosure-gate', value: sum.recovered, beside: sum.hidden, ratio: round(sum.recovered / Math.max(1, sum.hidden)), goal: '0 recovered, 0 narrowed', holds: sum.recovered + sum.narrow === 0 && sum.hidden > 0 }];
    } finally {
      await open.close();
      await folder.remove();
    }
  },
};

/** The same people by place and one thing, and by place and another. */
function linkedCells(random: () => number): [CountedCell[], CountedCell[]] {
  const size = () => 2 + Math.floor(random() * 3);
  const first = randomTable(random, { a: size(), b: size() }, [3, 8, 20, 60][Math.floor(random() * 4)] ?? 8);
  const places = [...Map.groupBy(first, ({ keys }) => keys.a ?? '')].map(([a, cells]) => ({ a, count: cells.reduce((sum, cell) => sum + cell.count, 0) }));
  const second = places.flatMap(({ a, count }) => {
    const part = Math.floor(count * random());
    return [{ keys: { a, z: 'z0' }, count: part }, { keys: { a, z: 'z1' }, count: count - part }];
  });
  return [first, second];
}
