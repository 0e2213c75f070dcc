import { openPool } from '#app/platform/db/pool.ts';
import { loginOf, prepare } from '#app/program/open-database.ts';
import { type Command, say, UsageError } from './command.ts';

export const dbMigrate: Command = {
  name: 'db migrate',
  usage: 'db migrate',
  summary: 'brings the database of DATABASE_URL to the schema of this program, as DATABASE_MIGRATION_URL',
  run: async (_args, config) => {
    const { databaseUrl, databaseMigrationUrl } = config();
    if (!databaseUrl || !databaseMigrationUrl) throw new UsageError('db migrate needs DATABASE_URL and DATABASE_MIGRATION_URL.');
    await prepare(openPool({ url: databaseMigrationUrl }, { max: 1 }), loginOf(databaseUrl), false);
    say('the database has the schema, roles and policies of this program');
    return 0;
  },
};
