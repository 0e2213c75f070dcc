import { fundTemplate, pilotTemplate } from '#app/modules/funding/index.ts';
import { alcoholTemplate, councilTemplate, type Desk, opioidTemplate, type Template } from '#app/modules/insight/index.ts';
import { yearTemplate } from '#app/modules/review/index.ts';
import { type Database, inScope } from '#app/platform/db/scope.ts';

/** Every kind of report that this program compiles; a module that offers one is added here. */
const templates: readonly Template[] = [
  councilTemplate,
  opioidTemplate,
  alcoholTemplate,
  yearTemplate,
  pilotTemplate,
  fundTemplate,
];

/** What compiling needs: records are read in a transaction of the public, beside the one of whoever works. */
export function deskOf(database: Database): Desk {
  return { templates, asPublic: async (work) => await inScope(database, { as: 'public', purpose: 'publication' }, work) };
}
