import { bandsOf, safetyAnswers } from '#app/methods/questionnaire/bands.ts';
import { isObject, type Json } from '#app/methods/questionnaire/fhir.ts';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { score } from '#app/methods/questionnaire/score.ts';
import type { Language } from '#app/platform/language/language.ts';

/** What is kept as the score of a finished form; undefined where the form is incomplete or computes nothing. */
export type Score = { readonly total: number };

/** The score of a response, from its definition alone; no prorating: an incomplete form has none. */
export function scoreOf(compiled: Compiled, response: Json, now: Date): Score | undefined {
  const { values } = score(compiled, response, { now: now.toISOString() });
  return typeof values.total === 'number' ? { total: values.total } : undefined;
}

/** The required questions without an answer, as linkIds in the order of the form. */
export function missingIn(compiled: Compiled, response: Json, now: Date): readonly string[] {
  return score(compiled, response, { now: now.toISOString() }).missing;
}

/** The neutral name of the band of a score; undefined where the instrument has no bands. */
export function bandOf(compiled: Compiled, { total }: Score, language: Language): string | undefined {
  return bandsOf(compiled, { values: { total }, enabled: {}, complete: true, missing: [] }, language)[0]?.label;
}

/** Where an assessment stands; what was entered in error is struck out and counts nowhere. */
export type State = 'unfinished' | 'finished' | 'struck-out';
export const strikeReasons = ['wrong-person', 'wrong-answers', 'wrong-form', 'duplicate', 'other'] as const;
export type StrikeReason = (typeof strikeReasons)[number];

export type Standing = 'unfinished' | 'struck-out' | 'no-score' | 'current' | 'out-of-date';
/** How an assessment stands on a day; the last day of a score counts. What is out of date is shown as that and used for nothing. */
export function standingOf(one: { readonly state: State; readonly score: Score | null; readonly expiresOn: string | null }, today: string): Standing {
  if (one.state !== 'finished') return one.state;
  if (!one.score || one.expiresOn === null) return 'no-score';
  return one.expiresOn < today ? 'out-of-date' : 'current';
}

export type Alarming = { readonly linkId: string; readonly answer: Json };
/** Answers that call for somebody to act, and were not kept so before: new ones and changed ones, be the form finished or not. */
export function newlyAlarming(compiled: Compiled, before: Json, after: Json): readonly Alarming[] {
  const earlier = new Set(alarmingIn(compiled, before).map(keyOf));
  return alarmingIn(compiled, after).filter((one) => !earlier.has(keyOf(one)));
}

/** Every answer that calls for somebody to act. */
export function alarmingIn(compiled: Compiled, response: Json): readonly Alarming[] {
  const calling = new Set(safetyAnswers(compiled, response));
  return flattenAnswers(response).filter((line) => calling.has(line.linkId)).map(({ linkId, kind, value }) => ({ linkId, answer: { [kind]: plain(value) } }));
}

// A coding is known by its system and code; its words may stand in either language.
const plain = (value: unknown): unknown => (isObject(value) && 'code' in value ? { ...(value.system === undefined ? {} : { system: value.system }), code: value.code } : value);
const keyOf = (one: Alarming): string => JSON.stringify([one.linkId, one.answer]);

/** The questions that two responses answer differently, as linkIds in the order of the form. */
export function differing(compiled: Compiled, one: Json, other: Json): readonly string[] {
  const of = (response: Json) => {
    const lines = new Map<string, string>();
    for (const { linkId, kind, value } of flattenAnswers(response)) lines.set(linkId, `${lines.get(linkId) ?? ''}${JSON.stringify([kind, plain(value)])}`);
    return lines;
  };
  const [left, right] = [of(one), of(other)];
  return compiled.all.map((item) => item.linkId).filter((linkId) => left.get(linkId) !== right.get(linkId));
}
