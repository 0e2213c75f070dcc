import { v5 } from 'uuid';
import { findNames } from '#app/methods/name-warning/name-warning.ts';
import { isId } from '#app/platform/db/id.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { type NewNote, noteKinds } from './queries.ts';
import { noteWords } from './words.ts';

/** A line with what in it may name somebody. */
export type Warned = { readonly line: string; readonly found: readonly string[] };
export type ReadNotes =
  | { readonly notes: readonly NewNote[]; readonly warned: readonly Warned[]; /** Whether each warning was shown before and the sheet was sent again as it is. */ readonly accepted: boolean; readonly errors?: undefined }
  | { readonly errors: FieldErrors };
const [mostLines, longestLine] = [300, 2000];

/** Reads a sheet of notes, one note a line. `sheet` makes the same form sent twice the same notes. */
export function readNotes(form: Form, language: Language): ReadNotes {
  const words = noteWords[language];
  const errors: Record<string, string> = {};
  const kind = noteKinds.find((one) => one === form.text('kind'));
  const spoken = (['en', 'fr'] as const).find((one) => one === form.text('language'));
  const table = form.text('table');
  const lines = form.text('notes').split('\n').map((line) => line.replace(/^\s*(?:[-*•–]\s+)?/, '').trim()).filter((line) => line !== '');
  if (table !== '' && !(/^\d{1,3}$/.test(table) && Number(table) >= 1 && Number(table) <= 500)) errors.table = words.badTable;
  if (!kind) errors.kind = words.noKind;
  if (!spoken) errors.language = words.noLanguage;
  if (lines.length === 0) errors.notes = words.noNotes;
  else if (lines.length > mostLines) errors.notes = words.tooMany(mostLines);
  else if (lines.some((line) => line.length > longestLine)) errors.notes = words.tooLong(longestLine);
  if (!kind || !spoken || Object.keys(errors).length > 0) return { errors };
  const warned = lines.map((line) => ({ line, found: findNames(line).map((one) => one.text) })).filter((one) => one.found.length > 0);
  const seen = form.list('seen');
  const sheet = isId(form.text('sheet')) ? form.text('sheet') : undefined;
  const notes = lines.map((body, position) => ({ id: sheet ? v5(`${position} ${body}`, sheet) : '', kind, tableNumber: table === '' ? null : Number(table), language: spoken, body, position }));
  return { notes, warned, accepted: warned.every((one) => one.found.every((text) => seen.includes(text))) };
}
