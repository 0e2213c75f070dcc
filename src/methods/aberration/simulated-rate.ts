import { countProbabilities } from '../distribution/masses.ts';
import { countSampler, seededRandom } from '../distribution/random.ts';
import type { Counts, Detection, Range } from './detection.ts';
import type { ChanceAlarms } from './stated-rate.ts';

type Simulation = {
  /** Expected count of a unit, and the size of its negative binomial (infinite for Poisson). */
  readonly mean: number;
  readonly size?: number;
  /** Units before the first that is judged. */
  readonly before: number;
  readonly units: number;
  readonly seed?: number;
};

/** Chance alarms of any rule, found by judging one long series of independent counts; the same seed gives the same answer. */
export function simulateAlarms(detect: (counts: Counts, range: Range) => Detection, simulation: Simulation): ChanceAlarms {
  const { before, units } = simulation;
  return alarmsOf(detect(drawCounts(simulation), { first: before, last: before + units - 1 }));
}

export function drawCounts({ mean, size = Number.POSITIVE_INFINITY, before, units, seed = 20190705 }: Simulation): Counts {
  const random = seededRandom(seed);
  const draw = countSampler(countProbabilities(mean, size));
  return Float64Array.from({ length: before + units }, () => draw(random));
}

/** The share of units in alarm, and of units in which an alarm begins (one before the first counts as none). */
export function alarmsOf({ alarm }: Detection): ChanceAlarms {
  let [begins, stands, last] = [0, 0, 0];
  for (const now of alarm) {
    stands += now;
    if (now > last) begins += 1;
    last = now;
  }
  return { begins: begins / alarm.length, stands: stands / alarm.length };
}
