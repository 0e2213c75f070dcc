import { isId } from '#app/platform/db/id.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { type Area, areas, type GoalState, goalStates, type Proof, proofs } from './rules.ts';
import { ownPlanWords } from './words.ts';

export type GoalGiven = { readonly id: string | undefined; readonly area: Area; readonly inWords: string; readonly state: GoalState };
/** A goal as it was typed; without an id it is a new one. */
export function readGoal(form: Form, language: Language): Read<GoalGiven> {
  const words = ownPlanWords[language];
  const errors: Record<string, string> = {};
  const inWords = textOf(form, 'words', 1000, words.noGoal, words.tooLong(1000), errors);
  const area = areas.find((one) => one === form.text('area'));
  if (!area) errors.area = words.noArea;
  const id = form.text('goal');
  const state = goalStates.find((one) => one === form.text('state')) ?? 'open';
  return area && Object.keys(errors).length === 0 ? { value: { id: isId(id) ? id : undefined, area, inWords, state } } : { errors };
}

export function readStep(form: Form, language: Language): Read<{ goal: string; inWords: string; dueOn: string | null }> {
  const words = ownPlanWords[language];
  const errors: Record<string, string> = {};
  const inWords = textOf(form, 'step-words', 500, words.noStep, words.tooLong(500), errors);
  const due = form.text('due');
  if (due !== '' && !isDay(due)) errors.due = words.noDate;
  return Object.keys(errors).length > 0 ? { errors } : { value: { goal: form.text('goal'), inWords, dueOn: due === '' ? null : due } };
}

export function readWord(form: Form, language: Language): Read<{ goal: string; inWords: string }> {
  const words = ownPlanWords[language];
  const errors: Record<string, string> = {};
  const inWords = textOf(form, 'word-words', 2000, words.noWord, words.tooLong(2000), errors);
  return Object.keys(errors).length > 0 ? { errors } : { value: { goal: form.text('goal'), inWords } };
}

export function readTick(form: Form): { step: string; done: boolean; proof: Proof } {
  return { step: form.text('step'), done: form.text('done') === 'yes', proof: proofs.find((one) => one === form.text('proof')) ?? 'told' };
}

function textOf(form: Form, name: string, limit: number, missing: string, tooLong: string, errors: Record<string, string>): string {
  const value = form.text(name);
  if (value === '') errors[name] = missing;
  else if ([...value].length > limit) errors[name] = tooLong;
  return value;
}
