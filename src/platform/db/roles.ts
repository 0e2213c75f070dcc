import type { Pool } from './pool.ts';

/** The roles that a transaction can take on; the login of the program is a member of each and owns nothing. */
export const transactionRoles = ['ct_public', 'ct_staff', 'ct_worker', 'ct_auditor'] as const;
export type TransactionRole = (typeof transactionRoles)[number];
export const ownerRole = 'ct_owner';
export const embeddedLogin = 'ct_app';

/** Creates the roles where they are absent and lets `login` take them on. Needs a login that may create roles. */
export async function prepareRoles(admin: Pool, login: string, create: boolean): Promise<void> {
  await admin.unsafe(`
    select pg_advisory_lock(hashtext('ct_roles'));
    do $$ declare r text; begin
      foreach r in array array['${ownerRole}', ${transactionRoles.map((r) => `'${r}'`).join(', ')}] loop
        if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin', r); end if;
      end loop;
      if ${create} and not exists (select from pg_roles where rolname = '${login}') then
        create role ${quoted(login)} login nosuperuser noinherit nobypassrls nocreatedb nocreaterole;
      end if;
    end $$;
    grant ${transactionRoles.join(', ')} to ${quoted(login)};
    grant ${ownerRole} to current_user;
    select pg_advisory_unlock(hashtext('ct_roles'));
  `).simple();
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
