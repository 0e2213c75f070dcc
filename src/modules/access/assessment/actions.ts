import { addMonths } from '#app/modules/commitment/index.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import { settleResponse } from '#app/methods/questionnaire/settle.ts';
import { validate } from '#app/methods/questionnaire/validate.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Version } from '../instrument/shelf.ts';
import { raiseAlert } from '../safety-alert/actions.ts';
import { type Finish, type Saved, saveAssessment } from './queries.ts';
import { newlyAlarming, scoreOf } from './rules.ts';
import { assessmentWords } from './words.ts';

/** What somebody wants with what she typed: keep it, finish the form, or close it with questions left open. */
export type Wish = 'save' | 'finish' | 'close';
export type Known = { readonly id: string; readonly person: string; readonly agency: string; /** What is kept now. */ readonly response: Json };
export type Given = { readonly version: Version; /** The save that she has seen. */ readonly revision: number; readonly response: Json; readonly wish: Wish; readonly months: number; readonly language: Language };
/** `issues` stand against finishing, and what was typed is kept all the same; `alerts` are those that this save raised. */
export type Kept = { readonly outcome: Saved; readonly finished: boolean; readonly issues: readonly Issue[]; readonly alerts: readonly string[] };

/**
 * Keeps what was typed, finished or not. An answer that newly calls for somebody to act raises its alert whatever becomes of the save, also where somebody saved
 * in between. A form with a fault is kept unfinished.
 */
export async function keepAnswers(scope: Scope, known: Known, given: Given): Promise<Kept> {
  const { version, response, wish, language } = given;
  const moment = { now: scope.now.toISOString() };
  const issues = wish === 'save' ? [] : faultsOf(scope, given);
  const finished = wish !== 'save' && issues.length === 0;
  const settled = finished ? { ...settleResponse(version.compiled, response, wish === 'finish' ? 'completed' : 'in-progress', moment), ...(wish === 'close' ? { status: 'stopped' } : {}) } : response;
  const outcome = await saveAssessment(scope, { id: known.id, revision: given.revision, response: settled, language, finish: finished ? finishOf(scope, given) : undefined });
  if (outcome === 'refused') return { outcome, finished: false, issues, alerts: [] };
  const alerts: string[] = [];
  for (const alarming of newlyAlarming(version.compiled, known.response, response)) {
    const alert = await raiseAlert(scope, { person: known.person, agency: known.agency, assessment: known.id }, alarming);
    if (alert) alerts.push(alert);
  }
  return { outcome, finished: finished && outcome === 'saved', issues, alerts };
}

function finishOf(scope: Scope, { version, response, months }: Given): Finish {
  const doneOn = doneOnIn(response) ?? scope.today;
  return { score: scoreOf(version.compiled, response, scope.now), doneOn, expiresOn: addMonths(doneOn, months) };
}

/** The day on which a tool was used elsewhere, where the form asks for it. */
function doneOnIn(response: Json): string | undefined {
  const day = flattenAnswers(response).find((line) => line.linkId === 'administered-on')?.value;
  return typeof day === 'string' && isDay(day) ? day : undefined;
}

/** What stands against finishing; of a form that is closed with questions left open, only what was typed wrongly. */
function faultsOf(scope: Scope, { version, response, wish, language }: Given): readonly Issue[] {
  const { compiled } = version;
  const moment = { now: scope.now.toISOString() };
  const settled = settleResponse(compiled, response, wish === 'finish' ? 'completed' : 'in-progress', moment);
  const errors = validate(compiled, settled, { language, ...moment }).issues.filter((issue) => issue.severity === 'error');
  const done = doneOnIn(response);
  if (done !== undefined && done > scope.today) return [...errors, { severity: 'error', code: 'value', expression: "QuestionnaireResponse.item.where(linkId='administered-on')", text: assessmentWords[language].dateToCome }];
  return errors;
}
