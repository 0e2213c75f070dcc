import { addOpen311Key } from '#app/modules/engagement/index.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { type Command, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export const open311Key: Command = {
  name: 'open311 key',
  usage: 'open311 key NAME',
  summary: 'makes the key by which a city system is known at /open311, and prints it this once',
  run: async ([name, ...rest], config) => {
    if (!name || rest.length > 0) throw new UsageError('open311 key takes one name, in quotes where it has spaces.');
    return await withDatabase(config(), async (database) => {
      say(await inScope(database, { as: 'worker', purpose: 'open311 key' }, async (scope) => await addOpen311Key(scope, name)));
      return 0;
    });
  },
};
