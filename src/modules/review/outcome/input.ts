import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { isConclusion } from '../checklist/rules.ts';
import { refusalOfNote } from '../plain-note.ts';
import type { Answered, Settled } from './queries.ts';
import { answerKinds, declineReasons, settleReasons } from './rules.ts';
import { outcomeWords } from './words.ts';

function noteOf(form: Form, language: Language, errors: Record<string, string>): string | null {
  const note = form.text('note');
  const refusal = refusalOfNote(note, language);
  if (refusal !== undefined) errors.note = refusal;
  return note === '' ? null : note;
}

/** Reads what a discussion came to. */
export function readSettled(form: Form, language: Language, codes: readonly string[], code: string): Read<Settled> {
  const words = outcomeWords[language].errors;
  const errors: Record<string, string> = {};
  const given = form.text('conclusion');
  const conclusion = isConclusion(given) ? given : undefined;
  if (conclusion === undefined) errors.conclusion = words.conclusion;
  const to = form.text('to-code');
  const toCode = conclusion === 'recode' && codes.includes(to) && to !== code ? to : null;
  if (conclusion === 'recode' && toCode === null) errors['to-code'] = words.toCode;
  const reason = settleReasons.find((one) => one === form.text('reason'));
  if (reason === undefined) errors.reason = words.reason;
  const note = noteOf(form, language, errors);
  if (Object.keys(errors).length > 0 || conclusion === undefined || reason === undefined) return { errors };
  return { value: { conclusion, toCode, contact: form.list('more').includes('contact'), systemic: form.list('more').includes('systemic'), way: 'discussion', reason, note } };
}

/** Reads the answer of the police. */
export function readAnswer(form: Form, language: Language, codes: readonly string[], code: string): Read<Answered> {
  const words = outcomeWords[language].errors;
  const errors: Record<string, string> = {};
  const answer = answerKinds.find((one) => one === form.text('answer'));
  if (answer === undefined) errors.answer = words.answer;
  const reason = declineReasons.find((one) => one === form.text('why'));
  if (answer !== undefined && answer !== 'done' && reason === undefined) errors.why = words.why;
  const newCode = codes.find((one) => one === form.text('new-code') && one !== code) ?? null;
  const note = noteOf(form, language, errors);
  if (Object.keys(errors).length > 0 || answer === undefined) return { errors };
  return { value: { answer, newCode, reason: answer === 'done' ? null : (reason ?? null), note } };
}
