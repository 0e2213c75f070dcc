import { declareCube, type Label, releaseThroughGate, type TrueCell } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { answerText, questionText } from '../response/answer-text.ts';
import type { ProtectedResults } from './protected-results.ts';
import { surveyPaths } from './paths.ts';
import { type Counted, cellOf } from './results.ts';

export type GatedSurvey = { readonly version: string; readonly slug: string; readonly number: number; readonly title: Bilingual; readonly compiled: Compiled };
const silent = 'no answer';

/**
 * The results of a version as they passed the gate: one cube, of which each question is a breakdown (of one where several answers may be given, each
 * answer is), and whoever did not answer is a group too. What the survey itself hides, the gate leaves out; undefined where nothing may be published.
 */
export async function gateResults(scope: Scope, survey: GatedSurvey, counted: readonly Counted[], responses: number, shown: ProtectedResults): Promise<ProtectedResults | undefined> {
  const open = counted.filter((one) => shown.responses !== null && shown.questions.some((other) => other.linkId === one.linkId && other.rows.some((row) => row.count !== null)));
  const cells = [...open.flatMap((one) => cellsOf(one, responses, isShown(shown))), ...(open.length === 0 ? [{ keys: {}, count: responses }] : [])];
  const cube = `survey/${survey.version}`;
  const breakdowns = [...new Set(cells.flatMap(({ keys }) => Object.keys(keys)))];
  await declareCube(scope, { slug: cube, indicator: cube, title: survey.title, owner: 'engagement', kind: 'service', breakdowns, labels: labelsOf(survey.compiled, open, responses), review: 'rule', page: surveyPaths.results(survey.slug, survey.number) });
  const outcome = await releaseThroughGate(scope, { cube, period: `v${survey.number}`, cells, again: 'revise' });
  if (outcome.state === 'blocked') return undefined;
  const printed = new Map(outcome.cells.map(({ keys, published }) => [codeOf(Object.entries(keys).filter(([name]) => name.startsWith('q:'))), numberIn(published)]));
  const total = printed.get(codeOf([])) ?? null;
  const numberOf = (linkId: string, index: number): number | null => {
    const one = open.find((question) => question.linkId === linkId);
    const row = one?.rows[index];
    return one && row ? (printed.get(codeOf([keyOf(one, index, responses)])) ?? null) : null;
  };
  return {
    responses: total,
    questions: shown.questions.map((one) => ({ ...one, answered: one.answered !== null && counted.some((other) => other.linkId === one.linkId && other.answered === responses) ? total : null, rows: one.rows.map((row, index) => ({ ...row, count: row.count === null ? null : numberOf(one.linkId, index) })) })),
  };
}

function cellsOf(one: Counted, responses: number, shown: (linkId: string, index: number) => boolean): TrueCell[] {
  const rest = responses - sumOf(one);
  const cells = one.rows.flatMap((row, index): TrueCell[] => {
    const [name, value] = keyOf(one, index, responses);
    const left = shown(one.linkId, index) ? {} : { left: true };
    return [{ keys: { [name]: value }, count: row.count, ...left }, ...(rest < 0 ? [{ keys: { [name]: 'no' }, count: responses - row.count }] : [])];
  });
  return rest < 0 ? cells : [...cells, { keys: { [`q:${one.linkId}`]: silent }, count: rest }];
}

/** What questions and answers are called, by the names that the cube has for them. */
function labelsOf(compiled: Compiled, counted: readonly Counted[], responses: number): Record<string, Label> {
  const none = { en: 'No answer', fr: 'Sans réponse' };
  const yesNo = { yes: { en: 'chosen', fr: 'choisi' }, no: { en: 'not chosen', fr: 'non choisi' } };
  const both = (text: (language: Language) => string): Bilingual => ({ en: text('en'), fr: text('fr') });
  return Object.fromEntries(counted.flatMap((one) => {
    const answers = one.rows.map(({ kind, value }, index) => [keyOf(one, index, responses), both((language) => answerText(compiled, { linkId: one.linkId, kind, value }, language))] as const);
    const question = both((language) => questionText(compiled, one.linkId, language));
    if (sumOf(one) > responses) return answers.map(([[name], answer]): [string, Label] => [name, { en: `${question.en} ${answer.en}`, fr: `${question.fr} ${answer.fr}`, values: yesNo }]);
    return [[`q:${one.linkId}`, { ...question, values: { ...Object.fromEntries(answers.map(([[, code], answer]) => [code, answer])), [silent]: none } }] satisfies [string, Label]];
  }));
}

// Where answers add up to more than the people, several could be given: each answer is a question of its own then.
function keyOf(one: Counted, index: number, responses: number): readonly [string, string] {
  const row = one.rows[index];
  const code = `${index} ${row ? cellOf(row) : ''}`;
  return sumOf(one) > responses ? [`q:${one.linkId} ${code}`, 'yes'] : [`q:${one.linkId}`, code];
}

function sumOf(one: Counted): number {
  return one.rows.reduce((sum, row) => sum + row.count, 0);
}

function isShown(shown: ProtectedResults) {
  return (linkId: string, index: number) => shown.questions.find((one) => one.linkId === linkId)?.rows[index]?.count !== null;
}

function codeOf(keys: readonly (readonly [string, string])[]): string {
  return JSON.stringify(keys);
}

function numberIn(published: string | null): number | null {
  return published !== null && /^\d+$/.test(published) ? Number(published) : null;
}
