import type { StayKind } from '../homelessness/stay.ts';

/** People alike in all that could be a reason: whether the list held them on a day, and where they are known to have slept. */
export type Group = {
  /** On the list as it was known on the day, and as it is known now. */
  readonly listed: boolean;
  readonly listedNow: boolean;
  readonly consented: boolean;
  /** Neither merged into another record nor left for good. */
  readonly stands: boolean;
  /** The last known place by the day: homeless, or the kind of the stay, or unknown. */
  readonly whereabouts: string;
  /** Heard of within the days that the list allows. */
  readonly heard: boolean;
  /** The kinds of stays that cover the night. */
  readonly nights: readonly StayKind[];
  readonly people: number;
};

/** Why somebody stands in the other count and not on the list (`more`), or on the list and not in the other count (`fewer`). */
export const moreReasons = ['known-later', 'record-closed', 'no-consent', 'housed-elsewhere', 'not-heard', 'unexplained'] as const;
export const fewerReasons = ['known-later', 'outside', 'with-others', 'in-shelter', 'other-place', 'no-place'] as const;
export type Line = { readonly side: 'more' | 'fewer'; readonly reason: (typeof moreReasons)[number] | (typeof fewerReasons)[number]; readonly people: number };

/** Two numbers and the lines between them: `first` and all `more`, less all `fewer`, is `second`. Lines without people are left out. */
export type Reconciliation = { readonly first: number; readonly second: number; readonly lines: readonly Line[] };

/**
 * From the number on a list on a day to the number of people who slept in places of `kinds` that night, each difference with its reason. Every person of
 * one number alone is in exactly one line: the first reason that holds, in the order of the reasons. Counts are whole numbers of 0 or more.
 */
export function reconcile(groups: readonly Group[], kinds: readonly StayKind[]): Reconciliation {
  let [first, second] = [0, 0];
  const more = new Map<string, number>(moreReasons.map((reason) => [reason, 0]));
  const fewer = new Map<string, number>(fewerReasons.map((reason) => [reason, 0]));
  for (const group of groups) {
    const counted = group.nights.some((kind) => kinds.includes(kind));
    if (group.listed) first += group.people;
    if (counted) second += group.people;
    if (counted && !group.listed) more.set(whyMore(group), (more.get(whyMore(group)) ?? 0) + group.people);
    if (group.listed && !counted) fewer.set(whyFewer(group), (fewer.get(whyFewer(group)) ?? 0) + group.people);
  }
  const lines: Line[] = [
    ...moreReasons.map((reason) => ({ side: 'more' as const, reason, people: more.get(reason) ?? 0 })),
    ...fewerReasons.map((reason) => ({ side: 'fewer' as const, reason, people: fewer.get(reason) ?? 0 })),
  ];
  return { first, second, lines: lines.filter(({ people }) => people > 0) };
}

function whyMore(group: Group): (typeof moreReasons)[number] {
  if (group.listedNow) return 'known-later';
  if (!group.stands) return 'record-closed';
  if (!group.consented) return 'no-consent';
  if (group.whereabouts !== 'homeless') return 'housed-elsewhere';
  return group.heard ? 'unexplained' : 'not-heard';
}

function whyFewer(group: Group): (typeof fewerReasons)[number] {
  if (!group.listedNow) return 'known-later';
  if (group.nights.includes('unsheltered')) return 'outside';
  if (group.nights.includes('hidden')) return 'with-others';
  if (group.nights.includes('shelter')) return 'in-shelter';
  return group.nights.length > 0 ? 'other-place' : 'no-place';
}
