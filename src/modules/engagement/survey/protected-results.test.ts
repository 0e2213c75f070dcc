import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '#app/methods/questionnaire/compile.ts';
import { listReleased } from '#app/modules/insight/index.ts';
import { newId } from '#app/platform/db/id.ts';
import { openWorld, type World } from '#test/world.ts';
import { engagementRoutes } from '../index.ts';
import { isSmall } from '../report/protect.ts';
import { insertResponse } from '../response/queries.ts';
import { protectQuestion, protectResults } from './protected-results.ts';
import { keepResults, resultJobs } from './public-results.ts';
import { insertSurvey, insertVersion } from './queries.ts';
import { type Counted, countedOf } from './results.ts';

const coding = (code: string) => ({ valueCoding: { code, display: code.toUpperCase() } });
/** Where somebody lives; then whether she feels safe; then, after a no, why. */
const questionnaire = {
  resourceType: 'Questionnaire', status: 'active', language: 'en', item: [
    { linkId: 'place', type: 'choice', text: 'Where?', answerOption: ['north', 'south', 'west'].map(coding) },
    { linkId: 'safe', type: 'boolean', text: 'Safe?' },
    { linkId: 'why', type: 'choice', text: 'Why not?', answerOption: ['dark', 'cars'].map(coding), enableWhen: [{ question: 'safe', operator: '=', answerBoolean: false }] },
  ],
};
const compiled = compile(questionnaire);
type Person = { readonly place?: string | undefined; readonly safe?: boolean | undefined; readonly why?: string | undefined };
const times = (count: number, person: Person): Person[] => Array.from({ length: count }, () => person);

function resultsOf(people: readonly Person[]) {
  const count = (linkId: string, kind: string, value: unknown, isIn: (person: Person) => boolean) => ({ linkId, kind, value, count: people.filter(isIn).length, answered: people.filter((one) => one[linkId as keyof Person] !== undefined).length });
  const counts = [
    ...['north', 'south', 'west'].map((code) => count('place', 'valueCoding', { code }, (one) => one.place === code)), ...[true, false].map((value) => count('safe', 'valueBoolean', value, (one) => one.safe === value)),
    ...['dark', 'cars'].map((code) => count('why', 'valueCoding', { code }, (one) => one.why === code)),
  ].filter((one) => one.count > 0);
  const { responses, questions } = protectResults(compiled, countedOf(compiled, counts), people.length);
  return { responses, place: questions[0], safe: questions[1], why: questions[2] };
}
const numbers = (shown: { rows: readonly { count: number | null }[] } | undefined) => shown?.rows.map((row) => row.count);

test('whoever skipped one question of two is not found by subtracting their answers from those to the other', () => {
  // Fifty say where they live, two of them do not say whether they feel safe.
  const { responses, place, safe } = resultsOf([...times(30, { place: 'north', safe: true }), ...times(18, { place: 'south', safe: false }), ...times(2, { place: 'south' })]);
  expect([responses, place?.answered, numbers(place)]).toEqual([50, 50, [30, 20, 0]]);
  expect([safe?.answered, numbers(safe)]).toEqual([null, [30, null]]);
});

test('whoever said no and not why is not found by subtracting the reasons from the noes', () => {
  const people = [...times(30, { place: 'north', safe: true }), ...times(10, { place: 'south', safe: false, why: 'dark' }), ...times(8, { place: 'south', safe: false, why: 'cars' }), ...times(2, { place: 'west', safe: false })];
  const { safe, why } = resultsOf(people);
  expect(numbers(safe)).toEqual([30, 20]);
  expect([why?.answered, numbers(why)]).toEqual([null, [10, null]]);
});

test('a question after an answer that is not shown is not shown either, since those it was put to are those who gave it', () => {
  const { safe, why } = resultsOf([...times(9, { safe: true, place: 'north' }), ...times(3, { safe: false, why: 'dark', place: 'north' })]);
  expect(numbers(safe)).toEqual([null, null]);
  expect([why?.answered, numbers(why)]).toEqual([null, [null, null]]);
});

test('where each can choose several answers, one that nearly everybody chose is not shown', () => {
  const several = (counts: readonly number[], answered: number): Counted => ({ linkId: 'q', answered, free: false, rows: counts.map((count, index) => ({ kind: 'valueCoding', value: { code: index }, count })) });
  expect(numbers(protectQuestion(several([50, 48, 20], 50), [50], false))).toEqual([50, null, 20]);
  // Two small numbers that sum to 8 can only be 4 and 4.
  expect(numbers(protectQuestion(several([4, 4, 20, 30], 58), [58], false))).toEqual([null, null, null, 30]);
});

test('of no table, and of no two together, a group of one to four follows', () => {
  const person = fc.record({ place: fc.constantFrom('north', 'south', 'west', undefined), safe: fc.constantFrom(true, false, undefined), why: fc.constantFrom('dark', 'cars', undefined) })
    .map((one): Person => (one.safe === false ? one : { ...one, why: undefined }));
  fc.assert(fc.property(fc.array(fc.tuple(person, fc.integer({ min: 1, max: 12 })), { maxLength: 9 }), (groups) => {
    const { responses, place, safe, why } = resultsOf(groups.flatMap(([one, count]) => times(count, one)));
    const noes = safe?.rows[1]?.count ?? null;
    for (const [question, wholes] of [[place, [responses]], [safe, [responses]], [why, [responses, noes]]] as const) {
      const shown = (numbers(question) ?? []).flatMap((one) => one ?? []);
      expect(shown.filter(isSmall)).toEqual([]);
      const hidden = (question?.rows.length ?? 0) - shown.length;
      const sum = shown.reduce((a, b) => a + b, 0);
      for (const whole of [...wholes, question?.answered]) {
        if (whole === null || whole === undefined) continue;
        expect(isSmall(whole - sum), JSON.stringify({ question, whole })).toBe(false);
        for (const one of shown) expect(isSmall(whole - one)).toBe(false);
        if (question?.answered != null) expect(isSmall(whole - question.answered)).toBe(false);
        // One hidden number alone would follow from the others and how many answered.
        if (whole === question?.answered) expect(hidden).not.toBe(1);
      }
      if (noes === null) expect(numbers(why)?.every((one) => one === null)).toBe(true);
    }
  }), { numRuns: 500 });
});

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => await world.close());

test('whoever has no account reads protected numbers of a closed survey alone: no raw count, response or answer, and nothing before it closes', async () => {
  const version = newId();
  const both = { en: 'Safe?', fr: 'En sûreté?' };
  await world.as.manager(async (scope) => {
    await insertSurvey(scope, { slug: 'safe', title: both, lead: both, distress: false, demonstration: true, opensOn: '2019-06-01' });
    await insertVersion(scope, { id: version, survey: 'safe', questionnaire });
    for (const [index, { place, safe }] of [...times(30, { place: 'north', safe: true }), ...times(18, { place: 'south', safe: false }), ...times(2, { place: 'south' })].entries())
      await insertResponse(scope, {
        id: crypto.randomUUID(), version, channel: 'paper', language: 'en', receivedOn: '2019-06-02', answers: {}, mayQuote: false, told: { municipality: null, age: null, language: null }, once: Buffer.from(String(index)),
        lines: [{ linkId: 'place', path: 'place[0]=0', kind: 'valueCoding', value: { code: place } }, ...(safe === undefined ? [] : [{ linkId: 'safe', path: 'safe[0]=0', kind: 'valueBoolean', value: safe }])],
      });
  });
  const asPublic = async (query: string) => await world.as.public(async ({ sql }) => (await sql.unsafe(query)).length).catch(() => 'refused');
  const stored = async () => await world.as.public(async ({ sql }) => (await sql<{ results: unknown }[]>`select results from engagement.survey_result`).map((row) => row.results));
  const manager = await world.http(engagementRoutes(() => world.site, { keepsMailHere: true })).as('manager');
  const close = async (on: string, shown: 'yes' | 'no') => await manager.post('/en/engagement/surveys/office/safe/dates', { 'opens-on': '2019-06-01', 'closes-on': on, 'results-public': shown });
  await close('2019-06-02', 'no');
  await world.as.worker(keepResults);
  expect(await stored()).toEqual([]);
  await close('2019-06-02', 'yes');
  await world.runJobs(resultJobs);
  const [results] = await stored();
  expect(results).toEqual({
    responses: 50, questions: [
      { linkId: 'place', answered: 50, free: false, rows: [{ kind: 'valueCoding', value: { code: 'north', display: 'NORTH' }, count: 30 }, { kind: 'valueCoding', value: { code: 'south', display: 'SOUTH' }, count: 20 }, { kind: 'valueCoding', value: { code: 'west', display: 'WEST' }, count: null }] },
      { linkId: 'safe', answered: null, free: false, rows: [{ kind: 'valueBoolean', value: true, count: 30 }, { kind: 'valueBoolean', value: false, count: null }] },
      { linkId: 'why', answered: null, free: false, rows: [{ kind: 'valueCoding', value: { code: 'dark', display: 'DARK' }, count: null }, { kind: 'valueCoding', value: { code: 'cars', display: 'CARS' }, count: null }] },
    ],
  });
  for (const query of ['select from engagement.response', 'select from engagement.answer', `select * from engagement.public_counts('safe', 1)`, 'select counted_on from engagement.survey_result']) expect(await asPublic(query), query).toBe('refused');
  // A form that is typed in later does not change what stands: by subtraction it would be read.
  await world.as.manager(async (scope) => await insertResponse(scope, {
    id: crypto.randomUUID(), version, channel: 'paper', language: 'en', receivedOn: '2019-06-02', answers: {}, mayQuote: false, told: { municipality: null, age: null, language: null }, once: Buffer.from('late'), lines: [{ linkId: 'place', path: 'place[0]=0', kind: 'valueCoding', value: { code: 'north' } }],
  }));
  await world.as.worker(keepResults);
  expect((await stored())[0]).toEqual(results);
  // What stands is what the gate filed, number by number, and no number of it is a true small count.
  const filed = await world.as.public(async (scope) => await listReleased(scope, [`survey/${version}`]));
  expect(filed[0]?.cells.map(({ keys, published }) => [keys['q:place'] ?? keys['q:safe'] ?? 'all', published])).toEqual([
    ['0 north', '30'], ['1 south', '20'], ['2 west', 'fewer than 5'], ['no answer', 'fewer than 5'], ['all', '50'], ['0 true', '30'], ['1 false', null], ['no answer', 'fewer than 5'],
  ]);
  await close('2019-07-30', 'yes');
  expect(await stored()).toEqual([]);
});
