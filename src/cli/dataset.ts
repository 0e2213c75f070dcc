import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { importDataset } from '#app/modules/insight/index.ts';
import { type Command, complain, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

export const datasetImport: Command = {
  name: 'dataset import',
  usage: 'dataset import SCHEMA FILE',
  summary: 'reads a CSV or XLSX file into a dataset; SCHEMA is its short name, or a YAML or JSON file that describes it',
  run: async ([schema, path, ...rest], config) => {
    if (!schema || !path || rest.length > 0) throw new UsageError('dataset import takes a schema and a file.');
    const described = /\.(ya?ml|json)$/.test(schema);
    if (!described && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(schema)) throw new UsageError('SCHEMA is the short name of a dataset, or a .yaml, .yml or .json file.');
    for (const file of described ? [schema, path] : [path])
      if (!existsSync(file)) {
        complain(`There is nothing at ${file}.`);
        return 1;
      }
    return await withDatabase(config(), async (database) => {
      const done = await importDataset(database, described ? { text: readFileSync(resolve(schema), 'utf8') } : { slug: schema }, readFileSync(resolve(path)));
      if (typeof done === 'string') {
        complain(done);
        return 1;
      }
      for (const { line, column, sentence } of done.refusals) complain(`line ${line}${column === null ? '' : `, ${column}`}: ${sentence}`);
      say(`${done.accepted} accepted, ${done.refusals.length} refused${done.number === null ? '; no version was made' : done.same ? `; this file is version ${done.number} already` : `; version ${done.number}`}`);
      return done.number === null ? 1 : 0;
    });
  },
};
