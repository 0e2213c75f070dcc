import { createHash } from 'node:crypto';
import { compile } from '#app/methods/questionnaire/compile.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import { answersFromForm } from '#app/methods/questionnaire/form/answers-from-form.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import { initialResponse } from '#app/methods/questionnaire/initial.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { type Applying, questionsOpened, settleResponse, stepsOf } from '#app/methods/questionnaire/settle.ts';
import { validate } from '#app/methods/questionnaire/validate.ts';
import { findNames } from '#app/methods/name-warning/name-warning.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';

/** Fields of the form beside those of the questionnaire: no linkId can be called so. */
export const fields = { version: '~version', once: '~once', soFar: '~so-far', step: '~step', action: '~do', code: '~code', quote: '~quote', opens: '~opens', put: '~put', seen: '~seen' } as const;

/** Where somebody is in answering: everything travels with the form, nothing is kept on the server. */
export type Progress = { readonly response: Json; readonly step: string | undefined; readonly once: string; readonly code: string;
  /** Whether her words may be quoted. */
  readonly quote: boolean;
};
export type Turn =
  | { readonly kind: 'ask'; readonly progress: Progress; readonly step: string; readonly issues: readonly Issue[]; readonly blanks: ReadonlyMap<string, number>;
    /** What in the words may tell who somebody is, shown before she goes on. */
    readonly named: readonly string[] }
  | { readonly kind: 'review' | 'save' | 'send'; readonly progress: Progress };

const compiledOnce = new Map<string, Compiled>();
/** The compiled form of a version that never changes once it is answered; compiled once a process. */
export function compiledOf(version: string, questionnaire: unknown): Compiled {
  const key = `${version} ${createHash('sha256').update(JSON.stringify(questionnaire)).digest('hex')}`;
  const known = compiledOnce.get(key) ?? compile(questionnaire);
  if (compiledOnce.size > 100) compiledOnce.clear();
  compiledOnce.set(key, known);
  return known;
}

/** The first step of somebody who begins. */
export function begin(compiled: Compiled, once: string): Progress {
  const response = initialResponse(compiled);
  return { response, step: stepsOf(compiled, response)[0], once, code: '', quote: false };
}

/** Reads a posted step and says what comes next: the same step with what is wrong, the next one, the review, saving or sending. */
export function takeTurn(compiled: Compiled, form: Form, language: Language): Turn {
  const before = parsed(form.text(fields.soFar));
  const step = form.text(fields.step) || undefined;
  const action = form.text(fields.action);
  const code = form.text(fields.code);
  const once = form.text(fields.once);
  const quote = form.text(fields.quote) === 'yes';
  const read = step === undefined ? { response: before, blanks: new Map<string, number>(), rowsChanged: false } : answersFromForm(compiled, form.entries(), { before, step });
  const response: Json = read.response;
  const steps = stepsOf(compiled, response);
  const ask = (to: string | undefined, issues: readonly Issue[] = [], blanks = read.blanks): Turn =>
    to === undefined ? { kind: 'review', progress: { response, step: undefined, once, code, quote } } : { kind: 'ask', progress: { response, step: to, once, code, quote }, step: to, issues, blanks, named: [] };
  if (action.startsWith('to:')) return ask(steps.find((one) => one === action.slice(3)) ?? steps[0]);
  if (step === undefined) return action === 'send' ? sendOr(compiled, { response, step, once, code, quote }, language, ask) : ask(undefined);
  if (read.rowsChanged) return ask(step);
  const index = steps.indexOf(step);
  if (action === 'back') return ask(steps[Math.max(0, index - 1)]);
  const issues = issuesOf(compiled, response, language).filter((issue) => issue.expression.startsWith(`QuestionnaireResponse.item.where(linkId='${step}')`));
  if (action === 'save') return { kind: 'save', progress: { response, step, once, code, quote } };
  const opened = openedIn(compiled, form, before, response, step);
  if (opened.length > 0) return ask(step, issues.filter((issue) => !opened.some((one) => issue.expression.startsWith(one.path))));
  if (issues.length > 0) return ask(step, issues);
  const named = namesIn(response, step);
  const seen = form.list(fields.seen);
  return named.every((text) => seen.includes(text)) ? ask(steps[index + 1]) : { kind: 'ask', progress: { response, step, once, code, quote }, step, issues: [], blanks: read.blanks, named };
}

/** What in the words of a step looks like a name, an address or a number, each once. */
function namesIn(response: Json, step: string): string[] {
  const words = flattenAnswers(response).filter((line) => line.kind === 'valueString' && line.path.startsWith(`${encodeURIComponent(step)}[`));
  return [...new Set(words.flatMap((line) => findNames(String(line.value)).map((one) => one.text)))];
}

/** Questions whose branch opened by what was posted, and that no script had shown. */
export function openedIn(compiled: Compiled, form: Form, before: Json, posted: Json, step: string | undefined): readonly Applying[] {
  return questionsOpened(compiled, before, posted, step, new Set(form.text(fields.opens) === 'yes' ? form.list(fields.put) : []));
}

function sendOr(compiled: Compiled, progress: Progress, language: Language, ask: (to: string | undefined, issues?: readonly Issue[]) => Turn): Turn {
  const issues = issuesOf(compiled, progress.response, language);
  if (issues.length === 0) return { kind: 'send', progress };
  const wrong = stepsOf(compiled, progress.response).find((step) => issues.some((issue) => issue.expression.startsWith(`QuestionnaireResponse.item.where(linkId='${step}')`)));
  return wrong === undefined ? { kind: 'send', progress } : ask(wrong, issues);
}

/** What stands against a response that is finished; errors alone. */
export function issuesOf(compiled: Compiled, response: Json, language: Language): readonly Issue[] {
  return validate(compiled, settleResponse(compiled, response, 'completed'), { language }).issues.filter((issue) => issue.severity === 'error');
}

/** The answers that travelled with a form. */
export function parsed(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // A form without its earlier answers begins anew.
  }
  return { resourceType: 'QuestionnaireResponse', status: 'in-progress' };
}
