import { findClusters } from '#app/methods/aberration/cluster.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { daysOf, type Timeline } from './counts.ts';
import { clusterRuleOf, detectorOf } from './detect.ts';
import type { Onset, Rule } from './rule.ts';

/** How many units are judged at once, so that a sum that builds up (CUSUM) is seen whole. */
export const judged = { day: 364, week: 52 } as const;

/** The bound and the expected count of each judged unit, and where alarms begin. The first judged unit begins none: what stood before it is not known. */
export type Judgement = {
  readonly timeline: Timeline; readonly first: number; readonly alarm: Uint8Array; readonly upperBound: Float64Array; readonly expected: Float64Array | undefined; readonly begins: readonly number[];
};

/** Judges the last units of a timeline, up to a year of them; undefined where its history is too short for the rule. */
export function judge(rule: Rule, timeline: Timeline): Judgement | undefined {
  const detector = detectorOf(rule);
  const units = timeline.counts.length;
  const first = Math.max(detector?.before ?? 0, units - judged[timeline.unit]);
  if (!detector || first >= units) return undefined;
  const { alarm, upperBound, expected } = detector.detect(timeline.counts, { first, last: units - 1 });
  const begins = Array.from(alarm.keys()).filter((at) => at > 0 && alarm[at] === 1 && alarm[at - 1] === 0);
  return { timeline, first, alarm, upperBound, expected, begins };
}

/** The alarms that began within the last `fresh` units, as onsets. */
export function onsetsOf(judgement: Judgement, fresh: number, area?: string): Onset[] {
  const { timeline, first, alarm, upperBound, expected, begins } = judgement;
  return begins.filter((at) => at >= alarm.length - fresh).map((at) => {
    const { from, to } = daysOf(timeline, first + at);
    const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : undefined);
    return { area, kind: 'count', at: new Date(`${from}T00:00:00Z`), from, to, observed: timeline.counts[first + at] ?? 0, bound: finite(upperBound[at]), expected: finite(expected?.[at]) };
  });
}

/** One overdose as the rule of clusters reads it. */
export type TimedEvent = { readonly at: Date; readonly area: string; readonly samePlace: number; readonly contaminated: boolean };

const hour = 3_600_000;

/**
 * The moments at which a cluster begins, anywhere in the community; at one place by what responders said of the place, since no address is kept; and each
 * report of a contaminated drug. `area` is set where all events of the cluster lie in one.
 */
export function clusterOnsets(rule: Pick<Rule, 'options'>, events: readonly TimedEvent[], timeZone: string): Onset[] {
  const settings = clusterRuleOf(rule);
  const found = findClusters(events.map(({ at, contaminated }) => ({ at: at.getTime() / hour, contaminated })), settings);
  const within = (at: number) => events.filter((one) => one.at.getTime() <= at && one.at.getTime() > at - settings.hours * hour);
  const onset = (kind: Onset['kind'], at: number, observed: number, bound: number | undefined, own: readonly TimedEvent[]): Onset => {
    const areas = new Set(own.map(({ area }) => area));
    const from = Math.min(...own.map((one) => one.at.getTime()));
    return { kind, at: new Date(at), observed, bound, expected: undefined, area: areas.size === 1 ? [...areas][0] : undefined, from: dateIn(timeZone, new Date(from)), to: dateIn(timeZone, new Date(at)) };
  };
  const counted = found.filter(({ kind }) => kind === 'window').map(({ at, count }) => onset('window', Math.round(at * hour), count, settings.threshold - 1, within(Math.round(at * hour))));
  const reported = events.flatMap((event) => [
    ...(event.samePlace >= settings.placeThreshold ? [onset('place', event.at.getTime(), event.samePlace, settings.placeThreshold - 1, [event])] : []),
    ...(event.contaminated ? [onset('contamination', event.at.getTime(), 1, undefined, [event])] : []),
  ]);
  return [...counted, ...reported];
}
