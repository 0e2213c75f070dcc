import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { reportJobs } from '../report/jobs.ts';
import { seedConsultation, type Seeded, seedPiece } from './seed.test-tool.ts';
import { voiceRoutes } from './voice-routes.ts';

let world: World;
let seeded: Seeded;
let manager: Visitor;
let analyst: Visitor;
let partner: Visitor;
let anybody: Visitor;
const absent = '01997e9e-0000-7000-8000-000000000009';
const base = '/en/engagement/consultations/spring';
beforeAll(async () => {
  world = await openWorld();
  seeded = await seedConsultation(world);
  const http = world.http(voiceRoutes(() => world.site));
  [manager, analyst, partner, anybody] = [await http.as('manager'), await http.as('analyst'), await http.as('partner'), await http.as()];
});
afterAll(async () => await world.close());

const textOf = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll('&#39;', '’').replaceAll('&amp;', '&');
const unique = (html: string) => html.replaceAll(/\s+/g, ' ');

test('what is absent, and what is not for the asker, are both not found', async () => {
  expect((await anybody.get('/en/engagement/consultations/none')).status).toBe(404);
  for (const path of [`/en/engagement/contributions/${absent}`, `/en/engagement/themes/${absent}`, '/en/engagement/consultations/none/pieces', '/en/engagement/contributions/x']) expect((await manager.get(path)).status, path).toBe(404);
  for (const verb of ['approve', 'withdraw']) expect((await manager.post(`/en/engagement/quotes/${absent}/${verb}`, {})).status).toBe(404);
  const piece = await seedPiece(world);
  for (const path of ['work', 'spring/pieces', 'spring/pieces/new', 'spring/themes', 'spring/agreement', 'spring/quotes', 'spring/report']) expect((await partner.get(`/en/engagement/consultations/${path}`)).status, path).toBe(404);
  for (const path of [`/en/engagement/contributions/${piece}`, `/en/engagement/themes/${seeded.themes.bus}`]) expect((await partner.get(path)).status, path).toBe(404);
  expect((await partner.post(`/en/engagement/contributions/${piece}/codes`, { numbers: '1' })).status).toBe(404);
  expect((await analyst.post(`${base}/pieces/issues`, {})).status).toBe(404);
});

test('a call is added by hand; what looks like a name is asked about, and nothing typed is lost', async () => {
  const typed = { kind: 'telephone', body: 'Ask John Smith about the bus', language: 'en', 'received-on': '2019-05-20', age: 'old', 'may-quote': 'yes' };
  const bare = await analyst.post(`${base}/pieces/new`, { 'received-on': '2019-04-30' });
  expect(bare.status).toBe(422);
  const sentences = await textOf(bare);
  for (const sentence of ['Say whether it was a call or a letter', 'Write what was said', 'Give a day of the consultation', 'Say whether it may be quoted']) expect(sentences).toContain(sentence);
  const asked = await analyst.post(`${base}/pieces/new`, typed);
  expect(asked.status).toBe(422);
  const again = await textOf(asked);
  expect(again).toContain('This looks like a name, an address or a number: John Smith.');
  expect(again).toContain('>Ask John Smith about the bus</textarea>');
  const taken = await analyst.post(`${base}/pieces/new`, { ...typed, 'no-names': 'yes' });
  expect(taken.status).toBe(303);
  expect(await textOf(analyst.get(taken.headers.get('location') ?? ''))).toContain('Ask John Smith about the bus');
});

test('a piece is coded by numbers, and the next one follows; others’ codes show only then', async () => {
  const piece = await seedPiece(world, { body: 'The bus never comes' });
  const page = `/en/engagement/contributions/${piece}`;
  const wrong = await manager.post(`${page}/codes`, { numbers: '9' });
  expect(wrong.status).toBe(422);
  expect(await textOf(wrong)).toContain('value="9"');
  expect((await manager.post(`${page}/codes`, {})).status).toBe(422);
  const next = await manager.post(`${page}/codes`, { numbers: '3' });
  expect(next.status).toBe(303);
  expect(next.headers.get('location')).toMatch(/\/en\/engagement\/contributions\/[0-9a-f-]{36}$/);
  const before = await textOf(analyst.get(page));
  expect(before).toContain('Others have coded it too.');
  expect(before).not.toContain('What the coders gave');
  expect((await analyst.post(`${page}/codes`, { theme: [seeded.themes.light] })).status).toBe(303);
  const after = await textOf(analyst.get(page));
  expect(unique(after)).toMatch(/Another coder<\/dt><dd>Buses/);
  expect(after).toContain('The coders differ.');
  expect((await analyst.post(`${page}/undo`, {})).status).toBe(409);
  expect((await analyst.post(`${page}/settle`, { theme: [seeded.themes.bus] })).status).toBe(303);
  expect(unique(await textOf(manager.get(page)))).toMatch(/Settled as<\/dt><dd>Buses/);
  expect(await textOf(manager.get(`${base}/agreement`))).toContain('The whole set of themes');
});

test('a theme is added, renamed with its earlier name kept, merged and let stand again', async () => {
  expect((await analyst.post(`${base}/themes`, { 'name-en': 'Night' })).status).toBe(422);
  expect((await analyst.post(`${base}/themes`, { 'name-en': 'Night buses', 'name-fr': 'Autobus de nuit', parent: seeded.themes.bus })).status).toBe(303);
  const night = /themes\/([0-9a-f-]{36})">Night buses/.exec(await textOf(analyst.get(`${base}/themes`)))?.[1] ?? '';
  const page = `/en/engagement/themes/${night}`;
  expect((await analyst.post(`${page}/name`, { 'name-en': 'Late buses', 'name-fr': 'Autobus tardifs' })).status).toBe(303);
  expect(await textOf(analyst.get(page))).toContain('Earlier names: Night buses');
  expect((await analyst.post(`${page}/merge`, {})).status).toBe(422);
  const refused = await analyst.post(`/en/engagement/themes/${seeded.themes.bus}/merge`, { into: seeded.themes.light });
  expect(refused.status).toBe(422);
  expect(await textOf(refused)).toContain('It has parts; merge these first.');
  expect((await analyst.post(`${page}/merge`, { into: seeded.themes.bus })).status).toBe(303);
  expect(await textOf(analyst.get(`${base}/themes`))).toContain('into “Buses”');
  expect((await analyst.post(`${page}/unmerge`, {})).status).toBe(303);
  expect((await analyst.post(`${page}/unmerge`, {})).status).toBe(409);
});

test('a quote waits for a second person, holds no name, and respects whoever asked not to be quoted', async () => {
  const [piece, closed] = [await seedPiece(world, { body: 'My stop is dark and I told Mary Jones' }), await seedPiece(world, { mayQuote: false })];
  const quote = `/en/engagement/contributions/${piece}/quote`;
  expect((await analyst.get(`/en/engagement/contributions/${closed}/quote`)).status).toBe(409);
  const named = await analyst.post(quote, { body: 'I told Mary Jones', theme: seeded.themes.bus });
  expect(named.status).toBe(422);
  expect(await textOf(named)).toContain('Mary Jones. A quote holds none.');
  expect((await analyst.post(quote, { body: 'My stop is dark', theme: seeded.themes.bus })).status).toBe(303);
  expect((await analyst.post(quote, { body: 'Again', theme: seeded.themes.bus })).status).toBe(422);
  const [row] = await world.database.admin`select id from engagement.quote where contribution_id = ${piece}`;
  expect(await textOf(analyst.get(`${base}/quotes`))).toContain('You proposed it; somebody else approves it.');
  expect((await analyst.post(`/en/engagement/quotes/${row?.id}/approve`, {})).status).toBe(409);
  expect((await manager.post(`/en/engagement/quotes/${row?.id}/approve`, {})).status).toBe(303);
  await expect(world.as.analyst(async ({ sql }) => await sql`update engagement.quote set approved_by = proposed_by, approved_at = now()`)).rejects.toThrow();
});

test('a report is published with its quote and answers, protected, in both languages, and withdrawn again', async () => {
  expect(await textOf(analyst.get(`${base}/report`))).not.toContain('My stop is dark');
  const { account } = await world.person('manager');
  for (let count = 0; count < 30; count += 1) {
    const piece = await seedPiece(world, { age: count % 3 === 0 ? 'young' : 'old' });
    await world.database.admin`insert into engagement.coded values (${piece}, ${account}, now())`;
    await world.database.admin`insert into engagement.coding values (${piece}, ${count < 15 ? seeded.themes.bus : seeded.themes.lamps}, ${account}, now())`;
  }
  const lone = `/en/engagement/themes/${seeded.themes.light}/answers`;
  expect((await manager.post(lone, {})).status).toBe(422);
  expect((await manager.post(lone, { kind: 'priority', priority: 'none' })).status).toBe(422);
  expect((await manager.post(lone, { kind: 'no', 'words-en': 'Lamps belong to others.' })).status).toBe(422);
  expect((await manager.post(lone, { kind: 'no', 'words-en': 'Lamps belong to others.', 'words-fr': 'Les lampadaires relèvent d’autres.' })).status).toBe(303);
  const before = await textOf(anybody.get(base));
  expect(before).toContain('has not been published here');
  expect(before).not.toContain('Lamps belong to others.');
  expect((await analyst.get(`${base}/report`)).status).toBe(200);
  expect((await analyst.post(`${base}/report`, { by: ['age'] })).status).toBe(303);
  expect(await textOf(anybody.get(base))).toContain('has not been published here');
  await world.runJobs(reportJobs);
  const published = await textOf(anybody.get(base));
  for (const words of ['A self-selected sample is not a random one', 'My stop is dark', 'Lamps belong to others.', 'effective sample size', 'At a meeting']) expect(published).toContain(words);
  expect(published).not.toContain('Mary Jones');
  const french = await textOf(anybody.get('/fr/engagement/consultations/spring'));
  for (const words of ['Un échantillon de volontaires', 'Éclairage', 'Les lampadaires relèvent']) expect(french).toContain(words);
  expect((await manager.post(`${base}/report/withdraw`, {})).status).toBe(303);
  expect(await textOf(anybody.get(base))).not.toContain('My stop is dark');
});

test('a quote follows its theme to the one that it is merged into, also in public; a theme that says what was done is not merged', async () => {
  const { light, bus } = seeded.themes;
  const refused = await analyst.post(`/en/engagement/themes/${seeded.themes.lamps}/answers`, { kind: 'no', 'words-en': 'Later.', 'words-fr': 'Plus tard.' });
  expect(refused.status).toBe(303);
  const answered = await analyst.post(`/en/engagement/themes/${seeded.themes.lamps}/merge`, { into: light });
  expect([answered.status, (await textOf(answered)).includes('It says what was done.')]).toEqual([422, true]);
  await world.database.admin`update engagement.theme_answer set removed_at = now() where theme_id = ${light} or theme_id = ${seeded.themes.lamps}`;
  await world.database.admin`update engagement.theme set parent_id = null where parent_id = ${bus}`;
  expect((await analyst.post(`/en/engagement/themes/${bus}/merge`, { into: light })).status).toBe(303);
  expect((await analyst.post(`/en/engagement/themes/${bus}/answers`, { kind: 'no', 'words-en': 'No.', 'words-fr': 'Non.' })).status).toBe(409);
  expect((await analyst.post(`${base}/report`, {})).status).toBe(303);
  await world.runJobs(reportJobs);
  expect(unique(await textOf(anybody.get(base)))).toMatch(new RegExp(`id="theme-${light}"(?:(?!<h3>).)*<h3>(?:(?!<section).)*My stop is dark`));
  expect((await manager.post(`${base}/report/withdraw`, {})).status).toBe(303);
  expect((await analyst.post(`/en/engagement/themes/${bus}/unmerge`, {})).status).toBe(303);
});

test('weights that cannot be had are refused with a sentence, and nothing is published', async () => {
  await world.database.admin`update engagement.contribution set age_band = 'old'`;
  const refused = await manager.post(`${base}/report`, { by: ['age'] });
  expect(refused.status).toBe(422);
  expect(await textOf(refused)).toContain('The census cannot be reached');
  expect(await textOf(anybody.get(base))).toContain('has not been published here');
});
