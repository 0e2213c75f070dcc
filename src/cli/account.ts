import { parseArgs } from 'node:util';
import { addApiKey, agencyRoles, givenRoles, inviteAccount, listAgencyChoices } from '#app/modules/identity/index.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import { type Command, complain, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export type Invitation = { readonly email: string; readonly name: string; readonly role: string; readonly agency: string | undefined };

/** The arguments of `account invite`; a UsageError says what is wrong with them. */
export function readInvitation(args: readonly string[]): Invitation {
  const { values, positionals } = parse(args);
  const [email, name, role, ...rest] = positionals;
  if (!email || !name || !role || rest.length > 0) throw new UsageError('account invite takes an address, a name in quotes, and a role.');
  if (!isMailAddress(email)) throw new UsageError(`${email} is not an address.`);
  if (!givenRoles.includes(role)) throw new UsageError(`ROLE is one of ${givenRoles.join(', ')}.`);
  if (agencyRoles.includes(role) && !values.agency) throw new UsageError(`The role ${role} works for one organisation: add --agency with its short name.`);
  return { email, name, role, agency: values.agency };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { agency: { type: 'string' } }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Unknown option.');
  }
}

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
  usage: 'account invite EMAIL NAME ROLE [--agency AGENCY]',
  summary: 'adds an account and prints the link by which its person sets a password',
  run: async (args, config) => {
    const given = readInvitation(args);
    const settings = config();
    return await withDatabase(settings, async (database) => {
      const answer = await inScope(database, { as: 'worker', purpose: 'account invite' }, async (scope) => {
        const agencies = await listAgencyChoices(scope);
        const agency = agencies.find((one) => one.slug === given.agency);
        if (given.agency !== undefined && !agency) return { unknown: agencies.map(({ slug }) => slug) };
        return { key: await inviteAccount(scope, { ...given, agency: agency?.id }) };
      });
      if ('unknown' in answer) {
        complain(`There is no organisation ${given.agency}. There are: ${answer.unknown.join(', ')}.`);
        return 1;
      }
      say(`${settings.baseUrl}/en/identity/invitation?key=${answer.key}`);
      return 0;
    });
  },
};
