import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import type { OwnRegistration } from './queries.ts';
import { accessNeeds, mostChildren, mostPeople, type Need, type RegistrationGiven, signLanguages, spokenLanguages } from './rules.ts';
import { registrationWords } from './words.ts';

const steps = ['people', 'spoken', 'needs', 'children', 'contact', 'check'] as const;
export type Step = (typeof steps)[number];
/** What has been answered so far, as it was typed. */
export type Draft = {
  readonly people: string; readonly spoken: string; readonly interpreter: string; readonly sign: readonly string[]; readonly access: readonly string[]; readonly other: string;
  readonly children: string; readonly name: string; readonly email: string; readonly seed: string;
};
const draftFields = ['people', 'spoken', 'interpreter', 'sign', 'access', 'other', 'children', 'name', 'email', 'seed'] as const;
const fieldsOf: Readonly<Record<Step, readonly (keyof Draft)[]>> = { people: ['people'], spoken: ['spoken', 'interpreter', 'sign'], needs: ['access', 'other'], children: ['children'], contact: ['name', 'email'], check: [] };

/** The pages of the form: child care is asked only where it is offered. */
export function stepsFor(meeting: { readonly childCare: boolean }): readonly Step[] {
  return steps.filter((step) => step !== 'children' || meeting.childCare);
}

export function draftOf(form: Form): Draft {
  return {
    people: form.text('people'), spoken: form.text('spoken'), interpreter: form.text('interpreter'), sign: form.list('sign'), access: form.list('access'), other: form.text('other'),
    children: form.text('children'), name: form.text('name'), email: form.text('email'), seed: form.text('seed'),
  };
}

/** The answers of a registration, to be changed. */
export function draftOfOwn(own: OwnRegistration): Draft {
  const noteOf = (need: string) => own.needs.find((one) => one.need === need)?.note ?? '';
  const chosen = (names: readonly string[]) => own.needs.map((one) => one.need).filter((need) => names.includes(need));
  return {
    people: String(own.people), spoken: own.spoken, interpreter: noteOf('interpreter'), sign: chosen(signLanguages), access: chosen(accessNeeds), other: noteOf('other'),
    children: String(own.needs.find((one) => one.need === 'child-care')?.amount ?? 0), name: own.name, email: own.email, seed: '',
  };
}

/** What other pages have answered, to travel along in hidden fields. */
export function carriedFields(draft: Draft, step: Step): (readonly [string, string])[] {
  return draftFields.filter((name) => !fieldsOf[step].includes(name)).flatMap((name) => [draft[name]].flat().map((value) => [name, value] as const));
}

/** What is wrong with a draft, by field; of one step, or of all. */
export function draftErrors(draft: Draft, language: Language, offered: readonly Step[], step?: Step): Record<string, string> {
  const words = registrationWords[language];
  const errors: Record<string, string> = {};
  const whole = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : Number.NaN);
  if (!(whole(draft.people) >= 1 && whole(draft.people) <= mostPeople)) errors.people = words.peopleWrong(mostPeople);
  if (!spokenLanguages.some((one) => one === draft.spoken)) errors.spoken = words.spokenMissing;
  else if (draft.spoken === 'other' && draft.interpreter === '') errors.interpreter = words.interpreterMissing;
  if (draft.interpreter.length > 100) errors.interpreter = words.interpreterLong;
  if (draft.other.length > 500) errors.other = words.otherLong;
  if (offered.includes('children') && draft.children !== '' && !(whole(draft.children) <= mostChildren)) errors.children = words.childrenWrong(mostChildren);
  if (draft.name.length > 100) errors.name = words.nameLong;
  if (draft.email !== '' && !isMailAddress(draft.email)) errors.email = words.emailWrong;
  return step === undefined ? errors : Object.fromEntries(Object.entries(errors).filter(([name]) => fieldsOf[step].some((field) => field === name)));
}

export function stepOf(field: string): Step {
  return steps.find((step) => fieldsOf[step].some((name) => name === field)) ?? 'people';
}

/** The registration that a draft without errors stands for. */
export function givenOf(draft: Draft, language: Language, offered: readonly Step[]): RegistrationGiven {
  const children = offered.includes('children') ? Number(draft.children || '0') : 0;
  const chosen = [...signLanguages.filter((one) => draft.sign.includes(one)), ...accessNeeds.filter((one) => draft.access.includes(one))];
  const needs: Need[] = [
    ...(draft.interpreter === '' ? [] : [{ need: 'interpreter' as const, amount: 1, note: draft.interpreter }]),
    ...chosen.map((need) => ({ need, amount: 1 })),
    ...(children > 0 ? [{ need: 'child-care' as const, amount: children }] : []),
    ...(draft.other === '' ? [] : [{ need: 'other' as const, amount: 1, note: draft.other }]),
  ];
  return { language, spoken: draft.spoken, people: Number(draft.people), name: draft.name, email: draft.email, needs };
}
