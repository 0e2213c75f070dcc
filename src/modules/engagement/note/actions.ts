import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { deleteNote, insertNote, type NewNote } from './queries.ts';

/** Saves the notes of a sheet and tells the jobs of each; gives how many were new. */
export async function writeNotes(scope: Scope, meeting: string, notes: readonly NewNote[]): Promise<number> {
  let written = 0;
  for (const note of notes) {
    const id = note.id || newId();
    if (!(await insertNote(scope, meeting, { ...note, id }))) continue;
    await raiseEvent(scope, { kind: 'engagement.note-written', subject: id });
    written += 1;
  }
  return written;
}

/** Takes a note away for good; false where there is none. */
export async function removeNote(scope: Scope, meeting: string, id: string): Promise<boolean> {
  if ((await deleteNote(scope, meeting, id)) === 0) return false;
  await raiseEvent(scope, { kind: 'engagement.note-removed', subject: id });
  return true;
}
