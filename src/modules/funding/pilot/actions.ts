import { randomBytes } from 'node:crypto';
import type { Scope } from '#app/platform/db/scope.ts';
import { codeFrom } from '#app/platform/http/spoken-code.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { ownSecret } from '../own-plan/rules.ts';
import { updateOwnCode } from './queries.ts';

/** A new code for her own plan; the one before ends. It is shown once, the database keeps its hash. Undefined where the enrolment is not the asker's. */
export async function newOwnCode(scope: Scope, id: string): Promise<string | undefined> {
  const code = codeFrom(randomBytes(10));
  return (await updateOwnCode(scope, id, hashToken(ownSecret(code) ?? ''))) ? code : undefined;
}
