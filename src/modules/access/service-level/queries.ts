import { type Cell, listReleased } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { listTerms } from '../referral/deliveries.ts';
import type { Period } from '../wait/queries.ts';
import type { Sent, Terms } from './levels.ts';

const columns = ({ sql }: Scope) => sql`organization_id as organization, person_id as person, sent_at as "sentAt", seen_at as "seenAt", answered_at as "answeredAt", accepted_at as "acceptedAt",
  paused_to_answer as "pausedToAnswer", paused_to_accept as "pausedToAccept", service_days as "serviceDays", ended_at as "endedAt"`;

/** The referrals of a period that the asker's agency sent or received, without those sent by mistake. */
export async function listOwnSent(scope: Scope, { from, to }: Period): Promise<Sent[]> {
  return await scope.sql<Sent[]>`select ${columns(scope)} from access.referral_levels(${from}, ${to}, ${scope.timeZone})`;
}
/** The referrals of a period over all agencies; the worker's alone. */
export async function listAllSent(scope: Scope, { from, to }: Period): Promise<Sent[]> {
  return await scope.sql<Sent[]>`select ${columns(scope)} from access.count_service_levels(${from}, ${to}, ${scope.timeZone})`;
}
/** The agreed times of a first look and of an answer. Throws where this installation has none. */
export async function findTerms(scope: Scope): Promise<Terms> {
  const terms = await listTerms(scope);
  const [acknowledge, answer] = [terms.get('acknowledge'), terms.get('answer')];
  if (!acknowledge || !answer) throw new Error('the service levels of referrals are not there');
  return { acknowledge, answer };
}
export type Receiver = { readonly id: string; readonly name: Bilingual; readonly own: boolean };
/** Receivers by id, also those that the directory lists no longer; `own`: entries of the asker's agency. */
export async function listReceivers(scope: Scope, ids: readonly string[]): Promise<Receiver[]> {
  return await scope.sql<Receiver[]>`select id, name, coalesce(agency_id = platform.ctx_agency(), false) as own from access.organization where id = any(${[...ids]}::uuid[])`;
}
export type ReleasedLevels = { readonly period: string; readonly cells: readonly Cell[] };
/** What the gate filed last of all agencies. */
export async function findReleasedLevels(scope: Scope, slug: string): Promise<ReleasedLevels | undefined> {
  return (await listReleased(scope, [slug]))[0];
}
