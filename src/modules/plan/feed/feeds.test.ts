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
  for (const path of Object.keys(description.paths)) expect((await anybody.get(path.replace('{slug}', 'opioids'))).status, path).toBe(200);
  expect((await anybody.get('/api/priorities/none')).status).toBe(404);
});

test('the sitemap names each page in both languages', async () => {
  const text = await (await anybody.get('/sitemap.xml')).text();
  expect(XMLValidator.validate(text)).toBe(true);
  expect(text).toContain('/fr/plan/priorities/opioids</loc>');
});
