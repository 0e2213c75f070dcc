import type { Pool } from './pool.ts';
import { ownerRole, transactionRoles } from './roles.ts';

/** The login may see more than its policies allow, or less than the program needs; the message says which and what to do. */
export class LoginRefused extends Error {}

/** Refuses a login that is superuser, may bypass row-level security, could act as the owner of the tables, or lacks the roles of the program. */
export async function checkLogin(pool: Pool): Promise<void> {
  const [login] = await pool<{ name: string; super: boolean; bypass: boolean; owner: boolean; roles: boolean }[]>`
    select current_user as name, rolsuper as super, rolbypassrls as bypass,
      exists (select from pg_roles r where r.rolname = ${ownerRole} and pg_has_role(current_user, r.oid, 'member')) as owner,
      (select count(*) = ${transactionRoles.length} from pg_roles r where r.rolname in ${pool([...transactionRoles])} and pg_has_role(current_user, r.oid, 'member')) as roles
    from pg_roles where rolname = current_user`;
  if (!login) throw new LoginRefused('The database did not say who the program is signed in as.');
  const advice = 'Give DATABASE_URL an ordinary login, and DATABASE_MIGRATION_URL the one that may create roles and tables.';
  if (login.super) throw new LoginRefused(`The database login ${login.name} is a superuser and would see past every policy. ${advice}`);
  if (login.bypass) throw new LoginRefused(`The database login ${login.name} may bypass row-level security. ${advice}`);
  if (login.owner) throw new LoginRefused(`The database login ${login.name} may act as the owner of the tables. ${advice}`);
  if (!login.roles) throw new LoginRefused(`The database login ${login.name} has not been given the roles of the program. Start once with DATABASE_MIGRATION_URL, or run: npm run cli -- db migrate`);
}
