import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formReader, type Read } from '#app/ui/form-reader.ts';
import type { Colleague } from '../person/queries.ts';
import type { NewGoal, NewStep, Pathway } from './queries.ts';
import { careSteps, type GoalState, goalStates, type PlanState, refusalOf } from './rules.ts';
import { careWords } from './words.ts';

const readerOf = (form: Form, language: Language) => formReader(form, careWords[language]);

export function readOpening(form: Form, language: Language, today: string, pathways: readonly Pathway[]): Read<{ pathway: string; leavingCare: boolean; on: string }> {
  const reader = readerOf(form, language);
  const pathway = reader.chosen('pathway', pathways.map((one) => one.slug), reader.words.noPathway) ?? '';
  return reader.finish({ pathway, leavingCare: form.text('leaving-care') === 'yes', on: reader.pastDate('on', today) });
}

/** A step with its day, not before the last one was taken back to the opening; a reason where it leaves the pathway. */
export function readStep(form: Form, language: Language, today: string, given: { state: PlanState; openedOn: string; colleagues: readonly Colleague[] }): Read<NewStep> {
  const reader = readerOf(form, language);
  const step = reader.chosen('step', careSteps, reader.words.noStep);
  const on = reader.pastDate('on', today);
  if (on !== '' && on < given.openedOn) reader.errors.on = reader.words.beforeOpening;
  const reason = form.text('reason');
  if (reason.length > 2000) reader.errors.reason = reader.words.tooLong(2000);
  const refusal = step ? refusalOf(step, given.state, reason) : undefined;
  if (refusal) reader.errors[refusal === 'needs-reason' ? 'reason' : 'step'] = reader.words.refusals[refusal];
  const coordinator = step === 'coordinator' ? reader.chosen('coordinator', given.colleagues.map((one) => one.account), reader.words.noCoordinator) : undefined;
  return reader.finish({ kind: 'step', step, on, reason, coordinator });
}

/** A refusal explains itself and says to whom the person was handed over. */
export function readRefusal(form: Form, language: Language, today: string): Read<NewStep> {
  const reader = readerOf(form, language);
  const reason = reader.text('reason', 2000, reader.words.noExplanation);
  if (reason !== '' && reason.length < 10) reader.errors.reason = reader.words.shortExplanation;
  const warmTo = reader.text('warm-to', 500, reader.words.noWarm);
  if (warmTo !== '' && warmTo.length < 3) reader.errors['warm-to'] = reader.words.noWarm;
  return reader.finish({ kind: 'refused', on: reader.pastDate('on', today), reason, warmTo });
}
export function readRest(form: Form, language: Language, today: string, kind: 'inactive' | 'reopened'): Read<NewStep> {
  const reader = readerOf(form, language);
  return reader.finish({ kind, reason: reader.text('reason', 2000, reader.words.noReason), on: reader.pastDate('on', today) });
}

export function readStrengths(form: Form, language: Language): Read<{ strengths: string; needs: string }> {
  const reader = readerOf(form, language);
  return reader.finish({ strengths: reader.text('strengths', 8000, reader.words.noStrengths), needs: reader.text('needs', 8000, reader.words.noNeeds) });
}

const futureDate = (reader: ReturnType<typeof readerOf>, name: string, today: string): string => {
  const value = reader.date(name);
  if (reader.errors[name] === undefined && value < today) reader.errors[name] = reader.words.notFuture;
  return value;
};
const rankOf = (reader: ReturnType<typeof readerOf>, form: Form): number => {
  const rank = /^\d{1,2}$/.test(form.text('rank')) ? Number(form.text('rank')) : 0;
  if (rank < 1) reader.errors.rank = reader.words.noRank;
  return rank;
};
export function readGoal(form: Form, language: Language, today: string): Read<NewGoal> {
  const reader = readerOf(form, language);
  return reader.finish({ inWords: reader.text('in-words', 2000, reader.words.noGoal), rank: rankOf(reader, form), owner: reader.text('owner', 300, reader.words.noOwner), reviewOn: futureDate(reader, 'review-on', today) });
}
/** What may change of a goal; a day of review in the past stands only with a goal that is no longer open. */
export function readGoalState(form: Form, language: Language, today: string): Read<Omit<NewGoal, 'inWords'> & { state: GoalState }> {
  const reader = readerOf(form, language);
  const state = reader.chosen('state', goalStates, reader.words.noState) ?? 'open';
  const reviewOn = state === 'open' ? futureDate(reader, 'review-on', today) : reader.date('review-on');
  return reader.finish({ state, rank: rankOf(reader, form), owner: reader.text('owner', 300, reader.words.noOwner), reviewOn });
}

export function readProvider(form: Form, language: Language, agencies: readonly string[]): Read<{ agency: string; provides: string }> {
  const reader = readerOf(form, language);
  return reader.finish({ agency: reader.chosen('agency', agencies, reader.words.noAgency) ?? '', provides: reader.text('provides', 500, reader.words.noProvides) });
}
export function readReviewDay(form: Form, language: Language, today: string): Read<string> {
  const reader = readerOf(form, language);
  return reader.finish(futureDate(reader, 'due', today));
}
export function readHeld(form: Form, language: Language, today: string): Read<{ on: string; found: string }> {
  const reader = readerOf(form, language);
  return reader.finish({ on: reader.pastDate('on', today), found: reader.text('found', 8000, reader.words.noFound) });
}
export function readAgeDone(form: Form, language: Language, today: string): Read<{ on: string; note: string }> {
  const reader = readerOf(form, language);
  return reader.finish({ on: reader.pastDate('on', today), note: reader.text('note', 1000, reader.words.noNote) });
}
