import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type SignInFacts = { readonly limited: boolean; readonly account?: string | null; readonly hash?: string | null; readonly totp?: { readonly secret: string; readonly lastStep: number } | null };

/** Counts the attempt and gives what it is checked against. */
export async function beginSignIn(scope: Scope, email: string, device: Uint8Array): Promise<SignInFacts> {
  const [row] = await scope.sql<{ facts: SignInFacts }[]>`select identity.begin_sign_in(${email}, ${device}, ${scope.now}) as facts`;
  return row?.facts ?? { limited: true };
}

type Completion = { account: string; email: string; device: Uint8Array; newDevice: Uint8Array; session: string; token: Uint8Array; method: string; second: boolean; step: number | null };

/** Opens the session; false when the code of the app was used in the meantime. */
export async function completeSignIn(scope: Scope, c: Completion): Promise<boolean> {
  const [row] = await scope.sql<{ done: boolean }[]>`
    select identity.complete_sign_in(${c.account}, ${c.email}, ${c.device}, ${c.newDevice}, ${c.session}, ${c.token}, ${c.method}, ${c.second}, ${c.step}, ${scope.now}) as done`;
  return row?.done ?? false;
}

export type DemoAccount = { readonly email: string; readonly name: string; readonly roles: readonly string[]; readonly agency: Bilingual | null };

/** The accounts of a demonstration and what each does; none elsewhere. */
export async function listDemoAccounts(scope: Scope): Promise<DemoAccount[]> {
  return await scope.sql<DemoAccount[]>`select email, name, roles, agency from identity.demonstration_accounts()`;
}
