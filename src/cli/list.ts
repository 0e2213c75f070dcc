import { parseArgs } from 'node:util';
import { keepList, newsKinds } from '#app/modules/access/index.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { type Command, complain, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

/** Opens a by-name list, or changes its name and rules; the agency that keeps it stays. */
export const listKeep: Command = {
  name: 'list keep',
  usage: 'list keep SLUG AGENCY NAME-EN NAME-FR [--inactive-after DAYS] [--stale-after DAYS] [--news KIND,KIND]',
  summary: 'opens a by-name list that an agency keeps, or changes its rules',
  run: async (args, config) => {
    const { positionals: [slug, agency, en, fr, ...rest], values } = read(args);
    if (!slug || !agency || !en || !fr || rest.length > 0) throw new UsageError('list keep takes a short name, the short name of the agency, and the name of the list in English and in French.');
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new UsageError('SLUG is lower-case letters, digits and hyphens.');
    const [inactiveAfter, staleAfter] = [days('--inactive-after', values['inactive-after']), days('--stale-after', values['stale-after'])];
    const qualifying = values.news?.split(',') ?? ['shelter', 'stay', 'contact', 'case', 'assessment', 'placement'];
    const unknown = qualifying.find((kind) => !newsKinds.includes(kind));
    if (unknown !== undefined) throw new UsageError(`--news: ${unknown} is none of ${newsKinds.join(', ')}.`);
    return await withDatabase(config(), async (database) => {
      const done = await inScope(database, { as: 'worker', purpose: 'list keep' }, async (scope) => await keepList(scope, { slug, agency, name: { en, fr }, inactiveAfter, staleAfter, qualifying }));
      if (!done) complain(`There is no organisation ${agency}.`);
      else say(`The list ${slug} is kept by ${agency}.`);
      return done ? 0 : 1;
    });
  },
};

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { 'inactive-after': { type: 'string' }, 'stale-after': { type: 'string' }, news: { type: 'string' } }, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'Unknown option.');
  }
}

function days(name: string, text = '90'): number {
  const value = Number(text);
  if (!/^\d{1,3}$/.test(text) || value < 1 || value > 730) throw new UsageError(`${name} is a number of days from 1 to 730.`);
  return value;
}
