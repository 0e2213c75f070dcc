import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { officeEventWords } from '../event/office-words.ts';
import { eventPaths } from '../event/paths.ts';
import type { PublicMeeting } from '../event/queries.ts';
import type { Warned } from './input.ts';
import { type Note, noteKinds } from './queries.ts';
import { noteWords } from './words.ts';

/** What the next sheet begins with: that of the one before. */
export type Sheet = { readonly id: string; readonly kind: string; readonly table: string; readonly language: string };
type Props = { frame: PageFrame; meeting: PublicMeeting; notes: readonly Note[]; sheet: Sheet; typed: PostedForm; saved: number | undefined; errors?: FieldErrors | undefined; warned?: readonly Warned[] };

/** Typing notes fast: the lines first, the keyboard alone, the same sheet again after each save. */
export function NotesPage({ frame, meeting, notes, sheet, typed, saved, errors = {}, warned = [] }: Props) {
  const { language } = frame;
  const words = noteWords[language];
  const seen = warned.flatMap((one) => one.found).map((text) => ['seen', text] as const);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: eventPaths.office, label: officeEventWords[language].title }, { path: eventPaths.keep(meeting.id), label: meeting.title[language] }]} />
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {saved === undefined ? null : <p class="inset" role="status">{words.saved(saved)}</p>}
      {warned.length > 0 ? <Warning frame={frame} warned={warned} /> : null}
      <Form frame={frame} errors={errors} action={localized(language, eventPaths.step(meeting.id, 'notes'))} hidden={[['sheet', sheet.id], ...seen]} submit={warned.length > 0 ? words.saveAnyway : words.save}>
        <Radios name="kind" label={words.kind} inline value={sheet.kind} error={errors.kind} options={noteKinds.map((one) => ({ value: one, label: words.kinds[one] }))} />
        <Radios name="language" label={words.language} inline value={sheet.language} error={errors.language} options={(['en', 'fr'] as const).map((one) => ({ value: one, label: words.languages[one] }))} />
        <TextInput name="table" label={words.table} width="short" inputmode="numeric" maxlength={3} value={sheet.table} error={errors.table} />
        <Textarea name="notes" label={words.notes} hint={words.notesHint} rows={10} value={typed.text('notes')} error={errors.notes} />
      </Form>
      <h2>{words.so(notes.length)}</h2>
      <ul class="plain">{notes.map((note) => <NoteLine frame={frame} meeting={meeting.id} note={note} />)}</ul>
    </StaffLayout>
  );
}

function Warning({ frame: { language }, warned }: { frame: PageFrame; warned: readonly Warned[] }) {
  const words = noteWords[language];
  return (
    <div class="inset" role="alert" tabindex={-1} autofocus>
      <h2>{words.warnTitle}</h2>
      <p>{words.warnText}</p>
      <ul>{warned.map((one) => <li>{one.line}<br /><b>{one.found.join(', ')}</b></li>)}</ul>
    </div>
  );
}

function NoteLine({ frame, meeting, note }: { frame: PageFrame; meeting: string; note: Note }) {
  const { language } = frame;
  const words = noteWords[language];
  return (
    <li class="line">
      <span><span lang={note.language}>{note.body}</span> <span class="small">{note.tableNumber === null ? words.kinds[note.kind] : words.tableName(note.tableNumber)}</span></span>
      <form method="post" action={localized(language, eventPaths.removeNote(meeting, note.id))}>
        <Csrf frame={frame} />
        <button class="button link" type="submit" aria-label={words.removeNote(note.body)}>{words.remove}</button>
      </form>
    </li>
  );
}
