import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlaceWorld, type PlaceWorld } from './place-world.test-tool.ts';

let world: PlaceWorld;
const given = ['Alder', 'Birch', 'Cypress', 'Dogwood', 'Elm', 'Fir', 'Gingko'];
beforeAll(async () => {
  world = await openPlaceWorld();
  for (const [index, name] of given.entries()) await world.put(name, index === 1 ? '2018-09-01' : '2019-03-01', index === 2 ? { birth: '2000-01-31' } : {});
});
afterAll(async () => await world.close());
const asked = { name: 'Room 4, Placeholder House', available: '2019-06-10', hours: '72' };
const enter = async (more: Record<string, string | string[]> = {}) => {
  const answer = await (await world.visit('outside')).post('/en/access/vacancies/new', { ...asked, list: world.list, ...more });
  return answer.headers.get('location') ?? '';
};
const textOf = async (who: Parameters<PlaceWorld['visit']>[0], path: string) => await (await (await world.visit(who)).get(path)).text();

test('a vacancy is entered with what it asks; what is wrong is said and nothing typed is lost', async () => {
  const outside = await world.visit('outside');
  const wrong = await outside.post('/en/access/vacancies/new', { name: 'R', list: world.list, available: '2019-02-30', hours: '0', 'least-age': '30', 'most-age': '20' });
  expect(wrong.status).toBe(422);
  const text = await wrong.text();
  for (const part of ['Give a name of 3 to 120 characters', 'Give hours from 1 to 720', 'The least is more than the most', 'value="2019-02-30"']) expect(text).toContain(part);
  const path = await enter({ 'least-age': '16', 'ask-chronic': 'yes' });
  const shown = await textOf('outside', path);
  expect(shown).toContain('age in years: at least 16');
  expect(shown).not.toContain('Close the list and rank');
  for (const who of ['intake', 'nurse', 'volunteer', 'officer', 'clinician'] as const) expect((await (await world.visit(who)).get(path)).status, who).toBe(404);
});

test('the ranked list gives each place its reasons, asks what is not known, and is there for those who keep the list alone', async () => {
  const path = '/en/access/lists/demo-list/ranked';
  for (const who of ['intake', 'clinician', 'outside', 'volunteer', 'officer'] as const) expect((await (await world.visit(who)).get(path)).status, who).toBe(404);
  const text = await textOf('supervisor', path);
  expect(text).toContain('1 person is ahead by the rule “People who are chronically homeless come first”.');
  expect(text).toContain('5 others are equal by every rule.');
  expect(text).toContain('2 to 7');
  expect(text).toContain('Nobody is ahead.');
  const person = /lists\/demo-list\/ranked\/([0-9a-f-]{36})/.exec(text)?.[1] ?? '';
  const supervisor = await world.visit('supervisor');
  expect((await supervisor.post(`${path}/${person}`, { form: 'move', place: '9', reason: 'short' })).status).toBe(422);
  expect((await supervisor.post(`${path}/${person}`, { form: 'answers', veteran: 'yes', indigenous: 'unknown' })).status).toBe(303);
  expect((await supervisor.post(`${path}/${person}`, { form: 'move', place: '3', reason: 'Is about to leave hospital' })).status).toBe(303);
  expect(await textOf('supervisor', path)).toContain('Set to place 3 by supervisor (demo): Is about to leave hospital');
  expect((await supervisor.post(`${path}/${person}`, { form: 'end' })).status).toBe(303);
  expect(await textOf('supervisor', path)).not.toContain('Set to place 3');
  expect(await textOf('supervisor', path.replace('/en/', '/fr/'))).toContain('1 personne passe devant selon la règle');
});

test('a version of the rules is proposed and comes into force by a decision that is named; it is never changed after', async () => {
  const [supervisor, at] = [await world.visit('supervisor'), '/en/access/priorities/demo-list'];
  expect((await supervisor.post(`${at}/new`, { 'rule-1': 'veteran', 'rule-2': 'veteran', note: '' })).status).toBe(422);
  expect((await supervisor.post(`${at}/new`, { 'rule-1': 'veteran', 'rule-3': 'need', 'rule-4': 'listDate', note: 'Veterans first' })).status).toBe(303);
  expect((await (await world.visit('outside')).get(`${at}/new`)).status).toBe(404);
  expect(await textOf('outside', `${at}/versions/2`)).not.toContain('Which body decided');
  const wrong = await supervisor.post(`${at}/versions/2`, { body: '', decision: 'As proposed', 'decided-on': '2019-07-01', reference: 'D-2019-02', url: 'nowhere', from: '2019-05-01' });
  expect(wrong.status).toBe(422);
  const named = { body: 'Housing table (demo)', decision: 'As proposed', 'decided-on': '2019-06-01', reference: 'D-2019-02', url: 'https://example.org/decisions/2', from: '2019-06-05' };
  expect((await (await world.visit('outside')).post(`${at}/versions/2`, named)).status).toBe(404);
  expect((await supervisor.post(`${at}/versions/2`, named)).status).toBe(303);
  expect((await supervisor.post(`${at}/versions/2`, named)).status).toBe(422);
  const text = await textOf('manager', at);
  expect(text).toContain('In force: version 1');
  expect(text).toContain('in force from 5 June 2019');
  await expect(world.database.admin`update access.priority set note = 'x' where version = 2`).rejects.toMatchObject({ code: '42501' });
  await expect(world.by('supervisor', async ({ sql }) => await sql`update access.priority set rules = '[]'`)).rejects.toMatchObject({ code: '42501' });
});

test('the list is closed, the first is offered, others see why they do not fit, and an outsider checks the draw with nothing but its file and the hash', async () => {
  const path = await enter({ 'most-age': '30' });
  const [supervisor, id] = [await world.visit('supervisor'), path.split('/').at(-1) ?? ''];
  const open = await textOf(undefined, '/en/access/draws');
  const before: { commitment: string; seed?: string } = JSON.parse(await textOf(undefined, `/en/access/draws/${id}.json`));
  expect(open).toContain(before.commitment);
  expect(before.seed).toBeUndefined();
  expect((await (await world.visit('outside')).post(`${path}/close`, {})).status).toBe(404);
  expect((await supervisor.post(`${path}/close`, {})).status).toBe(303);
  expect((await supervisor.post(`${path}/close`, {})).status).toBe(422);
  const shown = await textOf('supervisor', path);
  expect(shown).toContain('1 of 7 people on the list fit');
  expect(shown).toContain('age in years: at most 30 (known: not known)');
  expect(await textOf('outside', path)).not.toContain('Alder');
  const file: { commitment: string; lots: { token: string; lot: string }[] } = JSON.parse(await textOf(undefined, `/en/access/draws/${id}.json`));
  expect(file.commitment).toBe(before.commitment);
  expect(file.lots).toHaveLength(7);
  const folder = await mkdtemp(join(tmpdir(), 'draw-'));
  const check = async (draw: unknown) => {
    await writeFile(join(folder, 'draw.json'), JSON.stringify(draw));
    return await promisify(execFile)(process.execPath, ['docs/how-to/check-a-draw.mjs', join(folder, 'draw.json'), before.commitment]).then(({ stdout }) => stdout, (error: { stdout: string }) => error.stdout);
  };
  expect(await check(file)).toContain('The draw of 7 lots is right.');
  expect(await check({ ...file, lots: file.lots.toReversed() })).toContain('stands in the wrong place');
  await rm(folder, { recursive: true });
  expect((await supervisor.post(`${path}/offers`, {})).status).toBe(303);
  expect((await supervisor.post(`${path}/offers`, {})).status).toBe(422);
  const offer = new RegExp(`${id}/offers/([0-9a-f-]{36})`).exec(await textOf('outside', path))?.[1] ?? '';
  const outside = await world.visit('outside');
  const wrong = await outside.post(`${path}/offers/${offer}`, { step: 'decline', note: 'Kept words' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Kept words');
  expect((await outside.post(`${path}/offers/${offer}`, { step: 'decline', 'declined-by': 'provider', reason: 'ineligible' })).status).toBe(303);
  expect((await outside.post(`${path}/offers/${offer}`, { step: 'approve' })).status).toBe(404);
  expect((await supervisor.post(`${path}/offers/${offer}`, { step: 'approve' })).status).toBe(303);
  expect((await supervisor.post(`${path}/offers`, {})).status).toBe(422);
  const declines = await textOf('supervisor', '/en/access/offers');
  expect(declines).toContain('fewer than 5');
  expect(declines).not.toMatch(/<td[^>]*>1</);
  for (const who of ['outside', 'intake', 'manager'] as const) expect((await (await world.visit(who)).get('/en/access/offers')).status).toBe(404);
  expect(await (await supervisor.post(`${path}/decision`, {})).text()).toContain('Equal: the same order');
  await world.database.admin`update access.decision set inputs = jsonb_set(inputs, '{people,0,facts,chronic}', 'true'), fingerprints = fingerprints where vacancy_id = ${id}`;
  await world.database.admin`update access.decision set inputs = jsonb_set(inputs, '{people,0,facts,days365}', '1') where vacancy_id = ${id}`;
  const unequal = await (await supervisor.post(`${path}/decision`, {})).text();
  expect(unequal).toContain('Not equal.');
  expect(unequal).toContain('days homeless in the last 365');
});
