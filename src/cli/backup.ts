import { backupCluster, restoreBackup } from '#app/platform/db/embedded/backup.ts';
import { type Command, complain, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export const backup: Command = {
  name: 'backup',
  usage: 'backup DIR',
  summary: 'copies the embedded database, while it runs, into the empty folder DIR',
  run: async ([target, ...rest], config) => {
    if (!target || rest.length > 0) throw new UsageError('backup takes one folder.');
    const settings = config();
    if (settings.databaseUrl) throw new UsageError('backup is for the embedded database; back a server up with its own tools.');
    return await withDatabase(settings, async (_database, open) => {
      if (!open.cluster) throw new UsageError('No embedded database is in use.');
      const done = await backupCluster({ cluster: open.cluster, dataDir: settings.dataDir, target });
      say(`backed up ${done.files} files, ${Math.round(done.bytes / 1e6)} MB, to ${target}`);
      return 0;
    });
  },
};

export const restore: Command = {
  name: 'restore',
  usage: 'restore DIR',
  summary: 'brings a backup into the empty data folder, after checking every file of it',
  run: async ([source, ...rest], config) => {
    if (!source || rest.length > 0) throw new UsageError('restore takes one folder.');
    const settings = config();
    await restoreBackup({ source, dataDir: settings.dataDir, log: complain });
    say(`restored ${source} to ${settings.dataDir}; start the program with: npm start`);
    return 0;
  },
};
