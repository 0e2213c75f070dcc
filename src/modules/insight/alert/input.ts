import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { addDays, formatNumber, isDay } from '#app/ui/format.ts';
import { type Verdict, verdicts } from './alert-queries.ts';
import { contactWords } from './contact-words.ts';
import { levels, type NewLevel } from './level-queries.ts';
import { changeable, type Rule } from './rule.ts';
import { seriesWords } from './series-words.ts';
import { alertWords } from './words.ts';

const tooLong = (text: string, limit: number) => [...text].length > limit;
export const longestReview = 30;

/** The reason of a step, and for a judgement whether the alert was real. */
export function readStep(form: Form, language: Language, judges: boolean): Read<{ reason: string; verdict: Verdict | undefined }> {
  const words = alertWords[language];
  const errors: Record<string, string> = {};
  const reason = form.text('reason');
  if ([...reason].length < 3) errors.reason = words.reasonMissing;
  else if (tooLong(reason, 2000)) errors.reason = words.reasonLong;
  const verdict = verdicts.find((one) => one === form.text('verdict'));
  if (judges && verdict === undefined) errors.verdict = words.verdictMissing;
  return Object.keys(errors).length > 0 ? { errors } : { value: { reason, verdict } };
}

/** Level, reason in both languages, and the day on which somebody looks at it again; normal needs none. */
export function readLevel(form: Form, language: Language, today: string, areas: readonly string[]): Read<Omit<NewLevel, 'alert'>> {
  const words = alertWords[language];
  const errors: Record<string, string> = {};
  const level = levels.find((one) => one === form.text('level'));
  if (level === undefined) errors.level = words.levelMissing;
  const reason = { en: form.text('reason-en'), fr: form.text('reason-fr') };
  for (const one of ['en', 'fr'] as const) {
    if ([...reason[one]].length < 3) errors[`reason-${one}`] = words.levelReasonMissing;
    else if (tooLong(reason[one], 600)) errors[`reason-${one}`] = words.levelReasonLong;
  }
  const day = form.text('review-on');
  if (level !== undefined && level !== 'normal' && !(isDay(day) && day > today && day <= addDays(today, longestReview))) errors['review-on'] = words.reviewMissing;
  if (level === undefined || Object.keys(errors).length > 0) return { errors };
  return { value: { level, reason, areas: areas.filter((one) => level !== 'normal' && form.list('areas').includes(one)), reviewOn: level === 'normal' ? null : day } };
}

/** The numbers of a rule, each within its range, and why they change; numbers that the rule does not set may stay empty. */
export function readRule(form: Form, language: Language, rule: Rule): Read<{ options: Rule['options']; active: boolean; reason: { en: string; fr: string } }> {
  const words = alertWords[language];
  const errors: Record<string, string> = {};
  const options: Record<string, Rule['options'][string]> = { ...rule.options };
  for (const [name, [least, most]] of Object.entries(changeable[rule.method])) {
    const text = form.text(name).replace(',', '.');
    if (text === '' && rule.options[name] === undefined) continue;
    const value = Number(text);
    const whole = Number.isInteger(least) && Number.isInteger(most) && !['k', 'h', 'minSigma'].includes(name);
    if (text === '' || !(value >= least && value <= most) || (whole && !Number.isInteger(value))) errors[name] = words.optionWrong(formatNumber(language, least), formatNumber(language, most));
    else options[name] = value;
  }
  const reason = { en: form.text('reason-en'), fr: form.text('reason-fr') };
  for (const one of ['en', 'fr'] as const) if ([...reason[one]].length < 3 || tooLong(reason[one], 600)) errors[`reason-${one}`] = words.levelReasonMissing;
  return Object.keys(errors).length > 0 ? { errors } : { value: { options, active: form.text('active') === 'yes', reason } };
}

/** The name of a desk, its address and its language. */
export function readContact(form: Form, language: Language): Read<{ name: string; email: string; language: Language }> {
  const words = contactWords[language];
  const errors: Record<string, string> = {};
  const [name, email, own] = [form.text('name'), form.text('email'), form.text('language')];
  if ([...name].length < 2 || tooLong(name, 120)) errors.name = words.nameMissing;
  if (!isMailAddress(email)) errors.email = words.emailWrong;
  return Object.keys(errors).length > 0 ? { errors } : { value: { name, email, language: own === 'fr' ? 'fr' : 'en' } };
}

export type CountLine = { readonly day: string; readonly area: string; readonly n: number };
const mostLines = 2000;

/** Counts as lines `day, area, number`, separated by commas, semicolons or tabs; a first line of headings is passed over. Every line that is wrong is told. */
export function readCounts(form: Form, language: Language, today: string, areas: readonly string[]): Read<readonly CountLine[]> {
  const words = seriesWords[language];
  const lines = form.text('counts').split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 })).filter(({ line }) => line !== '');
  const wrong: string[] = [];
  const seen = new Set<string>();
  const counts: CountLine[] = [];
  for (const { line, number } of lines) {
    const [day = '', area = '', n = ''] = line.split(/[,;\t]/).map((part) => part.trim());
    if (number === 1 && !/\d/.test(line)) continue;
    if (!isDay(day) || day > today) wrong.push(words.lineDay(number));
    else if (!areas.includes(area)) wrong.push(words.lineArea(number, areas.join(', ')));
    else if (!/^\d{1,5}$/.test(n)) wrong.push(words.lineNumber(number));
    else if (seen.has(`${day} ${area}`)) wrong.push(words.lineTwice(number));
    else {
      seen.add(`${day} ${area}`);
      counts.push({ day, area, n: Number(n) });
    }
  }
  if (wrong.length > 0) return { errors: { counts: wrong.slice(0, 5).join(' ') } };
  if (counts.length === 0) return { errors: { counts: words.countsMissing } };
  return counts.length > mostLines ? { errors: { counts: words.countsMany(mostLines) } } : { value: counts };
}
