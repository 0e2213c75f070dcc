import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { type Outcome, outcomes } from './queries.ts';
import { alertWords } from './words.ts';

/** What was done about an alert: a code and, always, words. */
export function readAnswer(form: Form, language: Language): Read<{ outcome: Outcome; note: string }> {
  const words = alertWords[language];
  const errors: Record<string, string> = {};
  const outcome = outcomes.find((one) => one === form.text('outcome'));
  const note = form.text('note');
  if (!outcome) errors.outcome = words.noOutcome;
  if (note.length < 10) errors.note = words.shortNote;
  if (note.length > 2000) errors.note = words.longNote;
  return outcome && Object.keys(errors).length === 0 ? { value: { outcome, note } } : { errors };
}
