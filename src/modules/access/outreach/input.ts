import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formReader, type Read } from '#app/ui/form-reader.ts';
import type { Colleague } from '../person/queries.ts';
import type { Referral, Setting, TakingAgency } from './queries.ts';
import { type LeftReason, leftReasons, type Measure, measureNames, measures, type Outcome, outcomes, referrers, type Telling, tellings } from './rules.ts';
import { outreachWords } from './words.ts';

const readerOf = (form: Form, language: Language) => formReader(form, outreachWords[language]);
export type Start = { readonly who: (typeof referrers)[number]; readonly age: 'yes' | 'no' | 'unknown'; readonly told: Telling; readonly agency: TakingAgency };

/** The first page of the public form: nothing on it is about a certain person. */
export function readStart(form: Form, language: Language, agencies: readonly TakingAgency[]): Read<Start> {
  const reader = readerOf(form, language);
  const { words } = reader;
  const who = reader.chosen('who', referrers, words.noWho) ?? 'other';
  const age = reader.chosen('age', ['yes', 'no', 'unknown'] as const, words.noAge) ?? 'unknown';
  const told = reader.chosen('told', tellings, words.noTold) ?? 'not-told';
  const [only] = agencies;
  const agency = agencies.length === 1 ? only : agencies.find((one) => one.id === form.text('agency'));
  if (!agency) reader.errors.agency = words.noAgency;
  if (Object.keys(reader.errors).length > 0 || !agency) return { errors: reader.errors };
  return { value: { who, age, told, agency } };
}

export const agreedParts = ['telephone', 'first-name', 'good-times'] as const;
/**
 * What may be stored. Of somebody who is unsure only what she agreed to is even looked at; undefined where she agreed to no number, because nobody
 * could reach her by what is left.
 */
export function readDetails(form: Form, language: Language, { who, told, agency }: Start): Read<Referral | undefined> {
  const reader = readerOf(form, language);
  const { words, errors } = reader;
  const agreed = (part: (typeof agreedParts)[number]) => told === 'agrees' || form.list('agreed').includes(part);
  if (!agreed('telephone')) return { value: undefined };
  const telephone = reader.text('telephone', 40, words.noTelephone);
  if (errors.telephone === undefined && telephone.replaceAll(/\D/g, '').length < 7) errors.telephone = words.badTelephone;
  const firstName = agreed('first-name') ? reader.text('first-name', 100, words.noFirstName) : null;
  const goodTimes = agreed('good-times') ? form.text('good-times') : '';
  if (goodTimes.length > 300) errors['good-times'] = words.tooLong(300);
  // Of somebody who is unsure the language is not asked either: that of the form stands in for it.
  const own = told !== 'agrees' ? language : form.text('language') === 'fr' ? 'fr' : 'en';
  return reader.finish({ agency: agency.id, consent: told === 'agrees' ? 'agrees' : 'unsure', referredBy: who, firstName, telephone, goodTimes: goodTimes || null, language: own });
}

export function readAttempt(form: Form, language: Language): Read<{ outcome: Outcome; note: string }> {
  const reader = readerOf(form, language);
  const note = form.text('note');
  if (note.length > 2000) reader.errors.note = reader.words.tooLong(2000);
  return reader.finish({ outcome: reader.chosen('outcome', outcomes, reader.words.noOutcome) ?? 'missed', note });
}
export function readSlot(form: Form, language: Language, colleagues: readonly Colleague[]): Read<{ account: string; weekday: number; at: string }> {
  const reader = readerOf(form, language);
  const account = reader.chosen('caller', colleagues.map((one) => one.account), reader.words.noCaller) ?? '';
  const weekday = Number(reader.chosen('weekday', ['1', '2', '3', '4', '5', '6', '7'], reader.words.noWeekday) ?? '1');
  const at = form.text('at');
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) reader.errors.at = reader.words.badTime;
  return reader.finish({ account, weekday, at });
}
export function readScore(form: Form, language: Language, today: string): Read<{ measure: Measure; score: number; on: string }> {
  const reader = readerOf(form, language);
  const measure = reader.chosen('measure', measureNames, reader.words.noMeasure) ?? 'own';
  const score = /^\d{1,2}([.,]\d)?$/.test(form.text('score')) ? Number(form.text('score').replace(',', '.')) : Number.NaN;
  const { from, to } = measures[measure];
  if (!(score >= from && score <= to)) reader.errors.score = reader.words.badScore(from, to);
  return reader.finish({ measure, score, on: reader.pastDate('on', today) });
}
export function readLeaving(form: Form, language: Language): Read<LeftReason> {
  const reader = readerOf(form, language);
  return reader.finish(reader.chosen('reason', leftReasons, reader.words.noLeftReason) ?? 'lost');
}
export function readCheck(form: Form, language: Language): Read<string> {
  const reader = readerOf(form, language);
  return reader.finish(reader.text('done', 2000, reader.words.noDone));
}
export function readSetting(form: Form, language: Language): Read<Setting> {
  const reader = readerOf(form, language);
  const whole = (name: string, from: number, to: number) => {
    const value = /^\d{1,3}$/.test(form.text(name)) ? Number(form.text(name)) : Number.NaN;
    if (!(value >= from && value <= to)) reader.errors[name] = reader.words.badNumber(from, to);
    return value;
  };
  return reader.finish({ takes: form.text('takes') === 'yes', minimumAge: whole('minimum-age', 18, 120), missedLimit: whole('missed-limit', 1, 20) });
}
