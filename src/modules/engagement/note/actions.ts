import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { takeInNotes } from '../contribution/take-in.ts';
import { deleteNote, insertNotes, type NewNote } from './queries.ts';

/** Saves the notes of a sheet, to be coded where the meeting is part of a consultation; gives how many were new. */
export async function writeNotes(scope: Scope, meeting: string, notes: readonly NewNote[]): Promise<number> {
  const written = await insertNotes(scope, meeting, notes.map((note) => ({ ...note, id: note.id || newId() })));
  await takeInNotes(scope, meeting);
  return written;
}

/** Takes a note away for good, with what was made of it; false where there is none. */
export async function removeNote(scope: Scope, meeting: string, id: string): Promise<boolean> {
  return (await deleteNote(scope, meeting, id)) > 0;
}
