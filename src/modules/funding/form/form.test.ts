import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '#app/methods/questionnaire/compile.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { listAwards } from '../award/queries.ts';
import { findCall } from '../call/queries.ts';
import { fundingJobs, fundingRoutes } from '../index.ts';
import { listReports } from '../report/queries.ts';
import { kinds, type Question } from './model.ts';
import { listForms } from './queries.ts';
import { questionnaireOf, questionsOf } from './questions.ts';

let world: World;
let office: Visitor;
let slug: string;
const call = { 'title-en': 'Winter fund', 'title-fr': 'Fonds d’hiver', 'lead-en': 'For winter.', 'lead-fr': 'Pour l’hiver.', year: '2020', 'opens-on': '2019-09-02', 'opens-time': '09:00', 'closes-on': '2019-11-01', 'closes-time': '14:00', envelope: '500000', reserve: '200000' };
beforeAll(async () => {
  world = await openWorld();
  await world.at('2019-06-03T14:00:00Z');
  office = await world.http(fundingRoutes(() => world.site)).as('manager');
  slug = (await office.post('/en/funding/calls/office/new', call)).headers.get('location')?.split('/').at(-1) ?? '';
}, 60_000);
afterAll(async () => await world.close());

const row = (n: number, id: string, en: string, fr: string, kind: string, more: Record<string, string> = {}) => ({
  [`id-${n}`]: id, [`text-en-${n}`]: en, [`text-fr-${n}`]: fr, [`kind-${n}`]: kind, [`place-${n}`]: String(n * 10), [`choices-en-${n}`]: '', [`choices-fr-${n}`]: '', [`needed-${n}`]: 'yes', ...more,
});
const forms = async () => await world.as.manager(async (scope) => await listForms(scope, (await findCall(scope, { slug }))?.id ?? ''));

test('questions of every kind come back from their questionnaire as they were written, and the engine takes them', () => {
  const text = fc.string({ minLength: 1, maxLength: 40 }).filter((one) => one.trim() !== '');
  const both = fc.record({ en: text, fr: text });
  const question = fc.record({ kind: fc.constantFrom(...kinds), text: both, needed: fc.boolean(), choices: fc.array(both, { minLength: 2, maxLength: 4 }) });
  fc.assert(fc.property(fc.array(question, { maxLength: 6 }), (given) => {
    const questions = given.map((one, n): Question => ({ ...one, id: `q${n + 1}`, choices: one.kind === 'choice' ? one.choices : [] }));
    const made = questionnaireOf({ en: 'Form', fr: 'Formulaire' }, 3, questions);
    expect(questionsOf(JSON.parse(JSON.stringify(made)))).toEqual(questions);
    expect(compile(made).items.length).toBe(questions.length);
  }), { numRuns: 60 });
  // What holds more than these is not taken for them: an editor would lose it.
  expect(questionsOf({ item: [{ linkId: 'a', type: 'group', text: 'A' }] })).toBeUndefined();
});

test('a call begins with questions for its reports, the office changes them until it opens, and each change is a version', async () => {
  expect((await forms()).map((one) => [one.stage, one.version])).toEqual([['final', 1], ['interim', 1]]);
  expect((await office.get(`/en/funding/forms/${slug}/nothing`)).status).toBe(404);
  expect((await (await world.http(fundingRoutes(() => world.site)).as('leader')).get(`/en/funding/forms/${slug}/final`)).status).toBe(404);
  const typed = { ...row(0, 'done', 'What you did', '', 'text'), ...row(1, '', 'Who gained most?', 'Qui y a gagné le plus?', 'choice', { 'choices-en-1': 'Children\nYouth', 'choices-fr-1': 'Enfants' }), do: 'save' };
  const refused = await office.post(`/fr/funding/forms/${slug}/final`, typed);
  expect(refused.status).toBe(422);
  const again = await refused.text();
  for (const part of ['Écrivez la question dans les deux langues', 'Donnez de deux à vingt choix', 'value="Who gained most?"', 'Children\nYouth']) expect(again).toContain(part);
  expect((await office.post(`/en/funding/forms/${slug}/final`, { do: 'save' })).status).toBe(422);
  const whole = {
    ...row(0, 'done', 'What you did', 'Ce que vous avez fait', 'text', { 'place-0': '90' }), ...row(1, '', 'Who gained most?', 'Qui y a gagné le plus?', 'choice', { 'choices-en-1': 'Children\nYouth', 'choices-fr-1': 'Enfants\nJeunes' }),
    ...row(2, '', 'Money of others', 'Argent d’autres', 'money', { 'needed-2': '' }), ...row(3, '', '', '', 'text'), do: 'save',
  };
  // More blank rows keep what was typed and write nothing.
  expect(await (await office.post(`/en/funding/forms/${slug}/final`, { ...whole, do: 'more' })).text()).toContain('Money of others');
  expect((await office.post(`/en/funding/forms/${slug}/final`, whole)).status).toBe(303);
  expect((await office.post(`/en/funding/forms/${slug}/follow-up`, { ...row(0, '', 'What still lasts?', 'Qu’est-ce qui dure encore?', 'text'), months: '0', do: 'save' })).status).toBe(422);
  expect((await office.post(`/en/funding/forms/${slug}/follow-up`, { ...row(0, '', 'What still lasts?', 'Qu’est-ce qui dure encore?', 'text'), months: '6', do: 'save' })).status).toBe(303);
  const now = await forms();
  expect(now.map((one) => [one.stage, one.version, one.months])).toEqual([['final', 2, null], ['follow-up', 1, 6], ['interim', 1, null]]);
  expect(questionsOf(now[0]?.questionnaire)?.map((one) => [one.id, one.kind, one.needed])).toEqual([['q1', 'choice', true], ['q2', 'money', false], ['done', 'text', true]]);
  const preview = await (await office.get(`/fr/funding/forms/${slug}/final/preview`)).text();
  for (const part of ['Qui y a gagné le plus?', 'Jeunes', 'Argent d’autres', 'Dépensé de la subvention']) expect(preview).toContain(part);
  expect(await (await office.get(`/en/funding/calls/office/${slug}`)).text()).toContain('3 questions, version 2');
});

test('the questions of an application are changed in the same way, and what is asked stands once the call is open', async () => {
  const category = { 'name-en': 'One', 'name-fr': 'Un', most: '30000', years: '1', kinds: ['charity'], board: '3', statements: 'compiled', audited: '' };
  expect((await office.post(`/en/funding/calls/office/${slug}/category`, category)).status).toBe(303);
  expect((await office.post(`/en/funding/calls/office/${slug}/criterion`, { 'criterion-en': 'Need', 'criterion-fr': 'Besoin', weight: '100', points: '5' })).status).toBe(303);
  expect(await (await office.get(`/en/funding/forms/${slug}/category-1`)).text()).toContain('Which need do you want to meet');
  const asked = { ...row(0, 'need', 'Which need?', 'Quel besoin?', 'text'), do: 'save' };
  expect((await office.post(`/en/funding/forms/${slug}/category-1`, asked)).status).toBe(303);
  expect((await office.post(`/en/funding/calls/office/${slug}/publish`, {})).status).toBe(303);
  const open = await world.http(fundingRoutes(() => world.site)).as();
  const told = await (await open.get(`/fr/funding/calls/${slug}`)).text();
  for (const part of ['Rapports dus pour une subvention', 'Qui y a gagné le plus?', '6 mois après la fin du projet']) expect(told).toContain(part);
  await world.at('2019-09-02T13:00:00Z');
  for (const part of ['final', 'category-1']) {
    expect((await office.get(`/en/funding/forms/${slug}/${part}`)).status).toBe(409);
    expect((await office.post(`/en/funding/forms/${slug}/${part}`, asked)).status).toBe(409);
  }
  // The database holds it, not the page.
  await expect(world.as.manager(async ({ sql }) => await sql`insert into funding.form (id, call_id, stage, version, questionnaire, made_at) select gen_random_uuid(), call_id, stage, 9, questionnaire, now() from funding.form where stage = 'final' limit 1`)).rejects.toMatchObject({ code: '42501' });
  await expect(world.as.manager(async ({ sql }) => await sql`update funding.form set questionnaire = '{}'`)).rejects.toMatchObject({ code: '42501' });
});

test('a grant from the reserve owes reports by these forms, the office types them in, and a follow-up counts nothing anew', async () => {
  const given = { recipient: 'Night Shelter (demo)', title: 'Cold nights', summary: 'Beds.', 'starts-on': '2019-10-01', 'ends-on': '2020-03-31', reason: 'A cold autumn.', amount: '12,000.50', priorities: [], municipalities: [] };
  const made = await office.post(`/en/funding/awards/call/${slug}/reserve`, given);
  const path = made.headers.get('location') ?? '';
  const [award] = await world.as.manager(async (scope) => await listAwards(scope));
  const reports = async () => await world.as.manager(async (scope) => await listReports(scope, award?.id ?? ''));
  expect((await reports()).map((one) => [one.stage, one.final, one.followUp, one.dueOn])).toEqual([[1, true, false, '2020-04-30'], [2, false, true, '2020-09-30']]);
  await world.at('2020-05-04T14:00:00Z');
  const [final, follow] = await reports();
  expect(await (await office.get(path)).text()).toContain('Type in: Final report');
  const fields = { report: final?.id ?? '', spent: '12000.50', people: '60', q1: 'c2', done: 'Beds for 60.' };
  const wrong = await office.post(`${path}/report`, { ...fields, spent: '12000.51', q1: '' });
  expect(wrong.status).toBe(422);
  const shown = await wrong.text();
  for (const part of ['This is more than the grant of $12,000.50', 'Beds for 60.', 'Youth']) expect(shown).toContain(part);
  expect((await office.post(`${path}/report`, { ...fields, q2: '250.5' })).status).toBe(303);
  expect((await office.post(`${path}/report`, fields)).status).toBe(409);
  await world.runJobs(fundingJobs);
  const page = await (await office.get(path)).text();
  for (const part of ['Who gained most?', 'Youth', '$250.50', 'Beds for 60.', 'Sent, waits for an answer']) expect(page).toContain(part);
  expect((await office.post(`${path}/answer`, { report: final?.id ?? '', state: 'accepted', answer: '' })).status).toBe(303);
  expect((await office.post(`${path}/report`, { report: follow?.id ?? '', q1: 'Too early.' })).status).toBe(409);
  await world.at('2020-10-01T14:00:00Z');
  expect((await office.post(`${path}/report`, { report: follow?.id ?? '', q1: 'The beds are still there.' })).status).toBe(303);
  expect((await office.post(`${path}/answer`, { report: follow?.id ?? '', state: 'accepted', answer: '' })).status).toBe(303);
  expect((await reports()).map((one) => [one.state, one.spent, one.people])).toEqual([['accepted', 1_200_050, 60], ['accepted', undefined, null]]);
  const totals = await world.as.public(async ({ sql }) => await sql`select spent::text, people, final from funding.accepted_totals()`);
  expect([...totals]).toEqual([{ spent: '12000.50', people: 60, final: true }]);
});
