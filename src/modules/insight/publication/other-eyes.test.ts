import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type PersonName, type World } from '#test/world.ts';
import { startPublication, writeSection } from './actions.ts';
import { sample } from './document/sample.examples.ts';
import { insertStep, insertVersion } from './queries.ts';

let world: World;
const text = { en: 'x', fr: 'y' };
const version = newId();
let report: string;
beforeAll(async () => {
  world = await openWorld();
  // Four people of one office: who prepared it, who wrote in it, who handed it in, and one who did nothing of this.
  for (const name of ['partner', 'chair', 'operator'] as const) {
    const { account } = await world.person(name);
    await world.database.admin`insert into identity.membership (id, account_id, role, from_date) values (${newId()}, ${account}, 'plan-manager', '2018-01-01')`;
  }
  report = await world.as.manager(async (scope) => await startPublication(scope, { template: 'council', title: text, departments: [], preparedFor: text }));
  await world.as.partner(async (scope) => await writeSection(scope, report, 'purpose', text));
  await world.as.manager(async (scope) => await writeSection(scope, report, 'purpose', { en: 'x again', fr: 'y' }));
  await world.as.chair(async (scope) => {
    await insertVersion(scope, report, { id: version, asOf: scope.today, documents: { en: sample, fr: sample }, hashes: {}, baseUrl: 'http://localhost', records: {} });
    await insertStep(scope, report, { id: newId(), version, step: 'submitted' });
  });
});
afterAll(async () => await world.close());

const approve = async (name: PersonName) => await world.as[name](async (scope) => await insertStep(scope, report, { id: newId(), version, step: 'approved' }));

for (const [name, did] of [['manager', 'prepared it'], ['partner', 'wrote in it before another did'], ['chair', 'handed it in']] as const)
  test(`who ${did} cannot approve a report, whatever her role`, async () => {
    await expect(approve(name)).rejects.toMatchObject({ code: '23514', constraint_name: 'publication_step_other_eyes' });
  });

test('somebody of the same office who did nothing of this can', async () => {
  await approve('operator');
  expect(await world.database.admin`select step from insight.publication_step where publication_id = ${report} order by position`).toEqual([{ step: 'submitted' }, { step: 'approved' }]);
});

test('a step does not carry a version of another report', async () => {
  const other = await world.as.manager(async (scope) => await startPublication(scope, { template: 'council', title: text, departments: [], preparedFor: text }));
  await expect(world.as.manager(async (scope) => await insertStep(scope, other, { id: newId(), version, step: 'submitted' }))).rejects.toMatchObject({ constraint_name: 'publication_step_order' });
});
