import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import { isDay } from '#app/ui/format.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { legalKinds, statementKinds } from '../call/rules.ts';
import { readMoney } from '../money.ts';
import { type Application, type BudgetLine, populations } from './model.ts';
import { applicationWords } from './words.ts';

/** What a section was filled in with. A draft may have gaps; what is there must be readable. */
export type Given<T> = { readonly value: T; readonly errors: FieldErrors };
/** The most lines of a budget and the most partners. */
export const mostLines = 40;

export function readOrganisation(form: Form, language: Language): Given<Pick<Application, 'organisation' | 'registration' | 'legalKind' | 'sponsor' | 'boardUnrelated' | 'statements' | 'revenueLatest' | 'revenueBefore'>> {
  const words = applicationWords[language];
  const errors: Record<string, string> = {};
  const money = (name: string) => {
    const cents = form.text(name) === '' ? undefined : readMoney(form.text(name));
    if (form.text(name) !== '' && cents === undefined) errors[name] = words.badMoney;
    return cents;
  };
  const board = form.text('board');
  if (board !== '' && !/^\d{1,3}$/.test(board)) errors.board = words.badBoard;
  for (const name of ['organisation', 'sponsor', 'registration']) if (form.text(name).length > 200) errors[name] = words.long(200);
  return {
    value: {
      organisation: form.text('organisation'), registration: form.text('registration'), sponsor: form.text('sponsor'), boardUnrelated: board === '' || errors.board ? null : Number(board),
      legalKind: legalKinds.find((one) => one === form.text('legal-kind')) ?? null, statements: statementKinds.find((one) => one === form.text('statements')) ?? null,
      revenueLatest: money('revenue-latest'), revenueBefore: money('revenue-before'),
    },
    errors,
  };
}

export function readProject(form: Form, language: Language): Given<Pick<Application, 'title' | 'summary' | 'startsOn' | 'endsOn'>> {
  const words = applicationWords[language];
  const errors: Record<string, string> = {};
  for (const name of ['starts-on', 'ends-on']) if (form.text(name) !== '' && !isDay(form.text(name))) errors[name] = words.badDay;
  if (form.text('title').length > 150) errors.title = words.long(150);
  if (form.text('summary').length > 1000) errors.summary = words.long(1000);
  const [startsOn, endsOn] = [form.text('starts-on') || null, form.text('ends-on') || null];
  if (Object.keys(errors).length === 0 && startsOn && endsOn && endsOn < startsOn) errors['ends-on'] = words.badOrder;
  return { value: { title: form.text('title'), summary: form.text('summary'), startsOn, endsOn }, errors };
}

export type ListOf = { readonly priorities: readonly string[]; readonly indicators: readonly string[]; readonly municipalities: readonly string[] };
export function readServes(form: Form, offered: ListOf): Given<Pick<Application, 'priorities' | 'indicators' | 'municipalities' | 'population'>> {
  const chosen = (name: keyof ListOf) => offered[name].filter((one) => form.list(name).includes(one));
  return { value: { priorities: chosen('priorities'), indicators: chosen('indicators'), municipalities: chosen('municipalities'), population: populations.find((one) => one === form.text('population')) ?? null }, errors: {} };
}

/** Rows as they were typed, one for each line that has anything in it. */
export type TypedLine = { readonly label: string; readonly cost: string; readonly fund: string };
export function typedLines(form: Form): TypedLine[] {
  return rowsOf(form).map((n) => ({ label: form.text(`label-${n}`), cost: form.text(`cost-${n}`), fund: form.text(`fund-${n}`) })).filter((line) => line.label !== '' || line.cost !== '' || line.fund !== '');
}

/** The lines of a budget; errors by the number of the line as it will be shown. An empty part of the fund is none. */
export function readBudget(form: Form, language: Language): Given<readonly BudgetLine[]> {
  const words = applicationWords[language];
  const errors: Record<string, string> = {};
  const lines = typedLines(form).map((line, n) => {
    const [cost, fund] = [readMoney(line.cost), line.fund === '' ? 0 : readMoney(line.fund)];
    if (line.label === '' || line.label.length > 150) errors[`label-${n}`] = words.budgetLabel(n + 1);
    if (cost === undefined) errors[`cost-${n}`] = words.budgetMoney(n + 1);
    if (fund === undefined) errors[`fund-${n}`] = words.budgetMoney(n + 1);
    if (cost !== undefined && fund !== undefined && fund > cost) errors[`fund-${n}`] = words.budgetMore(n + 1);
    return { label: line.label, cost: cost ?? 0, fromFund: fund ?? 0 };
  });
  return { value: lines, errors };
}

export function readPartners(form: Form, language: Language): Given<Application['partners']> {
  const words = applicationWords[language];
  const errors: Record<string, string> = {};
  const partners = rowsOf(form).map((n) => ({ name: form.text(`partner-${n}`), role: form.text(`role-${n}`) })).filter((one) => one.name !== '' || one.role !== '');
  partners.forEach((one, n) => {
    if (one.name === '' || one.name.length > 150) errors[`partner-${n}`] = words.partnerName(n + 1);
    if (one.role.length > 300) errors[`role-${n}`] = words.long(300);
  });
  return { value: partners, errors };
}

function rowsOf(form: Form): number[] {
  return Array.from({ length: mostLines }, (_, n) => n).filter((n) => form.has(`label-${n}`) || form.has(`partner-${n}`));
}

export function readPerson(form: Form, language: Language): Given<{ name: string; email: string }> {
  const words = applicationWords[language];
  const errors: Record<string, string> = {};
  const [name, email] = [form.text('name'), form.text('email')];
  if (name === '' || name.length > 100) errors.name = words.nameMissing;
  if (email !== '' && !isMailAddress(email)) errors.email = words.badMail;
  return { value: { name, email }, errors };
}
