import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';

export const noteKinds = ['table', 'flip-chart'] as const;
export type NoteKind = (typeof noteKinds)[number];
/** One line that was written at a table or on a flip chart. */
export type Note = { readonly id: string; readonly kind: NoteKind; readonly tableNumber: number | null; readonly language: Language; readonly body: string; readonly writtenAt: Date };
export type NewNote = Omit<Note, 'writtenAt'> & { readonly position: number };

/** The notes of a meeting, newest sheet first, each sheet in its order. */
export async function listNotes(scope: Scope, meeting: string): Promise<Note[]> {
  return await scope.sql<Note[]>`select id, kind, table_number as "tableNumber", language, body, written_at as "writtenAt" from engagement.note where event_id = ${meeting} order by written_at desc, position limit 2000`;
}
export async function countNotes(scope: Scope, meeting: string): Promise<number> {
  return (await scope.sql<{ notes: number }[]>`select count(*)::integer as notes from engagement.note where event_id = ${meeting}`)[0]?.notes ?? 0;
}
/** Adds a note; false when it is there already, because the same form came twice. */
export async function insertNote(scope: Scope, meeting: string, note: NewNote): Promise<boolean> {
  const by = accountOf(scope);
  const { id, kind, tableNumber, language, body, position } = note;
  return (await scope.sql`insert into engagement.note (id, event_id, kind, table_number, position, language, body, written_at, account_id)
    values (${id}, ${meeting}, ${kind}, ${tableNumber}, ${position}, ${language}, ${body}, ${scope.now}, ${by}) on conflict do nothing`).count > 0;
}
export async function deleteNote(scope: Scope, meeting: string, id: string): Promise<number> {
  return (await scope.sql`delete from engagement.note where id = ${id} and event_id = ${meeting}`).count;
}
