import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Content } from '../referral/queries.ts';
import type { State } from '../referral/rules.ts';

/** A referral as a link opens it: what the person agreed to, and where it stands. */
export type Linked = {
  readonly id: string; readonly service: Bilingual; readonly from: Bilingual; readonly need: string; readonly urgency: 'routine' | 'urgent'; readonly state: State; readonly sentAt: string; readonly seenAt: string | null;
  readonly appointmentAt: string | null; readonly firstServiceOn: string | null; readonly pausedSince: string | null; readonly handoffAt: string | null; readonly handoffWith: string | null; readonly content: Content | null;
};
/** The referral whose link was shown; undefined where it does not hold. Each opening writes its audit line. */
export async function findLinked(scope: Scope): Promise<Linked | undefined> {
  return (await scope.sql<{ linked: Linked | null }[]>`select access.linked_referral() as linked`)[0]?.linked ?? undefined;
}
