import { randomUUID } from 'node:crypto';
import { isId } from '#app/platform/db/id.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { Code, CodeList } from '../code/queries.ts';
import { shortestWords } from './pseudonym.ts';
import type { Given } from './queries.ts';
import { ageBands, authorities, fields, findings, kinds, knocks, parts, reviewKinds, sexes, stakes, standings, type Step, votes, youngBands } from './rules.ts';
import { pointerIn } from './telling.ts';
import { discussionWords } from './words.ts';

export const maxWords = 400;
/** Every step of a page has fields of its own, so that each label is its own. */
export const stepField = (step: Step, field: string): string => `${step}-${field}`;
export const toldLists = ['risk', 'protective', 'flag', 'affected'] as const satisfies readonly CodeList[];

export type Telling = { readonly given: Given; /** What the pseudonym is made from; undefined where it was left empty. */ readonly file?: { readonly reference: string; readonly secret: string } };
/** What an agency tells the table at filter 2; a text that could point at somebody is refused. */
export function readTelling(form: Form, language: Language, codes: readonly Code[]): Read<Telling> {
  const words = discussionWords[language];
  const errors: Record<string, string> = {};
  const one = <V extends string>(name: string, values: readonly V[]): V | undefined => {
    const found = values.find((value) => value === form.text(name));
    if (found === undefined) errors[name] = words.missing;
    return found;
  };
  const [kind, ageBand, sex] = [one('kind', kinds), one('age', ageBands), one('sex', sexes)];
  const chosen = toldLists.flatMap((list) => {
    const own = form.list(list).filter((slug) => codes.some((code) => code.slug === slug && code.list === list && !code.removed));
    if (list === 'risk' && own.length === 0) errors.risk = words.missingRisk;
    return own;
  });
  const young = youngBands.some((band) => band === ageBand);
  if (young && codes.some((code) => code.criminal && chosen.includes(code.slug))) errors.risk = words.refusals.youth;
  const text = form.text('words');
  const pointer = pointerIn(text);
  if ([...text].length > maxWords) errors.words = words.tooLong;
  else if (pointer) errors.words = words.pointers[pointer];
  const [reference, secret] = [form.text('reference'), form.text('secret')];
  if ((reference === '') !== (secret === '')) errors[reference === '' ? 'reference' : 'secret'] = words.bothReturn;
  else if (secret !== '' && [...secret].length < shortestWords) errors.secret = words.shortSecret;
  if (Object.keys(errors).length > 0 || !kind || !ageBand || !sex) return { errors };
  const given = { kind, age_band: ageBand, sex, codes: chosen, stakes: stakes.filter((stake) => form.list('stakes').includes(stake)), words: text };
  return { value: secret === '' ? { given } : { given, file: { reference, secret } } };
}

/** What a step is given beside its will: an agency, a reason, a day. */
export function readStep(form: Form, language: Language, step: Step, today: string): Read<Given> {
  const words = discussionWords[language];
  const errors: Record<string, string> = {};
  const given: Record<string, string | boolean | readonly string[]> = {};
  const choose = (field: string, values?: readonly string[]) => {
    const value = form.text(stepField(step, field));
    if (value === '' || (values && !values.includes(value)) || (field === 'agency' && !isId(value)) || (field === 'id' && !isId(value))) errors[stepField(step, field)] = words.missing;
    given[field] = value;
  };
  if (step === 'vote') choose('vote', votes);
  if (step === 'reject' || step === 'close') choose('reason');
  if (step === 'name' || step === 'unname' || step === 'disclose') choose('agency');
  if (step === 'name') choose('part', parts);
  if (step === 'disclose') {
    given.id = randomUUID();
    const told = fields.filter((field) => form.list(stepField(step, 'fields')).includes(field));
    if (told.length === 0) errors[stepField(step, 'fields')] = words.noFields;
    given.fields = told;
    choose('authority', authorities);
  }
  if (step === 'offer' || step === 'standing') choose('service');
  if (step === 'standing') choose('standing', standings);
  if (step === 'knock') {
    const on = form.text(stepField(step, 'on'));
    if (!isDay(on) || on > today) errors[stepField(step, 'on')] = words.noDay;
    given.on = on;
    choose('knock', knocks);
    given.consent = form.has(stepField(step, 'consent'));
  }
  if (step === 'review') {
    given.id = randomUUID();
    choose('kind', reviewKinds);
  }
  if (step === 'conclude') {
    choose('id');
    choose('finding', findings);
  }
  return Object.keys(errors).length > 0 ? { errors } : { value: given };
}
