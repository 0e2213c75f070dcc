import type { Scope } from '#app/platform/db/scope.ts';

export type PasskeyLine = { readonly id: string; readonly addedAt: Date };
export async function listOwnPasskeys(scope: Scope): Promise<PasskeyLine[]> {
  return await scope.sql<PasskeyLine[]>`select id, added_at as "addedAt" from identity.passkey order by added_at`;
}
export async function insertPasskey(scope: Scope, row: { id: string; account: string; publicKey: Uint8Array; counter: number; transports: readonly string[] }): Promise<void> {
  await scope.sql`insert into identity.passkey (id, account_id, public_key, counter, transports, added_at)
    values (${row.id}, ${row.account}, ${row.publicKey}, ${row.counter}, ${[...row.transports]}, ${scope.now})`;
}
export async function deletePasskey(scope: Scope, id: string): Promise<number> {
  return (await scope.sql`delete from identity.passkey where id = ${id}`).count;
}

export async function insertChallenge(scope: Scope, hash: Uint8Array): Promise<void> {
  await scope.sql`select identity.new_challenge(${hash})`;
}
/** Takes a challenge out; false when it was never given, used or has expired. */
export async function takeChallenge(scope: Scope, hash: Uint8Array): Promise<boolean> {
  return (await scope.sql<{ taken: boolean }[]>`select identity.take_challenge(${hash}) as taken`)[0]?.taken ?? false;
}

export type FoundPasskey = { readonly publicKey: string; readonly counter: number; readonly transports: readonly string[] };
export async function findPasskey(scope: Scope, id: string): Promise<FoundPasskey | undefined> {
  return (await scope.sql<{ found: FoundPasskey | null }[]>`select identity.find_passkey(${id}) as found`)[0]?.found ?? undefined;
}
export async function completePasskey(scope: Scope, row: { id: string; counter: number; session: string; token: Uint8Array }): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select identity.complete_passkey(${row.id}, ${row.counter}, ${row.session}, ${row.token}) as done`)[0]?.done ?? false;
}
