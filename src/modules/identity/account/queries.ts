import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type SessionLine = { readonly id: string; readonly method: string; readonly createdAt: Date };
export async function listOwnSessions(scope: Scope): Promise<SessionLine[]> {
  return await scope.sql<SessionLine[]>`select id, method, created_at as "createdAt" from identity.session
    where revoked_at is null and expires_at > ${scope.now} order by created_at desc`;
}

/** Ends one session of the person who asks, or all her others. */
export async function revokeSession(scope: Scope, session: string | null, others: boolean): Promise<number> {
  const [row] = await scope.sql<{ ended: number }[]>`select identity.revoke_session(${session}, ${others}) as ended`;
  return row?.ended ?? 0;
}

export async function findOwnPassword(scope: Scope): Promise<string | undefined> {
  return (await scope.sql<{ hash: string | null }[]>`select identity.own_password() as hash`)[0]?.hash ?? undefined;
}
export async function updateOwnPassword(scope: Scope, hash: string): Promise<void> {
  await scope.sql`select identity.set_own_password(${hash})`;
}

export type OwnTotp = { readonly secret: string; readonly confirmed: boolean; readonly lastStep: number };
export async function findOwnTotp(scope: Scope): Promise<OwnTotp | undefined> {
  return (await scope.sql<{ totp: OwnTotp | null }[]>`select identity.own_totp() as totp`)[0]?.totp ?? undefined;
}
export async function updateOwnTotp(scope: Scope, secret: string, confirmed: boolean, step: number): Promise<void> {
  await scope.sql`select identity.set_own_totp(${secret}, ${confirmed}, ${step})`;
}
export async function deleteOwnTotp(scope: Scope): Promise<void> {
  await scope.sql`select identity.drop_own_totp()`;
}

export type AccountLine = { readonly id: string; readonly email: string; readonly name: string; readonly closedAt: Date | null; readonly roles: readonly string[] };
export async function listAccounts(scope: Scope): Promise<AccountLine[]> {
  return await scope.sql<AccountLine[]>`select a.id, a.email, a.name, a.closed_at as "closedAt",
      coalesce((select array_agg(distinct m.role) from identity.membership m where m.account_id = a.id and (m.to_date is null or m.to_date >= ${scope.today})), '{}') as roles
    from identity.account a order by a.name`;
}
export async function findAccountByEmail(scope: Scope, email: string): Promise<string | undefined> {
  return (await scope.sql<{ id: string }[]>`select id from identity.account where lower(email) = lower(${email})`)[0]?.id;
}
export async function updateOwnAccount(scope: Scope, account: string, name: string, language: string): Promise<void> {
  await scope.sql`update identity.account set name = ${name}, language = ${language} where id = ${account}`;
}
export async function closeAccount(scope: Scope, id: string): Promise<number> {
  return (await scope.sql`update identity.account set closed_at = ${scope.now} where id = ${id} and closed_at is null`).count;
}
export type AgencyChoice = { readonly id: string; readonly slug: string; readonly name: Bilingual };
/** The organisations of today, by name. */
export async function listAgencyChoices(scope: Scope): Promise<AgencyChoice[]> {
  return await scope.sql<AgencyChoice[]>`select id, slug, name from identity.agency where to_date is null or to_date >= ${scope.today} order by name ->> 'en'`;
}
export async function insertAccount(scope: Scope, row: { id: string; membership: string; email: string; name: string; role: string; body: string | null; agency: string | null }): Promise<void> {
  await scope.sql`insert into identity.account (id, email, name, created_at) values (${row.id}, ${row.email}, ${row.name}, ${scope.now})`;
  await scope.sql`insert into identity.membership (id, account_id, agency_id, body_slug, role, from_date) values (${row.membership}, ${row.id}, ${row.agency}, ${row.body}, ${row.role}, ${scope.today})`;
}
export async function insertInvitation(scope: Scope, row: { key: Uint8Array; account: string; days: number }): Promise<void> {
  await scope.sql`insert into identity.invitation (key_hash, account_id, expires_at) values (${row.key}, ${row.account}, ${new Date(scope.now.getTime() + row.days * 86_400_000)})`;
}
export async function invitationHolds(scope: Scope): Promise<boolean> {
  return (await scope.sql<{ holds: boolean }[]>`select identity.invitation_holds() as holds`)[0]?.holds ?? false;
}
export async function useInvitation(scope: Scope, hash: string): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select identity.use_invitation(${hash}) as done`)[0]?.done ?? false;
}

export type Reachable = { readonly account: string; readonly email: string; readonly language: 'en' | 'fr' };
/** The open accounts that a mail about their work goes to: one account, those with a role today, the chairs of a body, or the members of an agency. The worker's alone. */
export async function listReachable(scope: Scope, who: { role?: string; account?: string; chairOf?: string; agency?: string }): Promise<Reachable[]> {
  const { sql, today } = scope;
  return await sql<Reachable[]>`select a.id as account, a.email, a.language from identity.account a where a.closed_at is null
    ${who.account ? sql`and a.id = ${who.account}` : sql`and exists (select from identity.membership m where m.account_id = a.id and m.from_date <= ${today} and (m.to_date is null or m.to_date >= ${today})
      ${who.role ? sql`and m.role = ${who.role}` : sql``} ${who.chairOf ? sql`and m.role = 'table-chair' and m.body_slug = ${who.chairOf}` : sql``} ${who.agency ? sql`and m.agency_id = ${who.agency}` : sql``})`} order by a.id`;
}
