import { createHash } from 'node:crypto';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Text } from './compile.ts';
import { compileNow, type Desk } from './desk.ts';
import { writeFiles } from './document/write.ts';
import { insertNumber, insertPublication, insertStep, insertText, insertVersion, listNumbers, type Publication, readNumbering, upsertText } from './queries.ts';
import type { Refusal } from './refusal/refusal.ts';
import { highestPrinted, joinNumbers, type ReportNumber } from './rules.ts';
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

/**
 * Compiles the report, gives it its numbers, freezes it as a version and hands it in for review. What stops the compile is returned, and
 * then nothing is written. The files are made once here, so that what goes into review can be printed, and their hashes are kept.
 */
export async function submitPublication(scope: Scope, desk: Desk, template: Template, publication: Publication, baseUrl: string): Promise<readonly Refusal[]> {
  const copy = await compileNow(scope, desk, template, publication);
  if (copy.refusals.length > 0) return copy.refusals;
  const number = joinNumbers(await numbersOf(scope, publication));
  const { documents } = number === undefined ? copy : copy.numbered(number);
  const version = newId();
  const hashes: Record<string, string> = {};
  for (const format of ['pdf', 'docx'] as const) {
    const files = await writeFiles([documents.en, documents.fr], format, baseUrl);
    for (const [index, language] of (['en', 'fr'] as const).entries()) hashes[`${language}.${format}`] = createHash('sha256').update(files[index] ?? '').digest('hex');
  }
  await insertVersion(scope, publication.id, { id: version, asOf: copy.gathered.today, documents, hashes, baseUrl, records: copy.gathered.snapshot });
  await insertStep(scope, publication.id, { id: newId(), version, step: 'submitted' });
  await raiseEvent(scope, { kind: 'insight.publication-submitted', subject: publication.id });
  return [];
}

/** The numbers of a report, one a department; given at the first submission and kept from then on. */
async function numbersOf(scope: Scope, publication: Publication): Promise<ReportNumber[]> {
  const known = await listNumbers(scope, publication.id);
  if (known.length > 0) return known;
  const year = Number(scope.today.slice(0, 4));
  const numbers: ReportNumber[] = [];
  for (const [position, department] of publication.departments.entries()) {
    const { highest, printed } = await readNumbering(scope, department, year);
    const number = { department, year, sequence: Math.max(highest, highestPrinted(printed, department, year)) + 1 };
    await insertNumber(scope, publication.id, position, number);
    numbers.push(number);
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
