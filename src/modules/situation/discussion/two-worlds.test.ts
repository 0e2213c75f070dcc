import { afterAll, expect, test } from 'vitest';
import { v5 } from 'uuid';
import { openSituationWorld, type Sitter, type SituationWorld, table, told } from '../situation-world.test-tool.ts';
import { insertDiscussion } from './queries.ts';

const space = '3f0c6c9a-6e1c-4a59-9a7d-0f0b1f2b8a11';
const seed = (name: string) => v5(name, space);
const id = seed('discussion');
const worlds: SituationWorld[] = [];
afterAll(async () => await Promise.all(worlds.map(async (world) => await world.close())));

/** Two databases with the same people, ids and times, in which different things happen. */
async function twoWorlds(happen: (world: SituationWorld, second: boolean) => Promise<void>): Promise<readonly [SituationWorld, SituationWorld]> {
  const open = async (second: boolean) => {
    const world = await openSituationWorld(seed);
    worlds.push(world);
    expect(await world.by('police', async (scope) => await insertDiscussion(scope, id, table, false))).toBe(true);
    await happen(world, second);
    await world.settle();
    return world;
  };
  return [await open(false), await open(true)];
}

const pages = [`/en/situation/tables/${table}`, `/fr/situation/tables/${table}`, `/en/situation/discussions/${id}`, `/fr/situation/discussions/${id}`, `/en/situation/discussions/${id}/tell`, `/en/situation/tables/${table}/counts`, `/en/situation/tables/${table}/tracking.csv`, '/en/situation', '/en/situation/agreements'];
/** Everything that somebody gets to see, and the answers to every step that she might try. */
async function seenBy(world: SituationWorld, who: Sitter | 'manager' | 'administrator'): Promise<string[]> {
  const visitor = await world.visit(who);
  const answers: string[] = [];
  const keep = async (what: string, answer: Response) => answers.push(`${what} ${answer.status} ${answer.headers.get('content-length')} ${(await answer.text()).replaceAll(/name="csrf" value="[^"]*"|[Rr]eference[^<]*|Référence[^<]*/g, '')}`);
  for (const path of pages) await keep(path, await visitor.get(path));
  for (const step of ['vote', 'accept', 'reject', 'name', 'plan', 'disclose', 'offer', 'standing', 'knock', 'report', 'close', 'conclude'])
    await keep(step, await visitor.post(`/en/situation/discussions/${id}/steps/${step}`, { from: 'planning', 'vote-vote': 'aer', 'offer-service': 'service-one', 'close-reason': 'close-one', 'knock-on': '2019-06-03', 'knock-knock': 'answered' }));
  return answers;
}
async function obligationsOf(world: SituationWorld, who: Sitter): Promise<unknown> {
  return await world.by(who, async ({ sql }) => await sql`select kind, subject_id, due, kept_at from commitment.obligation order by 1, 2`);
}

async function reachFour(world: SituationWorld): Promise<void> {
  expect([await world.tell('police', id), await world.take('police', id, 'table', 'vote', { vote: 'aer' }), await world.take('health', id, 'table', 'vote', { vote: 'aer' }), await world.take('chair', id, 'table', 'accept')]).toEqual(['done', 'done', 'done', 'done']);
}

test('whoever has no part cannot tell from anything what happens at filter 4, nor who has one', async () => {
  const [one, two] = await twoWorlds(async (world, second) => {
    await reachFour(world);
    await world.take('chair', id, 'roles', 'name', { agency: world.agency('health'), part: 'lead' });
    if (second) await world.take('chair', id, 'roles', 'name', { agency: world.agency('police'), part: 'assisting' });
    await world.take('chair', id, 'roles', 'plan');
    if (!second) return;
    const disclosed = { id: seed('disclosure'), agency: world.agency('police'), fields: ['name', 'health'], authority: 'compelling-circumstances' };
    expect([await world.take('health', id, 'planning', 'disclose', disclosed), await world.take('health', id, 'planning', 'offer', { service: 'service-one' }), await world.take('police', id, 'planning', 'offer', { service: 'service-two' }),
      await world.take('health', id, 'planning', 'standing', { service: 'service-one', standing: 'refused' }), await world.take('health', id, 'planning', 'knock', { on: '2019-06-03', knock: 'answered', consent: true }), await world.take('health', id, 'planning', 'report')]).toEqual(Array.from({ length: 6 }, () => 'done'));
  });
  for (const who of ['school', 'chair', 'lapsed', 'unsigned', 'elsewhere', 'manager', 'administrator'] as const) {
    const [first, second] = [await seenBy(one, who), await seenBy(two, who)];
    expect(second, who).toEqual(first);
    // A step that is not hers is refused on the page that she sees anyway, and is nothing to whoever has no seat.
    expect(first.some((line) => line.includes('403'))).toBe(false);
  }
  for (const who of ['school', 'chair', 'lapsed', 'unsigned'] as const) expect(await obligationsOf(two, who)).toEqual(await obligationsOf(one, who));
  // The comparison sees a difference where there is one.
  expect(await seenBy(two, 'health')).not.toEqual(await seenBy(one, 'health'));
  expect(await obligationsOf(two, 'health')).not.toEqual(await obligationsOf(one, 'health'));
}, 60_000);

test('before an agency tells, nobody else can tell that it brought something', async () => {
  const [one, two] = await twoWorlds(async (world, second) => {
    if (second) await world.take('police', id, 'screened', 'withdraw');
  });
  for (const who of ['school', 'chair', 'health', 'lapsed', 'manager', 'administrator'] as const) expect(await seenBy(two, who), who).toEqual(await seenBy(one, who));
  expect(await seenBy(two, 'police')).not.toEqual(await seenBy(one, 'police'));
}, 60_000);

test('of a rejected discussion not even the owner of the database can tell what was told and who voted how', async () => {
  const [one, two] = await twoWorlds(async (world, second) => {
    await world.tell('police', id, second ? { ...told, codes: ['risk-two', 'flag-one', 'affected-one'], stakes: [], words: 'Something else that nobody may find' } : told);
    await world.take('health', id, 'table', 'vote', { vote: second ? 'abstain' : 'not-aer' });
    if (second) await world.take('school', id, 'table', 'vote', { vote: 'aer' });
    await world.take('chair', id, 'table', 'reject', { reason: 'reject-one' });
  });
  for (const who of ['police', 'school', 'chair', 'health', 'manager', 'administrator'] as const) expect(await seenBy(two, who), who).toEqual(await seenBy(one, who));
  const stored = async (world: SituationWorld) => {
    const rows: Record<string, unknown> = {};
    for (const name of ['code', 'setting', 'agreement', 'discussion', 'told', 'vote', 'discussion_code', 'mark', 'agency_key', 'participation', 'intervention', 'plan_step', 'disclosure', 'review', 'event'])
      rows[name] = (await world.database.admin.unsafe(`select to_jsonb(t) - 'id' as row from situation.${name} t order by 1`)).map(({ row }) => row);
    rows.obligation = await world.database.admin`select kind, subject_id from commitment.obligation`;
    return rows;
  };
  expect(await stored(two)).toEqual(await stored(one));
}, 60_000);
