import { rank } from '#app/methods/priority/rank.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { type List, listStays } from '../list/queries.ts';
import { factsOf } from './facts.ts';
import { findInForce, readRanked, ruleSetOf } from './queries.ts';
import type { RankedLine } from './ranked-pages.tsx';
import type { Priority } from './queries.ts';

// Before a vacancy no lots are drawn: people whom no rule tells apart share their places on the page; this keeps their lines in one order.
const noLots = { seed: '00'.repeat(32), beacon: '' };

/** The list in the order of the rules in force on a day, for those who keep it; no lines while no rules are in force. The database writes the audit line. */
export async function rankedList(scope: Scope, list: List, day: string): Promise<{ rules: Priority | undefined; lines: RankedLine[] }> {
  const rules = await findInForce(scope, list.id, day);
  const people = await readRanked(scope, list.id, day);
  if (!rules) return { rules, lines: [] };
  const known = new Map(people.map((one) => [one.key, one]));
  const facts = await factsOf(scope, people, (await listStays(scope, list.id, day)).filter((stay) => known.has(stay.person)), day);
  const overrides = people.flatMap(({ key, override }) => (override ? [{ person: key, place: Math.min(override.place, people.length), by: override.by, reason: override.reason, at: override.at }] : []))
    .sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ at: _at, ...one }) => one);
  const ranked = rank(people.map(({ key }) => ({ person: key, facts: facts.get(key) ?? {} })), ruleSetOf(rules), noLots, overrides);
  return { rules, lines: ranked.flatMap((one) => {
    const person = known.get(one.person);
    return person ? [{ ranked: one, person, facts: facts.get(one.person) ?? {} }] : [];
  }) };
}
