import { compile } from '#app/methods/questionnaire/compile.ts';
import { QuestionnaireRefused } from '#app/methods/questionnaire/issue.ts';
import { instantIn } from '#app/platform/clock/clock.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { decimalOf, readMoney } from '../money.ts';
import type { CallGiven } from './queries.ts';
import { type CategoryRules, legalKinds, statementKinds } from './rules.ts';
import { callWords } from './words.ts';

/** Reads fields into `errors`; each gives a value that stands only where no error was written. */
function reader(form: Form, language: Language) {
  const words = callWords[language];
  const errors: Record<string, string> = {};
  return {
    words, errors,
    both: (name: string, limit: number): Bilingual => {
      for (const one of [`${name}-en`, `${name}-fr`]) if (form.text(one) === '' || form.text(one).length > limit) errors[one] = words.bothNeeded;
      return { en: form.text(`${name}-en`), fr: form.text(`${name}-fr`) };
    },
    moment: (name: string, zone: string): Date => {
      if (!isDay(form.text(`${name}-on`))) errors[`${name}-on`] = words.badDate;
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(form.text(`${name}-time`))) errors[`${name}-time`] = words.badTime;
      return errors[`${name}-on`] || errors[`${name}-time`] ? new Date(0) : instantIn(zone, `${form.text(`${name}-on`)}T${form.text(`${name}-time`)}`);
    },
    money: (name: string, least: number): number => {
      const cents = readMoney(form.text(name));
      if (cents === undefined || cents < least) errors[name] = words.badMoney;
      return cents ?? 0;
    },
    whole: (name: string, from: number, to: number, wrong: string): number => {
      const value = /^\d{1,4}$/.test(form.text(name)) ? Number(form.text(name)) : Number.NaN;
      if (!(value >= from && value <= to)) errors[name] = wrong;
      return value;
    },
    finish: <T>(value: T): Read<T> => (Object.keys(errors).length > 0 ? { errors } : { value }),
  };
}

/** Dates, texts and money of a call; `zone` is the community's. */
export function readCall(form: Form, language: Language, zone: string): Read<CallGiven> {
  const read = reader(form, language);
  const given = {
    fundYear: read.whole('year', 2000, 2100, read.words.badYear), title: read.both('title', 200), lead: read.both('lead', 1000),
    opensAt: read.moment('opens', zone), closesAt: read.moment('closes', zone), envelope: read.money('envelope', 1), reserve: form.text('reserve') === '' ? 0 : read.money('reserve', 0),
  };
  if (Object.keys(read.errors).length === 0 && given.closesAt <= given.opensAt) read.errors['closes-on'] = read.words.badOrder;
  return read.finish(given);
}

/** A category with its rules, and its questionnaire where a file brings one. */
export async function readCategory(form: Form, language: Language): Promise<Read<{ name: Bilingual; rules: CategoryRules; questionnaire: unknown }>> {
  const read = reader(form, language);
  const name = read.both('name', 100);
  const kinds = legalKinds.filter((kind) => form.list('kinds').includes(kind));
  if (kinds.length === 0) read.errors.kinds = read.words.kindsMissing;
  const rules: CategoryRules = {
    most: form.text('most') === '' ? null : decimalOf(read.money('most', 1)), mostYears: read.whole('years', 1, 5, read.words.yearsBad), kinds,
    boardUnrelated: read.whole('board', 0, 20, read.words.boardBad), statements: statementKinds.find((one) => one === form.text('statements')) ?? 'none',
    auditedAbove: form.text('audited') === '' ? null : decimalOf(read.money('audited', 0)),
  };
  let questionnaire: unknown;
  try {
    const [file] = form.files('file');
    questionnaire = file ? JSON.parse(await file.text()) : undefined;
    const compiled = questionnaire === undefined ? undefined : compile(questionnaire);
    // Expressions of an author run while applicants answer; one that is quadratic would hold up everybody.
    if (compiled?.all.some((item) => item.calculated || item.enableExpression || item.initial || item.constraints.length > 0 || item.variables.length > 0)) read.errors.file = `${read.words.badFile}calculatedExpression`;
  } catch (error) {
    if (!(error instanceof QuestionnaireRefused) && !(error instanceof SyntaxError)) throw error;
    read.errors.file = `${read.words.badFile}${error.message.slice(0, 300)}`;
  }
  return read.finish({ name, rules, questionnaire });
}

export function readCriterion(form: Form, language: Language): Read<{ name: Bilingual; weight: number; most: number }> {
  const read = reader(form, language);
  return read.finish({ name: read.both('criterion', 200), weight: read.whole('weight', 1, 100, read.words.weightBad), most: read.whole('points', 1, 100, read.words.weightBad) });
}

export function readSession(form: Form, language: Language, zone: string): Read<{ startsAt: Date; place: Bilingual }> {
  const read = reader(form, language);
  return read.finish({ startsAt: read.moment('session', zone), place: read.both('place', 300) });
}

export function readAnswer(form: Form, language: Language): Read<{ question: Bilingual; answer: Bilingual }> {
  const read = reader(form, language);
  return read.finish({ question: read.both('question', 1000), answer: read.both('answer', 3000) });
}
