import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { addOpen311Key } from './queries.ts';
import { open311Routes } from './routes.ts';

let world: World;
let city: Visitor;
beforeAll(async () => {
  world = await openWorld();
  city = await world.http(open311Routes()).as();
});
afterAll(async () => await world.close());

const place = { service_code: 'unsafe-place', lat: '43.512345', long: '-79.712345', 'attribute[when]': 'night', description: 'secret words of the sender', email: 'sender@example.org' };
const person = { service_code: 'well-being-concern', address_string: '1 Main Street', description: 'secret words about somebody' };

test('discovery has its exact content types, a full time and two endpoints with two formats each', async () => {
  const json = await city.get('/open311/discovery.json');
  expect(json.headers.get('content-type')).toBe('application/json');
  const found = await json.json();
  expect(found.changeset).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  expect(found.endpoints.map((one: { type: string; formats: string[] }) => [one.type, one.formats.length])).toEqual([['production', 2], ['test', 2]]);
  const xml = await city.get('/open311/discovery.xml');
  expect(xml.headers.get('content-type')).toBe('text/xml');
  expect(XMLValidator.validate(await xml.text())).toBe(true);
});

test('a request gets a reference in both forms, and a missing attribute is named', async () => {
  const json = await (await city.post('/open311/v2/requests.json', place)).json();
  expect(json[0].service_request_id).toMatch(/^CT-2019-\d{4}$/);
  const xml = new XMLParser().parse(await (await city.post('/open311/v2/requests.xml', place)).text());
  expect(xml.service_requests.request.service_request_id).toMatch(/^CT-2019-\d{4}$/);
  const refused = await city.post('/open311/v2/requests.json', { ...place, 'attribute[when]': '' });
  expect([refused.status, await refused.json()]).toEqual([400, [{ code: 400, description: 'when required' }]]);
  expect((await city.post('/open311/v2/requests.json', { ...place, service_code: 'none' })).status).toBe(404);
  expect((await city.post('/open311/v2/requests.json', { service_code: 'lighting' })).status).toBe(400);
  expect((await city.post('/open311/v2/requests.json', { ...place, api_key: 'unknown' })).status).toBe(403);
  const key = await world.as.worker(async (scope) => await addOpen311Key(scope, 'The city'));
  expect((await city.post('/open311/v2/requests.json', { ...place, api_key: key })).status).toBe(201);
});

test('what concerns a person is absent from every list and from its own address, and no word of a sender is given out', async () => {
  const [{ service_request_id: hidden }] = await (await city.post('/open311/v2/requests.json', person)).json();
  const [{ service_request_id: shown }] = await (await city.post('/open311/v2/requests.json', place)).json();
  const texts = await Promise.all([
    '/open311/v2/requests.json', '/open311/v2/requests.xml', `/open311/v2/requests.json?service_request_id=${hidden},${shown}`, '/open311/v2/requests.json?service_code=well-being-concern',
    `/open311/v2/requests/${hidden}.json`, `/open311/v2/requests/${hidden}.xml`, `/open311/v2/requests/${shown}.json`,
  ].map(async (path) => await (await city.get(path)).text()));
  for (const text of texts) {
    expect(text).not.toContain(hidden);
    expect(text).not.toMatch(/secret words|sender@example|Main Street|43\.5123/);
  }
  expect(texts[0]).toContain(shown);
  const [absent, never] = await Promise.all([city.get(`/open311/v2/requests/${hidden}.json`), city.get('/open311/v2/requests/CT-1999-0001.json')]);
  expect([absent.status, await absent.text()]).toEqual([never.status, await never.text()]);
});

test('no parameter makes the interface fail', async () => {
  await fc.assert(fc.asyncProperty(fc.record({ service_code: fc.oneof(fc.constant('unsafe-place'), fc.string()), lat: fc.string(), long: fc.string(), description: fc.string({ unit: 'binary' }), email: fc.string(), 'attribute[when]': fc.string() }), fc.string(), async (fields, text) => {
    expect((await city.post('/open311/v2/requests.xml', fields)).status).toBeLessThan(500);
    expect((await city.get(`/open311/v2/requests.xml?${new URLSearchParams({ start_date: text, service_request_id: text, status: '' })}`)).status).toBeLessThan(500);
    expect((await city.get(`/open311/v2/services/${encodeURIComponent(text)}.xml`)).status).toBeLessThan(500);
  }), { numRuns: 60 });
});
