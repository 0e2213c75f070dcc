import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Form, Stage } from './model.ts';

/** The newest version of each form of a call. */
export async function listForms(scope: Scope, call: string): Promise<Form[]> {
  return await scope.sql<Form[]>`select distinct on (stage) id, stage, version, questionnaire, months from funding.form where call_id = ${call} order by stage, version desc`;
}

/** Writes a version of a form. Throws where the call is open, or another wrote this version meanwhile. */
export async function insertForm(scope: Scope, one: { call: string; stage: Stage; version: number; questionnaire: unknown; months: number | null }): Promise<void> {
  await scope.sql`insert into funding.form (id, call_id, stage, version, questionnaire, months, made_by, made_at)
    values (${newId()}, ${one.call}, ${one.stage}, ${one.version}, ${JSON.stringify(one.questionnaire)}::text::jsonb, ${one.months}, ${accountOf(scope)}, ${scope.now})`;
}
