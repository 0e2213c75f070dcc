import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { replayJobs } from '#app/modules/access/replay/jobs.ts';
import { openPlaceWorld, type PlaceWorld } from '#app/modules/access/vacancy/place-world.test-tool.ts';
import { desk, expectUsable, phone } from './browser.ts';
import { startBrowser } from './journey.ts';

let world: PlaceWorld;
const openPage = startBrowser(async () => {
  world = await openPlaceWorld();
  for (const [index, name] of ['Alder', 'Birch', 'Cypress', 'Dogwood', 'Elm', 'Fir', 'Gingko'].entries()) await world.put(name, index === 1 ? '2018-09-01' : '2019-03-01', index % 3 === 2 ? { birth: '2000-01-31' } : {});
});
afterAll(async () => await world?.close());

test('the pages of vacancies, rules, ranks, offers and draws pass axe and do not scroll sideways at 320 and 1280 pixels in both languages', async () => {
  const [supervisor, outside, anybody] = [await world.visit('supervisor'), await world.visit('outside'), await world.visit()];
  const entered = await outside.post('/en/access/vacancies/new', { name: 'Room 4, Placeholder House', list: world.list, available: '2019-06-10', hours: '72', 'most-age': '30' });
  const vacancy = entered.headers.get('location') ?? '';
  await supervisor.post(`${vacancy}/close`, {});
  await supervisor.post(`${vacancy}/offers`, {});
  const open = await world.give('Room that is still open, with a long name in a long house on a long street');
  await supervisor.post('/en/access/priorities/demo-list/new', { 'rule-1': 'veteran', 'rule-2': 'need', 'rule-3': 'listDate', note: 'Veterans first' });
  await world.database.admin`update access.decision set made_at = '2019-05-20T15:00:00Z'`;
  await supervisor.post('/en/access/priorities/demo-list/replay/release', { first: '1', second: '2' });
  await world.runJobs(replayJobs);
  const ranked = '/en/access/lists/demo-list/ranked';
  const person = /ranked\/([0-9a-f-]{36})/.exec(await (await supervisor.get(ranked)).text())?.[1] ?? '';
  const pages = [vacancy, `${vacancy}/decision`, `/en/access/vacancies/${open}`, '/en/access/vacancies', '/en/access/vacancies/new', ranked, `${ranked}/${person}`, '/en/access/priorities', '/en/access/priorities/demo-list', '/en/access/priorities/demo-list/new', '/en/access/priorities/demo-list/versions/2',
    '/en/access/priorities/demo-list/replay?first=1&second=2', '/en/access/replays', '/en/access/list-counts', '/en/access/offers'];
  const page = await openPage({ javaScriptEnabled: true });
  const sheet = (await readdir('dist/assets')).find((name) => /^style.*\.css$/.test(name)) ?? '';
  const styles = await readFile(join('dist/assets', sheet), 'utf8');
  let visitor = supervisor;
  await page.route('http://place.test/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    if (basename(pathname) === 'style.css') return await route.fulfill({ contentType: 'text/css', body: styles });
    if (!/^\/(en|fr)\//.test(pathname)) return await route.abort();
    const answer = await visitor.get(`${pathname}${search}`);
    return await route.fulfill({ status: answer.status, contentType: 'text/html; charset=utf-8', body: await answer.text() });
  });
  for (const [who, paths] of [[supervisor, pages], [outside, [vacancy]], [anybody, ['/en/access/draws']]] as const) {
    visitor = who;
    for (const path of paths) for (const [address, size] of [[path, phone], [path.replace('/en/', '/fr/'), desk]] as const) {
      await page.setViewportSize(size.viewport ?? { width: 1280, height: 800 });
      expect((await page.goto(`http://place.test${address}`))?.status(), address).toBe(200);
      await expectUsable(page);
    }
  }
}, 120_000);
