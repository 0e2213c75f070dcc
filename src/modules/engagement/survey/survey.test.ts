import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '#app/methods/questionnaire/compile.ts';
import { flattenAnswers, rebuildAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { unescapeHtml } from '#app/methods/questionnaire/form/posted.examples.ts';
import { engagementJobs, engagementRoutes } from '../index.ts';
import { fields } from '../response/course.ts';
import { answersCsv, codebookCsv, responsesCsv } from './export.ts';
import { keepResults } from './public-results.ts';
import { findSurvey, insertSurvey, insertVersion } from './queries.ts';
import { surveyOf } from './test-survey.test-tool.ts';

let world: World;
let resident: Visitor;
let manager: Visitor;
const slug = 'test-survey';
const both = { en: 'A survey', fr: 'Un sondage' };
beforeAll(async () => {
  world = await openWorld();
  const routes = world.http(engagementRoutes(() => world.site, { keepsMailHere: true }));
  [resident, manager] = [await routes.as(), await routes.as('manager')];
  await world.as.manager(async (scope) => {
    await insertSurvey(scope, { slug, title: both, lead: both, distress: false, demonstration: true, opensOn: '2019-06-01' });
    await insertVersion(scope, { id: newId(), survey: slug, questionnaire: surveyOf(5) });
  });
});
afterAll(async () => await world.close());

const at = `/en/engagement/surveys/${slug}`;
const rows = async () => await world.database.admin<{ id: string; channel: string; language: string; received_on: string; answers: { item: unknown[] } }[]>`select id, channel, language, received_on::text, answers from engagement.response order by id`;
/** The hidden fields of a drawn form, to be posted with what is typed. */
const hiddenIn = (html: string) => Object.fromEntries([...html.matchAll(/<input type="hidden" name="(~[^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescapeHtml(value)]));
const post = async (html: string, typed: Record<string, string>, who = resident, headers: Record<string, string> = {}) => await who.post(`${at}/answer`, { ...hiddenIn(html), ...typed }, headers);
const choose = 'q1';

/** Answers the survey from start to end and gives the last page. */
async function answerAll(who = resident, headers: Record<string, string> = {}): Promise<{ review: string; done: Response }> {
  let html = await (await who.get(at, headers)).text();
  html = await (await post(html, { [fields.action]: 'begin' }, who, headers)).text();
  const token = /name="q1" value="([^"]*)"|name="q1"[^>]*value="([^"]*)"/.exec(html)?.slice(1).find(Boolean) ?? '';
  html = await (await post(html, { [choose]: token, [fields.action]: 'next' }, who, headers)).text();
  html = await (await post(html, { q2: 'Some words', [fields.action]: 'next' }, who, headers)).text();
  html = await (await post(html, { q3: '12', [fields.action]: 'next' }, who, headers)).text();
  html = await (await post(html, { q4: 'true', [fields.action]: 'next' }, who, headers)).text();
  const review = await (await post(html, { q5: 'Because of the dark', [fields.action]: 'next' }, who, headers)).text();
  return { review, done: await post(review, { [fields.action]: 'send' }, who, headers) };
}

test('a survey that does not exist, or has not opened, is not found', async () => {
  expect((await resident.get('/en/engagement/surveys/none')).status).toBe(404);
  await world.as.manager(async (scope) => {
    await insertSurvey(scope, { slug: 'later', title: both, lead: both, distress: true, demonstration: false, opensOn: '2019-07-01' });
    await insertVersion(scope, { id: newId(), survey: 'later', questionnaire: surveyOf(1) });
  });
  expect((await resident.get('/en/engagement/surveys/later')).status).toBe(404);
  for (const path of ['office', `office/${slug}`, `office/${slug}/entry`, `office/${slug}/export/answers.csv`]) expect([303, 404], path).toContain((await resident.get(`/en/engagement/surveys/${path}`)).status);
});

test('a wrong or missing answer comes back with what was typed and says what is wrong', async () => {
  let html = await (await resident.get(at)).text();
  html = await (await post(html, { [fields.action]: 'begin' })).text();
  const missing = await post(html, { [fields.action]: 'next' });
  expect(missing.status).toBe(422);
  html = await missing.text();
  const token = /name="q1"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? '';
  html = await (await post(html, { q1: token, [fields.action]: 'next' })).text();
  html = await (await post(html, { q2: '', [fields.action]: 'next' })).text();
  const wrong = await post(html, { q3: 'twelve', [fields.action]: 'next' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="twelve"');
});

test('answers are reviewed and sent once, however often the form is sent', async () => {
  const { review, done } = await answerAll();
  for (const words of ['Some words', '12', 'Yes', 'Because of the dark']) expect(review).toContain(words);
  expect(await done.text()).toContain('Your answers have been received');
  expect(await (await post(review, { [fields.action]: 'send' })).text()).toContain('they count once');
  expect((await rows()).map((row) => [row.channel, row.language, row.received_on, row.answers.item.length])).toEqual([['online', 'en', '2019-06-03', 5]]);
});

test('what is stored differs in nothing but ids between senders of other address, device and hour, and no trail of the sending is kept', async () => {
  const shape = async () => (await world.database.admin<{ row: object }[]>`select jsonb_build_object('r', to_jsonb(r) - 'id' - 'once', 'a', (select jsonb_agg(to_jsonb(a) - 'response_id' order by place) from engagement.answer a where a.response_id = r.id)) as row
    from engagement.response r order by r.id`).map((one) => JSON.stringify(one.row)).sort();
  const trails = async () => await world.database.admin`select (select count(*)::int from platform.audit_entry) as audit, (select count(*)::int from platform.event) as events, (select count(*)::int from platform.mail_message) as mails`;
  await world.database.admin`delete from engagement.answer`;
  await world.database.admin`delete from engagement.response`;
  const before = await trails();
  await answerAll(resident, { 'user-agent': 'Old Phone 1.0', 'x-forwarded-for': '192.0.2.1' });
  const [first] = await shape();
  await world.database.admin`delete from engagement.answer`;
  await world.database.admin`delete from engagement.response`;
  await world.at('2019-06-03T23:10:00Z');
  await answerAll(resident, { 'user-agent': 'Desk 99', 'x-forwarded-for': '198.51.100.7', 'accept-language': 'fr' });
  expect(await shape()).toEqual([first]);
  expect(await trails()).toEqual(before);
  expect((await rows())[0]?.id[14]).toBe('4');
});

test('somebody stops, goes on with the code on another device, and the code is spent by sending', async () => {
  let html = await (await resident.get(at)).text();
  html = await (await post(html, { [fields.action]: 'begin' })).text();
  const token = /name="q1"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? '';
  html = await (await post(html, { q1: token, [fields.action]: 'next' })).text();
  const saved = await (await post(html, { q2: 'half a thought', [fields.action]: 'save' })).text();
  const code = /class="code">([^<]+)</.exec(saved)?.[1] ?? '';
  expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
  expect((await resident.post('/en/engagement/surveys/resume', { code: 'AAAAA-AAAAA' })).status).toBe(422);
  html = await (await resident.post('/fr/engagement/surveys/resume', { code: code.toLowerCase() })).text();
  expect(html).toContain('value="half a thought"');
  html = await (await post(html, { q2: 'a whole thought', [fields.action]: 'next' })).text();
  html = await (await post(html, { q3: '', [fields.action]: 'next' })).text();
  html = await (await post(html, { [fields.action]: 'next' })).text();
  expect(await (await post(html, { [fields.action]: 'send' })).text()).toContain('have been received');
  expect((await resident.post('/en/engagement/surveys/resume', { code })).status).toBe(422);
  await world.at('2019-08-01T13:00:00Z');
  await world.runJobs(engagementJobs);
  await world.at('2019-06-03T23:30:00Z');
});

test('a paper form is typed in, marked as paper, with its own day, and an error keeps what was typed', async () => {
  const html = await (await manager.get(`/en/engagement/surveys/office/${slug}/entry`)).text();
  const token = /name="q1"[^>]*value="([^"]*)"/.exec(html)?.[1] ?? '';
  const enter = async (more: Record<string, string>) => await manager.post(`/en/engagement/surveys/office/${slug}/entry`, { ...hiddenIn(html), '~channel': 'paper', '~language': 'fr', '~received': '2019-06-02', q1: token, q2: 'Sur papier', ...more });
  const wrong = await enter({ q3: 'x', '~received': '2019-06-09' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Sur papier');
  expect((await enter({ q3: '3' })).status).toBe(303);
  expect((await rows()).filter((row) => row.channel === 'paper').map((row) => [row.language, row.received_on])).toEqual([['fr', '2019-06-02']]);
});

test('a question is composed, moved and removed until the first answer; then the version stands', async () => {
  const made = await manager.post('/en/engagement/surveys/office/new', { 'title-en': 'Buses', 'title-fr': 'Autobus', 'lead-en': 'About buses', 'lead-fr': 'Sur les autobus' });
  const own = made.headers.get('location')?.split('/').at(-1) ?? '';
  const compose = async (more: Record<string, string>) => await manager.post(`/en/engagement/surveys/office/${own}/compose`, { type: 'choice', 'text-en': 'How often?', 'text-fr': 'À quelle fréquence?', options: 'Daily | Chaque jour\nNever | Jamais', ...more });
  expect((await compose({ options: 'Daily' })).status).toBe(422);
  expect((await compose({})).status).toBe(303);
  expect((await compose({ type: 'text', 'text-en': 'Why never?', 'text-fr': 'Pourquoi jamais?', after: 'q1 o2' })).status).toBe(303);
  const found = async () => (await world.as.manager(async (scope) => await findSurvey(scope, own)))?.questionnaire;
  expect(compile(await found()).items.map((item) => [item.linkId, item.conditions.length])).toEqual([['q1', 0], ['q2', 1]]);
  const page = await (await manager.get(`/en/engagement/surveys/office/${own}`)).text();
  for (const words of ['Flesch–Kincaid', 'LIX', 'Every text stands in both languages', 'How often?']) expect(page).toContain(words);
  await manager.post(`/en/engagement/surveys/office/${own}/remove`, { item: 'q1' });
  expect(compile(await found()).items.map((item) => [item.linkId, item.conditions.length])).toEqual([['q2', 0]]);
  expect((await manager.post(`/en/engagement/surveys/office/${slug}/compose`, { type: 'boolean', 'text-en': 'a', 'text-fr': 'b' })).status).toBe(422);
  expect((await manager.post(`/en/engagement/surveys/office/${own}/dates`, { 'opens-on': '2019-06-10', 'closes-on': '2019-06-01' })).status).toBe(422);
});

test('a FHIR Questionnaire file becomes a survey, and one that cannot be used is refused with the reason', async () => {
  const upload = async (content: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ 'title-en': 'File', 'title-fr': 'Fichier', 'lead-en': 'a', 'lead-fr': 'b' })) form.set(name, value);
    form.set('file', new File([content], 'q.json', { type: 'application/json' }));
    return await manager.post('/en/engagement/surveys/office/new', form);
  };
  expect((await upload(JSON.stringify(surveyOf(3)))).status).toBe(303);
  const refused = await upload(JSON.stringify({ resourceType: 'Questionnaire', status: 'active', item: [{ linkId: 'a', type: 'string' }, { linkId: 'a', type: 'string' }] }));
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('This is not a questionnaire that we can use');
  expect((await upload('not json')).status).toBe(422);
});

test.each([
  ['calculatedExpression', 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression'], ['enableWhenExpression', 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression'],
  ['initialExpression', 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-initialExpression'], ['variable', 'http://hl7.org/fhir/StructureDefinition/variable'],
])('a survey whose author computes with %s, here quadratic in the answers, is refused at once with a sentence', async (_name, url) => {
  const slow = '%resource.descendants().where(%resource.descendants().count() > 0).count()';
  const item = { linkId: 'sum', type: 'integer', text: 'Sum', extension: [{ url, valueExpression: { name: 'v', language: 'text/fhirpath', expression: slow } }] };
  const form = new FormData();
  for (const [name, value] of Object.entries({ 'title-en': 'File', 'title-fr': 'Fichier', 'lead-en': 'a', 'lead-fr': 'b' })) form.set(name, value);
  form.set('file', new File([JSON.stringify({ resourceType: 'Questionnaire', status: 'active', item: [item] })], 'q.json', { type: 'application/json' }));
  const started = performance.now();
  const refused = await manager.post('/en/engagement/surveys/office/new', form);
  expect([refused.status, (await refused.text()).includes('It computes with expressions (sum).')]).toEqual([422, true]);
  expect(performance.now() - started).toBeLessThan(1000);
});

test('results are for the office until the survey is closed and shown; then nothing small is in them', async () => {
  expect((await resident.get(`${at}/results`)).status).toBe(404);
  expect(await (await manager.get(`${at}/results`)).text()).toContain('a self-selected sample is not a random one');
  await manager.post(`/en/engagement/surveys/office/${slug}/dates`, { 'opens-on': '2019-06-01', 'closes-on': '2019-06-03', 'results-public': 'yes' });
  expect((await resident.get(`${at}/results`)).status).toBe(404);
  await world.at('2019-06-05T13:00:00Z');
  expect(await (await resident.get(`${at}/results`)).text()).toContain('The results are being counted.');
  await world.as.worker(keepResults);
  const open = await (await resident.get(`${at}/results`)).text();
  expect(open).toContain('Fewer than 5 responses');
  for (const words of ['Some words', 'a whole thought', 'Sur papier', 'Because of the dark']) expect(open).not.toContain(words);
  expect((await post(await (await resident.get(at)).text(), { [fields.action]: 'send' })).status).toBe(404);
});

test('an export loses nothing: 2,000 generated responses of every kind of answer are rebuilt from the file, equal', () => {
  const values: Record<string, fc.Arbitrary<unknown>> = {
    valueString: fc.string({ unit: 'grapheme', minLength: 1 }), valueInteger: fc.integer(), valueDecimal: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((one) => !Object.is(one, -0)), valueBoolean: fc.boolean(),
    valueDate: fc.constantFrom('2019-02-28', '2020-02-29'), valueDateTime: fc.constant('2019-06-03T09:00:00-04:00'), valueTime: fc.constant('09:30:00'), valueUri: fc.webUrl(),
    valueCoding: fc.record({ system: fc.webUrl(), code: fc.constantFrom('=1+1', '@x', 'a;b', 'é"'), display: fc.string({ minLength: 1 }) }),
    valueQuantity: fc.record({ value: fc.integer(), unit: fc.constantFrom('kg', '°C') }), valueAttachment: fc.record({ contentType: fc.constant('text/plain'), data: fc.base64String() }), valueReference: fc.record({ reference: fc.constant('Patient/1') }),
  };
  const answer = fc.oneof(...Object.entries(values).map(([kind, value]) => value.map((one) => ({ [kind]: one }))));
  const { item } = fc.letrec((tie) => ({
    item: fc.record({ linkId: fc.constantFrom('a', 'b/c', 'd[0]', 'é=1', '%'), answer: fc.array(fc.tuple(answer, fc.option(fc.array(tie('item'), { maxLength: 1 }), { nil: undefined, depthSize: 'small' })).map(([own, inner]) => ({ ...own, ...(inner && inner.length > 0 ? { item: inner } : {}) })), { minLength: 1, maxLength: 3 }) }),
  }));
  const merged = (items: readonly { linkId: string }[]) => [...items].sort((x, y) => x.linkId.localeCompare(y.linkId));
  const responses = fc.sample(fc.array(item as fc.Arbitrary<{ linkId: string }>, { maxLength: 5 }).map(merged), 2000).map((items, index) => ({ id: String(index), items }));
  const lines = responses.flatMap((one) => flattenAnswers({ item: one.items }).map((line) => ({ ...line, response: one.id })));
  const read: { response: string; path: string; kind: string; value: string }[] = parse(answersCsv(lines), { columns: true });
  const byResponse = Map.groupBy(read, (row) => row.response);
  for (const one of responses) expect(rebuildAnswers((byResponse.get(one.id) ?? []).map((row) => ({ path: row.path, kind: row.kind, value: JSON.parse(row.value) })))).toEqual(one.items);
  expect(read.length).toBe(lines.length);
});

test('the table of responses keeps formulas from running, and the codebook says how and names every code in both languages', () => {
  const compiled = compile(surveyOf(5));
  const line = { response: '1', linkId: 'q2', path: 'q2[0]=0', kind: 'valueString', value: '=HYPERLINK("x")' };
  const [row] = parse(responsesCsv(compiled, [{ id: '1', version: 'v', channel: 'online', language: 'en', receivedOn: '2019-06-03', mayQuote: false, answers: {} }], [line]), { columns: true }) as Record<string, string>[];
  expect(row?.['q:q2']).toBe(`'=HYPERLINK("x")`);
  const book = parse(codebookCsv(compiled), { columns: true }) as Record<string, string>[];
  expect(book.find((one) => one.code === 'a')).toMatchObject({ linkId: 'q1', en: 'Often', fr: 'Souvent' });
  expect(book.at(-1)?.en).toContain('apostrophe');
});
