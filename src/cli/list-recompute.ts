import { type Again, recomputeDecisions } from '#app/modules/access/index.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { type Command, complain, say, UsageError } from './command.ts';
import { withDatabase } from './with-database.ts';

/** Makes past decisions again from what is stored; names what was changed, never a value. */
export const listRecompute: Command = {
  name: 'list recompute',
  usage: 'list recompute [SLUG]',
  summary: 'makes every decision of by-name lists again from its stored inputs and rule version, and names what was changed',
  run: async (args, config) => {
    const [slug, ...rest] = args;
    if (rest.length > 0 || slug?.startsWith('-')) throw new UsageError('list recompute takes the short name of one list, or nothing for all.');
    return await withDatabase(config(), async (database) => {
      let [all, equal] = [0, 0];
      await inScope(database, { as: 'worker', purpose: 'list recompute' }, async (scope) => await recomputeDecisions(scope, slug, (one) => {
        all += 1;
        if (one.equal) equal += 1;
        else complain(sentence(one));
      }));
      say(`${all} decisions made again, ${equal} equal, ${all - equal} not.`);
      return equal === all ? 0 : 1;
    });
  },
};

function sentence({ vacancy, list, madeAt, changed }: Again): string {
  const what = changed.length === 0 ? 'the kept order does not follow from the inputs' : `changed since: ${changed.join(', ')}`;
  return `${list}, vacancy ${vacancy}, decided ${madeAt.toISOString().slice(0, 10)}: ${what}`;
}
