import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';

/** A person who sits in a body by her office. Her address stands apart. */
export type Person = {
  readonly id: string;
  readonly bodySlug: string;
  readonly name: string;
  readonly office: Bilingual;
  readonly agency: Bilingual | null;
  readonly chairs: boolean;
  readonly account: string | null;
  readonly from: string;
  /** The last day, once it is known. */
  readonly to: string | null;
  readonly demonstration: boolean;
};

/** Who sits in a body, or in all; with `past` also those who left. Chairs first, then by name. */
export async function listPersons(scope: Scope, filter: { body?: string; past?: boolean } = {}): Promise<Person[]> {
  const { sql, today } = scope;
  return await sql<Person[]>`select m.id, m.body_slug as "bodySlug", m.name, m.office, a.name as agency, m.chairs, m.account_id as account, m.from_date as from, m.to_date as to, m.demonstration
    from governance.member m left join identity.agency a on a.slug = m.agency_slug
    where m.from_date <= ${today} ${filter.body ? sql`and m.body_slug = ${filter.body}` : sql``} ${filter.past ? sql`` : sql`and (m.to_date is null or m.to_date >= ${today})`}
    order by m.to_date is not null and m.to_date < ${today}, not m.chairs, m.name`;
}

export async function findPerson(scope: Scope, id: string): Promise<Person | undefined> {
  return (await listPersons(scope, { past: true })).find((person) => person.id === id);
}

export type NewPerson = { readonly id: string; readonly bodySlug: string; readonly name: string; readonly office: Bilingual; readonly agency: string | null; readonly chairs: boolean; readonly demonstration: boolean };
export async function insertPerson(scope: Scope, row: NewPerson): Promise<void> {
  const { sql } = scope;
  await sql`insert into governance.member (id, body_slug, name, office, agency_slug, chairs, from_date, demonstration, entered_at)
    values (${row.id}, ${row.bodySlug}, ${row.name}, ${sql.json(row.office)}, ${row.agency}, ${row.chairs}, ${scope.today}, ${row.demonstration}, ${scope.now})`;
}

/** Sets the address that invitations and links go to; whether an account has it. */
export async function upsertAddress(scope: Scope, person: string, email: string, language: Language): Promise<boolean> {
  return (await scope.sql<{ joined: boolean }[]>`select governance.set_member_address(${person}, ${email}, ${language}) as joined`)[0]?.joined ?? false;
}

export async function endPerson(scope: Scope, id: string): Promise<number> {
  return (await scope.sql`update governance.member set to_date = ${scope.today} where id = ${id} and to_date is null`).count;
}

export type Addressed = { readonly id: string; readonly name: string; readonly account: string | null; readonly email: string; readonly language: Language };
/** Where the mails of a body's members go. The worker's alone. */
export async function listAddressed(scope: Scope, filter: { body?: string; member?: string }): Promise<Addressed[]> {
  const { sql, today } = scope;
  return await sql<Addressed[]>`select m.id, m.name, m.account_id as account, a.email, a.language from governance.member m join governance.member_address a on a.member_id = m.id
    where (m.to_date is null or m.to_date >= ${today}) ${filter.body ? sql`and m.body_slug = ${filter.body}` : sql``} ${filter.member ? sql`and m.id = ${filter.member}` : sql``} order by m.id`;
}

/** The organisations that a member can come from. */
export async function listAgencies(scope: Scope): Promise<{ slug: string; name: Bilingual }[]> {
  return await scope.sql<{ slug: string; name: Bilingual }[]>`select slug, name from identity.agency where (to_date is null or to_date >= ${scope.today}) and (from_date is null or from_date <= ${scope.today}) order by name ->> 'en'`;
}
