import type { IdentityClaim } from '#app/methods/homelessness/outcomes.ts';
import type { Scope } from '#app/platform/db/scope.ts';

export type Claim = { readonly indigenous: IdentityClaim; readonly saidOn: string };
/** What the person said of herself; the function writes the audit line. Nothing where she was not asked, or her identity is closed. */
export async function readClaim(scope: Scope, person: string): Promise<Claim | undefined> {
  return (await scope.sql<Claim[]>`select indigenous, said_on as "saidOn" from access.read_claim(${person})`)[0];
}
/** Writes what she says now in the place of what she said before; false where the actor may not write in her identity. */
export async function writeClaim(scope: Scope, person: string, answer: IdentityClaim): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.write_claim(${person}, ${answer}) as done`)[0]?.done ?? false;
}
