import { checkConformance, type Conformance, type PathwayStep } from '#app/methods/conformance/conformance.ts';
import { daysBetween } from '#app/ui/format.ts';
import type { Standing } from './rules.ts';

export type AgreedStep = PathwayStep & { readonly again: boolean };
export type TracedStep = { readonly kind: string; readonly step: string | null; readonly round: number; readonly onDate: string };

/**
 * A plan held against its pathway, each round a case of its own: a later round follows the steps that come again. A round that another one follows has
 * ended, so does the last one of a refused plan only where it stands: refusing is no step that was skipped. Days count from 1900.
 */
export function planConformance(pathway: readonly AgreedStep[], steps: readonly TracedStep[], standing: Standing, today: string): Conformance[] {
  const taken = steps.flatMap((one) => (one.kind === 'step' && one.step !== null ? [{ step: one.step, round: one.round, day: dayOf(one.onDate) }] : []));
  const last = Math.max(1, ...taken.map((one) => one.round));
  const closed = steps.findLast((one) => one.kind !== 'step');
  const until = standing === 'active' || !closed ? dayOf(today) : dayOf(closed.onDate);
  return Array.from({ length: last }, (_, index) => index + 1).map((round) => checkConformance(round === 1 ? pathway : pathway.filter((one) => one.again), {
    events: taken.filter((one) => one.round === round), opened: round === 1 ? undefined : taken.findLast((one) => one.round === round - 1)?.day, ended: round < last, asOf: until,
  }));
}

const dayOf = (date: string) => daysBetween('1900-01-01', date);
