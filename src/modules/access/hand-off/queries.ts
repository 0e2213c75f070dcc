import type { Scope } from '#app/platform/db/scope.ts';

export const ways = ['three-way-call', 'accompanied', 'meeting'] as const;
export type Way = (typeof ways)[number];
export type HandOff = {
  readonly id: string; readonly intake: string; readonly fromAgency: string; readonly fromAccount: string; readonly toAgency: string | null; readonly toName: string | null; readonly toPerson: string; readonly how: Way;
  readonly onDate: string; readonly recordedAt: Date; readonly confirmedAt: Date | null; readonly confirmedHow: 'receiver' | 'told' | null;
};
const columns = (sql: Scope['sql']) => sql`h.id, h.intake_id as intake, h.from_agency as "fromAgency", h.from_account as "fromAccount", h.to_agency as "toAgency", h.to_name as "toName", h.to_person as "toPerson", h.how,
  h.on_date as "onDate", h.recorded_at as "recordedAt", h.confirmed_at as "confirmedAt", h.confirmed_how as "confirmedHow"`;

/** Hand-overs of one request. */
export async function listOfIntake(scope: Scope, intake: string): Promise<HandOff[]> {
  return await scope.sql<HandOff[]>`select ${columns(scope.sql)} from access.hand_off h where h.intake_id = ${intake} order by h.recorded_at, h.id`;
}
/** Hand-overs that followed from the requests of a person. */
export async function listOfPerson(scope: Scope, person: string): Promise<HandOff[]> {
  return await scope.sql<HandOff[]>`select ${columns(scope.sql)} from access.hand_off h join access.intake i on i.id = h.intake_id where i.person_id = ${person} order by h.recorded_at, h.id`;
}
/** Hand-overs to the actor's agency: the unconfirmed ones first. At most 200. */
export async function listToUs(scope: Scope, agency: string): Promise<HandOff[]> {
  return await scope.sql<HandOff[]>`select ${columns(scope.sql)} from access.hand_off h where h.to_agency = ${agency} order by h.confirmed_at is not null, h.on_date desc, h.id limit 200`;
}
export async function findHandOff(scope: Scope, id: string): Promise<HandOff | undefined> {
  return (await scope.sql<HandOff[]>`select ${columns(scope.sql)} from access.hand_off h where h.id = ${id}`)[0];
}
export type NewHandOff = { readonly toAgency: string | null; readonly toName: string | null; readonly toPerson: string; readonly how: Way; readonly onDate: string; readonly agreed: string };
export async function insertHandOff(scope: Scope, row: NewHandOff & { id: string; intake: string; agency: string; account: string }): Promise<void> {
  await scope.sql`insert into access.hand_off (id, intake_id, from_agency, from_account, to_agency, to_name, to_person, how, on_date, agreed, recorded_at)
    values (${row.id}, ${row.intake}, ${row.agency}, ${row.account}, ${row.toAgency}, ${row.toName}, ${row.toPerson}, ${row.how}, ${row.onDate}, ${row.agreed}, ${scope.now})`;
}
/** False where it is hidden or was confirmed before. */
export async function updateConfirmed(scope: Scope, id: string, account: string, how: 'receiver' | 'told'): Promise<boolean> {
  return (await scope.sql`update access.hand_off set confirmed_at = ${scope.now}, confirmed_by = ${account}, confirmed_how = ${how} where id = ${id} and confirmed_at is null`).count > 0;
}
