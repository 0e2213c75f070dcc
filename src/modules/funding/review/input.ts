import { createHash } from 'node:crypto';
import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { Criterion } from '../call/queries.ts';
import { type Cents, decimalOf, readMoney } from '../money.ts';
import type { Ranked, WhatIf } from './rules.ts';
import { reviewWords } from './words.ts';

export function readSheet(form: Form, language: Language, criteria: readonly Criterion[]): Read<{ points: (readonly [string, number])[]; comment: string; finished: boolean }> {
  const words = reviewWords[language];
  const errors: Record<string, string> = {};
  const finished = form.text('do') === 'finish';
  const points = criteria.flatMap((one): (readonly [string, number])[] => {
    const typed = form.text(`points-${one.position}`);
    if (typed === '') {
      if (finished) errors[`points-${one.position}`] = words.allPoints;
      return [];
    }
    if (!/^\d{1,3}$/.test(typed) || Number(typed) > one.most) errors[`points-${one.position}`] = words.badPoints(one.most);
    return [[one.id, Number(typed)]];
  });
  if (form.text('comment').length > 3000) errors.comment = words.longComment;
  return Object.keys(errors).length > 0 ? { errors } : { value: { points, comment: form.text('comment'), finished } };
}

export function readModeration(form: Form, language: Language, today: string): Read<{ perCent: number; reason: string; heldOn: string }> {
  const words = reviewWords[language];
  const errors: Record<string, string> = {};
  const typed = form.text('agreed').replace(',', '.');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(typed) || Number(typed) > 100) errors.agreed = words.badPerCent;
  const [reason, heldOn] = [form.text('reason'), form.text('held-on')];
  if (reason === '' || reason.length > 1000) errors.reason = words.noReason;
  if (!isDay(heldOn) || heldOn > today) errors['held-on'] = words.badDay;
  return Object.keys(errors).length > 0 ? { errors } : { value: { perCent: Number(typed), reason, heldOn } };
}

/** What is tried in a ranking, from its address or its form; what cannot be read stands as it does without it. */
export function readWhatIf(text: (name: string) => string, available: Cents): WhatIf {
  const least = /^\d{1,3}$/.test(text('least')) ? Math.min(100, Number(text('least'))) : 0;
  return { envelope: text('envelope') === '' ? available : (readMoney(text('envelope')) ?? available), least, passOver: text('pass-over') === 'yes' };
}

/** A mark of a ranking and of what each applicant will be told: the decision that is recorded is the one that was looked at. */
export function markOf(rows: readonly Ranked[], tried: WhatIf, reasons: readonly Bilingual[]): string {
  return createHash('sha256').update(JSON.stringify([decimalOf(tried.envelope), tried.least, tried.passOver, rows.map((row) => [row.id, row.why, row.asked]), reasons])).digest('hex').slice(0, 16);
}

export function readDecision(form: Form, language: Language, today: string, bodies: readonly string[]): Read<{ body: string; decidedOn: string; reason: Bilingual }> {
  const words = reviewWords[language];
  const errors: Record<string, string> = {};
  const body = bodies.find((one) => one === form.text('body'));
  if (!body) errors.body = words.noBody;
  const decidedOn = form.text('decided-on');
  if (!isDay(decidedOn) || decidedOn > today) errors['decided-on'] = words.badDay;
  for (const name of ['reason-en', 'reason-fr']) if (form.text(name) === '' || form.text(name).length > 1000) errors[name] = words.bothNeeded;
  return !body || Object.keys(errors).length > 0 ? { errors } : { value: { body, decidedOn, reason: { en: form.text('reason-en'), fr: form.text('reason-fr') } } };
}
