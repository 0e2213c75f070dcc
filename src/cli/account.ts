import { inviteAccount } from '#app/modules/identity/index.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import { type Command, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

const roles = ['plan-manager', 'operator-311', 'leadership-member', 'table-chair', 'table-member', 'partner', 'analyst', 'auditor', 'privacy-officer', 'administrator'];

export const accountInvite: Command = {
  name: 'account invite',
  usage: 'account invite EMAIL NAME ROLE',
  summary: 'adds an account and prints the link by which its person sets a password',
  run: async ([email, name, role, ...rest], config) => {
    if (!email || !name || !role || rest.length > 0) throw new UsageError('account invite takes an address, a name in quotes, and a role.');
    if (!isMailAddress(email)) throw new UsageError(`${email} is not an address.`);
    if (!roles.includes(role)) throw new UsageError(`ROLE is one of ${roles.join(', ')}.`);
    const settings = config();
    return await withDatabase(settings, async (database) => {
      const key = await inScope(database, { as: 'worker', purpose: 'account invite' }, async (scope) => await inviteAccount(scope, { email, name, role }));
      say(`${settings.baseUrl}/en/identity/invitation?key=${key}`);
      return 0;
    });
  },
};
