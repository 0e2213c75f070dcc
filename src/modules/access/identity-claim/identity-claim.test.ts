import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { staffNames } from '../access-world.test-tool.ts';
import { listTraits } from '../list/count-queries.ts';
import { type ListWorld, openListWorld } from '../list/list-world.test-tool.ts';
import { readClaim, writeClaim } from './queries.ts';

let world: ListWorld;
beforeAll(async () => {
  world = await openListWorld();
});
afterAll(async () => await world.close());

test('what a person says of herself is written, changed and shown by whoever may write in her identity, and by nobody else', async () => {
  const person = await world.enter('intake', { given: 'Aster', family: 'Placeholder' });
  const path = `/en/access/persons/${person}/identity-claim`;
  const intake = await world.visit('intake');
  expect((await intake.post(path, { claim: '' })).status).toBe(422);
  expect((await intake.post(path, { claim: 'yes' })).status).toBe(303);
  expect((await intake.post(path, { claim: 'declined' })).status).toBe(303);
  expect(await world.by('intake', async (scope) => await readClaim(scope, person))).toEqual({ indigenous: 'declined', saidOn: '2019-06-03' });
  expect(await (await intake.get(path.replace('/en/', '/fr/'))).text()).toContain('Premières Nations');
  for (const who of staffNames.filter((one) => one !== 'intake' && one !== 'supervisor')) {
    expect((await (await world.visit(who)).get(path)).status).toBe(404);
    expect(await world.by(who, async (scope) => [await readClaim(scope, person), await writeClaim(scope, person, 'no')])).toEqual([undefined, false]);
  }
  for (const who of staffNames) await expect(world.by(who, async ({ sql }) => await sql`select * from access.identity_claim`)).rejects.toMatchObject({ code: '42501' });
  expect(await world.database.admin`select indigenous from access.identity_claim`).toEqual([{ indigenous: 'declined' }]);
});

test('the counts of a list know what was said of those who agreed, and their age', async () => {
  const person = await world.enter('intake', { given: 'Briar', family: 'Placeholder', birth: '2001-06-04' });
  await world.by('intake', async (scope) => await writeClaim(scope, person, 'yes'));
  const traits = async () => await world.by('supervisor', async (scope) => (await listTraits(scope, world.list, '2019-06-03')).filter((one) => one.person === person));
  expect(await traits()).toEqual([]);
  await world.agree(person);
  expect(await traits()).toEqual([{ person, age: 17, family: false, claim: 'yes' }]);
});

test('no rule of priority and no matching can read it: outside this folder only the counts of a list name it', () => {
  const root = new URL('../../../', import.meta.url);
  const named = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(ts|tsx|sql)$/.test(path) && !path.includes('identity-claim/') && !path.includes('/proof/') && /identity_claim|list_traits|read_claim|listTraits|readClaim/.test(readFileSync(new URL(path, root), 'utf8')));
  expect(named.map((path) => path.split('/').slice(0, 4).join('/')).filter((path) => !path.startsWith('modules/access/list'))).toEqual([]);
});
