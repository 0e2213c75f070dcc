import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { passwordHolds } from '../password/hash.ts';
import { totpStep } from '../totp/codes.ts';
import { beginSignIn, completeSignIn } from './queries.ts';

export type SignInOutcome = { readonly kind: 'signed-in'; readonly token: string; readonly device: string } | { readonly kind: 'wrong' | 'limited' };

/**
 * Signs a person in by password and, where she set one up, a code of her app. An unknown address, a wrong password and a wrong code are one
 * answer that takes the same work. Failures are counted for the account and for each known device apart: a stranger's failures never close
 * the door to a device that has signed in before.
 */
export async function signIn(scope: Scope, given: { email: string; password: string; code: string; device: string | undefined }): Promise<SignInOutcome> {
  const known = hashToken(given.device ?? '');
  const facts = await beginSignIn(scope, given.email, known);
  if (facts.limited) return { kind: 'limited' };
  const holds = await passwordHolds(given.password, facts.hash ?? undefined);
  const step = facts.totp ? totpStep(facts.totp.secret, given.code, scope.now, facts.totp.lastStep) : null;
  if (!holds || !facts.account || step === undefined) return { kind: 'wrong' };
  const [token, device] = [newToken(), given.device ?? newToken()];
  const done = await completeSignIn(scope, {
    account: facts.account, email: given.email, device: known, newDevice: hashToken(device), session: newId(), token: hashToken(token),
    method: facts.totp ? 'password+totp' : 'password', second: facts.totp !== undefined && facts.totp !== null, step,
  });
  return done ? { kind: 'signed-in', token, device } : { kind: 'wrong' };
}
