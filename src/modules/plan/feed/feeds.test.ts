import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { feedRoutes } from './routes.ts';

let world: World;
let anybody: Visitor;
beforeAll(async () => {
  world = await openWorld();
  const pack = await readPack('communities/halton');
  await world.as.worker(async (scope) => void (await loadCommunity(scope, pack)));
  anybody = await world.http(feedRoutes()).as();
});
afterAll(async () => await world.close());

test('the Atom feed is well-formed, in the language of its address, and holds nothing of the future', async () => {
  const answer = await anybody.get('/fr/plan/feed.atom');
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toContain('application/atom+xml');
  expect(XMLValidator.validate(text)).toBe(true);
  const { feed } = new XMLParser().parse(text);
  expect(JSON.stringify(feed.entry)).toContain('projet pilote');
  expect(text).not.toContain('2023');
});

test('the JSON feed holds the same lines', async () => {
  const feed = await (await anybody.get('/en/plan/feed.json')).json();
  expect(feed.version).toContain('jsonfeed.org');
  expect(feed.items.length).toBeGreaterThan(2);
});

test('the calendar holds the public dates at their local time', async () => {
  const text = await (await anybody.get('/en/plan/events.ics')).text();
  expect(text).toContain('BEGIN:VCALENDAR');
  expect(text).toContain('DTSTART:20190619T133000Z');
});

test('the plan as data has the eight priorities with derived states, and what it describes exists', async () => {
  const priorities = await (await anybody.get('/api/priorities')).json();
  expect(priorities).toHaveLength(8);
  expect(priorities.map((one: { state: string }) => one.state)).toContain('late');
  const description = await (await anybody.get('/api/openapi.json')).json();
  expect(description.openapi).toBe('3.1.0');
  const one = (path: string) => path.replace('{slug}', path.includes('figures') ? 'belonging' : 'opioids');
  for (const path of Object.keys(description.paths)) expect((await anybody.get(one(path))).status, path).toBe(200);
  expect((await anybody.get('/api/priorities/none')).status).toBe(404);
});

test('a figure as data has the value of its page; a later revision and what is not known yet are absent', async () => {
  const figures: { slug: string }[] = await (await anybody.get('/api/figures')).json();
  expect(figures.find((figure) => figure.slug === 'mental-health-apprehensions-2018-milton')).toMatchObject({
    series: 'mental-health-apprehensions', value: '92', number: 92, period: { text: { fr: '2018' }, from: '2018-01-01', to: '2018-12-31' }, place: { slug: 'milton', name: { en: 'Milton' }, countedBy: 'occurrence' },
    definition: { version: 1, formula: null }, releasable: true, approximate: true, sources: [{ publisher: 'InsideHalton' }],
  });
  expect(figures.map((figure) => figure.slug)).not.toContain('opioid-deaths-2018');
  expect((await anybody.get('/api/figures/opioid-deaths-2018')).status).toBe(404);
  world.database.clock.set('2025-02-01T14:00:00Z');
  const later = await world.http(feedRoutes()).as();
  expect(await (await later.get('/api/figures/opioid-deaths-2018')).json()).toMatchObject({ value: '40', supersededBy: 'opioid-deaths-2018-revised' });
  expect(await (await later.get('/api/figures/opioid-deaths-2018-revised')).json()).toMatchObject({ value: '44', supersedes: 'opioid-deaths-2018', supersededBy: null });
  world.database.clock.set('2019-06-03T13:00:00Z');
});

test('the sitemap names each page in both languages', async () => {
  const text = await (await anybody.get('/sitemap.xml')).text();
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).toContain('/fr/plan/priorities/opioids</loc>');
});
