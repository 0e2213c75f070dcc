import { addApiKey, inviteAccount } from '#app/modules/identity/index.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import { type Command, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

const roles = ['plan-manager', 'operator-311', 'leadership-member', 'table-chair', 'table-member', 'partner', 'analyst', 'auditor', 'privacy-officer', 'administrator'];

export const accountKey: Command = {
  name: 'account key',
  usage: 'account key EMAIL [DAYS]',
  summary: 'gives the account of a program a key for the interface, shown once, for 90 days or DAYS',
  run: async ([email, days = '90', ...rest], config) => {
    if (!email || rest.length > 0) throw new UsageError('account key takes the address of an account, and perhaps a number of days.');
    if (!/^[1-9]\d{0,2}$/.test(days) || Number(days) > 400) throw new UsageError('DAYS is 1 to 400.');
    return await withDatabase(config(), async (database) => {
      const key = await inScope(database, { as: 'worker', purpose: 'account key' }, async (scope) => await addApiKey(scope, email, Number(days)));
      if (key === undefined) throw new UsageError(`There is no open account with the address ${email}.`);
      say(key);
      return 0;
    });
  },
};

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
