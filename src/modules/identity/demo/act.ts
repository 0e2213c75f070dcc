import { newId } from '#app/platform/db/id.ts';
import { actWithin, type Scope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { revokeSession } from '../account/queries.ts';
import { completeSignIn } from '../sign-in/queries.ts';

const purpose = 'first start';

/**
 * Lets an account of a demonstration act in the worker's transaction at a moment of its past, in a session of its own that ends with the work:
 * every rule for its role holds, and its audit lines are written. Throws where the account has no role at that moment.
 */
export async function asDemoAccount<T>(scope: Scope, { id, email }: { readonly id: string; readonly email: string }, now: Date, work: (scope: Scope) => Promise<T>): Promise<T> {
  const [token, session] = [newToken(), newId()];
  await actWithin(scope, { as: 'public', purpose }, now, async (door) => await completeSignIn(door, {
    account: id, email, device: hashToken(newToken()), newDevice: hashToken(newToken()), session, token: hashToken(token), method: 'password', second: false, step: null,
  }));
  return await actWithin(scope, { as: 'session', token: hashToken(token), purpose }, now, async (own) => {
    if (own.actor.kind !== 'staff' || own.actor.roles.length === 0) throw new Error(`${email} cannot act in the demonstration`);
    const done = await work(own);
    await revokeSession(own, session, false);
    return done;
  });
}
