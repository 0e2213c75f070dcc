import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectMatrix } from '#test/policy-matrix.ts';
import { openWorld, type World } from '#test/world.ts';
import { keep, listOpen, promise } from './index.ts';

let world: World;
const owed = (owedBy: { role?: string; body?: string }, id: string) => ({
  kind: 'reply', subject: { kind: 'issue', id }, what: { en: 'Answer', fr: 'Répondre' }, owedTo: { en: 'A resident', fr: 'Une personne' }, owedBy, due: '2019-06-17', path: '/plan',
});
beforeAll(async () => {
  world = await openWorld();
  await world.as.public(async (scope) => await promise(scope, owed({ role: 'operator-311' }, '1')));
});
afterAll(async () => await world.close());

test('each role sees and changes exactly what the matrix says', async () => {
  await expectMatrix(world, 'commitment', {
    obligation: { public: 'i', manager: 'riu', operator: 'riu', leader: 'i', chair: 'i', partner: 'i', auditor: 'i', administrator: 'i', worker: 'riu' },
    obligation_change: { public: 'i', manager: 'ri', operator: 'ri', leader: 'i', chair: 'i', partner: 'i', auditor: 'i', administrator: 'i', worker: 'ri' },
  });
});

test('what is owed is seen by whoever owes it, once, until it is kept', async () => {
  await world.as.public(async (scope) => await promise(scope, owed({ body: 'homelessness' }, '2')));
  await world.as.public(async (scope) => await promise(scope, owed({ body: 'homelessness' }, '2')));
  const due = async (who: 'chair' | 'partner') => (await world.as[who](async (scope) => await listOpen(scope))).length;
  expect([await due('chair'), await due('partner')]).toEqual([1, 0]);
  await world.as.chair(async (scope) => await keep(scope, { kind: 'issue', id: '2' }, 'reply'));
  expect(await due('chair')).toBe(0);
});
