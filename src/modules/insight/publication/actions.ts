import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Text } from './compile.ts';
import { compileNow, type Desk } from './desk.ts';
import { writeFiles } from './document/write.ts';
import { insertNumber, insertPublication, insertStep, insertText, insertVersion, listNumbers, lockNumbering, type Publication, readNumbering, upsertText, type Version } from './queries.ts';
import type { Refusal } from './refusal/refusal.ts';
import { highestPrinted, joinNumbers, type ReportNumber } from './rules.ts';
import type { Snapshot } from './snapshot.ts';
import type { Template } from './template.ts';

export type Started = { readonly template: string; readonly title: Bilingual; readonly departments: readonly string[]; readonly preparedFor: Bilingual };

/** Starts a draft and gives its id; `sections` are texts to begin with, by the key of the section. */
export async function startPublication(scope: Scope, given: Started, sections: Readonly<Record<string, Text>> = {}): Promise<string> {
  const id = newId();
  await insertPublication(scope, { id, template: given.template, title: given.title, departments: given.departments, preparedFor: given.preparedFor });
  for (const [key, own] of Object.entries(sections)) await insertText(scope, id, key, own);
  return id;
}

/** Writes the text of a section; what is made of records is not touched, and a new compile keeps the text. */
export async function writeSection(scope: Scope, publication: string, key: string, own: Text): Promise<void> {
  await upsertText(scope, publication, key, own);
}

/** A report as it would be frozen now, under the numbers that it has or would get. */
export type Frozen = { readonly numbers: readonly ReportNumber[]; readonly documents: Version['documents']; readonly asOf: string; readonly records: Snapshot };
export type Prepared = { readonly refusals: readonly Refusal[]; readonly frozen: Frozen };
/** What was typeset: the documents, and the hashes of their files. */
export type Typeset = { readonly documents: Frozen['documents']; readonly hashes: Readonly<Record<string, string>>; readonly baseUrl: string };

/** Compiles the report and looks up its numbers; writes nothing. */
export async function prepareSubmission(scope: Scope, desk: Desk, template: Template, publication: Publication): Promise<Prepared> {
  const copy = await compileNow(scope, desk, template, publication);
  const numbers = copy.refusals.length > 0 ? [] : await numbersOf(scope, publication);
  const number = joinNumbers(numbers);
  const { documents } = number === undefined ? copy : copy.numbered(number);
  return { refusals: copy.refusals, frozen: { numbers, documents, asOf: copy.gathered.today, records: copy.gathered.snapshot } };
}

/** Makes the files of a report once, so that what goes into review can be printed, and keeps their hashes. Slow: with no transaction open. */
export async function typesetFiles(documents: Frozen['documents'], baseUrl: string): Promise<Typeset> {
  const hashes: Record<string, string> = {};
  for (const format of ['pdf', 'docx'] as const) {
    const files = await writeFiles([documents.en, documents.fr], format, baseUrl);
    for (const [index, language] of (['en', 'fr'] as const).entries()) hashes[`${language}.${format}`] = createHash('sha256').update(files[index] ?? '').digest('hex');
  }
  return { documents, hashes, baseUrl };
}

/**
 * Freezes what was typeset as a version, gives the report its numbers and hands it in for review: `submitted`. What stops the compile by now is
 * returned, and so is a report that has changed since it was typeset (a text, a record, a number that somebody else took); then nothing is written.
 */
export async function submitPublication(scope: Scope, desk: Desk, template: Template, publication: Publication, made: Typeset): Promise<Prepared & { readonly submitted: boolean }> {
  await lockNumbering(scope);
  const prepared = await prepareSubmission(scope, desk, template, publication);
  const { frozen } = prepared;
  if (prepared.refusals.length > 0 || !isDeepStrictEqual(frozen.documents, made.documents)) return { ...prepared, submitted: false };
  const version = newId();
  if ((await listNumbers(scope, publication.id)).length === 0) for (const [position, number] of frozen.numbers.entries()) await insertNumber(scope, publication.id, position, number);
  await insertVersion(scope, publication.id, { id: version, asOf: frozen.asOf, documents: frozen.documents, hashes: made.hashes, baseUrl: made.baseUrl, records: frozen.records });
  await insertStep(scope, publication.id, { id: newId(), version, step: 'submitted' });
  await raiseEvent(scope, { kind: 'insight.publication-submitted', subject: publication.id });
  return { ...prepared, submitted: true };
}

/** The numbers of a report, one a department: those that it was given at its first submission, or the next ones. */
async function numbersOf(scope: Scope, publication: Publication): Promise<readonly ReportNumber[]> {
  const known = await listNumbers(scope, publication.id);
  if (known.length > 0) return known;
  const year = Number(scope.today.slice(0, 4));
  const numbers: ReportNumber[] = [];
  for (const department of publication.departments) {
    const { highest, printed } = await readNumbering(scope, department, year);
    numbers.push({ department, year, sequence: Math.max(highest, highestPrinted(printed, department, year)) + 1 });
  }
  return numbers;
}

/** Approves the version in review. The database refuses whoever prepared, wrote or submitted it. */
export async function approvePublication(scope: Scope, publication: Publication, version: string): Promise<void> {
  await insertStep(scope, publication.id, { id: newId(), version, step: 'approved' });
  await raiseEvent(scope, { kind: 'insight.publication-approved', subject: publication.id });
}

/** Gives the version in review back for more work, with a reason. */
export async function returnPublication(scope: Scope, publication: Publication, version: string, reason: string): Promise<void> {
  await insertStep(scope, publication.id, { id: newId(), version, step: 'returned', reason });
  await raiseEvent(scope, { kind: 'insight.publication-returned', subject: publication.id });
}

/** Publishes the approved version as it stands: from now on everybody reads it, and it never changes. */
export async function publishPublication(scope: Scope, publication: Publication, version: string): Promise<void> {
  await insertStep(scope, publication.id, { id: newId(), version, step: 'published' });
  await raiseEvent(scope, { kind: 'insight.publication-published', subject: publication.id });
}
