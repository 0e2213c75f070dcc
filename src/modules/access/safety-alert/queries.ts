import type { Json } from '#app/methods/questionnaire/fhir.ts';
import type { Scope } from '#app/platform/db/scope.ts';

export const outcomes = ['safe-now', 'plan-made', 'crisis-line', 'emergency', 'handed-over', 'not-reached', 'mistake'] as const;
export type Outcome = (typeof outcomes)[number];

/** An alert as its reader may see it; what the person withholds from her is null, and `shown` says so. */
export type Alert = {
  readonly id: string; readonly person: string; readonly assessment: string | null; readonly hash: string | null; readonly linkId: string | null; readonly answer: Json | null; readonly byPerson: boolean; readonly raisedAt: Date;
  readonly answeredAt: Date | null; readonly answeredBy: string | null; readonly outcome: Outcome | null; readonly note: string | null; readonly shown: boolean; /** The reader may say what was done. */ readonly answers: boolean;
};
export async function readAlert(scope: Scope, id: string): Promise<Alert | undefined> {
  return (await scope.sql<Alert[]>`select id, person_id as person, assessment_id as assessment, hash, link_id as "linkId", answer, by_person as "byPerson", raised_at as "raisedAt", answered_at as "answeredAt",
    answered_by as "answeredBy", outcome, note, shown, answers from access.read_alert(${id})`)[0];
}
/** False where the actor may not, or an open alert for the same answer is there already. */
export async function insertAlert(scope: Scope, row: { id: string; assessment: string; linkId: string; answer: Json }): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.raise_alert(${row.id}, ${row.assessment}, ${row.linkId}, ${scope.sql.json({ ...row.answer } as never)}) as done`)[0]?.done ?? false;
}
/** The accounts who are to act on an alert. */
export async function listOwners(scope: Scope, alert: string): Promise<string[]> {
  return (await scope.sql<{ account: string }[]>`select account from access.alert_owners(${alert}) account order by 1`).map((row) => row.account);
}
/** False where it was answered before or the actor may not. */
export async function updateAnswered(scope: Scope, id: string, outcome: string, note: string): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.answer_alert(${id}, ${outcome}, ${note}) as done`)[0]?.done ?? false;
}
/** Which of these alerts were answered; the worker's alone. */
export async function listAnswered(scope: Scope, ids: readonly string[]): Promise<string[]> {
  return (await scope.sql<{ id: string }[]>`select id from access.answered_alerts(${[...ids]}) id`).map((row) => row.id);
}
