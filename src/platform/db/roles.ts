import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from './pool.ts';

/** The roles that a transaction can take on; the login of the program is a member of each and owns nothing. */
export const transactionRoles = ['ct_public', 'ct_staff', 'ct_worker', 'ct_auditor'] as const;
export type TransactionRole = (typeof transactionRoles)[number];
export const ownerRole = 'ct_owner';
export const embeddedLogin = 'ct_app';

/**
 * Creates the roles where they are absent and lets `login` take them on. Needs a login that may create roles. Several may do so at once: a lock
 * keeps those of one database apart until the commit; roles belong to the whole server, so what another database does at this moment is waited out.
 */
export async function prepareRoles(admin: Pool, login: string, create: boolean): Promise<void> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await admin.begin(async (tx) => {
        await tx`select pg_advisory_xact_lock(hashtext('ct_roles'))`;
        await tx.unsafe(`
          do $$ declare r text; begin
            foreach r in array array['${ownerRole}', ${transactionRoles.map((r) => `'${r}'`).join(', ')}] loop
              if not exists (select from pg_roles where rolname = r) then execute format('create role %I nologin', r); end if;
            end loop;
            if ${create} and not exists (select from pg_roles where rolname = '${login}') then
              create role ${quoted(login)} login nosuperuser noinherit nobypassrls nocreatedb nocreaterole;
            end if;
          end $$;
          grant ${transactionRoles.join(', ')} to ${quoted(login)};
          grant ${ownerRole} to current_user;`).simple();
      }).then(() => undefined);
    } catch (error) {
      if (attempt >= 10 || !isCollision(error)) throw error;
      await pause(20 * attempt);
    }
}

/** Another transaction made or changed the same role: unique_violation, duplicate_object, or "tuple concurrently updated". */
function isCollision(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['23505', '42710', 'XX000'].includes(String(error.code));
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
