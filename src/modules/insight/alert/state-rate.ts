import { clusterOnsetsPerYear, findClusters } from '#app/methods/aberration/cluster.ts';
import type { Counts } from '#app/methods/aberration/detection.ts';
import { backgroundOf } from '#app/methods/aberration/stated-rate.ts';
import { countProbabilities } from '#app/methods/distribution/masses.ts';
import { type Random, countSampler, seededRandom } from '#app/methods/distribution/random.ts';
import { unitsPerYear } from './counts.ts';
import { clusterRuleOf, detectorOf } from './detect.ts';
import { poissonInterval } from './interval.ts';
import { judged } from './onsets.ts';
import type { Rule } from './rule.ts';

export type StatedRate = {
  /** Alarms a year that begin by chance alone, with the interval that the simulation leaves. */
  readonly perYear: number; readonly low: number; readonly high: number;
  /** The same by a formula, where there is one: a check on the simulation. */
  readonly formula: number | undefined;
  readonly total: number; readonly mean: number; readonly size: number | undefined; readonly seed: number; readonly years: number;
};

/**
 * How often chance alone gives an alarm, by simulation on a baseline: counts are drawn independently around its mean, Poisson or, where its dispersion asks
 * for it, negative binomial; each simulated year is judged as a year of real counts is, with as much history before it. Clusters are drawn by day, at random
 * hours. The same seed gives the same rate. `years` at most are simulated; fewer where the relative standard error is `within` already,
 * found from how years differ, since the alarms of one year share its history. `rest` is awaited between years, so that a server can answer meanwhile.
 */
export async function stateRate(rule: Rule, baseline: Counts, given: { seed: number; years: number; within?: number; rest?: () => Promise<void> }): Promise<StatedRate | undefined> {
  const { total, units, size } = backgroundOf(baseline);
  if (!(units > 0 && total > 0)) return undefined;
  const mean = total / units;
  const random = seededRandom(given.seed);
  const draw = countSampler(countProbabilities(mean, size));
  const year = rule.unit === 'hour' ? clusterYear(rule, draw) : countYear(rule, rule.unit, draw);
  let [onsets, squares, exposure, done] = [0, 0, 0, 0];
  const isKnown = () => given.within !== undefined && done >= leastYears && onsets > 0 && Math.sqrt(squares - (onsets * onsets) / done) <= given.within * onsets;
  for (; done < given.years && (done % 20 > 0 || !isKnown()); done += 1) {
    const one = year(random);
    onsets += one.onsets;
    squares += one.onsets ** 2;
    exposure += one.years;
    if (done % 20 === 19) await given.rest?.();
  }
  const { low, high } = poissonInterval(onsets, exposure);
  const formula = rule.unit === 'hour' && size === Number.POSITIVE_INFINITY ? clusterOnsetsPerYear(mean * unitsPerYear.day, clusterRuleOf(rule)) : undefined;
  return { perYear: onsets / exposure, low, high, formula, total, mean, size: Number.isFinite(size) ? size : undefined, seed: given.seed, years: done };
}

const leastYears = 200;

type Year = (random: Random) => { readonly onsets: number; readonly years: number };

function countYear(rule: Rule, unit: 'day' | 'week', draw: (random: Random) => number): Year {
  const detector = detectorOf(rule);
  const before = detector?.before ?? 0;
  return (random) => {
    const counts = Float64Array.from({ length: before + judged[unit] }, () => draw(random));
    const alarm = detector?.detect(counts, { first: before, last: counts.length - 1 }).alarm ?? new Uint8Array(1);
    let onsets = 0;
    for (let at = 1; at < alarm.length; at += 1) if (alarm[at] === 1 && alarm[at - 1] === 0) onsets += 1;
    return { onsets, years: (alarm.length - 1) / unitsPerYear[unit] };
  };
}

function clusterYear(rule: Rule, draw: (random: Random) => number): Year {
  const settings = clusterRuleOf(rule);
  const lead = Math.ceil(settings.hours / 24);
  return (random) => {
    const events = Array.from({ length: lead + 365 }, (_, day) => Array.from({ length: draw(random) }, () => ({ at: (day + random()) * 24 }))).flat();
    const onsets = findClusters(events, settings).filter(({ kind, at }) => kind === 'window' && at >= lead * 24).length;
    return { onsets, years: 365 / 365.25 };
  };
}
