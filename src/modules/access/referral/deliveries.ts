import type { Scope } from '#app/platform/db/scope.ts';
import type { Term } from '#app/modules/commitment/index.ts';
import type { State } from './rules.ts';

/** A referral as the clock of the program sees it; the worker's alone. */
export type Facts = {
  readonly id: string; readonly from: string; readonly to: string | null; readonly byLink: boolean; readonly state: State; readonly sentBy: string | null; readonly handledBy: string | null; readonly seenAt: Date | null; readonly pausedSince: Date | null;
  readonly contactedAt: Date | null; readonly waitlistedAt: Date | null; readonly askedAt: Date | null;
};
export async function findFactsOf(scope: Scope, id: string): Promise<Facts | undefined> {
  return (await scope.sql<Facts[]>`select id, from_agency as "from", to_agency as "to", by_link as "byLink", state, sent_by as "sentBy", handled_by as "handledBy", seen_at as "seenAt", paused_since as "pausedSince", contacted_at as "contactedAt",
    waitlisted_at as "waitlistedAt", asked_at as "askedAt" from access.referral_facts(${id})`)[0];
}
/** Open referrals whose receiver no consent covers any more: of the person of one consent, or of everybody. */
export async function listUncovered(scope: Scope, consent?: string): Promise<{ id: string; state: State }[]> {
  return await scope.sql<{ id: string; state: State }[]>`select id, state from access.uncovered_referrals(${consent ?? null})`;
}
/** The service levels of this community, by name. */
export async function listTerms(scope: Scope): Promise<ReadonlyMap<string, Term>> {
  const rows = await scope.sql<{ name: string; unit: Term['unit']; count: number }[]>`select name, unit, count from access.referral_term`;
  return new Map(rows.map(({ name, unit, count }) => [name, { unit, count }]));
}
export type NewLink = { readonly key: string; readonly email: string | null; readonly urgent: boolean };
/** Makes a link and ends the ones before; undefined where none is wanted or this one was made already. */
export async function insertLink(scope: Scope, link: string, referral: string): Promise<NewLink | undefined> {
  return (await scope.sql<{ link: NewLink | null }[]>`select access.new_referral_link(${link}, ${referral}) as link`)[0]?.link ?? undefined;
}
