import type { Method } from '../method.ts';
import { type CusumOptions, cusum } from './cusum.ts';
import { daily, firstDailyUnit } from './daily.ts';
import { countsOf, type Counts, type Detection, type Range } from './detection.ts';
import { type EarsRule, ears, firstEarsUnit } from './ears.ts';
import { exact } from './exact.ts';
import { farringtonFlexible } from './farrington/flexible.ts';
import { farrington } from './farrington/original.ts';
import { type AberrationInput, aberrationInput, given } from './input.ts';
import { rollingWindow } from './rolling-window.ts';
import { simulateAlarms } from './simulated-rate.ts';
import { backgroundOf, type ChanceAlarms } from './stated-rate.ts';
import { cusumChance, exactChance, rollingChance } from './stated-rules.ts';

const simulatedUnits = 500_000;
/** A rate of chance alarms is stated for small counts; above, sums over all outcomes would take minutes. */
const mostPerUnit = 100;

/** `method aberration`: judges counts by one rule. The bound is null where the rule cannot be computed. */
export const aberration: Method = {
  name: 'aberration',
  summary: 'finds unusual counts: EARS, Farrington, CUSUM, exact, rolling window, daily',
  run: (input) => {
    const asked = aberrationInput.parse(input);
    const counts = countsOf(asked.counts);
    const range = rangeOf(asked);
    const rule = rules[asked.method](asked, range);
    const { upperBound, alarm } = rule.detect(counts, range);
    const { total, units } = backgroundOf(counts);
    const chance = total <= mostPerUnit * units && units > 0 ? rule.chance?.(counts) : undefined;
    return {
      json: {
        upperBound: Array.from(upperBound, (bound) => (Number.isFinite(bound) ? bound : null)),
        alarm: Array.from(alarm, (one) => one === 1),
        ...(chance && { statedFalseAlarmsPerYear: chance.begins * asked.frequency, statedUnitsInAlarmPerYear: chance.stands * asked.frequency }),
      },
    };
  },
};

type Rule = { readonly detect: (counts: Counts, range: Range) => Detection; readonly chance?: (counts: Counts) => ChanceAlarms | undefined };

const rules: Readonly<Record<AberrationInput['method'], (asked: AberrationInput, range: Range) => Rule>> = {
  'ears-c1': earsRule('C1'),
  'ears-c2': earsRule('C2'),
  'ears-c3': earsRule('C3'),
  farrington: ({ options, frequency }) => ({ detect: (counts, range) => farrington(counts, range, { ...given(options), frequency }) }),
  'farrington-flexible': ({ options, frequency }) => ({ detect: (counts, range) => farringtonFlexible(counts, range, { ...given(options), frequency }) }),
  cusum: ({ options, frequency }, range) => {
    const settings: CusumOptions & { rate?: number } = { ...given(options), frequency };
    return { detect: (counts) => cusum(counts, range, settings), chance: (counts) => cusumChance(counts, range, settings) };
  },
  exact: ({ options }, range) => ({ detect: (counts) => exact(counts, range, given(options)), chance: (counts) => exactChance(counts, range, given(options)) }),
  'rolling-window': ({ options }) => ({ detect: (counts, range) => rollingWindow(counts, range, given(options)), chance: (counts) => rollingChance(counts, given(options)) }),
  daily: ({ options }) => ({ detect: (counts, range) => daily(counts, range, given(options)) }),
};

function earsRule(name: EarsRule) {
  return ({ options }: AberrationInput): Rule => {
    const detect = (counts: Counts, range: Range) => ears(name, counts, range, given(options));
    return {
      detect,
      chance: (counts) => {
        const { total, units, size } = backgroundOf(counts);
        if (total === 0) return undefined;
        return simulateAlarms(detect, { mean: options.rate ?? total / units, size, before: firstEarsUnit(name, options.baseline), units: simulatedUnits });
      },
    };
  };
}

/** Without a range, every unit that the rule can judge, as in R's `surveillance`. */
function rangeOf({ method, range, counts, frequency, options: { b = 5, w = 3, baseline = 7 } }: AberrationInput): Range {
  if (range) return { first: range[0], last: range[1] };
  const firsts: Readonly<Record<AberrationInput['method'], number>> = {
    'ears-c1': firstEarsUnit('C1', baseline),
    'ears-c2': firstEarsUnit('C2', baseline),
    'ears-c3': firstEarsUnit('C3', baseline),
    farrington: frequency * b - w - 1,
    'farrington-flexible': frequency * b + w,
    cusum: Math.floor(counts.length / 2),
    exact: Math.floor(counts.length / 2),
    'rolling-window': 0,
    daily: firstDailyUnit,
  };
  return { first: Math.min(Math.max(0, firsts[method]), counts.length - 1), last: counts.length - 1 };
}
