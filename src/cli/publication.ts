import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compileTexts, type Format, isFormat, listPublications, readTexts, refusalSentence, writeFiles } from '#app/modules/insight/index.ts';
import type { Config } from '#app/platform/config/config.ts';
import { type Database, inScope } from '#app/platform/db/scope.ts';
import { isLanguage, type Language } from '#app/platform/language/language.ts';
import { findOrMakeInstallation } from '#app/program/first-start.ts';
import { databaseOf } from '#app/program/installation.ts';
import { openDatabase } from '#app/program/open-database.ts';
import { deskOf } from '#app/program/publications.ts';
import { type Command, complain, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

type Wanted = { readonly template: string; readonly language: Language; readonly out: string; readonly format: Format; readonly demo: boolean };

export const publicationCompile: Command = {
  name: 'publication compile',
  usage: 'publication compile TEMPLATE --language en|fr --out FILE [--demo]',
  summary: 'compiles the latest report of a kind as PDF, HTML, DOCX, JSON or CSV, by the ending of FILE; --demo: of the demonstration, in a database of its own',
  run: async (args, config) => {
    const wanted = read(args);
    if (wanted.demo) return await inScratch(config(), async (database) => await compileTo(database, wanted, config().baseUrl));
    return await withDatabase(config(), async (database) => await compileTo(database, wanted, config().baseUrl));
  },
};

function read(args: readonly string[]): Wanted {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { language: { type: 'string' }, out: { type: 'string' }, demo: { type: 'boolean', default: false } } });
    const [template, ...rest] = positionals;
    if (!template || rest.length > 0) throw new UsageError('publication compile takes one kind of report, such as council.');
    if (!isLanguage(values.language)) throw new UsageError('--language must be en or fr.');
    const format = extname(values.out ?? '').slice(1);
    if (!values.out || !isFormat(format)) throw new UsageError('--out must name a file that ends in .pdf, .html, .docx, .json or .csv.');
    return { template, language: values.language, out: resolve(values.out), format, demo: values.demo };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : 'The arguments cannot be read.');
  }
}

/** Compiles the latest working copy of the kind, with its texts, and writes the file; what stops it is said, one line each. */
async function compileTo(database: Database, { template: name, language, out, format }: Wanted, baseUrl: string): Promise<number> {
  const desk = deskOf(database);
  const template = desk.templates.find((one) => one.name === name);
  if (!template) throw new UsageError(`Unknown kind of report: ${name}. There are: ${desk.templates.map((one) => one.name).join(', ')}.`);
  const compiled = await inScope(database, { as: 'worker', purpose: 'publication compile' }, async (scope) => {
    const publications = (await listPublications(scope)).filter((one) => one.template === name);
    const latest = publications.find((one) => one.state !== 'published') ?? publications[0];
    return latest ? await compileTexts(scope, desk, template, latest, await readTexts(scope, latest.id), latest.id) : undefined;
  });
  if (!compiled) {
    complain(`No report of the kind ${name} has been started.`);
    return 1;
  }
  if (compiled.refusals.length > 0) {
    for (const refusal of compiled.refusals) complain(refusalSentence(language, refusal));
    return 1;
  }
  const [file = ''] = await writeFiles([compiled.documents[language]], format, baseUrl);
  await writeFile(out, file);
  say(`${out}: ${Buffer.byteLength(file)} bytes`);
  return 0;
}

/** The demonstration of the community in an embedded database of its own, gone afterwards. */
async function inScratch(config: Config, work: (database: Database) => Promise<number>): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'ct-publication-'));
  // Root starts PostgreSQL under another account, which must reach this folder.
  await chmod(folder, 0o711);
  const scratch = { ...config, databaseUrl: undefined, databaseMigrationUrl: undefined, dataDir: join(folder, 'data') };
  try {
    const open = await openDatabase(scratch, () => {}, 3);
    try {
      return await work(databaseOf(open.pool, await findOrMakeInstallation(open.pool, scratch, true)));
    } finally {
      await open.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
