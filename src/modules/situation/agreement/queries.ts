import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

/** A situation table at which the asker may sit. `seated`: her agreement is confirmed and has not run out. */
export type Table = { readonly body: string; readonly name: Bilingual; readonly seated: boolean; readonly chairs: boolean; readonly identifiers: 'none' | 'limited'; /** The asker's own agency. */ readonly agency: string };
export async function listTables(scope: Scope): Promise<Table[]> {
  const { sql, today } = scope;
  return await sql<Table[]>`select t as body, n.name, t in (select situation.seated()) as seated, t in (select situation.chaired()) as chairs,
    coalesce((select s.identifiers from situation.setting s where s.body_slug = t), 'none') as identifiers, platform.ctx_agency() as agency
    from situation.tables() t join lateral (select name from governance.body_name where body_slug = t and removed_at is null and known_from <= ${today} order by from_date desc limit 1) n on true order by t`;
}
/** A table with a seat of the asker; undefined for everybody else. */
export async function findSeat(scope: Scope, body: string): Promise<Table | undefined> {
  return (await listTables(scope)).find((one) => one.body === body && one.seated);
}

export type Agreement = { readonly id: string; readonly body: string; readonly name: string; readonly agency: Bilingual; readonly signedAt: Date; readonly expiresOn: string; readonly confirmedAt: Date | null; readonly own: boolean; readonly judge: boolean };
/** Her own agreements, and those that she confirms: the chair all of the table, the plan office those of chairs. */
export async function listAgreements(scope: Scope): Promise<Agreement[]> {
  return await scope.sql<Agreement[]>`select id, body_slug as body, name, agency, signed_at as "signedAt", expires_on as "expiresOn", confirmed_at as "confirmedAt", own, judge from situation.list_agreements()`;
}
export type Seat = { readonly agency: string; readonly name: Bilingual };
export async function listSeats(scope: Scope, body: string): Promise<Seat[]> {
  return await scope.sql<Seat[]>`select agency, name from situation.list_seats(${body})`;
}
/** False where she has no seat to sign for. */
export async function insertAgreement(scope: Scope, id: string, body: string, version: number): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select situation.sign(${id}, ${body}, ${version}) as done`)[0]?.done ?? false;
}
export async function updateAgreement(scope: Scope, id: string, verdict: 'confirm' | 'end'): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select situation.judge_agreement(${id}, ${verdict}) as done`)[0]?.done ?? false;
}
export async function updateIdentifiers(scope: Scope, body: string, identifiers: string): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select situation.set_identifiers(${body}, ${identifiers}) as done`)[0]?.done ?? false;
}
