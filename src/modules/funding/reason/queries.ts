import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

/** What a ranking can say of an application that has its scores. */
export const results = ['funds', 'not-eligible', 'below', 'does-not-fit'] as const;
export type Result = (typeof results)[number];

/** Names the reason of an application for a result. */
export const reasonKey = (application: string, result: string) => `${application} ${result}`;

/** The reasons that were written for applications of a call, by `reasonKey`. */
export async function listReasons(scope: Scope, call: string): Promise<ReadonlyMap<string, Bilingual>> {
  const rows = await scope.sql<{ application: string; result: string; text: Bilingual }[]>`select r.application_id as application, r.result, r.text from funding.reason r join funding.application a on a.id = r.application_id where a.call_id = ${call}`;
  return new Map(rows.map((row) => [reasonKey(row.application, row.result), row.text]));
}
export async function keepReason(scope: Scope, application: string, result: Result, text: Bilingual): Promise<void> {
  await scope.sql`insert into funding.reason (application_id, result, text, written_by, written_at) values (${application}, ${result}, ${scope.sql.json(text)}, ${accountOf(scope)}, ${scope.now})
    on conflict (application_id, result) do update set text = excluded.text, written_by = excluded.written_by, written_at = excluded.written_at`;
}
export async function deleteReason(scope: Scope, application: string, result: Result): Promise<void> {
  await scope.sql`delete from funding.reason where application_id = ${application} and result = ${result}`;
}
