import type { Decided } from './queries.ts';
import type { Version } from './shelf.ts';

/** How many months a score of the instrument holds in an agency. */
export function monthsOf(version: Pick<Version, 'id' | 'months'>, decided: readonly Pick<Decided, 'instrument' | 'months'>[]): number {
  return decided.find((one) => one.instrument === version.id)?.months ?? version.months;
}

/** Whether an agency offers it: a slot for a licensed tool only where the agency has said that it may use the tool. */
export function isOffered(version: Pick<Version, 'id' | 'scoreOnly'>, decided: readonly Pick<Decided, 'instrument' | 'licence'>[]): boolean {
  return !version.scoreOnly || decided.some((one) => one.instrument === version.id && one.licence !== null);
}
