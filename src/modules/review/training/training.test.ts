import { afterAll, beforeAll, expect, test } from 'vitest';
import { listReleased } from '#app/modules/insight/index.ts';
import { during, openReviewWorld, type ReviewWorld, type Seat } from '../review-world.test-tool.ts';
import { releaseTraining, strengthCube, trainedCube, trainingRule } from './cube.ts';
import { coverage } from './rules.ts';

let it: ReviewWorld;
const office = '/en/review/training/office';
const course = { 'title-en': 'The first conversation', 'title-fr': 'La première conversation', 'covers-en': 'Listening without blame.', 'covers-fr': 'Écouter sans reproche.', hours: '3,5' };
const ids: { course: string; other: string; big: string; small: string; session: string } = { course: '', other: '', big: '', small: '', session: '' };

beforeAll(async () => {
  it = await openReviewWorld();
  await it.at(during);
});
afterAll(async () => await it.close());

const post = async (who: Seat, path: string, fields: Record<string, string>) => await it.visit(who).post(`${office}${path}`, fields);
const idOf = async (table: string) => (await it.world.database.admin<{ id: string }[]>`select id from ${it.world.database.admin(`review.${table}`)} order by id desc limit 1`)[0]?.id ?? '';
const session = (more: Record<string, string>) => ({ course: ids.course, 'held-on': '2018-03-07', place: 'Training hall', provider: 'Lantern Centre', ...more });
const publicPage = async (path = '', language: 'en' | 'fr' = 'en') => (await (await (await it.app.as()).get(`/${language}/review/training${path}`)).text()).replaceAll(/\s+/g, ' ');
const release = async () => await it.world.as.worker(releaseTraining);

test('the plan office and the police liaison enter, the chair reads, and for everybody else there is no desk', async () => {
  for (const who of ['ann', 'eve', 'reader'] as const) for (const path of ['', '/courses/new', '/sessions/new', '/units']) expect((await it.visit(who).get(`${office}${path}`)).status, `${who} ${path}`).toBe(404);
  for (const name of ['administrator', 'leader', 'partner', 'analyst'] as const) expect((await (await it.app.as(name)).get(office)).status, name).toBe(404);
  for (const who of ['office', 'liaison', 'chair'] as const) expect((await it.visit(who).get(office)).status, who).toBe(200);
  for (const path of ['/courses/new', '/sessions/new']) expect((await it.visit('chair').get(`${office}${path}`)).status, path).toBe(404);
  expect((await post('chair', '/courses/new', course)).status).toBe(404);
});

test('a course with the name of a person is refused, and what was typed stays; without it, everybody reads it', async () => {
  const refused = await post('liaison', '/courses/new', { ...course, 'covers-en': 'Sergeant John Miller teaches it.', hours: 'long' });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  for (const words of ['may be the name of a person', 'Write a number above 0', 'Sergeant John Miller teaches it.', 'value="long"']) expect(page).toContain(words);
  expect((await post('liaison', '/courses/new', course)).status).toBe(303);
  ids.course = await idOf('training_course');
  expect((await post('office', '/courses/new', { ...course, 'title-en': 'Consent', 'title-fr': 'Le consentement' })).status).toBe(303);
  ids.other = await idOf('training_course');
  const open = await publicPage();
  for (const words of ['The first conversation', '3.5 hours', 'not held yet', 'An attendance is not a person']) expect(open).toContain(words);
  for (const words of ['La première conversation', '3,5 heures', 'Une présence n’est pas une personne']) expect(await publicPage('', 'fr')).toContain(words);
  expect((await (await it.app.as()).get('/en/review/training/courses/nothing')).status).toBe(404);
});

test('a unit has a strength of a day; a new count is beside the old one', async () => {
  const refused = await post('office', '/units', { unit: 'new', 'unit-en': '', 'unit-fr': 'Sud', 'counted-on': '2030-01-01', officers: 'many' });
  expect(refused.status).toBe(422);
  for (const words of ['Write the name of the new unit', 'Write a day up to today', 'from 0 to 20,000', 'value="Sud"']) expect(await refused.clone().text()).toContain(words);
  for (const [name, officers] of [['South', '236'], ['Support', '46']] as const) {
    expect((await post('office', '/units', { unit: 'new', 'unit-en': name, 'unit-fr': name, 'counted-on': '2016-12-31', officers })).status).toBe(303);
    ids[name === 'South' ? 'big' : 'small'] = await idOf('training_unit');
  }
  expect((await post('liaison', '/units', { unit: 'new', 'unit-en': 'south', 'unit-fr': 'x', 'counted-on': '2016-12-31', officers: '1' })).status).toBe(422);
  expect((await post('liaison', '/units', { unit: ids.big, 'counted-on': '2018-12-31', officers: '241' })).status).toBe(303);
  expect(await (await it.visit('chair').get(`${office}/units`)).text()).toMatch(/236[\s\S]*31 December 2016/);
});

test('more first timers than came, a day to come and a session of nobody are refused with what was typed', async () => {
  const came = `came-${ids.big}-constable`;
  const first = `first-${ids.big}-constable`;
  const answer = await post('liaison', '/sessions/new', session({ [came]: '10', [first]: '11', 'held-on': '2019-12-01', provider: 'Jane Miller' }));
  expect(answer.status).toBe(422);
  const page = await answer.text();
  for (const words of ['No more than came', 'Write a day up to today', 'may be the name of a person', 'value="11"', 'value="Jane Miller"']) expect(page).toContain(words);
  expect((await post('liaison', '/sessions/new', session({}))).status).toBe(422);
  expect(await (await it.visit('liaison').post(`/fr/review/training/office/sessions/new`, session({ [came]: 'dix' }))).text()).toContain('Écrivez un nombre entier de 0 à 2\u00a0000');
});

test('whoever comes twice is two attendances and one officer, and numbers of two courses are never added up', async () => {
  const line = (unit: string, came: number, first: number, rank = 'constable') => ({ [`came-${unit}-${rank}`]: String(came), [`first-${unit}-${rank}`]: String(first) });
  for (const [held, fields] of [['2017-04-12', { ...line(ids.big, 112, 112), ...line(ids.small, 13, 13) }], ['2018-03-07', { ...line(ids.big, 40, 23), ...line(ids.big, 3, 2, 'senior'), ...line(ids.small, 6, 3) }]] as const)
    expect((await post('liaison', '/sessions/new', session({ 'held-on': held, ...fields }))).status).toBe(303);
  ids.session = await idOf('training_session');
  expect((await post('office', '/sessions/new', session({ course: ids.other, 'held-on': '2018-05-30', ...line(ids.big, 50, 50) }))).status).toBe(303);
  const desk = (await (await it.visit('office').get(office)).text()).replaceAll(/\s+/g, ' ');
  expect(desk).toMatch(/The first conversation<\/a><\/th> ?<td data-label="Hours">3.5<\/td> ?<td data-label="Sessions">2<\/td> ?<td data-label="Attendances">174<\/td> ?<td data-label="Officers">153</);
  expect(desk).toMatch(/South<\/th> ?<td[^>]*>137<\/td> ?<td[^>]*>241<\/td> ?<td[^>]*>57%/);
  expect(desk).not.toContain('203');
  expect(coverage(120, 100)).toBe(120);
  expect([coverage(3, 0), coverage(3, null)]).toEqual([undefined, undefined]);
});

test('everybody reads what passed the gate: rounded, nothing under ten, no share of a small unit, and each course by itself', async () => {
  expect(await publicPage()).toContain('No number is out yet');
  await release();
  const tables = await it.world.as.public(async (scope) => await listReleased(scope, [trainedCube, strengthCube]));
  expect(tables.map(({ cube, period }) => `${cube} ${period}`).sort()).toEqual([`${strengthCube} 2017`, `${strengthCube} 2018`, `${trainedCube} 2017`, `${trainedCube} 2018`]);
  for (const { cells } of tables) for (const { published } of cells) expect(published === null || published.startsWith('fewer than 10') || Number(published) % 10 === 0, `${published}`).toBe(true);
  // No cell crosses unit and rank, and none is of all courses together.
  for (const { cells, cube } of tables) for (const { keys } of cells) if (cube === trainedCube) expect([keys.course !== undefined, keys.unit !== undefined && keys.rank !== undefined]).toEqual([true, false]);
  const page = await publicPage(`/courses/${ids.course}`);
  expect(page).toMatch(/South<\/th> ?<td[^>]*>1[34]0/);
  expect(page).toMatch(/Support<\/th> ?<td[^>]*>(10|20)<\/td> ?<td[^>]*>(40|50)<\/td> ?<td[^>]*>none</);
  expect(page).toMatch(/Inspectors and above<\/th> ?<td[^>]*>fewer than 10</);
  expect(page).toContain('<svg');
  expect(page).not.toMatch(/>(137|153|241|174)</);
  expect(await publicPage()).toMatch(/<strong>(4|5|6)\d%<\/strong>/);
  expect(await publicPage(`/courses/${ids.course}`, 'fr')).toMatch(/moins de 10/);
});

test('a corrected session replaces what stood once the gate has looked again; the same counts file nothing new', async () => {
  const lines = async () => (await it.world.database.admin`select 1 from insight.release where cube_slug = ${trainedCube}`).length;
  const had = await lines();
  await release();
  expect(await lines()).toBe(had);
  const kept = await (await it.visit('liaison').get(`${office}/sessions/${ids.session}`)).text();
  expect(kept).toContain('value="40"');
  expect((await post('liaison', `/sessions/${ids.session}`, session({ [`came-${ids.big}-constable`]: '80', [`first-${ids.big}-constable`]: '63', [`came-${ids.big}-senior`]: '', [`came-${ids.small}-constable`]: '6', [`first-${ids.small}-constable`]: '3' }))).status).toBe(303);
  expect(await it.world.database.admin`select attended, first_time as first from review.training_attendance where session_id = ${ids.session} and unit_id = ${ids.big} and rank_band = 'senior'`).toEqual([{ attended: 0, first: 0 }]);
  await release();
  expect(await publicPage(`/courses/${ids.course}`)).toMatch(/South<\/th> ?<td[^>]*>1[78]0</);
});

test('whatever two or three years print, nine or more numbers of officers who came in between stay possible', () => {
  // Every true course of counts with every way that each may be rounded; an attacker knows that a later count is no smaller.
  const { base, k } = trainingRule;
  const printed = (count: number) => (count < k ? ['few'] : count % base === 0 ? [String(count)] : [String(count - (count % base)), String(count - (count % base) + base)]);
  const possible = new Map<string, Set<number>>();
  const note = (key: string, difference: number) => void possible.set(key, (possible.get(key) ?? new Set()).add(difference));
  for (let first = 0; first <= 32; first += 1) for (let second = first; second <= first + 26; second += 1) {
    for (const a of printed(first)) for (const b of printed(second)) note(`${a} ${b}`, second - first);
    for (let third = second; third <= second + 26; third += 1)
      for (const a of printed(first)) for (const b of printed(second)) for (const c of printed(third)) for (const [at, difference] of [second - first, third - second].entries()) note(`${a} ${b} ${c} ${at}`, difference);
  }
  // What begins or leaps at the edge of what was tried is cut off.
  const far = (text: string) => text.split(' ').some((one) => Number(one) > 25);
  expect([...possible].filter(([key, differences]) => !far(key) && differences.size < 9).map(([key, differences]) => `${key}: ${[...differences].join()}`)).toEqual([]);
});

test('a course answers a recommendation: the chair or the liaison says so, both pages show it, and the plan office follows it without the evidence', async () => {
  const made = await it.visit('chair').post('/en/review/recommendations/new', { addressee: 'police', 'what-en': 'Teach every patrol officer', 'what-fr': 'Former toute la patrouille', 'why-en': 'Files show blame.', 'why-fr': 'Des dossiers montrent des reproches.', due: '2019-12-31' });
  const path = made.headers.get('location') ?? '';
  await it.visit('liaison').post(path, { step: 'accepted', evidence: 'Order of the deputy' });
  for (const who of ['ann', 'office'] as const) expect((await it.visit(who).post(`${path}/courses`, { course: ids.course })).status, who).toBe(404);
  expect((await it.visit('chair').post(`${path}/courses`, { course: 'none' })).status).toBe(422);
  for (const id of [ids.course, ids.other]) expect((await it.visit('liaison').post(`${path}/courses`, { course: id })).status).toBe(303);
  expect((await it.visit('chair').post(`${path}/courses`, { course: ids.other, do: 'unlink' })).status).toBe(303);
  expect(await (await it.visit('ann').get(path)).text()).toContain(`/en/review/training/courses/${ids.course}`);
  expect(await publicPage(`/courses/${ids.course}`)).toContain('Teach every patrol officer');
  expect(await publicPage(`/courses/${ids.other}`)).toContain('No recommendation names this course');
  // What the plan office finds under “Everything promised” opens, with where it stands and nothing more.
  expect(await (await it.visit('office').get('/en/commitment/obligations')).text()).toContain('Teach every patrol officer');
  const seen = await (await it.visit('office').get(path)).text();
  for (const words of ['Teach every patrol officer', 'Accepted', 'The evidence and who gave it']) expect(seen).toContain(words);
  expect(seen).not.toContain('Order of the deputy');
  expect(seen).not.toContain('Next step');
  expect((await it.visit('office').get('/en/review/recommendations')).status).toBe(200);
  expect((await it.visit('office').post(path, { step: 'declined', evidence: 'x' })).status).toBe(404);
  expect(await it.as('office', async ({ sql }) => (await sql`select 1 from review.recommendation_step`).length)).toBe(0);
});
