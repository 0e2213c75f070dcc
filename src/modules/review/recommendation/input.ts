import { findNames } from '#app/methods/name-warning/name-warning.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { NewRecommendation } from './queries.ts';
import { addressees, type Step } from './rules.ts';
import { recommendationWords } from './words.ts';

const longest = 500;

/** Reads a field that everybody may read later: not empty, not too long, no name of a person. */
function plainText(form: Form, name: string, language: Language, missing: string | undefined, errors: Record<string, string>): string {
  const words = recommendationWords[language].errors;
  const value = form.text(name);
  const [found] = findNames(value);
  if (value === '' && missing !== undefined) errors[name] = missing;
  else if ([...value].length > longest) errors[name] = words.long;
  else if (found) errors[name] = words.name_(found.text);
  return value;
}

export function readRecommendation(form: Form, language: Language, today: string, questions: readonly string[]): Read<NewRecommendation> {
  const words = recommendationWords[language].errors;
  const errors: Record<string, string> = {};
  const text = (name: string, missing?: string) => plainText(form, name, language, missing, errors);
  const addressee = addressees.find((one) => one === form.text('addressee'));
  if (addressee === undefined) errors.addressee = words.addressee;
  const name = addressee === 'other' ? { en: text('name-en', words.name), fr: text('name-fr', words.name) } : null;
  const title = { en: text('what-en', words.what), fr: text('what-fr', words.what) };
  const reason = { en: text('why-en', words.why), fr: text('why-fr', words.why) };
  const directive = text('directive');
  const due = form.text('due');
  if (!isDay(due) || due <= today) errors.due = words.due;
  if (Object.keys(errors).length > 0 || addressee === undefined) return { errors };
  return { value: { addressee, addresseeName: name, title, reason, directive: directive === '' ? null : directive, question: questions.find((one) => one === form.text('question')) ?? null, due } };
}

export function readStep(form: Form, language: Language, open: readonly Step[]): Read<{ readonly step: Step; readonly evidence: string | null }> {
  const words = recommendationWords[language].errors;
  const errors: Record<string, string> = {};
  const step = open.find((one) => one === form.text('step'));
  if (step === undefined) errors.step = words.step;
  const evidence = plainText(form, 'evidence', language, step === 'accepted' ? undefined : words.evidence, errors);
  if (Object.keys(errors).length > 0 || step === undefined) return { errors };
  return { value: { step, evidence: evidence === '' ? null : evidence } };
}
