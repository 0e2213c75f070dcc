import { type Decision, decide } from '#app/methods/priority/decision.ts';
import { lotOf } from '#app/methods/priority/draw.ts';
import { failedRequirements } from '#app/methods/priority/requirement.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { factsOf } from '../priority/facts.ts';
import { listPriorities, ruleSetOf } from '../priority/queries.ts';
import { closeList, keepDecision, type Vacancy } from './queries.ts';

/**
 * Closes the list for a vacancy, opens the draw, ranks everybody and keeps what it rests on, in one transaction: nobody can look at the draw and then
 * not close. Undefined where that is not the actor's to do, was done before, or no rules are in force.
 */
export async function rankVacancy(scope: Scope, vacancy: Vacancy): Promise<Decision | undefined> {
  const closed = await closeList(scope, vacancy.id);
  if (!closed) return undefined;
  const rules = (await listPriorities(scope, vacancy.list)).find((one) => one.id === closed.priority);
  if (!rules) throw new Error('a list was closed under rules that are not there');
  const facts = await factsOf(scope, closed.people.map(({ token, ...one }) => ({ key: token, ...one })), closed.stays, scope.today);
  const draw = { seed: closed.seed, beacon: closed.beacon };
  const people = closed.people.map(({ token }) => ({ person: token, facts: facts.get(token) ?? {} }));
  const eligible = people.filter((one) => failedRequirements(vacancy.requirements, one.facts).length === 0).length;
  // A place is one among everybody on the list; of fewer people it can be the last at most.
  const overrides = closed.overrides.map((one) => ({ ...one, place: Math.max(1, Math.min(one.place, eligible)) }));
  const decision = decide({ vacancy: { id: vacancy.id, requirements: vacancy.requirements }, people, ruleSet: ruleSetOf(rules), draw, overrides });
  const lots = people.map(({ person }) => ({ token: person, lot: lotOf(draw, person) })).sort((a, b) => (a.lot < b.lot ? -1 : 1));
  if (!(await keepDecision(scope, vacancy.id, closed.priority, decision, lots))) throw new Error('a decision could not be kept');
  return decision;
}
