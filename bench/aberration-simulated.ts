import type { Counts } from '#app/methods/aberration/detection.ts';
import { drawCounts } from '#app/methods/aberration/simulated-rate.ts';
import { unitsPerYear } from '#app/modules/insight/alert/counts.ts';
import { type Detector, detectorOf } from '#app/modules/insight/alert/detect.ts';
import { judged } from '#app/modules/insight/alert/onsets.ts';
import type { Rule } from '#app/modules/insight/alert/rule.ts';
import { stateRate } from '#app/modules/insight/alert/state-rate.ts';
import { type BenchResult, round } from './result.ts';

/** At most so many years on each side; the statement ends earlier where its relative standard error is so small, as it does in the program. */
const years = Number(process.env.YEARS ?? 10_000);
const within = 0.03;
const name = { en: '', fr: '' };
const rule = (given: Pick<Rule, 'method' | 'unit' | 'options'>): Rule => ({ id: '', rule: '', version: 1, series: '', name, eachArea: false, active: true, validFrom: '2019-01-01', reason: null, ...given });

/** Rules without a formula state what they simulate. Farrington takes the most time of a unit by far, so it
 * has the ends and the middle of the range; at 0.3 events a week chance passes its limit fewer than 1,000 times in 10,000 years, which is printed and not judged. */
const compared = [
  { said: 'Farrington flexible 1 %', rule: rule({ method: 'farrington-flexible', unit: 'week', options: { alpha: 0.01, thresholdMethod: 'nbPlugin' } }), rates: [0.3, 1, 5] },
  { said: 'daily 0.5 %', rule: rule({ method: 'daily', unit: 'day', options: { falsePositiveRate: 0.005 } }), rates: [0.3, 0.5, 1, 2, 3, 5] },
] as const;

/** Stated as the program states it (years judged one by one, each after a history of its own) beside one long series of other numbers, judged year after year as the program judges, at 0.3 to 5 events a week. */
export async function reportSimulated(log: (line: string) => void): Promise<BenchResult[]> {
  log('rule, events a week | false alarms a year: stated (years, alarms), seen (years, alarms)');
  const deviations: number[] = [];
  for (const { said, rule: one, rates } of compared)
    for (const rate of rates) {
      const unitName = one.unit === 'day' ? 'day' : 'week';
      const [unit, length] = [unitName === 'day' ? 7 : 1, judged[unitName]];
      const detector = detectorOf(one);
      if (!detector) continue;
      const stated = await stateRate(one, drawCounts({ mean: rate / unit, before: 0, units: 2_000_000, seed: 76 }), { seed: 20190705, years, within });
      const alarms = alarmsIn(detector, drawCounts({ mean: rate / unit, before: detector.before + 1, units: years * (length - 1), seed: 77 }), length);
      const seen = alarms / ((years * (length - 1)) / unitsPerYear[unitName]);
      log(`${said}, ${rate} | ${round(stated?.perYear ?? Number.NaN)} (${stated?.years}, ${Math.round((stated?.perYear ?? 0) * (stated?.years ?? 0))})  ${round(seen)} (${years}, ${alarms})`);
      if (stated && alarms >= 1000) deviations.push(Math.abs(seen / stated.perYear - 1));
    }
  const worst = Math.max(...deviations);
  return [{ name: `worst deviation of seen from simulated false alarms, in ${deviations.length} of ${compared.flatMap(({ rates }) => rates).length} rules and rates with 1,000 alarms`, value: round(worst), beside: 0.1, ratio: round(worst / 0.1), goal: 'within 10 %', holds: worst <= 0.1 }];
}

/** Alarms that begin in a long series, whose years are judged one after another, each with what stands before it. */
function alarmsIn({ before, detect }: Detector, counts: Counts, length: number): number {
  let onsets = 0;
  for (let first = before; first + length <= counts.length; first += length - 1) {
    const { alarm } = detect(counts.subarray(first - before, first + length), { first: before, last: before + length - 1 });
    for (let at = 1; at < alarm.length; at += 1) if (alarm[at] === 1 && alarm[at - 1] === 0) onsets += 1;
  }
  return onsets;
}
