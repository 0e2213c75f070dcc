import { type AlcoholInput, attributableFractions } from './fractions.ts';
import { type Variates, variates } from './random-variate.ts';
import type { FractionRow, Gender, PopulationRow } from './rows.ts';

/** What is uncertain about the exposure; risk functions and counts are taken as they are. */
export type Uncertainty = {
  /** How many people of each group the survey of drinking asked, after allowing for its design. */
  readonly surveySize: number;
  /** The relative standard error of consumption a head in a region and year, 0.05 for instance. */
  readonly consumptionError: number;
  readonly draws: number;
  readonly seed: number;
};

export type SimulatedRow = FractionRow & { readonly low: number; readonly high: number };

/** Standard errors of the ratio of deviation to mean: Kehoe et al., Population Health Metrics 10, 2012 (95 % intervals 1.144 to 1.197 and 1.223 to 1.293). */
const gammaError: Readonly<Record<Gender, { constant: number; error: number }>> = { Male: { constant: 1.171, error: 0.01352 }, Female: { constant: 1.258, error: 0.01786 } };

/**
 * Fractions with 95 % intervals by simulation, in the manner of Gmel et al. (Int. J. Methods Psychiatr. Res. 20, 2011): in each draw the shares of former
 * and current drinkers are Dirichlet, the share of these who binge is beta, consumption is log-normal, and the gamma constant normal. The fraction itself
 * is that of the given values; the interval is what the draws have between their 2.5th and 97.5th percentile. The same seed gives the same answer.
 * Throws RangeError with fewer than 40 draws.
 */
export function simulateFractions(input: AlcoholInput, uncertainty: Uncertainty): SimulatedRow[] {
  if (!(uncertainty.draws >= 40)) throw new RangeError('an interval asks for 40 draws or more');
  const random = variates(uncertainty.seed);
  const central = attributableFractions(input);
  const drawn = central.map(() => new Float64Array(uncertainty.draws));
  for (let draw = 0; draw < uncertainty.draws; draw += 1) {
    const rows = attributableFractions({ ...input, population: drawPopulation(input.population, uncertainty, random) });
    for (const [place, values] of drawn.entries()) values[draw] = rows[place]?.fraction ?? Number.NaN;
  }
  return central.map((row, place) => {
    const sorted = (drawn[place] ?? new Float64Array()).sort();
    return { ...row, low: percentile(sorted, 0.025), high: percentile(sorted, 0.975) };
  });
}

function drawPopulation(population: readonly PopulationRow[], { surveySize, consumptionError }: Uncertainty, random: Variates): PopulationRow[] {
  const spread = Math.sqrt(Math.log1p(consumptionError ** 2));
  const factors = new Map<string, number>();
  const constants = { Female: drawConstant('Female', random), Male: drawConstant('Male', random) };
  return population.map((row) => {
    const area = JSON.stringify([row.region, row.year]);
    const factor = factors.get(area) ?? Math.exp(spread * random.normal() - (spread * spread) / 2);
    factors.set(area, factor);
    const parts = [row.former, row.current, Math.max(0, 1 - row.former - row.current)].map((share) => random.gamma(share * surveySize));
    const [former = 0, current = 0, others = 0] = parts;
    const asked = former + current + others;
    const bingeShare = row.current > 0 ? Math.min(1, row.binge / row.current) : 0;
    const [binge, calm] = [random.gamma(bingeShare * row.current * surveySize), random.gamma((1 - bingeShare) * row.current * surveySize)];
    const share = current / asked;
    return { ...row, litres: row.litres * factor, former: former / asked, current: share, binge: binge > 0 ? (share * binge) / (binge + calm) : 0, gammaConstant: row.gammaConstant ?? constants[row.gender] };
  });
}

function drawConstant(gender: Gender, random: Variates): number {
  const { constant, error } = gammaError[gender];
  return constant + error * random.normal();
}

function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const [from, to] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN];
  return from + (to - from) * (place - Math.floor(place));
}
