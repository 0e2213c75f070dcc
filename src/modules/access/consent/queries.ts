import type { Scope } from '#app/platform/db/scope.ts';

export type Consent = {
  readonly id: string; readonly givenBy: 'self' | 'substitute'; readonly relation: string | null; readonly authority: string | null; readonly purposes: readonly string[]; readonly categories: readonly string[];
  readonly toAgencies: readonly string[]; readonly formVersion: string; readonly language: 'en' | 'fr'; readonly how: string; readonly interpreter: boolean; readonly conditions: string | null;
  readonly startsOn: string; readonly expiresOn: string | null; readonly withdrawnAt: Date | null; readonly withdrawnHow: string | null;
};
const columns = (sql: Scope['sql']) => sql`id, given_by as "givenBy", relation, authority, purposes, categories, to_agencies as "toAgencies", form_version as "formVersion", language, how, interpreter, conditions,
  starts_on as "startsOn", expires_on as "expiresOn", withdrawn_at as "withdrawnAt", withdrawn_how as "withdrawnHow"`;

/** Every consent of a person, newest first; nothing for whoever may not see them. */
export async function listConsents(scope: Scope, person: string): Promise<Consent[]> {
  return await scope.sql<Consent[]>`select ${columns(scope.sql)} from access.consent where person_id = ${person} order by recorded_at desc, id desc`;
}
export async function findConsent(scope: Scope, person: string, id: string): Promise<Consent | undefined> {
  return (await scope.sql<Consent[]>`select ${columns(scope.sql)} from access.consent where id = ${id} and person_id = ${person}`)[0];
}

/** A consent by its id alone, with whose it is. */
export async function findConsentById(scope: Scope, id: string): Promise<(Consent & { readonly person: string }) | undefined> {
  return (await scope.sql<(Consent & { person: string })[]>`select ${columns(scope.sql)}, person_id as person from access.consent where id = ${id}`)[0];
}

export type NewConsent = Omit<Consent, 'id' | 'withdrawnAt' | 'withdrawnHow' | 'formVersion'>;
export async function insertConsent(scope: Scope, row: NewConsent & { id: string; person: string; account: string; formVersion: string }): Promise<void> {
  await scope.sql`insert into access.consent (id, person_id, given_by, relation, authority, purposes, categories, to_agencies, form_version, language, how, interpreter, conditions, starts_on, expires_on, recorded_by, recorded_at)
    values (${row.id}, ${row.person}, ${row.givenBy}, ${row.relation}, ${row.authority}, ${[...row.purposes]}, ${[...row.categories]}, ${[...row.toAgencies]}, ${row.formVersion}, ${row.language}, ${row.how}, ${row.interpreter},
      ${row.conditions}, ${row.startsOn}, ${row.expiresOn}, ${row.account}, ${scope.now})`;
}
/** False where it is hidden or was withdrawn before. */
export async function updateWithdrawn(scope: Scope, person: string, id: string, how: string): Promise<boolean> {
  return (await scope.sql`update access.consent set withdrawn_at = ${scope.now}, withdrawn_how = ${how} where id = ${id} and person_id = ${person} and withdrawn_at is null`).count > 0;
}

export type Instruction = { readonly id: string; readonly category: string | null; readonly agency: string | null; readonly account: string | null; readonly hideMark: boolean; readonly inWords: string | null; readonly recordedAt: Date; readonly liftedAt: Date | null };
export async function listInstructions(scope: Scope, person: string): Promise<Instruction[]> {
  return await scope.sql<Instruction[]>`select id, category, agency_id as agency, account_id as account, hide_mark as "hideMark", in_words as "inWords", recorded_at as "recordedAt", lifted_at as "liftedAt"
    from access.instruction where person_id = ${person} order by recorded_at desc, id desc`;
}
export type NewInstruction = Pick<Instruction, 'category' | 'agency' | 'account' | 'hideMark' | 'inWords'>;
export async function insertInstruction(scope: Scope, row: NewInstruction & { id: string; person: string; by: string }): Promise<void> {
  await scope.sql`insert into access.instruction (id, person_id, category, agency_id, account_id, hide_mark, in_words, recorded_by, recorded_at)
    values (${row.id}, ${row.person}, ${row.category}, ${row.agency}, ${row.account}, ${row.hideMark}, ${row.inWords}, ${row.by}, ${scope.now})`;
}
export async function updateLifted(scope: Scope, person: string, id: string): Promise<boolean> {
  return (await scope.sql`update access.instruction set lifted_at = ${scope.now} where id = ${id} and person_id = ${person} and lifted_at is null`).count > 0;
}

export type Ending = { readonly id: string; readonly person: string; readonly agency: string; readonly expiresOn: string };
/** Consents that end within thirty days; the worker's alone. */
export async function listEnding(scope: Scope): Promise<Ending[]> {
  return await scope.sql<Ending[]>`select id, person_id as person, agency_id as agency, expires_on as "expiresOn" from access.ending_consents()`;
}
