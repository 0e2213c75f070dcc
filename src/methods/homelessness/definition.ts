import type { StayKind } from './stay.ts';
import { words } from './words.ts';

/** What every definition says of itself, so that a figure can print which one made it. A changed rule is a new version; an old one is never edited. */
type Named = {
  readonly id: string;
  readonly version: string;
  readonly label: { readonly en: string; readonly fr: string };
  readonly source: string;
  /** The kinds of stay that count as homelessness. */
  readonly counts: readonly StayKind[];
};

/** So many days of the last so many, the as-of date included; the threshold is reached at `atLeast`. */
export type DayWindow = { readonly days: number; readonly atLeast: number };

/** Homeless on the as-of date, and over the threshold of either window. `short` lies within `long`. */
export type WindowDefinition = Named & { readonly short: DayWindow; readonly long: DayWindow };

/** A period without a break of `months` months, or `instances` separate periods, in the calendar year of the as-of date up to that date. */
export type InstanceDefinition = Named & { readonly months: number; readonly instances: number; readonly mustBeCurrent: boolean };

export const reachingHome: WindowDefinition = {
  id: 'reaching-home-chronic',
  version: '1',
  label: { en: words.en.reachingHome, fr: words.fr.reachingHome },
  source: 'https://housing-infrastructure.canada.ca/homelessness-sans-abri/directives-eng.html',
  counts: ['unsheltered', 'shelter', 'hidden'],
  short: { days: 365, atLeast: 180 },
  long: { days: 1095, atLeast: 546 },
};

export const shelterMonthsOrInstances2019: InstanceDefinition = {
  id: 'shelter-months-or-instances',
  version: '2019',
  label: { en: words.en.shelterMonthsOrInstances, fr: words.fr.shelterMonthsOrInstances },
  source: 'https://www.insidehalton.com/news-story/9187415-demand-for-homelessness-prevention-services-rising-in-halton/',
  counts: ['shelter'],
  months: 6,
  instances: 3,
  mustBeCurrent: false,
};
