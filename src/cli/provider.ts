import { insertProvider } from '#app/modules/identity/index.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { type Command, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export const providerAdd: Command = {
  name: 'provider add',
  usage: 'provider add ID ISSUER CLIENT_ID NAME_EN NAME_FR < SECRET',
  summary: 'lets people sign in through an OpenID Connect provider; its secret comes on standard input',
  run: async ([id, issuer, clientId, en, fr, ...rest], config) => {
    if (!id || !issuer || !clientId || !en || !fr || rest.length > 0) throw new UsageError('provider add takes five words.');
    if (!/^[a-z0-9-]+$/.test(id) || !URL.canParse(issuer)) throw new UsageError('ID is lower-case letters, digits and hyphens; ISSUER is an address.');
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(Buffer.from(part));
    const clientSecret = Buffer.concat(parts).toString('utf8').trim();
    return await withDatabase(config(), async (database) => {
      await inScope(database, { as: 'worker', purpose: 'provider add' }, async (scope) => await insertProvider(scope, { id, issuer, clientId, clientSecret, name: { en, fr } }));
      say(`people can sign in with ${en}; its redirect address is BASE_URL/en/identity/sign-in/oidc/back (and /fr/…)`);
      return 0;
    });
  },
};
