import type { MonthMeasures } from './measures.ts';

/** A figure of a month that later news changed. */
export type Restatement = { readonly month: string; readonly measure: string; readonly was: number; readonly is: number };

/**
 * What changed between two answers for the same months, e.g. one frozen when it was published and one of today; a month that only one of them has is
 * left out. By month as in `today`, then in the order of the measures.
 */
export function restatements(published: readonly MonthMeasures[], today: readonly MonthMeasures[]): Restatement[] {
  const before = new Map(published.map((measures) => [measures.month, figuresOf(measures)]));
  return today.flatMap((measures) => {
    const old = before.get(measures.month);
    if (!old) return [];
    return [...figuresOf(measures)].flatMap(([measure, is]) => {
      const was = old.get(measure);
      return was === undefined || was === is ? [] : [{ month: measures.month, measure, was, is }];
    });
  });
}

function figuresOf({ active, inflow, outflow, corrections }: MonthMeasures): Map<string, number> {
  const flows = [...Object.entries(inflow).map(([name, n]) => [`inflow.${name}`, n] as const), ...Object.entries(outflow).map(([name, n]) => [`outflow.${name}`, n] as const)];
  return new Map([['active', active], ...flows, ['corrections', corrections]]);
}
