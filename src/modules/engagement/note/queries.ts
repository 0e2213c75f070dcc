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
/** Adds notes; gives how many were not there already, because the same form came twice. */
export async function insertNotes(scope: Scope, meeting: string, notes: readonly NewNote[]): Promise<number> {
  const { sql, now } = scope;
  return (await sql`insert into engagement.note (id, event_id, kind, table_number, position, language, body, written_at, account_id)
    select n.id, ${meeting}, n.kind, n."tableNumber", n.position, n.language, n.body, ${now}, ${accountOf(scope)}
    from jsonb_to_recordset(${sql.json(notes.map((note) => ({ ...note })))}) n (id uuid, kind text, "tableNumber" integer, position integer, language text, body text) on conflict do nothing`).count;
}
/** Removes a note with the piece that was made of it; gives how many notes. */
export async function deleteNote(scope: Scope, meeting: string, id: string): Promise<number> {
  const { sql } = scope;
  const removed = (await sql`delete from engagement.note where id = ${id} and event_id = ${meeting}`).count;
  if (removed > 0) await sql`delete from engagement.contribution where id = ${id} and source_kind = 'meeting-note'`;
  return removed;
}
