import type { Actor } from '#app/platform/db/scope.ts';

/** Who keeps a body's meetings and members: its chair and the plan office. The database decides the same by its policies. */
export function mayKeep(actor: Actor, bodySlug: string): boolean {
  return actor.kind === 'staff' && (actor.roles.includes('plan-manager') || (actor.seats['table-chair'] ?? []).includes(bodySlug));
}

/** Who reads what is for the members of a body. */
export function maySit(actor: Actor, bodySlug: string): boolean {
  return mayKeep(actor, bodySlug) || (actor.kind === 'staff' && actor.bodies.includes(bodySlug));
}
