import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { typists, withEvent } from '../event/office-routes.tsx';
import { eventPaths } from '../event/paths.ts';
import type { PublicMeeting } from '../event/queries.ts';
import { removeNote, writeNotes } from './actions.ts';
import { readNotes, type Warned } from './input.ts';
import { NotesPage, type Sheet } from './notes-page.tsx';
import { listNotes } from './queries.ts';
import { noteWords } from './words.ts';

/** Typing in what was written at a meeting. */
export function noteRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: eventPaths.step(':id', 'notes'), may: typists, audit: 'none', handle: async (visit) => await withEvent(visit, async (meeting) => page(await show(visit, meeting))) },
    { method: 'POST', path: eventPaths.step(':id', 'notes'), may: typists, audit: 'event.write-notes', handle: async (visit) => await withEvent(visit, async (meeting) => await post(visit, meeting)) },
    { method: 'POST', path: eventPaths.removeNote(':id', ':note'), may: typists, audit: 'event.remove-note', handle: async (visit) => await withEvent(visit, async (meeting) => {
      const note = visit.params.note ?? '';
      return isId(note) && (await removeNote(visit, meeting.id, note)) ? redirect(localized(visit.language, eventPaths.step(meeting.id, 'notes'))) : notFound;
    }) },
  ];

  async function show(visit: Visit, meeting: PublicMeeting, more: { errors?: FieldErrors; warned?: readonly Warned[] } = {}) {
    const frame = frameOf(visit, site(), { title: noteWords[visit.language].title, current: 'office-events', hasErrors: more.errors !== undefined });
    const { form, query } = visit;
    const saved = /^\d{1,3}$/.test(query.get('saved') ?? '') ? Number(query.get('saved')) : undefined;
    const sheet: Sheet = form.has('notes')
      ? { id: form.text('sheet'), kind: form.text('kind'), table: form.text('table'), language: form.text('language') }
      : { id: newId(), kind: query.get('kind') ?? 'table', table: query.get('table') ?? '', language: query.get('language') ?? visit.language };
    return <NotesPage frame={frame} meeting={meeting} notes={await listNotes(visit, meeting.id)} sheet={sheet} typed={form} saved={saved} {...more} />;
  }

  async function post(visit: Visit, meeting: PublicMeeting): Promise<Answer> {
    const read = readNotes(visit.form, visit.language);
    if (read.errors) return invalid(await show(visit, meeting, { errors: read.errors }));
    if (!read.accepted) return invalid(await show(visit, meeting, { warned: read.warned }));
    const saved = await writeNotes(visit, meeting.id, read.notes);
    const next = new URLSearchParams({ saved: String(saved), kind: visit.form.text('kind'), table: visit.form.text('table'), language: visit.form.text('language') });
    // To the lines: whoever types goes on with the next sheet at once.
    return redirect(`${localized(visit.language, eventPaths.step(meeting.id, 'notes'))}?${next}#notes`);
  }
}
