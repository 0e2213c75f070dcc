import type { World } from '#test/world.ts';
import { declareCube, releaseThroughGate } from './gate.ts';

const title = { en: 'Calls', fr: 'Appels' };

/** A filed table, and one that was blocked. */
export async function seedRelease(world: Pick<World, 'as'>): Promise<void> {
  await world.as.worker(async (scope) => {
    await declareCube(scope, { slug: 'seed', indicator: 'seed', title, owner: 'insight', kind: 'service', breakdowns: ['sex'], review: 'rule' });
    await declareCube(scope, { slug: 'seed-all', indicator: 'seed', title, owner: 'insight', kind: 'service', review: 'rule' });
    await releaseThroughGate(scope, { cube: 'seed', period: '2019-05', cells: [{ keys: { sex: 'F' }, count: 41 }, { keys: { sex: 'M' }, count: 52 }] });
    await releaseThroughGate(scope, { cube: 'seed-all', period: '2019-05', cells: [{ keys: {}, count: 500 }] });
  });
}
