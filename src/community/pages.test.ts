import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import type { Pack } from '#app/community-pack/schema.ts';
import { governanceRoutes, listBodies, listDecisionsAbout, listStates, recordDecision } from '#app/modules/governance/index.ts';
import { createPriority, planRoutes } from '#app/modules/plan/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { languages } from '#app/platform/language/language.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { loadCommunity } from './load.ts';

const publicPaths = ['/plan', '/plan/about', '/plan/areas', '/plan/domains', '/plan/documents', '/plan/duties', '/plan/figures', '/plan/sources', '/plan/accessibility', '/plan/privacy', '/governance/bodies'];
const around = { listBodies, listStates, listDecisionsAbout };
const routesOf = (world: World) => [...planRoutes(() => world.site, around), ...governanceRoutes(() => world.site)];

async function open(name: string): Promise<{ world: World; pack: Pack; visitor: Visitor }> {
  const world = await openWorld();
  const pack = await readPack(join(projectRoot(), 'communities', name));
  await world.as.worker(async (scope) => await loadCommunity(scope, pack));
  return { world, pack, visitor: await world.http(routesOf(world)).as() };
}

const textOf = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
let first: Awaited<ReturnType<typeof open>>;
let second: Awaited<ReturnType<typeof open>>;
beforeAll(async () => {
  [first, second] = await Promise.all([open('halton'), open('maple-ford')]);
});
afterAll(async () => await Promise.all([first.world.close(), second.world.close()]));

test('the plan page holds the eight key issues in both languages', async () => {
  for (const language of languages) {
    const html = textOf(await (await first.visitor.get(`/${language}/plan`)).text());
    expect(first.pack.priorities).toHaveLength(8);
    for (const priority of first.pack.priorities) expect(html).toContain(priority.title[language]);
  }
});

test('the root of a language leads to the plan', async () => {
  const answer = await first.visitor.get('/fr');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/fr/plan']);
});

test('every link from the public pages to the plan or to governance leads to a page', async () => {
  const seen = new Set<string>(languages.map((language) => `/${language}/plan`));
  for (const address of seen) {
    const answer = await first.visitor.get(address);
    expect([address, answer.status]).toEqual([address, 200]);
    for (const [, link = ''] of (await answer.text()).matchAll(/href="(\/(?:en|fr)\/(?:plan|governance)[^"#]*)"/g)) if (!link.includes('/feed.')) seen.add(link);
  }
  expect(seen.size).toBeGreaterThan(80);
});

test('what is absent and what is not known yet are both not found', async () => {
  for (const path of ['/plan/priorities/no-such', '/plan/documents/no-such', '/plan/figures/no-such', '/governance/bodies/no-such',
    '/plan/documents/encampments-2023', '/plan/figures/homeless-count-2024']) expect([path, (await first.visitor.get(`/en${path}`)).status]).toEqual([path, 404]);
});

test('late and withdrawn milestones stand on the page of a key issue like those that are done', async () => {
  const sexualAssault = textOf(await (await first.visitor.get('/en/plan/priorities/sexual-assault-response')).text());
  expect(sexualAssault).toContain('Late by 24 days');
  expect(sexualAssault).toContain('Train more than 500 officers');
  expect(sexualAssault).toMatch(/Last confirmed on 30 April 2019 by: Action table: response to sexual assault/);
  const homelessness = textOf(await (await first.visitor.get('/fr/plan/priorities/homelessness')).text());
  expect(homelessness).toContain('Retiré le 12 avril 2019');
  expect(homelessness).not.toContain('campements');
});

test('in 2025 the pages show the later plan: the re-activated table, the revised figure, the ended seat', async () => {
  first.world.database.clock.set('2025-02-01T14:00:00Z');
  const visitor = await first.world.http(routesOf(first.world)).as();
  expect(await (await visitor.get('/en/governance/bodies/homelessness')).text()).toContain('Re-activated because of encampments');
  const figure = textOf(await (await visitor.get('/en/plan/figures/opioid-deaths-2018')).text());
  expect(figure).toMatch(/Revised since[\s\S]*This value has been revised[\s\S]*>44<[\s\S]*Revisions[\s\S]*>40<\/a><\/th>[\s\S]*>44<\/a><\/th>/);
  const leaders = textOf(await (await visitor.get('/en/governance/bodies/system-leadership-group')).text());
  expect(leaders).toContain('Local Health Integration Networks, until 31 March 2021');
  expect(leaders).toContain('Ontario Health');
  first.world.database.clock.set('2019-06-03T13:00:00Z');
});

test('in 2019 a seat that will end is shown as standing and its successor does not exist', async () => {
  const html = await (await first.visitor.get('/en/governance/bodies/system-leadership-group')).text();
  expect(html).toContain('Local Health Integration Networks');
  expect(html).not.toMatch(/until 31 March 2021|Ontario Health/);
});

test('a decision about an issue stands in the chain of the key issue that came from it', async () => {
  const issue = '01997e9e-0000-7000-8000-000000000001';
  const { slug } = await first.world.as.manager(async (scope) => {
    await recordDecision(scope, {
      bodySlug: 'system-leadership-group', outcome: 'accepted', decidedOn: '2019-06-01', subject: { kind: 'issue', id: issue },
      title: { en: 'Night buses', fr: 'Autobus de nuit' }, reason: { en: 'Three systems are concerned.', fr: 'Trois systèmes sont touchés.' },
    });
    return await createPriority(scope, { title: { en: 'Night buses', fr: 'Autobus de nuit' }, summary: { en: 'Get home.', fr: 'Rentrer chez soi.' }, bodySlug: 'older-adults', fromIssue: issue });
  });
  const html = textOf(await (await (await first.world.http(routesOf(first.world)).as()).get(`/en/plan/priorities/${slug}`)).text());
  expect(html).toMatch(/Raised[\s\S]*Decided[\s\S]*by: System Leadership Group\. Three systems are concerned\.[\s\S]*1 June 2019[\s\S]*Table formed[\s\S]*Acting[\s\S]*not yet/);
});

test('a second town shows its own plan, and no word of the first one', async () => {
  second.world.database.clock.set('2022-09-12T13:30:00Z');
  const visitor = await second.world.http(routesOf(second.world)).as();
  const paths = [...publicPaths, ...second.pack.priorities.map((one) => `/plan/priorities/${one.id}`), ...second.pack.bodies.map((one) => `/governance/bodies/${one.id}`)];
  for (const language of languages)
    for (const path of paths) {
      const answer = await visitor.get(`/${language}${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await answer.text()).not.toMatch(/Halton|Oakville|Burlington|Milton|ROCK|System Leadership/);
    }
  expect(await (await visitor.get('/en/plan')).text()).toContain('Safer river banks');
});

test('a second town shows its own law with every state that a duty can have in it', async () => {
  second.world.database.clock.set('2022-09-12T13:30:00Z');
  const html = textOf(await (await (await second.world.http(routesOf(second.world)).as()).get('/en/plan/duties')).text());
  for (const state of ['Met on 15 March 2022', 'Met on 20 April 2022, 6 days late', 'the day passed 12 days ago', 'Consultation recorded for 1 of 2 groups', 'Open, due 15 March 2026', 'Not yet in force: from 1 January 2023']) expect(html).toContain(state);
});
