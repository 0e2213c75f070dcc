import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '#test/world.ts';
import { openWatchWorld, type WatchWorld } from '../alert/watch-world.test-tool.ts';
import { overdoseRoutes } from './routes.tsx';

let watch: WatchWorld;
let paramedic: Visitor;
let colleague: Visitor;
let police: Visitor;
let keeper: Visitor;
let resident: Visitor;
beforeAll(async () => {
  watch = await openWatchWorld();
  const routes = overdoseRoutes(() => watch.world.site);
  [paramedic, colleague, police, keeper, resident] = [await watch.visit(routes, 'paramedic'), await watch.visit(routes, 'colleague'), await watch.visit(routes, 'police'), await watch.visit(routes, 'keeper'), await watch.visit(routes)];
});
afterAll(async () => await watch.world.close());

const form = '/en/insight/overdoses/new';
const answers = { when: 'now', area: 'milton', outcome: 'survived', naloxone: 'one' };
const seed = (n: number) => `seed-of-a-form-${String(n).padStart(4, '0')}`;
const rows = async () => await watch.world.database.admin<{ id: string; area_slug: string; withdrawn_at: Date | null }[]>`select * from insight.overdose order by entered_at, id`;
const idOf = (answer: Response) => /received=([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';

test('an entry that is not there is not found, that of another agency neither, and the form is for responders alone', async () => {
  expect((await paramedic.get('/en/insight/overdoses/01997e9e-0000-7000-8000-000000000009')).status).toBe(404);
  const id = await watch.enter('police', 1);
  expect((await paramedic.get(`/en/insight/overdoses/${id}`)).status).toBe(404);
  expect((await keeper.get(form)).status).toBe(404);
  expect((await resident.get(form)).status).toBe(303);
  expect((await resident.post(form, answers)).status).toBe(403);
  await watch.world.database.admin`delete from insight.overdose`;
});

test('the form asks four things, has no field that could say who it was, and needs no script', async () => {
  const html = await (await paramedic.get(form)).text();
  expect(html.match(/<legend>/g)).toHaveLength(6);
  expect([...html.matchAll(/<(?:input|textarea|select)[^>]*name="([^"]+)"/g)].map(([, name]) => name).filter((name, index, all) => all.indexOf(name) === index).toSorted())
    .toEqual(['area', 'contaminated', 'csrf', 'day', 'naloxone', 'outcome', 'same-place', 'seed', 'substances', 'time', 'when']);
  expect(html).not.toMatch(/<textarea|type="text"/);
  for (const area of ['Burlington', 'Halton Hills', 'Milton', 'Oakville']) expect(html).toContain(area);
});

test('what is missing is said with 422, and what was chosen stays', async () => {
  const answer = await paramedic.post(form, { when: 'other', day: '2019-06-30', time: '10:00', area: 'oakville', seed: seed(1) });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  for (const field of ['day', 'outcome', 'naloxone']) expect(html).toContain(`href="#${field}"`);
  expect(html).toMatch(/name="area" value="oakville" checked/);
  expect(html).toContain(seed(1));
  expect((await paramedic.post(form, { ...answers, when: 'other', day: '2019-05-01', time: '10:00' })).status).toBe(422);
  expect(await rows()).toHaveLength(0);
});

test('a form that is sent again counts once, and says so; the same answers on a new form count anew', async () => {
  const first = await paramedic.post(form, { ...answers, seed: seed(2) });
  expect(first.status).toBe(303);
  const again = await paramedic.post(form, { ...answers, seed: seed(2) });
  expect([idOf(again), again.headers.get('location')?.endsWith('again=yes')]).toEqual([idOf(first), true]);
  expect(await (await paramedic.get(again.headers.get('location') ?? '')).text()).toContain('Received before, counted once: 3 June 2019, 09:00, Milton, survived');
  expect(await rows()).toHaveLength(1);
  await paramedic.post(form, { ...answers, seed: seed(3) });
  await police.post(form, { ...answers, seed: seed(2) });
  expect(await rows()).toHaveLength(3);
});

test('whoever made an entry corrects it and takes it back; a colleague reads it', async () => {
  const id = idOf(await paramedic.post(form, { ...answers, seed: seed(4) }));
  expect(await (await colleague.get(`/en/insight/overdoses/${id}`)).text()).toContain('This entry can no longer be changed.');
  expect((await colleague.post(`/en/insight/overdoses/${id}`, { ...answers, area: 'oakville' })).status).toBe(409);
  expect((await paramedic.post(`/en/insight/overdoses/${id}`, { ...answers, area: 'nowhere' })).status).toBe(422);
  expect((await paramedic.post(`/en/insight/overdoses/${id}`, { ...answers, area: 'oakville' })).headers.get('location')).toContain('done=corrected');
  expect((await rows()).find((row) => row.id === id)?.area_slug).toBe('oakville');
  expect((await paramedic.post(`/en/insight/overdoses/${id}/withdraw`, {})).status).toBe(303);
  expect((await paramedic.post(`/en/insight/overdoses/${id}/withdraw`, {})).status).toBe(409);
  expect((await rows()).find((row) => row.id === id)?.withdrawn_at).not.toBeNull();
});

test('each entry, correction and look leaves an audit line that names no answer', async () => {
  const lines = await watch.world.database.admin<{ action: string; detail: object }[]>`select action, detail from platform.audit_entry where action like 'insight.%overdose%'`;
  const actions = lines.map(({ action }) => action);
  for (const action of ['insight.enter-overdose', 'insight.correct-overdose', 'insight.withdraw-overdose', 'insight.read-overdose']) expect(actions).toContain(action);
  expect(JSON.stringify(lines)).not.toMatch(/milton|oakville|survived/);
});
