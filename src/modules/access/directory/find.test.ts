import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { freshnessOf } from './freshness.ts';
import { weekMinute } from './hours.ts';
import { matchFor } from './match.ts';
import { loadDirectory } from './pack.ts';
import { directoryRoutes } from './routes.ts';

let world: World;
let visitor: Visitor;
beforeAll(async () => {
  world = await openWorld();
  await world.database.admin`insert into platform.setting (name, value) values ('demonstration', 'true')`;
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => await loadDirectory(scope, pack));
  visitor = await world.http(directoryRoutes(() => world.site)).as();
});
afterAll(async () => await world.close());
const read = async (path: string) => (await (await visitor.get(path)).text()).replaceAll(/<head>[\s\S]*<\/head>|<[^>]+>/g, ' ').replaceAll('&#39;', '’').replaceAll(/\s+/g, ' ');

test('before anything is asked, crisis lines and the form stand there and no service', async () => {
  const text = await read('/en/find-help');
  expect(text).toMatch(/9-8-8.*What do you need\?.*We keep nothing/);
  expect(text).toContain('Sources: 9-8-8: call and text');
  expect(text).not.toContain('Night shelter');
});

test('services that do not fit say why and what they ask for, those that are not certain what to ask', async () => {
  const text = await read('/en/find-help?need=mental-health&age=15&municipality=milton&language=fr&now=yes');
  expect(text).toMatch(/Therapy for adults .*It is for people of 18 years or more\..*It works in English and Punjabi/);
  expect(text).toMatch(/Therapy in French .*It is for people of 16 years or more\. .*You have to wish to be served in French\. Is that so\?/);
  expect(text).toMatch(/Therapy in French .*Checked more than six months ago: call before you go/);
  expect(await read('/fr/find-help?need=food&municipality=burlington&free=yes')).toMatch(/Popote roulante .*Il coûte 7\s\$ ou plus\./);
});

test('where nothing fits for certain the page says so and whom to call', async () => {
  const text = await read('/en/find-help?need=transport&municipality=burlington&age=30');
  expect(text).toMatch(/Nothing in this directory fits for certain\..*Call 211/);
  expect(text).toMatch(/Rides to appointments .*60 years or more.*It serves Halton Hills, Milton and Oakville/);
});

test('a wrong age is said with everything that was chosen kept, and unknown words are no wish', async () => {
  const answer = await visitor.get('/en/find-help?need=food&age=abc&municipality=milton');
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('error-summary');
  expect(html).toMatch(/value="food" checked/);
  expect(html).toMatch(/value="milton" selected/);
  expect(html).toContain('value="abc"');
  expect((await visitor.get('/en/find-help?need=%01nonsense&municipality=elsewhere&language=xx')).status).toBe(200);
});

test('an invented number cannot be dialled from the page, a real one can', async () => {
  const html = await (await visitor.get('/en/find-help?need=crisis')).text();
  expect(html).toContain('href="tel:1-800-668-6868"');
  expect(html).not.toMatch(/href="tel:905/);
});

test('the age of a check is counted in days of the calendar', () => {
  expect(['2019-06-03', '2018-12-05', '2018-12-04', '2018-06-03', '2018-06-02'].map((date) => freshnessOf(date, '2019-06-03'))).toEqual(['fresh', 'fresh', 'amber', 'amber', 'stale']);
  expect(freshnessOf(null, '2019-06-03')).toBe('unchecked');
});

test('the minute of the week is that of the community, in summer and in winter', () => {
  expect(weekMinute(new Date('2019-06-03T04:00:00Z'), 'America/Toronto')).toBe(0);
  expect(weekMinute(new Date('2019-01-07T04:59:00Z'), 'America/Toronto')).toBe(10_079);
});

test('only what may be referred to is offered, and the clock takes a service away', async () => {
  const names = async () => (await world.as.public(async (scope) => await matchFor(scope, { needs: ['mental-health'], age: 40, municipality: 'milton', facts: { francophone: true } }, { offerable: true })))
    .filter(({ explanation }) => explanation.verdict === 'fits').map(({ line }) => line.name.en);
  world.database.clock.set('2019-06-03T14:00:00Z');
  expect((await names()).sort()).toEqual(['Therapy for adults', 'Therapy in French', 'Walk-in counselling']);
  world.database.clock.set('2020-01-03T14:00:00Z');
  expect((await names()).sort()).toEqual(['Therapy for adults', 'Walk-in counselling']);
  world.database.clock.set('2019-06-03T14:00:00Z');
});
