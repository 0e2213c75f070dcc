import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { exposuresOf } from './exposure.ts';
import { attributableFractions } from './fractions.ts';
import { readInput } from './input.ts';
import { defaultSettings } from './rows.ts';

const folder = join(projectRoot(), '../shared/cases/alcohol');
const present = existsSync(folder);

/** The rows of a plain CSV file (no quotes), by the names of its columns. */
function rowsOf(name: string): Record<string, string>[] {
  const [head = '', ...lines] = readFileSync(join(folder, name), 'utf8').trim().split(/\r?\n/);
  const columns = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, n) => [columns[n] ?? '', cell])));
}

const ofYear = (rows: Record<string, string>[], year: string) => rows.filter((row) => row.year === year);

test.runIf(present)('the exposure of 2007 is that of the reference', () => {
  const { population } = readInput({ population: ofYear(rowsOf('population.csv'), '2007'), riskFunctions: rowsOf('risk-functions.csv') });
  const derived = rowsOf('derived-2007.csv');
  for (const exposure of exposuresOf(population, defaultSettings)) {
    const row = derived.find((one) => one.gender === exposure.row.gender && one.age_group === exposure.row.ageGroup);
    const pairs = [[exposure.mean, row?.pcc_among_popn], [exposure.drinkers, row?.drinkers], [exposure.aboveBarrier, row?.p_bat], [exposure.nonBingers, row?.non_bingers], [exposure.bingers, row?.bingers]] as const;
    for (const [own, reference] of pairs) expect(Math.abs(own / Number(reference) - 1)).toBeLessThan(1e-12);
  }
});

test.runIf(present)('the 624 fractions of 2007 agree with the reference to 1e-9', () => {
  const input = readInput({ population: ofYear(rowsOf('population.csv'), '2007'), riskFunctions: rowsOf('risk-functions.csv'), counts: rowsOf('counts-2007.csv') });
  const codeOf = (...parts: (string | undefined)[]) => JSON.stringify(parts);
  const own = new Map(attributableFractions(input).map((row) => [codeOf(row.region, row.year, row.gender, row.ageGroup, row.im, row.condition, row.outcome), row]));
  const expected = rowsOf('expected-2007.csv');
  let largest = 0;
  for (const row of expected) {
    const found = own.get(codeOf(row.region, row.year, row.gender, row.age_group, row.im, row.condition, row.outcome));
    if (!found) throw new Error(`no fraction for ${Object.values(row).join(' ')}`);
    for (const [value, reference] of [[found.former, row.fraction_former_drinkers], [found.current, row.fraction_current_drinkers], [found.fraction, row.fraction_total]] as const) largest = Math.max(largest, Math.abs(value - Number(reference)));
  }
  expect(own.size).toBe(expected.length);
  expect(largest).toBeLessThan(1e-9);
});
