import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { recordDecision } from '#app/modules/governance/index.ts';
import { addMilestone, listNews, planRoutes, publicationNewsJob } from '#app/modules/plan/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { prepareSubmission, submitPublication, typesetFiles } from './actions.ts';
import { councilTemplate } from './council/template.ts';
import { findVersion, insertStep, listPublications, listSteps } from './queries.ts';
import { publicationRoutes } from './routes.ts';

let world: World;
let manager: Visitor;
let leader: Visitor;
let resident: Visitor;
let operator: Visitor;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  const around = { listBodies: async () => [], listStates: async () => [], listDecisionsAbout: async () => [] };
  const routes = world.http([...publicationRoutes(() => world.site, { templates: [councilTemplate], asPublic: async (work) => await world.as.public(work) }), ...planRoutes(() => world.site, around)]);
  [manager, leader, operator, resident] = [await routes.as('manager'), await routes.as('leader'), await routes.as('operator'), await routes.as()];
});
afterAll(async () => await world.close());

const drafts = '/en/insight/publications/drafts';
const started = { template: 'council', 'title-en': 'Update on the plan', 'title-fr': 'Mise à jour du plan', 'to-en': 'Council', 'to-fr': 'Conseil', departments: ['SS', 'MO'] };
const texts = { purpose: 'Told {figure:belonging}', recommendation: 'That council receive it', financial: 'None' };
let report = '';
let second = '';

async function start(title: string): Promise<string> {
  const answer = await manager.post(`${drafts}/new`, { ...started, 'title-en': title });
  const id = answer.headers.get('location')?.split('/').at(-1) ?? '';
  for (const [key, own] of Object.entries(texts)) await manager.post(`${drafts}/${id}/sections/${key}`, { 'text-en': own, 'text-fr': `${own} (fr)` });
  return id;
}
const stateOf = async (id: string) => (await world.as.manager(listPublications)).find((one) => one.id === id);

test('a report that does not exist is not found, for nobody, and the ways of staff are closed to the public', async () => {
  const nowhere = '01997e9e-0000-7000-8000-000000000009';
  for (const path of [`${drafts}/${nowhere}`, `${drafts}/nothing`, `${drafts}/${nowhere}/files/pdf`, `/en/insight/publications/${nowhere}`, `/en/insight/publications/${nowhere}/files/pdf`])
    expect([path, (await manager.get(path)).status]).toEqual([path, 404]);
  expect((await resident.get(drafts)).status).toBe(303);
  expect((await operator.get(drafts)).status).toBe(404);
  expect((await leader.get(`${drafts}/new`)).status).toBe(404);
});

test('an incomplete start comes back with what was typed and says what is missing', async () => {
  const answer = await manager.post(`${drafts}/new`, { ...started, 'title-fr': '', departments: [] });
  const html = await answer.text();
  expect(answer.status).toBe(422);
  for (const field of ['title-fr', 'departments']) expect(html).toContain(`href="#${field}"`);
  expect(html).toContain('value="Update on the plan"');
});

test('a draft shows the records of today, is hidden from everybody but the plan office, and asks for its texts', async () => {
  const answer = await manager.post(`${drafts}/new`, started);
  report = answer.headers.get('location')?.split('/').at(-1) ?? '';
  const html = await (await manager.get(`${drafts}/${report}`)).text();
  expect(html).toContain('The section “Purpose” has no text in English.');
  expect(html).toContain('Late by 24 days');
  for (const visitor of [leader, operator]) expect((await visitor.get(`${drafts}/${report}`)).status).toBe(404);
  expect((await resident.get(`/en/insight/publications/${report}`)).status).toBe(404);
  expect((await manager.post(`${drafts}/${report}/submit`, {})).status).toBe(422);
  expect(await stateOf(report)).toMatchObject({ state: 'draft', number: undefined });
});

test('a figure that does not exist stops the report with a sentence that names it, and nothing is written', async () => {
  for (const [key, own] of Object.entries(texts)) await manager.post(`${drafts}/${report}/sections/${key}`, { 'text-en': own, 'text-fr': `${own} (fr)` });
  await manager.post(`${drafts}/${report}/sections/next`, { 'text-en': 'See {figure:no-such}', 'text-fr': 'Voir {figure:no-such}' });
  const answer = await manager.post(`${drafts}/${report}/submit`, {});
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('The figure “no-such” does not exist today.');
  expect((await stateOf(report))?.number).toBeUndefined();
  await manager.post(`${drafts}/${report}/sections/next`, { 'text-en': 'Written by hand', 'text-fr': 'Écrit à la main' });
});

test('a text survives new records, which the same draft shows at once', async () => {
  await world.as.manager(async (scope) => await addMilestone(scope, { prioritySlug: 'homelessness', bodySlug: 'homelessness', title: { en: 'Open a warm room', fr: 'Ouvrir une salle chauffée' }, due: '2019-11-01' }));
  const html = await (await manager.get(`/fr/insight/publications/drafts/${report}`)).text();
  expect(html).toContain('Ouvrir une salle chauffée');
  expect(html).toContain('Écrit à la main');
});

test('a report that changes while it is typeset is not handed in as it was, and typesetting holds nobody up', async () => {
  const desk = { templates: [councilTemplate], asPublic: async <T>(work: (scope: Scope) => Promise<T>) => await world.as.public(work) };
  const own = await stateOf(report);
  if (!own) throw new Error('the report is a draft');
  const { frozen } = await world.as.manager(async (scope) => await prepareSubmission(scope, desk, councilTemplate, own));
  const made = await typesetFiles(frozen.documents, 'http://localhost');
  await manager.post(`${drafts}/${report}/sections/next`, { 'text-en': 'Written while it was typeset', 'text-fr': 'Écrit à la main' });
  const outcome = await world.as.manager(async (scope) => await submitPublication(scope, desk, councilTemplate, own, made));
  expect(outcome.submitted).toBe(false);
  expect(JSON.stringify(outcome.frozen.documents.en)).toContain('Written while it was typeset');
  expect(await stateOf(report)).toMatchObject({ state: 'draft', number: undefined });
});

test('handed in, the report is frozen under one number of two departments that goes on from the printed ones', async () => {
  expect((await manager.post(`${drafts}/${report}/submit`, {})).status).toBe(303);
  expect(await stateOf(report)).toMatchObject({ state: 'in-review', number: 'SS-12-19/MO-16-19' });
  expect((await manager.get(`${drafts}/${report}/sections/purpose`)).status).toBe(409);
  expect((await manager.post(`${drafts}/${report}/sections/purpose`, { 'text-en': 'x', 'text-fr': 'y' })).status).toBe(409);
  expect((await manager.post(`${drafts}/${report}/submit`, {})).status).toBe(409);
  expect(await (await leader.get(`${drafts}/${report}`)).text()).toContain('SS-12-19/MO-16-19');
  expect((await resident.get(`/en/insight/publications/${report}`)).status).toBe(404);
});

test('nobody approves the own report: not on the page, and not in the database', async () => {
  expect(await (await manager.get(`${drafts}/${report}`)).text()).not.toContain('Approve this version');
  expect((await manager.post(`${drafts}/${report}/approve`, {})).status).toBe(404);
  const version = (await stateOf(report))?.version ?? '';
  await expect(world.as.manager(async (scope) => await insertStep(scope, report, { id: newId(), version, step: 'approved' }))).rejects.toMatchObject({ constraint_name: 'publication_step_other_eyes' });
  await expect(world.as.leader(async (scope) => await insertStep(scope, report, { id: newId(), version, step: 'published' }))).rejects.toMatchObject({ constraint_name: 'publication_step_order' });
  await expect(world.as.operator(async (scope) => await insertStep(scope, report, { id: newId(), version, step: 'approved' }))).rejects.toThrow();
  expect((await stateOf(report))?.state).toBe('in-review');
});

test('a report is returned only with a reason, is a draft again, and keeps its number', async () => {
  expect((await leader.post(`${drafts}/${report}/return`, { reason: ' ' })).status).toBe(422);
  expect((await leader.post(`${drafts}/${report}/return`, { reason: 'Say what it costs.' })).status).toBe(303);
  expect(await (await manager.get(`${drafts}/${report}`)).text()).toContain('Say what it costs.');
  expect((await manager.post(`${drafts}/${report}/submit`, {})).status).toBe(303);
  expect(await stateOf(report)).toMatchObject({ state: 'in-review', number: 'SS-12-19/MO-16-19' });
});

test('approved by another and published, everybody reads it, and the steps say who and when', async () => {
  expect((await leader.post(`${drafts}/${report}/publish`, {})).status).toBe(409);
  expect((await leader.post(`${drafts}/${report}/approve`, {})).status).toBe(303);
  expect((await resident.get(`/en/insight/publications/${report}`)).status).toBe(404);
  expect((await leader.post(`${drafts}/${report}/publish`, {})).status).toBe(409);
  expect((await manager.post(`${drafts}/${report}/publish`, {})).status).toBe(303);
  for (const language of ['en', 'fr']) expect(await (await resident.get(`/${language}/insight/publications/${report}`)).text()).toContain('SS-12-19/MO-16-19');
  expect(await (await resident.get('/fr/insight/publications')).text()).toContain('Mise à jour du plan');
  expect(await (await resident.get('/en/plan/documents')).text()).toContain(`/en/insight/publications/${report}`);
  const steps = await world.as.manager(async (scope) => await listSteps(scope, report));
  expect(steps.map((one) => [one.step, one.by])).toEqual([
    ['submitted', 'Maya Okafor (demo)'], ['returned', 'Lena Marsh (demo)'], ['submitted', 'Maya Okafor (demo)'], ['approved', 'Lena Marsh (demo)'], ['published', 'Maya Okafor (demo)'],
  ]);
});

test('a published report becomes one line of change for the next bulletin, however often the job runs', async () => {
  await world.runJobs([publicationNewsJob]);
  await publicationNewsJob.run({ id: 'again', kind: 'insight.publication-published', subject: report, detail: {} }, { database: world.database, baseUrl: '', inWorker: world.as.worker });
  const lines = (await world.as.public(async (scope) => await listNews(scope))).filter((line) => line.text.en.includes('SS-12-19'));
  expect(lines.map((line) => [line.topic, line.text.fr])).toEqual([['other', 'Le rapport « Mise à jour du plan » (SS-12-19/MO-16-19) est publié.']]);
});

test('what is published never changes: new records do not reach it, and its files can be made again to the byte', async () => {
  const before = await (await resident.get(`/en/insight/publications/${report}`)).text();
  await world.as.manager(async (scope) => await addMilestone(scope, { prioritySlug: 'alcohol', bodySlug: 'alcohol', title: { en: 'Ask the shops', fr: 'Demander aux commerces' }, due: '2019-12-01' }));
  expect(await (await resident.get(`/en/insight/publications/${report}`)).text()).toBe(before);
  const version = await world.as.public(async (scope) => await findVersion(scope, (await listPublications(scope))[0]?.version ?? ''));
  for (const [language, format] of [['en', 'pdf'], ['fr', 'pdf'], ['en', 'docx'], ['fr', 'docx']] as const) {
    const file = await resident.get(`/${language}/insight/publications/${report}/files/${format}`);
    expect(createHash('sha256').update(Buffer.from(await file.arrayBuffer())).digest('hex')).toBe(version?.hashes[`${language}.${format}`]);
    expect(file.headers.get('content-disposition')).toContain(`SS-12-19_MO-16-19-${language}.${format}`);
  }
  expect((await resident.get(`/en/insight/publications/${report}/files/exe`)).status).toBe(404);
});

test('the next report lists what changed since the last approved one, and takes the next number', async () => {
  await world.as.manager(async (scope) => await recordDecision(scope, { bodySlug: 'system-leadership-group', outcome: 'accepted', decidedOn: '2019-06-03', subject: { kind: 'issue', id: 'x' }, title: { en: 'Night buses', fr: 'Autobus de nuit' }, reason: { en: 'r', fr: 'r' } }));
  await world.at('2019-07-01T13:00:00Z');
  second = await start('Second update');
  const html = (await (await manager.get(`${drafts}/${second}`)).text()).replaceAll(/<[^>]*>/g, '');
  for (const line of ['Compared with SS-12-19/MO-16-19 of 3 June 2019.', 'New milestone: Ask the shops', 'New decision: Night buses', 'New figure: opioid deaths, 2018',
    'Agree on how families reach the access point: from “on time” to “late”']) expect(html).toContain(line);
  expect((await manager.post(`${drafts}/${second}/submit`, {})).status).toBe(303);
  expect((await stateOf(second))?.number).toBe('SS-13-19/MO-17-19');
});

test('a report holds public facts only, whoever compiles it', async () => {
  const secret = { en: 'About one person', fr: 'Au sujet d’une personne' };
  await world.as.manager(async (scope) => await recordDecision(scope, { bodySlug: 'homelessness', outcome: 'accepted', decidedOn: '2019-06-03', subject: { kind: 'issue', id: 'y' }, title: secret, reason: secret, isPublic: false }));
  const third = await start('Third update');
  expect(await (await manager.get(`${drafts}/${third}`)).text()).not.toContain(secret.en);
  expect(await (await manager.get(`${drafts}/${third}/files/json`)).text()).not.toContain(secret.en);
});

test('two people who take a step at once cannot both be next', async () => {
  const version = (await stateOf(second))?.version ?? '';
  const approve = async () => await world.as.leader(async (scope) => await insertStep(scope, second, { id: newId(), version, step: 'approved' }));
  const outcomes = await Promise.allSettled([approve(), approve()]);
  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
});
