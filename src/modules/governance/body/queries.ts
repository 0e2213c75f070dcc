import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type BodyState = 'proposed' | 'forming' | 'active' | 'paused' | 'completed' | 'merged' | 're-activated';
export type BodyKind = 'leadership-group' | 'action-table' | 'committee' | 'situation-table' | 'council' | 'board';

/** A body with the name and the state that it has today. */
export type Body = {
  readonly slug: string;
  readonly kind: BodyKind;
  readonly name: Bilingual;
  readonly text: Bilingual | undefined;
  readonly state: BodyState;
  /** Since when it is in that state; a guess where `approximate`. */
  readonly since: string;
  readonly approximate: boolean;
  /** Who reads its approved minutes. */
  readonly minutes: 'public' | 'members';
  /** The emerging issue that it was formed for. */
  readonly fromIssue: string | null;
};

type BodyRow = Omit<Body, 'text'> & { text: Bilingual | null };

/** The bodies known today, in the order of the pack. */
export async function listBodies(scope: Scope): Promise<Body[]> {
  const { sql, today } = scope;
  const rows = await sql<BodyRow[]>`
    select b.slug, b.kind, b.text, b.minutes, b.from_issue as "fromIssue", n.name, s.state, s.from_date as since, s.approximate
    from governance.body b
    join lateral (select name from governance.body_name where body_slug = b.slug and removed_at is null and known_from <= ${today}
      order by from_date desc limit 1) n on true
    join lateral (select state, from_date, approximate from governance.body_state where body_slug = b.slug and removed_at is null and known_from <= ${today}
      order by from_date desc, origin desc, slug desc limit 1) s on true
    where b.removed_at is null and b.known_from <= ${today} order by b.position, b.slug`;
  return rows.map((row) => ({ ...row, text: row.text ?? undefined }));
}

/** A body by its slug; undefined where there is none today. */
export async function findBody(scope: Scope, slug: string): Promise<Body | undefined> {
  return (await listBodies(scope)).find((body) => body.slug === slug);
}

export type DatedName = { readonly name: Bilingual; readonly from: string };
export type DatedState = { readonly bodySlug: string; readonly state: BodyState; readonly from: string; readonly approximate: boolean; readonly reason: Bilingual; readonly mergedInto: string | null; readonly sources: readonly string[] };
export type Member = { readonly agency: string; readonly name: Bilingual; readonly from: string; readonly to: string | undefined };

/** The names of a body through time, oldest first. */
export async function listNames(scope: Scope, slug: string): Promise<DatedName[]> {
  return await scope.sql<DatedName[]>`select name, from_date as from from governance.body_name
    where body_slug = ${slug} and removed_at is null and known_from <= ${scope.today} order by from_date`;
}

/** The states of a body, or of all, with their reasons, oldest first. */
export async function listStates(scope: Scope, slug?: string): Promise<DatedState[]> {
  const { sql } = scope;
  return await sql<DatedState[]>`select body_slug as "bodySlug", state, from_date as from, approximate, reason, merged_into as "mergedInto", sources from governance.body_state
    where removed_at is null and known_from <= ${scope.today} ${slug ? sql`and body_slug = ${slug}` : sql``} order by from_date, origin, slug`;
}

/** Organisations that sit or sat in a body; the end of a seat is told only once it has come. */
export async function listMembers(scope: Scope, slug: string): Promise<Member[]> {
  const rows = await scope.sql<(Omit<Member, 'to'> & { to: string | null })[]>`
    select m.agency_slug as agency, a.name, m.from_date as from, case when m.to_date < ${scope.today} then m.to_date end as to
    from governance.body_member m join identity.agency a on a.slug = m.agency_slug
    where m.body_slug = ${slug} and m.removed_at is null and m.known_from <= ${scope.today} order by m.to_date < ${scope.today}, m.from_date, m.agency_slug`;
  return rows.map((row) => ({ ...row, to: row.to ?? undefined }));
}

export type NewBody = { readonly slug: string; readonly kind: BodyKind; readonly name: Bilingual; readonly text: Bilingual | null; readonly fromIssue: string | null };
/** Adds a body that staff form, with its first name. */
export async function insertBody(scope: Scope, row: NewBody): Promise<void> {
  const { sql, today } = scope;
  await sql`insert into governance.body (slug, kind, position, text, known_from, origin, from_issue, entered_by)
    values (${row.slug}, ${row.kind}, 1000, ${row.text ? sql.json(row.text) : null}, ${today}, 'staff', ${row.fromIssue}, ${accountOf(scope)})`;
  await insertName(scope, row.slug, row.name);
}

export async function insertName(scope: Scope, body: string, name: Bilingual): Promise<void> {
  const { sql, today } = scope;
  await sql`insert into governance.body_name (slug, body_slug, name, from_date, known_from, origin) values (${newId()}, ${body}, ${sql.json(name)}, ${today}, ${today}, 'staff')`;
}

/** A new state from today, with its reason; `into` is the body that it was merged into. */
export async function insertState(scope: Scope, body: string, given: { state: BodyState; reason: Bilingual; into?: string | undefined }): Promise<void> {
  const { sql, today } = scope;
  await sql`insert into governance.body_state (slug, body_slug, state, from_date, reason, merged_into, known_from, origin)
    values (${newId()}, ${body}, ${given.state}, ${today}, ${sql.json(given.reason)}, ${given.into ?? null}, ${today}, 'staff')`;
}

export async function updateMinutesFor(scope: Scope, body: string, minutes: Body['minutes']): Promise<void> {
  await scope.sql`update governance.body set minutes = ${minutes} where slug = ${body}`;
}
