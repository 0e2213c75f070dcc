import { existsSync, readFileSync } from 'node:fs';
import { attributableFractions } from '#app/methods/alcohol/fractions.ts';
import { readInput } from '#app/methods/alcohol/input.ts';
import { counts, population, riskFunctions } from '#app/methods/alcohol/sample.examples.ts';
import { type Benchmark, median, round } from './result.ts';

const folder = '../shared/cases/alcohol';

/** The fractions of every year of InterMAHP's Canadian sample where it is at hand (else of a made-up region), and the largest difference to the reference. */
export const alcohol: Benchmark = {
  name: 'alcohol',
  run: async (log) => {
    const present = existsSync(folder);
    const input = readInput(present ? { population: rowsOf('population.csv'), riskFunctions: rowsOf('risk-functions.csv'), counts: rowsOf('counts-2007.csv') } : { population, riskFunctions, counts });
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const started = performance.now();
      attributableFractions(input);
      times.push(performance.now() - started);
    }
    const own = attributableFractions(input);
    const difference = present ? largestDifference(own) : 0;
    log(`${own.length} fractions in ${Math.round(median(times))} ms${present ? `, largest difference to the reference ${difference.toExponential(2)}` : ', no reference at hand'}`);
    return [{ name: 'alcohol', value: Math.round(median(times)), beside: own.length, ratio: round(median(times) / own.length), goal: 'difference to the reference < 1e-9', holds: own.length > 0 && difference < 1e-9 }];
  },
};

function largestDifference(own: ReturnType<typeof attributableFractions>): number {
  const code = (...parts: (string | undefined)[]) => JSON.stringify(parts);
  const found = new Map(own.map((row) => [code(row.region, row.year, row.gender, row.ageGroup, row.im, row.condition, row.outcome), row.fraction]));
  const differences = rowsOf('expected-2007.csv').map((row) => Math.abs((found.get(code(row.region, row.year, row.gender, row.age_group, row.im, row.condition, row.outcome)) ?? Number.POSITIVE_INFINITY) - Number(row.fraction_total)));
  return Math.max(...differences);
}

/** The rows of a plain CSV file (no quotes), by the names of its columns. */
function rowsOf(name: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(`${folder}/${name}`, 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, n) => [columns[n] ?? '', cell])));
}
