import { daysOf, type Timeline } from './counts.ts';
import type { CurveUnit } from './curve.tsx';
import { judge } from './onsets.ts';
import type { Rule } from './rule.ts';

/** The last units of a timeline with the bound that a rule had for each; without one for a rule of clusters, or where its history is too short. */
export function curveOf(rule: Rule | undefined, timeline: Timeline, most: number): CurveUnit[] {
  const judgement = rule ? judge(rule, timeline) : undefined;
  const first = Math.max(0, timeline.counts.length - most);
  return Array.from({ length: timeline.counts.length - first }, (_, index) => {
    const at = first + index;
    const bound = judgement && at >= judgement.first ? judgement.upperBound[at - judgement.first] : undefined;
    return { from: daysOf(timeline, at).from, count: timeline.counts[at] ?? 0, bound: bound !== undefined && Number.isFinite(bound) ? bound : undefined };
  });
}
