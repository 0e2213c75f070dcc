import { drawGamma, drawPoisson, type Random, seededRandom } from '../distribution/random.ts';
import type { Counts } from './detection.ts';

export type Scenario = {
  /** Expected count of a day in the middle of the series. */
  readonly level: number;
  /** Variance over mean; above 1. */
  readonly dispersion: number;
  /** Amplitudes, on the logarithmic scale, of the wave over the year and of that over the week; growth of the logarithm over a year. */
  readonly yearly: number;
  readonly weekly: number;
  readonly growth: number;
  /** Expected cases of an outbreak, in standard deviations of the day it starts on. */
  readonly outbreakSize: number;
};

export type LabelledSeries = {
  readonly counts: Counts;
  /** What is expected each day without outbreaks. */
  readonly means: Float64Array;
  /** 1 on each day from the first to the last case of an outbreak. */
  readonly outbreakDays: Uint8Array;
  readonly outbreaks: readonly { readonly first: number; readonly last: number }[];
};

const spacing = 90;

/**
 * A made-up daily series whose outbreaks are known, after Noufaily et al. (2013, Statistics in Medicine 32, section 4) with a weekly wave for daily counts:
 * negative binomial counts around exp(level + growth + yearly + weekly wave); after the first `quiet` days one outbreak about every 90 days,
 * its size Poisson, its cases spread by a log-normal delay (0, 0.5) of which one unit is three days.
 */
export function labelledSeries(scenario: Scenario, days: number, quiet: number, seed: number): LabelledSeries {
  const random = seededRandom(seed);
  const phase = random() * 365;
  const means = Float64Array.from({ length: days }, (_, day) => {
    const wave = scenario.yearly * Math.cos((2 * Math.PI * (day - phase)) / 365) + scenario.weekly * Math.cos((2 * Math.PI * day) / 7);
    return scenario.level * Math.exp(wave + (scenario.growth * (day - days / 2)) / 365);
  });
  const counts = means.map((mean) => drawPoisson(random, drawGamma(random, mean / (scenario.dispersion - 1)) * (scenario.dispersion - 1)));
  const outbreakDays = new Uint8Array(days);
  const outbreaks: { first: number; last: number }[] = [];
  for (let from = quiet; from + spacing <= days; from += spacing) {
    const start = from + Math.floor(random() * (spacing - 30));
    const cases = Math.max(1, drawPoisson(random, scenario.outbreakSize * Math.sqrt((means[start] ?? 0) * scenario.dispersion)));
    const when = Array.from({ length: cases }, () => start + Math.min(29, Math.floor(3 * drawLogNormal(random))));
    for (const day of when) counts[day] = (counts[day] ?? 0) + 1;
    const [first, last] = [Math.min(...when), Math.max(...when)];
    outbreakDays.fill(1, first, last + 1);
    outbreaks.push({ first, last });
  }
  return { counts, means, outbreakDays, outbreaks };
}

export type Score = { readonly detected: number; readonly falsePositives: number };

/** The share of outbreaks with an alarm on one of their days, and of other days from `from` on with an alarm. */
export function scoreAlarms({ outbreaks, outbreakDays }: LabelledSeries, alarm: Uint8Array, from: number): Score {
  const caught = outbreaks.filter(({ first, last }) => alarm.subarray(first - from, last - from + 1).includes(1)).length;
  let [wrong, calm] = [0, 0];
  for (let day = from; day < outbreakDays.length; day += 1) {
    if (outbreakDays[day]) continue;
    calm += 1;
    wrong += alarm[day - from] ?? 0;
  }
  return { detected: caught / outbreaks.length, falsePositives: wrong / calm };
}

function drawLogNormal(random: Random): number {
  return Math.exp(0.5 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
}
