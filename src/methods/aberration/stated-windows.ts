import { criticalCount } from './exact.ts';
import { atLeast, type ChanceAlarms } from './stated-rate.ts';

/** Chance alarms of a fixed limit: units are independent. */
export function limitAlarms(probabilities: Float64Array, critical: number): ChanceAlarms {
  const stands = atLeast(probabilities)[critical] ?? 0;
  return { begins: stands * (1 - stands), stands };
}

/**
 * Chance alarms of a rolling window, exactly: two windows one unit apart share all but the oldest unit of the one and the newest of the other, so an alarm
 * begins when oldest + shared stays below the threshold and shared + newest reaches it. `shared` holds the probabilities of a sum of window - 1 units.
 */
export function windowAlarms(one: Float64Array, shared: Float64Array, threshold: number): ChanceAlarms {
  const reach = atLeast(one);
  let [begins, stands] = [0, 0];
  shared.forEach((p, sum) => {
    const enough = sum >= threshold ? 1 : (reach[threshold - sum] ?? 0);
    begins += p * enough * (1 - enough);
    stands += p * enough;
  });
  return { begins, stands };
}

/**
 * Chance alarms of the exact test with a baseline of `units` units that moves along, exactly: the sum goes over the units that both baselines share, the
 * oldest of the first, and the count that is judged first and then joins the second.
 */
export function movingAlarms(one: Float64Array, shared: Float64Array, units: number, alpha: number): ChanceAlarms {
  const reach = atLeast(one);
  const known: number[] = [];
  const critical = (total: number) => {
    known[total] ??= criticalCount(total, units, alpha);
    return known[total] ?? 0;
  };
  let [begins, stands] = [0, 0];
  shared.forEach((p, sum) => {
    if (p < 1e-13) return;
    one.forEach((oldestP, oldest) => {
      const first = critical(sum + oldest);
      one.forEach((firstP, count) => {
        const alarm = p * oldestP * firstP * (reach[critical(sum + count)] ?? 0);
        if (count < first) begins += alarm;
        stands += alarm;
      });
    });
  });
  return { begins, stands };
}
