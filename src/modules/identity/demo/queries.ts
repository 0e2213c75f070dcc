import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export async function insertDemoAgency(scope: Scope, row: { id: string; slug: string; kind: string; name: Bilingual }): Promise<void> {
  await scope.sql`insert into identity.agency (id, slug, name, kind, demonstration) values (${row.id}, ${row.slug}, ${scope.sql.json(row.name)}, ${row.kind}, true)`;
}

type Person = { id: string; membership: string; name: string; email: string; role: string; agencyId: string | null; body?: string | undefined; hash: string };

/** They have worked here for a year when the demonstration begins: its records tell of the months before. */
export async function insertDemoAccount(scope: Scope, row: Person): Promise<void> {
  const { sql, now, today } = scope;
  await sql`insert into identity.account (id, email, name, demonstration, created_at) values (${row.id}, ${row.email}, ${row.name}, true, ${now})`;
  await sql`insert into identity.membership (id, account_id, agency_id, body_slug, role, from_date) values (${row.membership}, ${row.id}, ${row.agencyId}, ${row.body ?? null}, ${row.role}, ${today}::date - 365)`;
  await sql`insert into identity.password (account_id, hash, set_at) values (${row.id}, ${row.hash}, ${now})`;
}
