import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Body } from '../body/queries.ts';
import type { Item, Paper, Recusal } from '../matter/queries.ts';
import { matterWords } from '../matter/words.ts';
import { governancePaths } from '../paths.ts';
import { InLanguage } from '../untranslated.tsx';
import type { Meeting } from './queries.ts';
import { agendaIsOpen } from './rules.ts';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { meetingWords } from './words.ts';

export type MeetingFile = { readonly meeting: Meeting; readonly body: Body | undefined; readonly items: readonly Item[]; readonly papers: readonly Paper[]; readonly recusals: readonly Recusal[]; readonly keeps: boolean };
type Props = { frame: PageFrame; file: MeetingFile; typed: PostedForm; errors?: FieldErrors | undefined };

/** One meeting before and after it: when, where, the agenda with its papers, and what its keeper can do next. */
export function MeetingPage({ frame, file, typed, errors = {} }: Props) {
  const { language, site } = frame;
  const words = meetingWords[language];
  const { meeting, body, keeps } = file;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: governancePaths.meetings, label: words.title }]} />
      <h1>{words.heading(body?.name[language] ?? '', `${meeting.year}-${meeting.number}`)}</h1>
      <ErrorSummary language={language} errors={errors} />
      <SummaryList rows={[
        { label: words.when, value: formatMoment(language, meeting.startsAt, site.timeZone, { weekday: true }) }, { label: words.where, value: meeting.place },
        ...(meeting.online ? [{ label: words.online, value: <a href={meeting.online} rel="noopener">{meeting.online}</a> }] : []),
        { label: words.state, value: meeting.cancelledFor ? `${words.states[meeting.state]}${colon(language)}${meeting.cancelledFor}` : words.states[meeting.state] },
      ]} />
      <p class="buttons">
        <a class="button quiet" href={localized(language, governancePaths.calendar(meeting.id))}>{words.calendar}</a>
        {meeting.state === 'open' ? <a class="button" href={localized(language, governancePaths.room(meeting.id))}>{words.room}</a> : null}
        {meeting.minutesState === 'none' ? null : <a class="button" href={localized(language, governancePaths.minutes(meeting.id))}>{words.minutes}</a>}
      </p>
      <section class="band">
        <h2>{words.agenda}</h2>
        {file.items.length === 0 ? <p>{words.agendaNone}</p> : <Agenda frame={frame} file={file} />}
        {keeps && agendaIsOpen(meeting) ? <AgendaForms frame={frame} file={file} typed={typed} errors={errors} /> : null}
      </section>
      {keeps ? <NextSteps frame={frame} file={file} typed={typed} errors={errors} /> : null}
    </StaffLayout>
  );
}

function Agenda({ frame: { language }, file: { meeting, items, papers } }: { frame: PageFrame; file: MeetingFile }) {
  const words = meetingWords[language];
  return (
    <ol>
      {items.map((item) => (
        <li>
          <a href={localized(language, governancePaths.itemStep(meeting.id, item.id, 'page'))}><InLanguage text={item.matter.title} language={language} /></a>
          <br />
          <span class="small">{[matterWords[language].kinds[item.matter.kind], item.why?.[language], item.matter.inCamera ? words.inCamera : undefined, item.outcome ? words.results[item.outcome] : undefined].filter(Boolean).join('. ')}</span>
          {papers.filter((paper) => paper.matterId === item.matter.id).map((paper) => <><br /><a href={localized(language, governancePaths.paper(meeting.id, paper.id))}>{paper.name}</a> <span class="small">({Math.ceil(paper.size / 1024)} kB)</span></>)}
        </li>
      ))}
    </ol>
  );
}

function AgendaForms({ frame, file: { meeting }, typed, errors }: Props & { errors: FieldErrors }) {
  const { language } = frame;
  const words = meetingWords[language];
  return (
    <>
      <StepButton frame={frame} to={governancePaths.meetingStep(meeting.id, 'gather')} label={words.gather} quiet hint={words.gatherHint} />
      <details open={errors['item-en'] !== undefined}>
        <summary>{words.addItem}</summary>
        <form method="post" action={localized(language, governancePaths.meetingStep(meeting.id, 'items'))} novalidate>
          <Csrf frame={frame} />
          <div class="pair">
            <TextInput name="item-en" label={words.itemTitleEn} hint={words.pairHint} value={typed.text('item-en')} error={errors['item-en']} maxlength={300} />
            <TextInput name="item-fr" label={words.itemTitleFr} hint={words.pairHint} value={typed.text('item-fr')} error={errors['item-fr']} maxlength={300} />
          </div>
          <div class="choice"><input type="checkbox" id="in-camera" name="in-camera" value="yes" checked={typed.text('in-camera') === 'yes'} /><label for="in-camera">{words.inCamera}</label></div>
          <button class="button quiet" type="submit">{words.addItem}</button>
        </form>
      </details>
    </>
  );
}

function NextSteps({ frame, file: { meeting }, typed, errors }: Props & { errors: FieldErrors }) {
  const { language } = frame;
  const words = meetingWords[language];
  const step = (name: string) => governancePaths.meetingStep(meeting.id, name);
  if (meeting.state === 'closed' || meeting.state === 'cancelled') return null;
  if (meeting.state === 'open') return <section class="band"><h2>{words.close}</h2><StepButton frame={frame} to={step('close')} label={words.close} hint={words.closeHint} /></section>;
  return (
    <section class="band">
      <h2>{words.state}</h2>
      {meeting.state === 'planned' ? <StepButton frame={frame} to={step('call')} label={words.call} hint={words.callHint} /> : null}
      <StepButton frame={frame} to={step('open')} label={words.open} quiet={meeting.state === 'planned'} />
      <details open={errors.reason !== undefined}>
        <summary>{words.cancel}</summary>
        <form method="post" action={localized(language, step('cancel'))} novalidate>
          <Csrf frame={frame} />
          <TextInput name="reason" label={words.cancelReason} value={typed.text('reason')} error={errors.reason} maxlength={500} />
          <button class="button warning" type="submit">{words.cancel}</button>
        </form>
      </details>
    </section>
  );
}
