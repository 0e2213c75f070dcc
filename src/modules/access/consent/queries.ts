import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type Consent = {
  readonly id: string; readonly givenBy: 'self' | 'substitute'; readonly relation: string | null; readonly authority: string | null; readonly purposes: readonly string[]; readonly categories: readonly string[];
  readonly toAgencies: readonly string[]; readonly toOrganizations?: readonly string[]; readonly organizationNames?: readonly Bilingual[]; readonly formVersion: string; readonly language: 'en' | 'fr'; readonly how: string; readonly interpreter: boolean; readonly conditions: string | null;
  readonly startsOn: string; readonly expiresOn: string | null; readonly withdrawnAt: Date | null; readonly withdrawnHow: string | null; /** The consent that this one takes up again. */ readonly renews: string | null;
};
const columns = (sql: Scope['sql']) => sql`id, given_by as "givenBy", relation, authority, purposes, categories, to_agencies as "toAgencies", to_organizations as "toOrganizations",
  coalesce((select jsonb_agg(o.name order by o.id) from access.organization o where o.id = any (to_organizations)), '[]') as "organizationNames", form_version as "formVersion", language, how, interpreter, conditions,
  starts_on as "startsOn", expires_on as "expiresOn", withdrawn_at as "withdrawnAt", withdrawn_how as "withdrawnHow", renews`;

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

export type NewConsent = Omit<Consent, 'id' | 'organizationNames' | 'withdrawnAt' | 'withdrawnHow' | 'formVersion' | 'renews'> & { readonly renews?: string | undefined };
export async function insertConsent(scope: Scope, row: NewConsent & { id: string; person: string; account: string; formVersion: string }): Promise<void> {
  await scope.sql`insert into access.consent (id, person_id, given_by, relation, authority, purposes, categories, to_agencies, to_organizations, form_version, language, how, interpreter, conditions, starts_on, expires_on, renews, recorded_by, recorded_at)
    values (${row.id}, ${row.person}, ${row.givenBy}, ${row.relation}, ${row.authority}, ${[...row.purposes]}, ${[...row.categories]}, ${[...row.toAgencies]}, ${[...(row.toOrganizations ?? [])]}, ${row.formVersion}, ${row.language}, ${row.how}, ${row.interpreter},
      ${row.conditions}, ${row.startsOn}, ${row.expiresOn}, ${row.renews ?? null}, ${row.account}, ${scope.now})`;
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

/** An organisation of the directory that has no account here, to be named in a consent. */
export async function findOutside(scope: Scope, id: string): Promise<{ id: string; name: Bilingual } | undefined> {
  return (await scope.sql<{ id: string; name: Bilingual }[]>`select id, name from access.organization where id = ${id} and agency_id is null and withdrawn_at is null`)[0];
}

export type Scan = { readonly id: string; readonly consent: string; readonly addedAt: Date };
export async function listScans(scope: Scope, person: string): Promise<Scan[]> {
  return await scope.sql<Scan[]>`select id, consent_id as consent, added_at as "addedAt" from access.list_scans(${person})`;
}
/** Through the function that writes the audit line first; undefined where there is none for the asker. */
export async function readScan(scope: Scope, person: string, scan: string): Promise<{ type: string; content: Buffer } | undefined> {
  return (await scope.sql<{ type: string; content: Buffer }[]>`select type, content from access.read_scan(${person}, ${scan})`)[0];
}
export async function insertScan(scope: Scope, row: { id: string; consent: string; person: string; name: string; type: string; content: Buffer; account: string }): Promise<void> {
  await scope.sql`insert into access.consent_scan (id, consent_id, person_id, name, type, content, added_by, added_at) values (${row.id}, ${row.consent}, ${row.person}, ${row.name}, ${row.type}, ${row.content}, ${row.account}, ${scope.now})`;
}

export type ClosedInstruction = Instruction & { readonly person: string };
/** Instructions in force that close a whole record, or its identity, to an agency or to everybody; for the privacy officer, who alone may still see some of them. */
export async function listClosing(scope: Scope): Promise<ClosedInstruction[]> {
  return await scope.sql<ClosedInstruction[]>`select id, person_id as person, category, agency_id as agency, account_id as account, hide_mark as "hideMark", in_words as "inWords", recorded_at as "recordedAt", lifted_at as "liftedAt"
    from access.instruction where lifted_at is null and account_id is null and (category is null or category = 'identity') order by recorded_at desc, id desc limit 200`;
}
/** Each record of the list leaves its line in the audit trail. */
export async function writeClosing(scope: Scope, people: readonly string[]): Promise<void> {
  await scope.sql`select platform.write_audit('access.list-instructions', 'person', p, 'permit', '{}') from unnest(${[...new Set(people)]}::text[]) p`;
}
/** Lifts one of them; gives the person, undefined where there is none. */
export async function updateClosingLifted(scope: Scope, id: string): Promise<string | undefined> {
  return (await scope.sql<{ person: string }[]>`update access.instruction set lifted_at = ${scope.now} where id = ${id} and lifted_at is null and account_id is null and (category is null or category = 'identity') returning person_id as person`)[0]?.person;
}
