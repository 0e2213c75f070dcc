import { z } from 'zod';
import { readInput } from '#app/methods/alcohol/input.ts';
import { defaultSettings } from '#app/methods/alcohol/rows.ts';
import { withConsumption, withMinimumPrice } from '#app/methods/alcohol/scenario.ts';
import { simulateFractions } from '#app/methods/alcohol/simulation.ts';
import { InputRefused } from '#app/methods/method.ts';
import type { DataRow } from '../dataset/row-queries.ts';
import type { Asked, RunProblem, ShareCell } from './run.ts';

export type Rows = { readonly population: readonly DataRow[]; readonly risks: readonly DataRow[]; readonly counts: readonly DataRow[] };

// Datasets keep codes in small letters; the method has InterMAHP's words.
const words: Readonly<Record<string, string>> = { female: 'Female', male: 'Male', all: 'All', morbidity: 'Morbidity', mortality: 'Mortality', combined: 'Combined', calibrated: 'Calibrated', fp: 'FP', step: 'Step', spline: 'Spline', wholly: 'Wholly', partially: 'Partially' };
const coded = ['gender', 'outcome', 'form', 'attributability'];
const rowOf = ({ values }: DataRow) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, coded.includes(name) ? (words[String(value)] ?? value) : value]));

/**
 * The shares of one region and year with their intervals, and those of the scenario, drawn by the same seed: the same rows and settings give the same
 * numbers. A problem where there is nothing to compute from. Slow (about 0.1 s a draw for 6 groups): with no transaction open.
 */
export function computeShares({ population, risks, counts }: Rows, asked: Asked): readonly ShareCell[] | RunProblem {
  const here = (row: DataRow) => row.values.region === asked.region && Number(row.values.year) === asked.year;
  const groups = population.filter(here);
  if (groups.length === 0) return { kind: 'no-population' };
  if (risks.length === 0) return { kind: 'no-risks' };
  try {
    const input = readInput({ population: groups.map(rowOf), riskFunctions: risks.map(rowOf), counts: counts.filter(here).map(rowOf) });
    const uncertainty = { surveySize: asked.surveySize, consumptionError: asked.consumptionError, draws: asked.draws, seed: asked.seed };
    const base = simulateFractions(input, uncertainty);
    const settings = asked.scenario === 'none' ? undefined : asked.scenario === 'consumption' ? withConsumption(defaultSettings, asked.change / 100) : withMinimumPrice(defaultSettings, asked.change / 100);
    const then = settings ? simulateFractions({ ...input, settings }, uncertainty) : undefined;
    const calibrated = new Set(input.risks.filter(({ form }) => form === 'Calibrated').map(({ im }) => im));
    const keyOf = (one: { im: string; gender: string; ageGroup: string; outcome: string }) => JSON.stringify([one.im, one.gender, one.ageGroup, one.outcome]);
    const counted = new Set((input.counts ?? []).map(keyOf));
    return base.map((row, place): ShareCell => {
      const wholly = row.attributability === 'Wholly';
      // Where the curve is fitted to counts, its share would say whether there was any case, and its scenario how many.
      const fitted = calibrated.has(row.im);
      const other = fitted ? undefined : then?.[place];
      if (fitted) return { im: row.im, condition: row.condition, outcome: row.outcome, gender: row.gender, ageGroup: row.ageGroup, wholly, counted: counted.has(keyOf(row)), former: 0, current: 1, fraction: 1, low: 1, high: 1 };
      return {
        im: row.im, condition: row.condition, outcome: row.outcome, gender: row.gender, ageGroup: row.ageGroup, wholly, counted: counted.has(keyOf(row)), former: row.former, current: row.current, fraction: row.fraction, low: row.low, high: row.high,
        ...(other ? { scenario: { fraction: other.fraction, low: other.low, high: other.high, change: changeOf(wholly, row.fraction, other.fraction) } } : {}),
      };
    });
  } catch (error) {
    if (error instanceof z.ZodError) return { kind: 'bad-input', at: error.issues[0]?.path.join('.') };
    if (error instanceof InputRefused) return { kind: 'bad-input', at: error.message.split(':')[0] };
    if (error instanceof RangeError) return { kind: 'bad-input' };
    throw error;
  }
}

/** By how much all cases of a group change: those that are not due to alcohol stay as many as they are (InterMAHP 2.1). */
function changeOf(wholly: boolean, before: number, after: number): number {
  if (wholly) return before === 0 ? 0 : after / before - 1;
  return (1 - before) / (1 - after) - 1;
}

export const isProblem = (done: readonly ShareCell[] | RunProblem): done is RunProblem => !Array.isArray(done);
