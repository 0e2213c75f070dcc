import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Feed, type Imported, importDirectory, withdrawsMost } from '#app/modules/access/index.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { type Command, complain, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

class Undone extends Error {}

export const directoryImport: Command = {
  name: 'directory import',
  usage: 'directory import PATH [--feed NAME] [--preview] [--withdraw] [--others]',
  summary: 'takes services in from HSDS: a JSON file, or the folder of a tabular data package',
  run: async (args, config) => {
    const { path, feed, preview, withdraw, others } = readArguments(args);
    const given = readFeed(resolve(path));
    if (typeof given === 'string') {
      complain(given);
      return 1;
    }
    return await withDatabase(config(), async (database) => {
      let done: Imported | undefined;
      const outcome: { stopped?: string } = {};
      try {
        await inScope(database, { as: 'worker', purpose: 'directory import' }, async (scope) => {
          done = await importDirectory(scope, given, feed, { others });
          const { kept } = done;
          // A cut-off file looks like a feed that ended most of its services.
          if (withdrawsMost(kept) && !withdraw) outcome.stopped = `${kept.removed} services or organizations would be withdrawn, which is more than stay. Nothing was changed; add --withdraw if it is meant.`;
          if (preview || outcome.stopped) throw new Undone();
        });
      } catch (error) {
        if (!(error instanceof Undone)) throw error;
      }
      for (const { row, reason } of done?.refusals ?? []) complain(`${row}: ${reason}`);
      for (const line of done?.kept.lines ?? []) complain(line);
      if (done) say(`${preview ? 'preview: ' : ''}${done.kept.added} added, ${done.kept.changed} changed, ${done.kept.removed} withdrawn, ${done.kept.unchanged} unchanged, ${done.refusals.length} refused`);
      if (outcome.stopped) complain(outcome.stopped);
      return outcome.stopped ? 1 : 0;
    });
  },
};

function readArguments(args: readonly string[]): { path: string; feed: string; preview: boolean; withdraw: boolean; others: boolean } {
  const rest = [...args];
  const flag = (name: string) => {
    const place = rest.indexOf(name);
    if (place >= 0) rest.splice(place, 1);
    return place >= 0;
  };
  const [preview, withdraw, others] = [flag('--preview'), flag('--withdraw'), flag('--others')];
  const place = rest.indexOf('--feed');
  const [, feed = ''] = place >= 0 ? rest.splice(place, 2) : ['', 'feed'];
  const [path, ...more] = rest;
  if (!path || more.length > 0) throw new UsageError('directory import takes one file or folder.');
  if (!/^[a-z0-9-]{1,60}$/.test(feed) || feed === 'pack') throw new UsageError('--feed takes a name of small letters, digits and hyphens, other than pack.');
  return { path, feed, preview, withdraw, others };
}

/** The feed at a path; a text says why there is none. */
function readFeed(path: string): Feed | string {
  if (!existsSync(path)) return `There is nothing at ${path}.`;
  const folder = statSync(path).isDirectory();
  const file = folder ? join(path, 'datapackage.json') : path;
  if (!existsSync(file)) return `${path} has no datapackage.json.`;
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    return folder ? { description: json, read: (name) => (existsSync(join(path, name)) ? readFileSync(join(path, name), 'utf8') : undefined) } : { json };
  } catch {
    return `${file} is not JSON.`;
  }
}
