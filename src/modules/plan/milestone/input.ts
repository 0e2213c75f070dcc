import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { isDay } from '#app/ui/format.ts';
import type { EvidenceKind } from './queries.ts';
import { milestoneWords } from './words.ts';

/** What a form gives: its value, or what is wrong with each field. */
export type Read<T> = { readonly value: T; readonly errors?: undefined } | { readonly errors: FieldErrors };

export const evidenceKinds = ['document', 'decision', 'figure', 'event'] as const satisfies readonly EvidenceKind[];
const longestTitle = 300;
const longestReason = 1000;

type Reader = ReturnType<typeof readerOf>;

function readerOf(form: Form, language: Language) {
  const words = milestoneWords[language];
  const errors: Record<string, string> = {};
  return {
    errors,
    words,
    text: (name: string, limit: number, missing: string): string => {
      const value = form.text(name);
      if (value === '') errors[name] = missing;
      else if ([...value].length > limit) errors[name] = words.tooLong(limit);
      return value;
    },
    date: (name: string): string => {
      const value = form.text(name);
      if (!isDay(value)) errors[name] = words.noDate;
      return value;
    },
    chosen: <V extends string>(name: string, values: readonly V[], missing: string): V | undefined => {
      const value = values.find((one) => one === form.text(name));
      if (value === undefined) errors[name] = missing;
      return value;
    },
  };
}

function both(read: Reader, name: string, limit: number, missing: { en: string; fr: string }): Bilingual {
  return { en: read.text(`${name}-en`, limit, missing.en), fr: read.text(`${name}-fr`, limit, missing.fr) };
}

function finish<T>(read: Reader, value: T): Read<T> {
  return Object.keys(read.errors).length > 0 ? { errors: read.errors } : { value };
}

export function readConfirmation(form: Form, language: Language, today: string, bodies: readonly string[]): Read<{ bodySlug: string; date: string }> {
  const read = readerOf(form, language);
  const bodySlug = read.chosen('body', bodies, read.words.noBody) ?? '';
  const date = read.date('date');
  if (isDay(date) && date > today) read.errors.date = read.words.dateToCome;
  return finish(read, { bodySlug, date });
}

export function readEvidence(form: Form, language: Language, today: string): Read<{ kind: EvidenceKind; title: Bilingual; date: string; url: string | undefined }> {
  const read = readerOf(form, language);
  const kind = read.chosen('kind', evidenceKinds, read.words.noKind) ?? 'document';
  const title = both(read, 'title', longestTitle, read.words.noTitle);
  const date = read.date('date');
  if (isDay(date) && date > today) read.errors.date = read.words.dateToCome;
  const url = form.text('url');
  if (url !== '' && !isWebAddress(url)) read.errors.url = read.words.badAddress;
  return finish(read, { kind, title, date, url: url === '' ? undefined : url });
}

export function readDueChange(form: Form, language: Language, current: string): Read<{ due: string; reason: Bilingual }> {
  const read = readerOf(form, language);
  const due = read.date('due');
  if (due === current) read.errors.due = read.words.sameDate;
  return finish(read, { due, reason: both(read, 'reason', longestReason, read.words.noReason) });
}

export function readWithdrawal(form: Form, language: Language): Read<{ reason: Bilingual }> {
  const read = readerOf(form, language);
  return finish(read, { reason: both(read, 'reason', longestReason, read.words.noReason) });
}

export function readMilestone(form: Form, language: Language, today: string, priorities: readonly string[], bodies: readonly string[]): Read<{ prioritySlug: string; bodySlug: string; title: Bilingual; due: string }> {
  const read = readerOf(form, language);
  const prioritySlug = read.chosen('priority', priorities, read.words.noPriority) ?? '';
  const bodySlug = read.chosen('body', bodies, read.words.noBody) ?? '';
  const title = both(read, 'title', longestTitle, read.words.noTitle);
  const due = read.date('due');
  if (isDay(due) && due < today) read.errors.due = read.words.datePassed;
  return finish(read, { prioritySlug, bodySlug, title, due });
}

/** Whether a text is a whole web address. */
export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
