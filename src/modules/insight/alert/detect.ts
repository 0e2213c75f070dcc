import { cusum, type CusumOptions } from '#app/methods/aberration/cusum.ts';
import { transformNames } from '#app/methods/aberration/cusum-transform.ts';
import { daily, firstDailyUnit } from '#app/methods/aberration/daily.ts';
import type { Counts, Detection, Range } from '#app/methods/aberration/detection.ts';
import { ears, firstEarsUnit } from '#app/methods/aberration/ears.ts';
import { given } from '#app/methods/aberration/input.ts';
import { exact } from '#app/methods/aberration/exact.ts';
import { farringtonFlexible, type ThresholdMethod } from '#app/methods/aberration/farrington/flexible.ts';
import { rollingWindow } from '#app/methods/aberration/rolling-window.ts';
import type { ClusterRule } from '#app/methods/aberration/cluster.ts';
import { policeRule } from '#app/methods/aberration/cluster.ts';
import type { Rule } from './rule.ts';

export type Detector = {
  /** Units that must stand before the first that is judged. */
  readonly before: number;
  readonly detect: (counts: Counts, range: Range) => Detection & { readonly expected?: Float64Array };
};

const thresholds: readonly ThresholdMethod[] = ['delta', 'nbPlugin', 'muan'];

/** The published method behind a rule on counts, with its options; undefined for clusters, which are found among events in time. */
export function detectorOf({ method, options, unit }: Pick<Rule, 'method' | 'options' | 'unit'>): Detector | undefined {
  const number = (name: string) => (typeof options[name] === 'number' ? options[name] : undefined);
  const alpha = number('alpha');
  const frequency = unit === 'day' ? 365 : 52;
  switch (method) {
    case 'ears-c1': case 'ears-c2': case 'ears-c3': {
      const name = ({ 'ears-c1': 'C1', 'ears-c2': 'C2', 'ears-c3': 'C3' } as const)[method];
      const settings = given({ alpha, baseline: number('baseline'), minSigma: number('minSigma') });
      return { before: firstEarsUnit(name, settings.baseline), detect: (counts, range) => ears(name, counts, range, settings) };
    }
    case 'farrington-flexible': {
      const thresholdMethod = thresholds.find((one) => one === options.thresholdMethod);
      const [b, w] = [number('b') ?? 5, number('w') ?? 3];
      const settings = given({ alpha, b, w, frequency, thresholdMethod, noPeriods: number('noPeriods'), pastWeeksNotIncluded: number('pastWeeksNotIncluded') });
      return { before: b * frequency + w, detect: (counts, range) => farringtonFlexible(counts, range, settings) };
    }
    case 'cusum': {
      const trans = transformNames.find((one) => one === options.trans);
      const settings: CusumOptions = given({ k: number('k'), h: number('h'), trans, frequency });
      return { before: frequency, detect: (counts, range) => cusum(counts, range, settings) };
    }
    case 'exact': {
      const baseline = number('baseline') ?? frequency;
      return { before: baseline, detect: (counts, range) => exact(counts, range, given({ alpha, baseline })) };
    }
    case 'daily':
      return { before: firstDailyUnit, detect: (counts, range) => {
        const { means, ...found } = daily(counts, range, given({ falsePositiveRate: number('falsePositiveRate') }));
        return { ...found, expected: means.subarray(range.first, range.last + 1) };
      } };
    case 'rolling-window':
      return { before: number('window') ?? 2, detect: (counts, range) => rollingWindow(counts, range, given({ threshold: number('threshold'), window: number('window') })) };
    case 'cluster':
      return undefined;
  }
}

/** The rule of clusters with its options; what is not given is that of the police service. */
export function clusterRuleOf({ options }: Pick<Rule, 'options'>): ClusterRule {
  const number = (name: keyof ClusterRule) => (typeof options[name] === 'number' ? options[name] : policeRule[name]);
  return { threshold: number('threshold'), hours: number('hours'), placeThreshold: number('placeThreshold') };
}
