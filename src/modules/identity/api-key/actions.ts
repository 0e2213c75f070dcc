import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { hashApiKey, newToken } from '#app/platform/http/session-cookie.ts';

/** Gives the account with this address a key for the interface of programs and answers it, the only time that it can be read; undefined where there is no open account. */
export async function addApiKey(scope: Scope, email: string, days: number): Promise<string | undefined> {
  const key = newToken();
  const until = new Date(scope.now.getTime() + days * 86_400_000);
  const [row] = await scope.sql<{ done: boolean }[]>`select identity.add_api_key(${newId()}, ${email}, ${hashApiKey(key)}, ${until}, ${scope.now}) as done`;
  return row?.done ? key : undefined;
}
