import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { assignColleague, type Desk } from '../person/actions.ts';
import { insertPlan, insertProvider, insertStep, type NewStep, type Plan } from './queries.ts';

/** Opens the plan of a person with its first step, the referral; the agency that holds the record leads. */
export async function openPlan(scope: Scope, desk: Desk, person: string, given: { pathway: string; leavingCare: boolean; on: string }): Promise<void> {
  const id = newId();
  await insertPlan(scope, { id, person, agency: desk.agency, account: desk.account, ...given });
  await insertStep(scope, id, desk.account, { kind: 'step', step: 'referral', on: given.on });
  await changed(scope, id);
}

/** Takes a step of the plan; a coordinator who is named is assigned to the person, so that she may open the record. */
export async function takeStep(scope: Scope, desk: Desk, plan: Plan, step: NewStep): Promise<void> {
  await insertStep(scope, plan.id, desk.account, step);
  if (step.coordinator) await assignColleague(scope, desk, plan.person, step.coordinator);
  await changed(scope, plan.id);
}

/** Takes an agency into the team; the database refuses one that no live consent names. */
export async function joinTeam(scope: Scope, plan: Plan, given: { agency: string; provides: string }): Promise<void> {
  await insertProvider(scope, plan.id, given);
}

/** Commitments on the plan follow what it says now. */
export async function changed(scope: Scope, plan: string): Promise<void> {
  await raiseEvent(scope, { kind: 'access.care-changed', subject: plan });
}
