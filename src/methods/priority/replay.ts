import { orderOf } from './decision.ts';
import type { Draw } from './draw.ts';
import { type Interval, pairedDifference, wilson } from './interval.ts';
import type { Requirement } from './requirement.ts';
import type { Facts, RuleSet } from './rule.ts';

/** A vacancy of the past. `draw` is the one that was opened for it, so that chance is the same under every rule set. */
export type PastVacancy = { readonly id: string; readonly day: string; readonly requirements: readonly Requirement[]; readonly draw: Draw };
/** A person on the list from `from` to the day before `to` (null: still there), with her facts as they were known from each day on. */
export type PastPerson = { readonly person: string; readonly from: string; readonly to: string | null; readonly groups: readonly string[]; readonly facts: readonly { readonly from: string; readonly facts: Facts }[]; readonly declines?: readonly string[] };
/** Offers under one rule set. `waiting`: vacancies that nobody could or would take. */
export type Replayed = { readonly offered: ReadonlyMap<string, string>; readonly waiting: readonly string[] };
export type GroupFares = { readonly group: string; readonly people: number; readonly first: number; readonly second: number; readonly shareFirst: Interval; readonly shareSecond: Interval; readonly difference: Interval };

/**
 * Runs the vacancies in the order of their days under one rule set: each goes to the first eligible person then on the list who has not been housed
 * before in this run, and who did not decline this vacancy when it was really offered to her (`declines`). Everybody else is taken to accept: what she
 * would have said to an offer that was never made is not known.
 */
export function replay(vacancies: readonly PastVacancy[], people: readonly PastPerson[], ruleSet: RuleSet): Replayed {
  const housed = new Set<string>();
  const [offered, waiting]: [Map<string, string>, string[]] = [new Map(), []];
  for (const { id, day, requirements, draw } of [...vacancies].sort((a, b) => (a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1))) {
    const there = people.filter((one) => one.from <= day && (one.to === null || day < one.to) && !housed.has(one.person));
    const order = orderOf({ vacancy: { id, requirements }, people: there.map((one) => ({ person: one.person, facts: factsOn(one, day) })), ruleSet, draw, overrides: [] });
    const refuses = new Set(there.filter((one) => one.declines?.includes(id)).map(({ person }) => person));
    const taker = order.find(({ person }) => !refuses.has(person))?.person;
    if (taker === undefined) waiting.push(id);
    else {
      housed.add(taker);
      offered.set(id, taker);
    }
  }
  return { offered, waiting };
}

/** How each group fares under two rule sets: who of its people on the list in the time was housed, with intervals of the shares and their difference. */
export function compareGroups(people: readonly PastPerson[], first: Replayed, second: Replayed): GroupFares[] {
  const [inFirst, inSecond] = [new Set(first.offered.values()), new Set(second.offered.values())];
  const groups = [...new Set(people.flatMap((one) => one.groups))].sort();
  return groups.flatMap((group) => {
    const members = [...new Set(people.filter((one) => one.groups.includes(group)).map(({ person }) => person))];
    const count = (test: (person: string) => boolean) => members.filter(test).length;
    const [a, b] = [count((one) => inFirst.has(one)), count((one) => inSecond.has(one))];
    const [shareFirst, shareSecond] = [wilson(a, members.length), wilson(b, members.length)];
    const difference = pairedDifference(count((one) => inFirst.has(one) && !inSecond.has(one)), count((one) => inSecond.has(one) && !inFirst.has(one)), members.length);
    return shareFirst && shareSecond && difference ? [{ group, people: members.length, first: a, second: b, shareFirst, shareSecond, difference }] : [];
  });
}

function factsOn(one: PastPerson, day: string): Facts {
  return one.facts.filter(({ from }) => from <= day).reduce<PastPerson['facts'][number] | undefined>((latest, next) => (latest && latest.from > next.from ? latest : next), undefined)?.facts ?? {};
}
