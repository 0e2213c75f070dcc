import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import type { Text, Texts } from './compile.ts';
import type { Document } from './document/model.ts';
import { joinNumbers, type PublicationState, type ReportNumber, type StepName, stateAfter } from './rules.ts';
import type { Snapshot } from './snapshot.ts';
import type { Earlier } from './template.ts';

export type Publication = {
  readonly id: string;
  readonly template: string;
  readonly title: Bilingual;
  readonly departments: readonly string[];
  readonly preparedFor: Bilingual;
  readonly state: PublicationState;
  /** SS-11-19/MO-15-19; undefined until it goes into review. */
  readonly number: string | undefined;
  /** The version that is in review, approved or published. */
  readonly version: string | undefined;
  /** The day of the last step; undefined for a draft that was never submitted. */
  readonly lastOn: string | undefined;
};

type PublicationRow = Pick<Publication, 'id' | 'template' | 'title' | 'departments' | 'preparedFor'> & { numbers: ReportNumber[]; step: StepName | null; version: string | null; on: string | null };

function fromRow({ numbers, step, version, on, ...row }: PublicationRow): Publication {
  const state = stateAfter(step ?? undefined);
  return { ...row, state, number: joinNumbers(numbers), version: state === 'draft' ? undefined : (version ?? undefined), lastOn: on ?? undefined };
}

/** The publications that whoever asks may see, the latest first. The public sees those that were published, and no step before. */
export async function listPublications(scope: Scope): Promise<Publication[]> {
  const rows = await scope.sql<PublicationRow[]>`
    select p.id, p.template, p.title, p.departments, p.prepared_for as "preparedFor", s.step, s.version_id as version, s.taken_on as on,
      (select coalesce(jsonb_agg(jsonb_build_object('department', n.department, 'year', n.year, 'sequence', n.sequence) order by n.position), '[]')
        from insight.publication_number n where n.publication_id = p.id) as numbers
    from insight.publication p
    left join lateral (select step, version_id, taken_on from insight.publication_step where publication_id = p.id order by position desc limit 1) s on true
    order by s.taken_on desc nulls first, p.id desc`;
  return rows.map(fromRow);
}

export async function findPublication(scope: Scope, id: string): Promise<Publication | undefined> {
  return (await listPublications(scope)).find((one) => one.id === id);
}

export async function listPublished(scope: Scope): Promise<Publication[]> {
  return (await listPublications(scope)).filter((one) => one.state === 'published');
}

/** A published report; undefined where it is none. */
export async function findPublished(scope: Scope, id: string): Promise<Publication | undefined> {
  return (await listPublished(scope)).find((one) => one.id === id);
}

export type Version = { readonly id: string; readonly asOf: string; readonly documents: Readonly<Record<Language, Document>>; readonly hashes: Readonly<Record<string, string>>; /** Where its links lead. */ readonly baseUrl: string };

/** A frozen version; undefined where it does not exist for whoever asks. */
export async function findVersion(scope: Scope, id: string): Promise<Version | undefined> {
  const [row] = await scope.sql<Version[]>`select id, as_of as "asOf", documents, hashes, base_url as "baseUrl" from insight.publication_version where id = ${id}`;
  return row;
}

export async function readTexts(scope: Scope, publication: string): Promise<Texts> {
  const rows = await scope.sql<({ key: string } & Text)[]>`select key, en, fr from insight.publication_section where publication_id = ${publication}`;
  return Object.fromEntries(rows.map(({ key, en, fr }) => [key, { en, fr }]));
}

/** Everybody who prepared, wrote or submitted it: none of them approves it. */
export async function listAuthors(scope: Scope, publication: string): Promise<string[]> {
  const rows = await scope.sql<{ account: string }[]>`
    select prepared_by as account from insight.publication where id = ${publication} and prepared_by is not null
    union select unnest(edited_by) from insight.publication_section where publication_id = ${publication}
    union select by_account from insight.publication_step where publication_id = ${publication} and step = 'submitted'`;
  return rows.map((row) => row.account);
}

export type Step = { readonly position: number; readonly step: StepName; readonly reason: string | null; readonly by: string; readonly at: Date };

export async function listSteps(scope: Scope, publication: string): Promise<Step[]> {
  return await scope.sql<Step[]>`select position, step, reason, by_name as by, taken_at as at from insight.publication_step where publication_id = ${publication} order by position`;
}

/** The last approved report of a template, other than this one, with the records as it found them. */
export async function findEarlier(scope: Scope, template: string, except: string | undefined): Promise<Earlier | undefined> {
  const { sql } = scope;
  const [row] = await sql<{ publication: string; title: Bilingual; snapshot: Snapshot; date: string }[]>`
    select p.id as publication, p.title, v.records as snapshot, v.as_of as date from insight.publication p
      join insight.publication_step s on s.publication_id = p.id and s.step = 'approved' join insight.publication_version v on v.id = s.version_id
    where p.template = ${template} ${except ? sql`and p.id <> ${except}` : sql``} order by s.taken_at desc limit 1`;
  if (!row) return undefined;
  const number = joinNumbers(await listNumbers(scope, row.publication));
  return { snapshot: row.snapshot, date: row.date, name: number ? { en: number, fr: number } : row.title };
}

export async function listNumbers(scope: Scope, publication: string): Promise<ReportNumber[]> {
  return await scope.sql<ReportNumber[]>`select department, year, sequence from insight.publication_number where publication_id = ${publication} order by position`;
}

/** Whoever gives out numbers next waits for the commit of this one. */
export async function lockNumbering(scope: Scope): Promise<void> {
  await scope.sql`select pg_advisory_xact_lock(hashtext('insight.publication_number'))`;
}

/** Where a department's numbers stand in a year: the highest given out here, and those that were printed elsewhere. */
export async function readNumbering(scope: Scope, department: string, year: number): Promise<{ highest: number; printed: string[] }> {
  const [row] = await scope.sql<{ highest: number }[]>`select coalesce(max(sequence), 0) as highest from insight.publication_number where department = ${department} and year = ${year}`;
  const printed = await scope.sql<{ number: string }[]>`select number from plan.published_number`;
  return { highest: row?.highest ?? 0, printed: printed.map((one) => one.number) };
}

export type Community = {
  readonly name: Bilingual;
  readonly place: Bilingual;
  readonly notServiceOf: Bilingual;
  readonly adopted: boolean;
  readonly departments: readonly { readonly code: string; readonly name: Bilingual }[];
};

/** Whom the installation serves and who numbers its reports; undefined before any content is loaded. */
export async function findCommunity(scope: Scope): Promise<Community | undefined> {
  const [row] = await scope.sql<Community[]>`select name, place, not_service_of as "notServiceOf", adopted, departments from plan.published_community`;
  return row;
}

export async function insertPublication(scope: Scope, row: Pick<Publication, 'id' | 'template' | 'title' | 'departments' | 'preparedFor'>): Promise<void> {
  const { sql } = scope;
  await sql`insert into insight.publication (id, template, title, departments, prepared_by, prepared_for, prepared_at)
    values (${row.id}, ${row.template}, ${sql.json(row.title)}, ${[...row.departments]}, ${accountOf(scope)}, ${sql.json(row.preparedFor)}, ${scope.now})`;
}

export async function upsertText(scope: Scope, publication: string, key: string, { en, fr }: Text): Promise<void> {
  await scope.sql`insert into insight.publication_section (publication_id, key, en, fr, edited_by, edited_at) values (${publication}, ${key}, ${en}, ${fr}, ${writerOf(scope)}, ${scope.now})
    on conflict (publication_id, key) do update set en = excluded.en, fr = excluded.fr, edited_at = excluded.edited_at,
      edited_by = array(select distinct unnest(publication_section.edited_by || excluded.edited_by))`;
}

/** The first text of a section, where there is none yet. */
export async function insertText(scope: Scope, publication: string, key: string, { en, fr }: Text): Promise<void> {
  await scope.sql`insert into insight.publication_section (publication_id, key, en, fr, edited_by, edited_at) values (${publication}, ${key}, ${en}, ${fr}, ${writerOf(scope)}, ${scope.now})`;
}

/** Gives a report its number of a department. Throws 23505 when somebody took it in the same moment. */
export async function insertNumber(scope: Scope, publication: string, position: number, number: ReportNumber): Promise<void> {
  await scope.sql`insert into insight.publication_number (publication_id, position, department, year, sequence)
    values (${publication}, ${position}, ${number.department}, ${number.year}, ${number.sequence})`;
}

export async function insertVersion(scope: Scope, publication: string, version: Version & { records: Snapshot }): Promise<void> {
  const { sql } = scope;
  await sql`insert into insight.publication_version (id, publication_id, as_of, documents, records, hashes, base_url, compiled_by, compiled_at)
    values (${version.id}, ${publication}, ${version.asOf}, ${sql.json(version.documents)}, ${sql.json(version.records)}, ${sql.json(version.hashes)}, ${version.baseUrl}, ${accountOf(scope)}, ${scope.now})`;
}

/** Writes the next step. Throws 23514 when it does not follow or when somebody approves the own report, 23505 when another came first. */
export async function insertStep(scope: Scope, publication: string, step: { id: string; version: string; step: StepName; reason?: string | undefined }): Promise<void> {
  const { sql, actor } = scope;
  if (actor.kind !== 'staff') throw new Error('a step is taken by a person');
  await sql`insert into insight.publication_step (id, publication_id, position, version_id, step, reason, by_account, by_name, taken_at, taken_on)
    values (${step.id}, ${publication}, (select coalesce(max(position), 0) + 1 from insight.publication_step where publication_id = ${publication}), ${step.version}, ${step.step},
      ${step.reason ?? null}, ${actor.account}, ${actor.name}, ${scope.now}, ${scope.today})`;
}

function writerOf(scope: Scope): string[] {
  const account = accountOf(scope);
  return account ? [account] : [];
}
