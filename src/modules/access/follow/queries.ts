import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { HelpAnswer, State } from '../referral/rules.ts';

/** A referral as the person follows it: who holds it and where it stands; nothing of her record. */
export type Followed = {
  readonly id: string; readonly service: Bilingual; readonly organization: Bilingual; readonly phone: string | null; readonly from: Bilingual; readonly state: State; readonly sentAt: string; readonly seenAt: string | null;
  readonly pausedSince: string | null; readonly appointmentAt: string | null; readonly firstServiceOn: string | null; readonly endedAt: string | null; readonly helpAnswer: HelpAnswer | null; readonly shared: boolean;
};
/** The referral whose code was typed; undefined where there is none. */
export async function findFollowed(scope: Scope): Promise<Followed | undefined> {
  return (await scope.sql<{ followed: Followed | null }[]>`select access.followed_referral() as followed`)[0]?.followed ?? undefined;
}
