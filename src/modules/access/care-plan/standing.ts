import { hasRole, type Scope } from '#app/platform/db/scope.ts';
import { writing } from '../paths.ts';
import type { Plan, PlanContent } from './queries.ts';
import type { Part, PlanState } from './rules.ts';

/** Where a plan stands, for the rules of its steps. */
export function stateOf(plan: Plan, content: Pick<PlanContent, 'goals' | 'reviews'>): PlanState {
  return { step: plan.step, standing: plan.standing, coordinated: plan.coordinator !== null, goals: content.goals.filter((one) => one.state === 'open').length, reviews: content.reviews.filter((one) => one.heldOn === null).length };
}
/** What the actor is to a plan. */
export function partOf(scope: Scope, plan: Plan): Part {
  return { led: plan.led, kept: plan.kept, supervises: hasRole(scope, 'access-supervisor'), takesIn: writing.roles.some((role) => hasRole(scope, role)) };
}
