import { clusterOnsetsPerYear, findClusters } from '#app/methods/aberration/cluster.ts';
import { type CusumOptions, cusum } from '#app/methods/aberration/cusum.ts';
import type { Counts, Detection, Range } from '#app/methods/aberration/detection.ts';
import { type EarsRule, ears } from '#app/methods/aberration/ears.ts';
import { exact } from '#app/methods/aberration/exact.ts';
import { rollingWindow } from '#app/methods/aberration/rolling-window.ts';
import { alarmsOf, drawCounts, simulateAlarms } from '#app/methods/aberration/simulated-rate.ts';
import type { ChanceAlarms } from '#app/methods/aberration/stated-rate.ts';
import { cusumChance, exactChance, rollingChance } from '#app/methods/aberration/stated-rules.ts';
import { drawPoisson, seededRandom } from '#app/methods/distribution/random.ts';
import { type BenchResult, round } from './result.ts';

const years = 10_000;
const before = 520;
const range = { first: before, last: before + years * 52 - 1 };
const rates = [0.3, 0.5, 1, 2, 3, 5];
const outbreaks = [2, 3, 5];
/** Below so many false alarms, 10 % is less than the chance of the simulation itself. */
const enough = 1000;

type Rule = { readonly name: string; readonly detect: (counts: Counts, range: Range) => Detection; readonly state: (counts: Counts, mean: number) => ChanceAlarms | undefined };

function earsRule(rule: EarsRule): Rule {
  const detect = (counts: Counts, where: Range) => ears(rule, counts, where);
  return { name: `EARS ${rule}`, detect, state: (_counts, mean) => simulateAlarms(detect, { mean, before: 20, units: 1_000_000, seed: 4 }) };
}
const cusumRule = (trans: 'standard' | 'rossi' | 'anscombe2nd'): Rule => {
  const options: CusumOptions = { trans };
  return { name: `CUSUM ${trans}`, detect: (counts, where) => cusum(counts, where, options), state: (counts) => cusumChance(counts, range, options) };
};

const rules: readonly Rule[] = [
  { name: 'exact 1 %', detect: (counts, where) => exact(counts, where), state: (counts) => exactChance(counts, range) },
  { name: 'exact 5 %, two years moving', detect: (counts, where) => exact(counts, where, { alpha: 0.05, baseline: 104 }), state: (counts) => exactChance(counts, range, { alpha: 0.05, baseline: 104 }) },
  { name: 'six in two weeks', detect: (counts, where) => rollingWindow(counts, where), state: (counts) => rollingChance(counts) },
  ...(['standard', 'rossi', 'anscombe2nd'] as const).map(cusumRule),
  ...(['C1', 'C2', 'C3'] as const).map(earsRule),
];

/** 10,000 simulated years for each rule and rate: what was stated beside what was seen, and how often 2, 3 or 5 additional events a week for 4 weeks are found. */
export function reportChance(log: (line: string) => void): BenchResult[] {
  log(`rule, events a week | false alarms a year: stated, seen | found within 4 weeks with ${outbreaks.join(', ')} more a week`);
  const compared = rules.flatMap((rule) =>
    rates.map((mean) => {
      const counts = drawCounts({ mean, before, units: years * 52, seed: 77 });
      const seen = alarmsOf(rule.detect(counts, range)).begins * 52;
      const stated = (rule.state(counts, mean)?.begins ?? Number.NaN) * 52;
      const found = outbreaks.map((more) => foundShare(rule, mean, more).toFixed(2));
      log(`${rule.name}, ${mean} | ${round(stated)}  ${round(seen)} | ${found.join('  ')}`);
      return { stated, seen };
    }),
  );
  compared.push(...compareClusters(log));
  const counted = compared.filter(({ seen }) => seen * years >= enough);
  const worst = Math.max(...counted.map(({ stated, seen }) => Math.abs(seen / stated - 1)));
  return [{ name: `worst deviation of seen from stated false alarms, in ${counted.length} rules and rates`, value: round(worst), beside: 0.1, ratio: round(worst / 0.1), goal: 'within 10 %', holds: worst <= 0.1 }];
}

/** The rule of a police service among events at random moments, year by year; each year has the hours of the window before it. */
function compareClusters(log: (line: string) => void): { stated: number; seen: number }[] {
  return [3, 4, 6].flatMap((threshold) => rates.map((mean) => {
    const [rule, random] = [{ threshold, hours: 48, placeThreshold: 4 }, seededRandom(80)];
    let onsets = 0;
    for (let year = 0; year < years; year += 1) {
      const hours = 365.25 * 24 + rule.hours;
      const events = Array.from({ length: drawPoisson(random, (mean * hours) / (24 * 7)) }, () => ({ at: random() * hours }));
      onsets += findClusters(events, rule).filter(({ at }) => at >= rule.hours).length;
    }
    const [stated, seen] = [clusterOnsetsPerYear((mean * 365.25) / 7, rule), onsets / years];
    log(`${threshold} within 48 hours, ${mean} | ${round(stated)}  ${round(seen)}`);
    return { stated, seen };
  }));
}

/** The share of outbreaks of four weeks, one in each half year, with an alarm in one of their weeks. */
function foundShare(rule: Rule, mean: number, more: number): number {
  const [apart, length, count] = [26, 4, 2000];
  const base = drawCounts({ mean, before, units: count * apart, seed: 78 });
  const added = drawCounts({ mean: more, before, units: count * apart, seed: 79 });
  const counts = base.map((one, week) => one + (week >= before && (week - before) % apart >= apart - length ? (added[week] ?? 0) : 0));
  const { alarm } = rule.detect(counts, { first: before, last: counts.length - 1 });
  let found = 0;
  for (let start = apart - length; start < alarm.length; start += apart) if (alarm.subarray(start, start + length).includes(1)) found += 1;
  return found / count;
}
