import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { declineReasons, decliners, offerSteps, type StepTaken } from './queries.ts';
import { offerWords } from './words.ts';

/** Reads a step; undefined where it is none. A decline says who and why, a return says why. */
export function readStep(form: Form, language: Language): Read<StepTaken> | undefined {
  const words = offerWords[language];
  const step = offerSteps.find((one) => one === form.text('step'));
  if (!step) return undefined;
  const errors: Record<string, string> = {};
  const declinedBy = step === 'decline' ? decliners.find((one) => one === form.text('declined-by')) : undefined;
  const reason = step === 'decline' ? declineReasons.find((one) => one === form.text('reason')) : undefined;
  const note = form.text('note');
  if (step === 'decline' && !declinedBy) errors['declined-by'] = words.noWho;
  if (step === 'decline' && !reason) errors.reason = words.noReason;
  if (step === 'return' && note.length < 5) errors.note = words.noWhy;
  if (note.length > 500) errors.note = words.tooLong;
  return Object.keys(errors).length > 0 ? { errors } : { value: { step, declinedBy, reason, note: note === '' ? undefined : note } };
}
