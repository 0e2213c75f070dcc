import type { Scope } from '#app/platform/db/scope.ts';

export const barKinds = ['recused', 'named', 'accused'] as const;
export type BarKind = (typeof barKinds)[number];
export type Bar = { readonly id: string; readonly account: string; readonly kind: BarKind; readonly enteredAt: Date; readonly endedAt: Date | null };
export type Barrable = { readonly account: string; readonly name: string; readonly agency: string };

/** The bars on a record, those in force first; nobody reads one on herself. */
export async function listBars(scope: Scope, person: string): Promise<Bar[]> {
  return await scope.sql<Bar[]>`select id, account_id as account, kind, entered_at as "enteredAt", ended_at as "endedAt" from access.bar where person_id = ${person} order by ended_at is not null, entered_at desc, id`;
}
/** Whom the asker can put a bar on; empty where she may not, or there is no such record. */
export async function listBarrable(scope: Scope, person: string): Promise<Barrable[]> {
  return await scope.sql<Barrable[]>`select account_id as account, name, agency_id as agency from access.list_barrable(${person})`;
}
export async function insertBar(scope: Scope, row: { id: string; person: string; account: string; kind: BarKind; by: string }): Promise<void> {
  await scope.sql`insert into access.bar (id, person_id, account_id, kind, entered_by, entered_at) values (${row.id}, ${row.person}, ${row.account}, ${row.kind}, ${row.by}, ${scope.now})`;
}
/** False where it is hidden, ended before, or the asker's own. */
export async function updateEnded(scope: Scope, person: string, bar: string, account: string): Promise<boolean> {
  return (await scope.sql`update access.bar set ended_at = ${scope.now}, ended_by = ${account} where id = ${bar} and person_id = ${person} and ended_at is null`).count > 0;
}
