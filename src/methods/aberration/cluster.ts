import { poissonAtLeast } from '../distribution/tails.ts';

/** One suspected overdose; `at` is in hours from any fixed moment. */
export type Overdose = { readonly at: number; readonly place?: string; readonly contaminated?: boolean };

export type ClusterRule = {
  /** Overdoses anywhere within the window that are a cluster. */
  readonly threshold: number;
  readonly hours: number;
  /** Overdoses at one place within the window that are a cluster. */
  readonly placeThreshold: number;
};

export type Cluster = { readonly kind: 'window' | 'place' | 'contamination'; readonly at: number; readonly count: number; readonly place?: string };

/** The rule of a police service: six or more within 48 hours, several at one place, or a report of contaminated drugs. */
export const policeRule: ClusterRule = { threshold: 6, hours: 48, placeThreshold: 3 };

/**
 * The moments at which a cluster begins: the event with which the number within the last `hours` (the event exactly `hours` ago no longer counts)
 * reaches the threshold, anywhere or at its place, and each event reported as contaminated. Events may come in any order.
 */
export function findClusters(events: readonly Overdose[], rule: ClusterRule = policeRule): Cluster[] {
  const sorted = [...events].sort((a, b) => a.at - b.at);
  return sorted.flatMap((event, index) => {
    const recent = sorted.slice(0, index + 1).filter(({ at }) => at > event.at - rule.hours);
    const clusters: Cluster[] = [];
    if (recent.length === rule.threshold) clusters.push({ kind: 'window', at: event.at, count: recent.length });
    if (event.place !== undefined) {
      const here = recent.filter(({ place }) => place === event.place).length;
      if (here === rule.placeThreshold) clusters.push({ kind: 'place', at: event.at, count: here, place: event.place });
    }
    if (event.contaminated) clusters.push({ kind: 'contamination', at: event.at, count: recent.length });
    return clusters;
  });
}

/**
 * How often a year chance alone begins a cluster, for events that come one by one at a constant rate (a Poisson process): the rate of events times the
 * probability that exactly threshold - 1 others lie in the window before one (Naus, 1982, JASA 77, on which this is the exact case).
 */
export function clusterOnsetsPerYear(eventsPerYear: number, { threshold, hours }: Pick<ClusterRule, 'threshold' | 'hours'> = policeRule): number {
  const mean = (eventsPerYear * hours) / (365.25 * 24);
  return eventsPerYear * (poissonAtLeast(threshold - 1, mean) - poissonAtLeast(threshold, mean));
}
