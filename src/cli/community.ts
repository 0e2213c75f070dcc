import { resolve } from 'node:path';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { type Command, complain, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export const communityLoad: Command = {
  name: 'community load',
  usage: 'community load DIR',
  summary: 'checks the content of a community, loads it, and says what changed',
  run: async ([directory, ...rest], config) => {
    if (!directory || rest.length > 0) throw new UsageError('community load takes one folder.');
    const pack = await readPack(resolve(directory));
    return await withDatabase(config(), async (database) => {
      const report = await inScope(database, { as: 'worker', purpose: 'community load' }, async (scope) => await loadCommunity(scope, pack));
      for (const line of report.lines) complain(line);
      say(`${report.added} added, ${report.changed} changed, ${report.removed} withdrawn, ${report.unchanged} unchanged`);
      return 0;
    });
  },
};
