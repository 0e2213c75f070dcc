import { mayChange } from '#app/modules/plan/index.ts';
import type { Actor } from '#app/platform/db/scope.ts';
import type { Matter } from './matter/queries.ts';

/** Who keeps a body's meetings and members: its chair and the plan office. The database decides the same by its policies. */
export function mayKeep(actor: Actor, bodySlug: string): boolean {
  return actor.kind === 'staff' && mayChange(actor, bodySlug);
}

/** Who reads what is for the members of a body. */
export function maySit(actor: Actor, bodySlug: string): boolean {
  return mayKeep(actor, bodySlug) || (actor.kind === 'staff' && actor.bodies.includes(bodySlug));
}

/** Whether the record that a matter is about opens for whoever may see the matter; the routes of issues and milestones ask the same. */
export function opensRecord(actor: Actor, matter: Pick<Matter, 'kind' | 'bodySlug'>): boolean {
  if (matter.kind === 'issue') return actor.kind === 'staff' && ['plan-manager', 'leadership-member'].some((role) => actor.roles.includes(role));
  return matter.kind !== 'milestone' || mayKeep(actor, matter.bodySlug);
}
