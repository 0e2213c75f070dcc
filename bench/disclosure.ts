import { audit, isSafe } from '#app/methods/disclosure/audit.ts';
import { fewerThan, withTotals } from '#app/methods/disclosure/protect.ts';
import { linkedReleases } from '#app/methods/disclosure/random-table.examples.ts';
import { seeded } from '#test/seeded.ts';
import { type Benchmark, round } from './result.ts';

/** Pairs of linked tables with many small counts: what linear programmes recover of hidden counts when all is protected, beside hiding small cells only. */
export const disclosure: Benchmark = {
  name: 'disclosure',
  run: async (log) => {
    const pairs = Number(process.env.ROUNDS ?? 1000);
    const rule = { base: 5, k: 6 };
    const random = seeded(2026);
    const protectedCells = { hidden: 0, recovered: 0, recoveredByBaseAlone: 0, refusedAmongRecovered: 0, narrow: 0, passed: 0 };
    const merelyHidden = { hidden: 0, recovered: 0 };
    let milliseconds = 0;
    for (let n = 0; n < pairs; n += 1) {
      const { table, releases } = linkedReleases(random, rule, `secret ${n}`);
      const started = performance.now();
      const { safe, cells } = await audit(releases, rule.k);
      milliseconds += performance.now() - started;
      protectedCells.hidden += cells.length;
      const recovered = cells.filter(({ low, high }) => low === high).length;
      protectedCells.recovered += recovered;
      // Who knows the base but not k learns no more than who knows both, so this attack is only needed where the stronger one succeeds.
      if (recovered > 0) {
        const weaker = await audit(releases.map((release) => ({ ...release, rule: { base: rule.base } })), rule.k);
        protectedCells.recoveredByBaseAlone += weaker.cells.filter(({ low, high }) => low === high).length;
        protectedCells.refusedAmongRecovered += safe ? 0 : recovered;
      }
      protectedCells.narrow += cells.filter((cell) => !isSafe(cell, rule.k)).length;
      protectedCells.passed += Number(safe);
      const open = withTotals(table, Object.keys(table[0]?.keys ?? {})).map(({ keys, count }) => ({ keys, published: count < rule.k ? fewerThan(rule.k) : count }));
      const found = (await audit([{ cells: open }], rule.k)).cells;
      merelyHidden.hidden += found.length;
      merelyHidden.recovered += found.filter(({ low, high }) => low === high).length;
    }
    const { hidden, recovered, recoveredByBaseAlone, refusedAmongRecovered, narrow, passed } = protectedCells;
    log(`${pairs} pairs of linked tables, protected: ${recovered} of ${hidden} hidden counts recovered (${recoveredByBaseAlone} without knowing k; ${refusedAmongRecovered} in pairs that the gate refuses); ${narrow} left with fewer than ${rule.k} values; the gate lets ${passed} pairs pass; ${round(milliseconds / pairs)} ms for an audit`);
    log(`small cells merely hidden: ${merelyHidden.recovered} of ${merelyHidden.hidden} recovered`);
    return [{ name: 'disclosure', value: recovered, beside: merelyHidden.recovered, ratio: round(recovered / Math.max(1, merelyHidden.recovered)), goal: '0 recovered', holds: recovered === 0 && hidden > 0 }];
  },
};
