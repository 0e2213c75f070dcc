import { type ListEvent, type ListState, listStates } from './event.ts';

/** States as numbers: 0 not on the list, then in the order of `listStates`; `unstated` only for what an event says it changes. */
export const codes = { none: 0, active: 1, housed: 2, inactive: 3, left: 4, unstated: 5 } as const;

/** The number of a state; undefined for a word that is none. */
export function codeOf(state: ListState): number | undefined {
  const place = listStates.indexOf(state);
  return place < 0 ? undefined : place + 1;
}

/** The number of what an event says it changes. */
export function statedCode(from: ListEvent['from']): number | undefined {
  return from === undefined ? codes.unstated : from === null ? codes.none : codeOf(from);
}

/** What a change is counted as. The names stand in the order of their numbers. */
export const flows = { newlyIdentified: 0, returnedFromHousing: 1, returnedFromInactive: 2, housed: 3, inactive: 4, left: 5, correctionIn: 6, correctionOut: 7 } as const;
export type Flow = (typeof flows)[keyof typeof flows];

const inflowFrom: readonly Flow[] = [flows.newlyIdentified, flows.correctionIn, flows.returnedFromHousing, flows.returnedFromInactive, flows.correctionIn];
const outflowTo: readonly Flow[] = [flows.correctionOut, flows.correctionOut, flows.housed, flows.inactive, flows.left];

/**
 * What one change counts as, or undefined when it neither brings the person among the active nor takes them out.
 *
 * `before` is the state that the history gives, `stated` the one that the event says it changes, `after` the new one (codes). A change is a flow only
 * when both agree on whether the person was active; otherwise, and when the event is a merge or a void, its effect is a correction. An inflow goes by
 * the state of the history, and by the stated one where the history is silent. From `left` nobody flows in: that is a correction.
 */
export function flowOf(before: number, stated: number, after: number, correcting: boolean): Flow | undefined {
  const was = before === codes.active;
  const is = after === codes.active;
  if (was === is) return undefined;
  const claimed = stated === codes.unstated ? before : stated;
  if (correcting || (claimed === codes.active) !== was) return is ? flows.correctionIn : flows.correctionOut;
  return is ? inflowFrom[before === codes.none ? claimed : before] : outflowTo[after];
}
