import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type Criterion = { readonly id: string; readonly version: number; readonly question: Bilingual; readonly weight: number };

/** The screening questions in force: the newest version. */
export async function listCriteria(scope: Scope): Promise<Criterion[]> {
  return await scope.sql<Criterion[]>`select id, version, question, weight from engagement.criterion where version = (select max(version) from engagement.criterion) order by position`;
}

export async function listScreeningAnswers(scope: Scope, issue: string, version: number): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.sql<{ id: string; answer: string }[]>`select criterion_id as id, answer from engagement.screening_answer where issue_id = ${issue} and version = ${version}`;
  return new Map(rows.map((row) => [row.id, row.answer]));
}

export async function upsertScreeningAnswer(scope: Scope, row: { issue: string; version: number; criterion: string; answer: string; account: string }): Promise<void> {
  await scope.sql`insert into engagement.screening_answer (issue_id, version, criterion_id, answer, account_id, at)
    values (${row.issue}, ${row.version}, ${row.criterion}, ${row.answer}, ${row.account}, ${scope.now})
    on conflict (issue_id, version, criterion_id) do update set answer = excluded.answer, account_id = excluded.account_id, at = excluded.at`;
}
