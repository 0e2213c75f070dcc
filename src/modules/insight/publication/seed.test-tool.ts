import { newId } from '#app/platform/db/id.ts';
import type { World } from '#test/world.ts';
import { startPublication } from './actions.ts';
import { sample } from './document/sample.examples.ts';
import { insertNumber, insertStep, insertVersion } from './queries.ts';

/** A published report with a row in every table: made by the plan manager, approved by a leader. */
export async function seedPublication(world: World): Promise<string> {
  const text = { en: 'x', fr: 'y' };
  const version = newId();
  const id = await world.as.manager(async (scope) => {
    const made = await startPublication(scope, { template: 'council', title: text, departments: ['SS'], preparedFor: text }, { purpose: text });
    await insertNumber(scope, made, 0, { department: 'SS', year: 2019, sequence: 1 });
    await insertVersion(scope, made, { id: version, asOf: scope.today, documents: { en: sample, fr: sample }, hashes: {}, baseUrl: 'http://localhost', records: {} });
    await insertStep(scope, made, { id: newId(), version, step: 'submitted' });
    return made;
  });
  await world.as.leader(async (scope) => await insertStep(scope, id, { id: newId(), version, step: 'approved' }));
  await world.as.manager(async (scope) => await insertStep(scope, id, { id: newId(), version, step: 'published' }));
  return id;
}
