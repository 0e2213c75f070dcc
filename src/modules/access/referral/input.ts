import { instantIn } from '#app/platform/clock/clock.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { Given, NewReferral } from './queries.ts';
import { dated, ruleOf, type Step, steps } from './rules.ts';
import { stateWords } from './state-words.ts';
import { referralWords } from './words.ts';

export const needs: readonly string[] = Object.keys(stateWords.en.needs);
export const maxRequest = 2000;
const isTime = (value: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

/** The moment of a day and a time as people type them; undefined where either is none. */
export function momentOf(day: string, time: string, timeZone: string): Date | undefined {
  return isDay(day) && isTime(time) ? instantIn(timeZone, `${day}T${time}`) : undefined;
}

type At = { readonly now: Date; readonly today: string; readonly timeZone: string };
/** The form that sends somebody to a service; what is urgent is not even kept without its phone call. */
export function readReferral(form: Form, language: Language, { now, timeZone }: At, of: { person: string; service: string; previous: string | null }): Read<NewReferral> {
  const words = referralWords[language];
  const errors: Record<string, string> = {};
  const need = needs.find((one) => one === form.text('need'));
  const urgency = (['routine', 'urgent'] as const).find((one) => one === form.text('urgency'));
  const request = form.text('request');
  if (!need) errors.need = words.noNeed;
  if (request === '') errors.request = words.noRequest;
  else if (request.length > maxRequest) errors.request = words.tooLong(maxRequest);
  if (!urgency) errors.urgency = words.noUrgency;
  const [who, day, time] = [form.text('handoff-with'), form.text('handoff-day'), form.text('handoff-time')];
  const called = urgency === 'urgent';
  const at = momentOf(day, time, timeZone);
  if (called) {
    if (who === '') errors['handoff-with'] = words.noHandoffWith;
    else if (who.length > 200) errors['handoff-with'] = words.tooLong(200);
    if (!isDay(day)) errors['handoff-day'] = words.badDay;
    if (!isTime(time)) errors['handoff-time'] = words.badTime;
    if (at && at > now) errors['handoff-day'] = words.handoffToCome;
  }
  if (Object.keys(errors).length > 0 || !need || !urgency) return { errors };
  return { value: { person: of.person, service: of.service, previous: of.previous, need, urgency, request, handoffAt: called ? (at ?? null) : null, handoffWith: called ? who : null } };
}

export const isStep = (value: string | undefined): value is Step => steps.some((step) => step === value);
/** Every step of a page has fields of its own, so that each label is its own. */
export const stepField = (step: Step, field: 'reason' | 'note' | 'on' | 'day' | 'time'): string => `${step}-${field}`;

/** What a step is given: its reason, a day, a moment, words. `sentOn` is the day of sending, from which a service can have begun. */
export function readStep(form: Form, language: Language, step: Step, { now, today, timeZone }: At, sentOn: string): Read<Given> {
  const words = referralWords[language];
  const errors: Record<string, string> = {};
  const [reason, note, on] = [form.text(stepField(step, 'reason')), form.text(stepField(step, 'note')), form.text(stepField(step, 'on'))];
  const { reasons } = ruleOf(step);
  if (reasons && !reasons.includes(reason)) errors[stepField(step, 'reason')] = words.noReason;
  if (step === 'answer-info' && note === '') errors[stepField(step, 'note')] = words.noAnswer;
  if (note.length > maxRequest) errors[stepField(step, 'note')] = words.tooLong(maxRequest);
  if (dated[step] === 'past') {
    if (!isDay(on)) errors[stepField(step, 'on')] = words.badDay;
    else if (on > today) errors[stepField(step, 'on')] = words.dayToCome;
    else if (on < sentOn) errors[stepField(step, 'on')] = words.beforeSent;
  }
  const at = momentOf(form.text(stepField(step, 'day')), form.text(stepField(step, 'time')), timeZone);
  if (dated[step] === 'to-come' && (!at || at <= now)) errors[stepField(step, 'day')] = words.momentPast;
  if (Object.keys(errors).length > 0) return { errors };
  return { value: { ...(reasons ? { reason } : {}), ...(note === '' ? {} : { note }), ...(dated[step] === 'past' ? { on } : {}), ...(dated[step] === 'to-come' && at ? { at: at.toISOString() } : {}) } };
}
