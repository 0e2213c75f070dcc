import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { formReader, type Read } from '#app/ui/form-reader.ts';
import { isDay } from '#app/ui/format.ts';
import type { EvidenceKind } from './queries.ts';
import { milestoneWords } from './words.ts';

export const evidenceKinds = ['document', 'decision', 'figure', 'event'] as const satisfies readonly EvidenceKind[];
const longestTitle = 300;
const longestReason = 1000;

const readerOf = (form: Form, language: Language) => formReader(form, milestoneWords[language]);

export function readConfirmation(form: Form, language: Language, today: string, bodies: readonly string[]): Read<{ bodySlug: string; date: string }> {
  const read = readerOf(form, language);
  const bodySlug = read.chosen('body', bodies, read.words.noBody) ?? '';
  return read.finish({ bodySlug, date: read.pastDate('date', today) });
}

export function readEvidence(form: Form, language: Language, today: string): Read<{ kind: EvidenceKind; title: Bilingual; date: string; url: string | undefined }> {
  const read = readerOf(form, language);
  const kind = read.chosen('kind', evidenceKinds, read.words.noKind) ?? 'document';
  return read.finish({ kind, title: read.both('title', longestTitle, read.words.noTitle), date: read.pastDate('date', today), url: read.address('url') });
}

export function readDueChange(form: Form, language: Language, current: string): Read<{ due: string; reason: Bilingual }> {
  const read = readerOf(form, language);
  const due = read.date('due');
  if (due === current) read.errors.due = read.words.sameDate;
  return read.finish({ due, reason: read.both('reason', longestReason, read.words.noReason) });
}

export function readWithdrawal(form: Form, language: Language): Read<{ reason: Bilingual }> {
  const read = readerOf(form, language);
  return read.finish({ reason: read.both('reason', longestReason, read.words.noReason) });
}

export function readMilestone(form: Form, language: Language, today: string, priorities: readonly string[], bodies: readonly string[]): Read<{ prioritySlug: string; bodySlug: string; title: Bilingual; due: string }> {
  const read = readerOf(form, language);
  const prioritySlug = read.chosen('priority', priorities, read.words.noPriority) ?? '';
  const bodySlug = read.chosen('body', bodies, read.words.noBody) ?? '';
  const title = read.both('title', longestTitle, read.words.noTitle);
  const due = read.date('due');
  if (isDay(due) && due < today) read.errors.due = read.words.datePassed;
  return read.finish({ prioritySlug, bodySlug, title, due });
}
