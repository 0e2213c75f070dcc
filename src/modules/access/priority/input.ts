import { checkRuleSet, type Rule } from '#app/methods/priority/rule.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { protectedFields, ruleOn } from './fields.ts';
import type { Approval } from './queries.ts';
import { priorityWords } from './words.ts';

/** How many rules the form offers places for. */
export const mostRules = 7;
export type Proposal = { readonly rules: readonly Rule[]; readonly note: string };

/** Reads the rules in the order of the form; empty places between are left out. */
export function readProposal(form: Form, language: Language): Read<Proposal> {
  const words = priorityWords[language];
  const errors: Record<string, string> = {};
  const ids = Array.from({ length: mostRules }, (_, index) => form.text(`rule-${index + 1}`));
  const rules = ids.flatMap((id) => ruleOn(id) ?? []);
  const again = ids.findIndex((id, index) => id !== '' && ids.indexOf(id) < index);
  if (rules.length === 0) errors['rule-1'] = words.noRule;
  if (again >= 0) errors[`rule-${again + 1}`] = words.twice;
  const note = form.text('note');
  if (note === '') errors.note = words.noNote;
  else if (note.length > 1000) errors.note = words.tooLong(1000);
  if (Object.keys(errors).length > 0) return { errors };
  checkRuleSet({ id: 'proposed', version: '1', rules, protected: [...protectedFields] });
  return { value: { rules, note } };
}

export function readApproval(form: Form, language: Language, today: string): Read<Approval> {
  const words = priorityWords[language];
  const errors: Record<string, string> = {};
  const text = (name: string, most: number, missing: string) => {
    const value = form.text(name);
    if (value === '') errors[name] = missing;
    else if (value.length > most) errors[name] = words.tooLong(most);
    return value;
  };
  const [body, decision, reference] = [text('body', 200, words.noBody), text('decision', 2000, words.noDecision), text('reference', 200, words.noReference)];
  const [decidedOn, from, url] = [form.text('decided-on'), form.text('from'), form.text('url')];
  if (!isDay(decidedOn) || decidedOn > today) errors['decided-on'] = words.badDecided;
  if (!isDay(from) || (isDay(decidedOn) && from < decidedOn)) errors.from = words.badFrom;
  if (url !== '' && !(URL.canParse(url) && new URL(url).protocol === 'https:')) errors.url = words.badUrl;
  return Object.keys(errors).length > 0 ? { errors } : { value: { body, decision, decidedOn, reference, url: url === '' ? null : url, from } };
}

export type Move = { readonly place: number; readonly reason: string };
export function readMove(form: Form, language: Language, people: number): Read<Move> {
  const words = priorityWords[language];
  const errors: Record<string, string> = {};
  const [place, reason] = [Number(form.text('place')), form.text('reason')];
  if (!Number.isInteger(place) || place < 1 || place > people) errors.place = words.badPlace;
  if (reason.length < 10 || reason.length > 500) errors.reason = words.badReason;
  return Object.keys(errors).length > 0 ? { errors } : { value: { place, reason } };
}
