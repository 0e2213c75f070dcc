import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { listBlockedMonths, listReleasedMonths } from './count-queries.ts';
import { freezeLists } from './jobs.ts';
import { type ListWorld, openListWorld } from './list-world.test-tool.ts';

let world: ListWorld;
beforeAll(async () => {
  world = await openListWorld();
});
afterAll(async () => await world.close());

async function come(people: number, day: string): Promise<void> {
  const { admin } = world.database;
  for (let n = 0; n < people; n += 1) {
    const person = crypto.randomUUID();
    await admin`insert into access.person (id, agency_id, anonymous, language, demonstration, entered_at, changed_at) values (${person}, ${world.agencies.north}, true, 'en', false, ${day}, ${day})`;
    await admin`insert into access.list_change (id, list_id, person_id, from_state, to_state, reason, effective, recorded_at) values (${newId()}, ${world.list}, ${person}, null, 'active', 'newly-identified', ${day}, ${day})`;
  }
}

test('a month that would narrow a hidden number of the list down is held back and names it without a value; the months after it go on', async () => {
  await come(5, '2019-04-10');
  await come(3, '2019-05-12');
  await world.at('2019-05-10T04:30:00-04:00');
  await world.as.worker(freezeLists);
  await world.at('2019-06-10T04:30:00-04:00');
  // From five or fewer to six or more with fewer than six arrivals: somebody came for certain.
  await world.as.worker(freezeLists);
  const stand = async () => [(await world.by('supervisor', listReleasedMonths)).map(({ month, measure }) => `${month} ${measure}`).sort(), (await world.by('supervisor', listBlockedMonths)).map(({ month, cells }) => ({ month, cells }))];
  const april = ['2019-04 active', '2019-04 chronic', '2019-04 inflow', '2019-04 outflow'];
  const expected = [april, [{ month: '2019-05', cells: expect.arrayContaining([{ month: '2019-05', measure: 'inflow' }]) }]];
  expect(await stand()).toEqual(expected);
  // Later news does not open it: what was held back once stays so.
  await world.database.admin`delete from access.list_change where effective >= '2019-05-01'`;
  await world.as.worker(freezeLists);
  expect(await stand()).toEqual(expected);
  const text = await (await (await world.visit('supervisor')).get('/en/access/list-counts')).text();
  expect(text).toContain('May 2019: not released. Together with the months before it, a number under 6 could be narrowed down (');
  expect(text).toContain('Came, May 2019');
  expect(await (await (await world.visit('supervisor')).get('/fr/access/list-counts')).text()).toContain('mai 2019 : non publié.');
  for (const who of ['intake', 'nurse', 'outside'] as const) expect(await world.by(who, listBlockedMonths), who).toEqual([]);
});
