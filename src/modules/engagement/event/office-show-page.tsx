import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { AttendanceForm } from '../attendance/attendance-form.tsx';
import type { AttendanceCount } from '../attendance/queries.ts';
import type { Consultation } from '../consultation/queries.ts';
import type { Counts, NeedTotal } from '../registration/queries.ts';
import { NeedList } from '../registration/need-list.tsx';
import { officeEventWords } from './office-words.ts';
import { eventPaths } from './paths.ts';
import type { PublicMeeting } from './queries.ts';
import { takesRegistrations, whenOf } from './rules.ts';

/** A meeting with what the office knows of it; counts and needs are empty for whoever only types notes. */
export type MeetingFile = {
  readonly meeting: PublicMeeting; readonly counts: readonly Counts[]; readonly needs: readonly NeedTotal[]; readonly attendance: readonly AttendanceCount[]; readonly notes: number; readonly keeps: boolean;
  readonly consultations: readonly Consultation[];
};
type Props = { frame: PageFrame; file: MeetingFile; now: Date; typed: PostedForm; saved: boolean; errors?: FieldErrors | undefined; failed?: 'cancel' | 'attendance' | 'consultation' };

export function OfficeEventPage({ frame, file, now, typed, saved, errors = {}, failed }: Props) {
  const { language, site } = frame;
  const { meeting, keeps } = file;
  const words = officeEventWords[language];
  const to = (path: string) => localized(language, path);
  const begun = meeting.startsAt === null || meeting.startsAt <= now;
  const open = takesRegistrations(meeting, now);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: eventPaths.office, label: words.title }]} />
      <h1>{meeting.title[language]}</h1>
      {saved ? <p class="inset" role="status">{words.saved}</p> : null}
      <p>{whenOf(language, meeting, site.timeZone)}<br />{meeting.place[language]}</p>
      {meeting.cancelledFor ? <p class="inset"><b>{words.states.cancelled}.</b> {meeting.cancelledFor[language]}</p> : null}
      <div class="go">
        {keeps && open ? <a class="button" href={to(eventPaths.step(meeting.id, 'edit'))}>{words.edit}</a> : null}
        <a class={keeps && open ? 'button quiet' : 'button'} href={to(eventPaths.step(meeting.id, 'notes'))}>{words.notesLink(file.notes)}</a>
        <a class="button quiet" href={to(eventPaths.show(meeting.slug))}>{words.publicPage}</a>
      </div>
      {keeps && meeting.startsAt ? <Registrations frame={frame} file={file} open={open} /> : null}
      {keeps && meeting.startsAt && meeting.state === 'planned' ? (
        <section class="band">
          <h2>{words.attendance}</h2>
          {begun ? <><p>{words.attendanceLead}</p><AttendanceForm frame={frame} meeting={meeting.id} counts={file.attendance} typed={typed} errors={failed === 'attendance' ? errors : {}} /></> : <p>{words.notYet}</p>}
        </section>
      ) : null}
      {keeps && file.consultations.length > 0 ? (
        <section class="band">
          <h2>{words.consultation}</h2>
          <p>{words.consultationHint}</p>
          <Form frame={frame} errors={failed === 'consultation' ? errors : {}} action={to(eventPaths.step(meeting.id, 'consultation'))} submit={words.save}>
            <Select name="consultation" label={words.consultation} empty={words.noConsultation} value={failed === 'consultation' ? typed.text('consultation') : (meeting.consultation ?? '')} error={errors.consultation}
              options={file.consultations.map((one) => ({ value: one.slug, label: one.name[language] }))} />
          </Form>
        </section>
      ) : null}
      {keeps && open ? (
        <section class="band">
          <h2>{words.cancel}</h2>
          <p>{words.cancelHint}</p>
          <Form frame={frame} errors={failed === 'cancel' ? errors : {}} action={to(eventPaths.step(meeting.id, 'cancel'))} submit={words.cancel}>
            <TextInput name="reason-en" label={words.reasonEn} value={typed.text('reason-en')} error={errors['reason-en']} maxlength={500} />
            <TextInput name="reason-fr" label={words.reasonFr} value={typed.text('reason-fr')} error={errors['reason-fr']} maxlength={500} />
          </Form>
        </section>
      ) : null}
    </StaffLayout>
  );
}

function Registrations({ frame: { language }, file: { meeting, counts, needs }, open }: { frame: PageFrame; file: MeetingFile; open: boolean }) {
  const words = officeEventWords[language];
  const of = (state: Counts['state']) => counts.find((one) => one.state === state);
  const taken = of('registered')?.people ?? 0;
  const rest = [of('waiting') ? words.waiting(of('waiting')?.people ?? 0) : '', of('cancelled') ? words.cancelledCount(of('cancelled')?.registrations ?? 0) : ''].filter(Boolean);
  return (
    <section class="band">
      <h2>{words.registrations}</h2>
      {counts.length === 0 ? <p>{words.noRegistration}</p> : (
        <>
          <SummaryList rows={[{ label: words.registered, value: [meeting.capacity === null ? words.people(taken) : words.placesOf(taken, meeting.capacity), ...rest].join('\n') }]} />
          <h3>{words.needs}</h3>
          <p class="small">{words.needsLead}</p>
          <NeedList language={language} needs={needs} />
          <p><a href={localized(language, eventPaths.step(meeting.id, 'door'))}>{words.door}</a></p>
        </>
      )}
      {open ? <p><a href={localized(language, eventPaths.register(meeting.slug))}>{words.phone}</a></p> : null}
    </section>
  );
}
