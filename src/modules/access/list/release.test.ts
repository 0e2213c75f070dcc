import { afterAll, beforeAll, expect, test } from 'vitest';
import { listReleased } from '#app/modules/insight/index.ts';
import { newId } from '#app/platform/db/id.ts';
import { visitor } from '#test/world.ts';
import { accessRoutes } from '../index.ts';
import { listMeasures } from '#app/methods/list/ledger.ts';
import { formatMonth } from '#app/methods/timeline/month.ts';
import { listReleasedMonths, listReleaseStays } from './count-queries.ts';
import { freezeLists } from './jobs.ts';
import { type ListWorld, openListWorld } from './list-world.test-tool.ts';
import { listEvents } from './queries.ts';

let world: ListWorld;
beforeAll(async () => {
  world = await openListWorld();
  const { admin } = world.database;
  // 23 active people, of whom 3 came in May.
  for (let n = 0; n < 23; n += 1) {
    const person = crypto.randomUUID();
    await admin`insert into access.person (id, agency_id, anonymous, language, demonstration, entered_at, changed_at) values (${person}, ${world.agencies.north}, true, 'en', false, ${world.database.clock.now()}, ${world.database.clock.now()})`;
    await admin`insert into access.list_change (id, list_id, person_id, from_state, to_state, reason, effective, recorded_at) values (${newId()}, ${world.list}, ${person}, null, 'active', 'newly-identified', ${n < 3 ? '2019-05-10' : '2019-02-10'}, '2019-05-11T12:00:00Z')`;
  }
});
afterAll(async () => await world.close());

test('a month is released once, rounded and with small numbers hidden, for those who plan and nobody else', async () => {
  await world.at('2019-06-10T04:30:00-04:00');
  await world.as.worker(freezeLists);
  const released = await world.by('supervisor', listReleasedMonths);
  const of = (measure: string) => released.find((one) => one.measure === measure && one.month === '2019-05')?.published;
  expect(['20', '25']).toContain(of('active'));
  expect([of('inflow'), of('outflow'), of('chronic')]).toEqual(['fewer than 6', 'fewer than 6', 'fewer than 6']);
  // What the page reads is what the gate filed, and only planners read it there.
  const filed = await world.by('supervisor', async (scope) => await listReleased(scope, ['access/list/demo-list']));
  expect(filed.map(({ period, cells }) => [period, cells.find(({ keys }) => keys.measure === 'active')?.published])).toEqual([['2019-05', of('active')]]);
  expect(await world.as.public(async (scope) => await listReleased(scope, ['access/list/demo-list']))).toEqual([]);
  await world.database.admin`update access.list_change set effective = '2019-05-12'`;
  await world.as.worker(freezeLists);
  expect(await world.by('supervisor', listReleasedMonths)).toEqual(released);
  for (const who of ['intake', 'nurse', 'volunteer', 'officer'] as const) {
    expect(await world.by(who, listReleasedMonths)).toEqual([]);
    expect((await (await world.visit(who)).get('/en/access/list-counts')).status).toBe(404);
    await expect(world.by(who, async (scope) => await listReleaseStays(scope, world.list, '2019-05-31'))).rejects.toMatchObject({ code: '42501' });
  }
  for (const who of ['manager', 'analyst'] as const) {
    const text = await (await visitor(world.http(accessRoutes(() => world.site)).app, (await world.person(who)).token).get('/en/access/list-counts')).text();
    for (const piece of ['By-name list (demo)', 'May 2019', 'fewer than 6', of('active') ?? '?']) expect(text, who).toContain(piece);
  }
  expect(await (await (await world.visit('manager')).get('/fr/access/list-counts')).text()).toMatch(/mai 2019.*moins de 6/s);
});

test('the book of a real list adds up in every month, whatever comes late, is merged or comes back', async () => {
  const { admin } = world.database;
  let seed = 7;
  const draw = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  type State = 'active' | 'housed' | 'inactive' | 'left';
  const next: Readonly<Record<State, readonly (readonly [State, string])[]>> = { active: [['housed', 'housed'], ['inactive', 'no-contact'], ['left', 'moved-away'], ['left', 'merge']], housed: [['active', 'returned-from-housing'], ['left', 'void']], inactive: [['active', 'returned-from-inactive'], ['housed', 'housed']], left: [['active', 'returned']] };
  const rows: { id: string; list_id: string; person_id: string; from_state: string | null; to_state: string; reason: string; effective: string; recorded_at: string }[] = [];
  for (const { id } of await admin<{ id: string }[]>`select id from access.person`) {
    let state: State = 'active';
    let day = Date.UTC(2009, 6, 1 + draw(900));
    for (let n = 0; n < 12 && day < Date.UTC(2019, 4, 1); n += 1) {
      const choices: readonly (readonly [State, string])[] = next[state];
      const change: readonly [State, string] = choices[draw(choices.length)] ?? ['left', 'void'];
      const [to, reason]: readonly [State, string] = change;
      const at = new Date(day);
      rows.push({ id: newId(), list_id: world.list, person_id: id, from_state: state, to_state: to, reason, effective: at.toISOString().slice(0, 10), recorded_at: new Date(day + draw(200) * 86_400_000).toISOString() });
      state = to;
      day += (10 + draw(300)) * 86_400_000;
    }
  }
  await admin`update access.list_change set effective = '2009-06-01'`;
  await admin`insert into access.list_change ${admin(rows)}`;
  const months = Array.from({ length: 120 }, (_, n) => formatMonth(2009 * 12 + 5 + n));
  const events = await world.by('supervisor', async (scope) => await listEvents(scope, world.list));
  expect(events.length).toBe(rows.length + 23);
  for (const known of [undefined, '2014-01-01T00:00:00Z']) {
    const measures = listMeasures(events, months, known);
    expect(measures.filter(({ balance }) => balance !== 0)).toEqual([]);
    // The states at the end of each month, counted by the database alone.
    const counted = await admin<{ month: string; active: number }[]>`select m.month, count(*) filter (where x.to_state = 'active')::int as active from unnest(${months}::text[]) with ordinality m(month, place)
      left join lateral (select distinct on (h.person_id) h.to_state from access.list_change h where h.list_id = ${world.list} and h.effective < ((m.month || '-01')::date + interval '1 month') and h.recorded_at <= ${known ?? '2099-01-01'}::timestamptz
        order by h.person_id, h.effective desc, h.recorded_at desc, h.place desc) x on true group by m.month, m.place order by m.place`;
    expect(measures.map(({ month, active }) => ({ month, active }))).toEqual([...counted]);
  }
});

test('the months are read for sub-populations too, with days to housing, and a group that is none is everybody', async () => {
  const supervisor = await world.visit('supervisor');
  for (const group of ['youth', 'families', 'chronic', 'none']) {
    const answer = await supervisor.get(`/en/access/lists/demo-list/measures?group=${group}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Days to housing');
  }
  expect(await (await supervisor.get('/fr/access/lists/demo-list/measures?group=youth')).text()).toContain('Jours jusqu’au logement');
});
