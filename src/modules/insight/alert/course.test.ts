import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadPlan } from '#app/modules/plan/index.ts';
import { join } from 'node:path';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { jobTools } from '#app/platform/jobs/job.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { promises } from '#app/program/promises.ts';
import type { Visitor } from '#test/world.ts';
import { alertJobs } from './jobs.ts';
import { listAlerts } from './alert-queries.ts';
import { listRates } from './rate-queries.ts';
import { alertRoutes } from './routes.ts';
import { openWatchWorld, reportVisits, type WatchWorld } from './watch-world.test-tool.ts';

let watch: WatchWorld;
let keeper: Visitor;
let analyst: Visitor;
let paramedic: Visitor;
let resident: Visitor;
const jobs: readonly Job[] = alertJobs(promises);
const run = async () => await watch.world.runJobs(jobs);
const now = async (name: string) => await jobs.find((job) => job.name === name)?.run({ id: '', kind: 'schedule', subject: null, detail: {} }, jobTools(watch.world.database, 'http://localhost', name, inScope));
const admin = () => watch.world.database.admin;
const mails = async (kind: string) => await admin()<{ recipient: string; language: string; subject: string; text: string }[]>`select recipient, language, subject, text_body as text from platform.mail_message where kind = ${kind} order by recipient`;
const owed = async () => (await admin()<{ kind: string }[]>`select kind from commitment.obligation where kept_at is null and released_at is null order by kind`).map(({ kind }) => kind);
const textOf = async (visitor: Visitor, path: string) => await (await visitor.get(path)).text();
const desk = '/en/insight/alerts/desk';
let alert = '';

beforeAll(async () => {
  watch = await openWatchWorld();
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await watch.world.as.worker(async (scope) => await loadPlan(scope, pack));
  const routes = alertRoutes(() => watch.world.site, promises);
  [keeper, analyst, paramedic, resident] = [await watch.visit(routes, 'keeper'), await watch.visit(routes, 'analyst'), await watch.visit(routes, 'paramedic'), await watch.visit(routes)];
});
afterAll(async () => await watch.world.close());

test('five overdoses draft nothing; the sixth within 48 hours drafts one alert, asks the keeper and tells nobody else', async () => {
  for (const hours of [45, 40, 30, 20, 10]) await watch.enter('paramedic', hours);
  await run();
  expect(await watch.world.as.worker(listAlerts)).toHaveLength(0);
  await watch.enter('police', 1);
  await run();
  await now('run-alert-rules');
  await run();
  const all = await watch.world.as.worker(listAlerts);
  expect(all.map(({ kind, area, observed }) => [kind, area, observed])).toEqual([['window', 'milton', 6]]);
  alert = all[0]?.id ?? '';
  expect((await mails('alert-draft')).map(({ recipient, text }) => [recipient, text.includes(`/insight/alerts/desk/${alert}`), /6|Milton/.test(text.replace(alert, ''))])).toEqual([['keeper.watch@example.org', true, false]]);
  expect(await owed()).toEqual(['alert-draft']);
  await watch.enter('paramedic', 0.5);
  await run();
  expect(await watch.world.as.worker(listAlerts)).toHaveLength(1);
});

test('an alert is hidden from responders and the public, and says in words why it was drafted', async () => {
  for (const visitor of [paramedic, resident]) expect((await visitor.get(`${desk}/${alert}`)).status).not.toBe(200);
  expect((await keeper.get(`${desk}/01997e9e-0000-7000-8000-000000000009`)).status).toBe(404);
  const html = await textOf(keeper, `${desk}/${alert}`);
  for (const said of ['Six or more within 48 hours', '6 suspected overdoses within 48 hours.', 'Milton, 1 June 2019 to 3 June 2019.', 'How often chance alone does this is not stated yet.']) expect(html).toContain(said);
  expect(await textOf(analyst, `${desk}/${alert}`)).not.toContain('Dismiss it');
  expect(await textOf(keeper, `/fr/insight/alerts/desk/${alert}`)).toContain('6 surdoses présumées en 48 heures.');
});

test('a decision needs a reason and comes once; confirming tells confirmed contacts in both languages and begins the protocol', async () => {
  await keeper.post('/en/insight/alerts/contacts', { name: 'Night desk', email: 'night@example.org', language: 'en' });
  await keeper.post('/en/insight/alerts/contacts', { name: 'Jour', email: 'jour@example.org', language: 'fr' });
  expect((await keeper.post('/en/insight/alerts/contacts', { name: '', email: 'no', language: 'en' })).status).toBe(422);
  const [asked] = (await mails('alert-contact')).filter(({ recipient }) => recipient === 'night@example.org');
  const link = /http:\/\/localhost(\S+)/.exec(asked?.text ?? '')?.[1] ?? '';
  expect(await textOf(resident, link)).toContain('You have not confirmed yet');
  expect((await resident.get(link.slice(0, -3))).status).toBe(404);
  await resident.post(link, { answer: 'yes' });
  expect((await keeper.post(`${desk}/${alert}/decide`, { act: 'confirm', reason: '' })).status).toBe(422);
  expect((await analyst.post(`${desk}/${alert}/decide`, { act: 'confirm', reason: 'Checked' })).status).toBe(404);
  expect((await keeper.post(`${desk}/${alert}/decide`, { act: 'confirm', reason: 'Paramedics see the same.' })).status).toBe(303);
  expect((await keeper.post(`${desk}/${alert}/decide`, { act: 'dismiss', reason: 'Too late' })).status).toBe(409);
  await run();
  const [mail, ...others] = await mails('alert');
  expect([others.length, mail?.recipient, mail?.subject]).toEqual([0, 'night@example.org', 'Overdose alert: Milton']);
  for (const said of ['call 911', 'carry naloxone', 'Loi sur les bons samaritains', 'ne jamais consommer en solitaire', '/en/insight/alerts']) expect(mail?.text).toContain(said);
  expect(mail?.text).not.toContain('Paramedics see the same');
  expect(await owed()).toEqual(['alert-step-call-partners', 'alert-step-debrief', 'alert-step-naloxone', 'alert-step-samples', 'alert-step-set-level']);
});

test('a step of the protocol that is done is kept, and who was told is shown', async () => {
  await keeper.post(`${desk}/${alert}/protocol`, { step: 'call-partners' });
  const html = await textOf(keeper, `${desk}/${alert}`);
  expect(html).toContain('Night desk, 3 June 2019');
  expect(await owed()).not.toContain('alert-step-call-partners');
});

test('the level is public with its reason and review day; past that day it is due for review and stays', async () => {
  expect(await textOf(resident, '/en/insight/alerts')).toContain('No level has been set yet.');
  const level = { level: 'elevated', areas: ['milton'], 'reason-en': 'More overdoses than usual.', 'reason-fr': 'Plus de surdoses que d’habitude.', 'review-on': '2019-06-10', alert };
  for (const wrong of [{ level: '' }, { 'reason-fr': '' }, { 'review-on': '2019-06-03' }, { 'review-on': '2019-09-01' }]) expect((await keeper.post('/en/insight/alerts/level', { ...level, ...wrong })).status).toBe(422);
  expect((await analyst.post('/en/insight/alerts/level', level)).status).toBe(404);
  expect((await keeper.post('/en/insight/alerts/level', level)).status).toBe(303);
  await run();
  const html = await textOf(resident, '/en/insight/alerts');
  for (const said of ['Elevated', 'More overdoses than usual.', 'Above all in Milton.', 'It is looked at again on 10 June 2019.', 'Good Samaritan Drug Overdose Act']) expect(html).toContain(said);
  expect(html).not.toMatch(/keeper|6 suspected/);
  expect(await owed()).toContain('level-review');
  await watch.world.at('2019-06-12T13:00:00Z');
  const later = await textOf(resident, '/fr/insight/alerts');
  expect(later).toContain('Il devait être revu le 10 juin 2019');
  expect(later).toContain('Accru');
  await keeper.post('/en/insight/alerts/level', { level: 'normal', 'reason-en': 'As usual again.', 'reason-fr': 'De nouveau comme d’habitude.' });
  await run();
  expect(await owed()).not.toContain('level-review');
});

test('an alert that stays open becomes due for review; the log says whether it was real before it is closed', async () => {
  await watch.world.at('2019-06-20T13:00:00Z');
  await now('review-alerts');
  await now('review-alerts');
  expect(await textOf(keeper, desk)).toContain('Review due');
  expect(await owed()).toContain('alert-review');
  expect((await keeper.post(`${desk}/${alert}/close`, { closing: 'It is over.' })).status).toBe(409);
  expect((await keeper.post(`${desk}/${alert}/judge`, { reason: 'Lab' })).status).toBe(422);
  expect((await keeper.post(`${desk}/${alert}/judge`, { verdict: 'true', reason: 'The laboratory found carfentanil.' })).status).toBe(303);
  expect((await keeper.post(`${desk}/${alert}/close`, { closing: 'It is over.' })).status).toBe(303);
  await run();
  expect(await owed()).not.toContain('alert-review');
  expect(await textOf(analyst, '/en/insight/alerts/rules/six-in-48-hours')).toContain('Alerts of this rule so far: real 1, false alarms 0, not known 0, not judged yet 0.');
});

test('counts that are reported elsewhere are checked line by line, kept with their day of report, and judged by their own rule', async () => {
  const path = '/en/insight/alerts/counts/emergency-visits';
  await reportVisits(watch.world, Array.from({ length: 110 }, (_, week) => (week % 2 === 0 ? 1 : 0)), '2019-06-17');
  const wrong = await analyst.post(path, { counts: '2019-06-31, milton, 2\n2019-06-01, nowhere, 2\n2019-06-02, milton, many' });
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  for (const line of [1, 2, 3]) expect(html).toContain(`Line ${line}:`);
  expect((await paramedic.post(path, { counts: '2019-06-18, milton, 9' })).status).toBe(404);
  expect((await analyst.post(path, { counts: 'day;area;number\n2019-06-12;milton;5\n2019-06-13;milton;4' })).headers.get('location')).toContain('saved=2');
  expect((await analyst.post(path, { counts: '2019-06-12, milton, 6' })).headers.get('location')).toContain('saved=0');
  await run();
  expect((await watch.world.as.worker(listAlerts)).map(({ rule, from, observed }) => [rule, from, observed])[0]).toEqual(['visits-by-week', '2019-06-10', 9]);
  expect(await textOf(analyst, path)).toContain('95% interval');
});

test('the rate of a rule is stated from its own baseline with seed, date and a check, and anew for a new version', async () => {
  await now('state-alert-rates');
  const stated = async () => (await watch.world.as.worker(listRates)).filter(({ years }) => years === 500);
  const visits = (await stated()).find(({ baselineTo }) => baselineTo < '2018-07-01');
  expect(visits).toMatchObject({ seed: 20190705, years: 500, baselineFrom: '2017-05-08' });
  expect([(visits?.low ?? 9) <= (visits?.perYear ?? 0), (visits?.checkedOnsets ?? 0) >= 1]).toEqual([true, true]);
  const before = (await stated()).length;
  const change = { version: '1', alpha: '0.005', baseline: '52', active: 'yes', 'reason-en': 'Too many false alarms', 'reason-fr': 'Trop de fausses alarmes' };
  const path = '/en/insight/alerts/rules/visits-by-week';
  expect((await keeper.post(`${path}/change`, { ...change, alpha: '5' })).status).toBe(422);
  expect((await keeper.post(`${path}/change`, change)).status).toBe(303);
  expect((await keeper.post(`${path}/change`, change)).status).toBe(409);
  await run();
  expect((await stated()).length).toBe(before + 1);
  const html = await textOf(analyst, path);
  for (const said of ['Version 2', 'Too many false alarms', 'seed 20,190,705']) expect(html.replace('seed 20190705', 'seed 20,190,705')).toContain(said);
});
