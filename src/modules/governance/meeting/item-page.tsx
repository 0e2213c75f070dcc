import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, Select, Textarea } from '#app/ui/components/fields.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Action } from '../action/queries.ts';
import type { Body } from '../body/queries.ts';
import type { Decision } from '../decision/queries.ts';
import type { Item } from '../matter/queries.ts';
import { matterWords } from '../matter/words.ts';
import type { Person } from '../member/queries.ts';
import { governancePaths } from '../paths.ts';
import { InLanguage } from '../untranslated.tsx';
import { ActionForm, DecisionForm, PaperForm } from './item-forms.tsx';
import { takesChanges, takesResults } from './rules.ts';
import type { MeetingFile } from './show-page.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { meetingWords } from './words.ts';

export type ItemFile = MeetingFile & { readonly item: Item; readonly members: readonly Person[]; /** Members who have not left the item. */ readonly eligible: readonly Person[]; readonly decisions: readonly Decision[]; readonly actions: readonly Action[]; readonly bodies: readonly Body[]; readonly me: Person | undefined; /** Whether the record that the item is about opens for the reader. */ readonly recordOpens: boolean };
export type ItemProps = { frame: PageFrame; file: ItemFile; typed: PostedForm; errors: FieldErrors };

/** One item of a meeting: its papers, what was said, decided and agreed, and how it went out. */
export function ItemPage({ frame, file, typed, errors }: ItemProps) {
  const { language } = frame;
  const words = meetingWords[language];
  const { meeting, item, keeps } = file;
  const step = (name: string) => governancePaths.itemStep(meeting.id, item.id, name);
  // What a step would refuse is not offered.
  const inSession = keeps && takesResults(meeting, item);
  const changeable = keeps && takesChanges(meeting, item);
  const papers = file.papers.filter((paper) => paper.matterId === item.matter.id);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: meeting.state === 'open' ? governancePaths.room(meeting.id) : governancePaths.meeting(meeting.id), label: words.heading(file.body?.name[language] ?? '', `${meeting.year}-${meeting.number}`) }]} />
      <p class="small">{matterWords[language].kinds[item.matter.kind]}{item.why ? `. ${item.why[language]}` : ''}{item.matter.inCamera ? `. ${words.inCamera}` : ''}</p>
      <h1><InLanguage text={item.matter.title} language={language} /></h1>
      <ErrorSummary language={language} errors={errors} />
      {item.matter.path && file.recordOpens ? <p><a href={localized(language, item.matter.path)}>{words.thing}</a></p> : null}
      {item.outcome ? <p><span class="tag">{words.results[item.outcome]}</span></p> : null}
      {papers.length > 0 || changeable ? (
        <section class="band">
          <h2>{words.papers}</h2>
          <ul>{papers.map((paper) => <li><a href={localized(language, governancePaths.paper(meeting.id, paper.id))}>{paper.name}</a> ({Math.ceil(paper.size / 1024)} kB)</li>)}</ul>
          {changeable ? <PaperForm frame={frame} to={step('papers')} error={errors.paper} /> : null}
        </section>
      ) : null}
      <section class="band">
        <h2>{words.discussion}</h2>
        {inSession ? (
          <form method="post" action={localized(language, step('discussion'))}>
            <Csrf frame={frame} />
            <Textarea name="discussion" rows={4} lang={item.language ?? language} label={words.discussion} hint={words.discussionHint} value={typed.has('discussion') ? typed.text('discussion') : (item.discussion ?? '')} error={errors.discussion} />
            <button class="button quiet" type="submit">{words.save}</button>
          </form>
        ) : <p class="pre" lang={item.language ?? undefined}>{item.discussion}</p>}
      </section>
      <Results frame={frame} file={file} />
      {inSession ? <Session frame={frame} file={file} typed={typed} errors={errors} /> : null}
      <Conflict frame={frame} file={file} typed={typed} errors={errors} />
      {changeable && item.outcome === null ? (
        <section class="band">
          <h2>{words.agenda}</h2>
          <div class="buttons">
            <StepButton frame={frame} to={step('up')} label={words.up} quiet /><StepButton frame={frame} to={step('down')} label={words.down} quiet />
            <StepButton frame={frame} to={step('camera')} label={item.matter.inCamera ? words.notCamera : words.camera} quiet />
            {meeting.state === 'open' ? null : <StepButton frame={frame} to={step('off')} label={words.off} quiet />}
          </div>
        </section>
      ) : null}
    </StaffLayout>
  );
}

/** What was decided and agreed about the item in this meeting. */
function Results({ frame: { language }, file: { decisions, actions } }: { frame: PageFrame; file: ItemFile }) {
  const words = meetingWords[language];
  if (decisions.length === 0 && actions.length === 0) return null;
  return (
    <section class="band">
      {decisions.length > 0 ? <h2>{words.decisions}</h2> : null}
      {decisions.map((decision) => <div class="inset"><p><b><InLanguage text={decision.title} language={language} /></b></p><p><InLanguage text={decision.reason} language={language} /></p>{decision.movedBy ? <p class="small">{words.movedBy}{colon(language)}{decision.movedBy}</p> : null}{decision.dissent ? <p class="small">{words.dissent}{colon(language)}{decision.dissent}</p> : null}</div>)}
      {actions.length > 0 ? <h2>{words.actions}</h2> : null}
      <ul>{actions.map((action) => <li><a href={localized(language, governancePaths.action(action.id))}><InLanguage text={action.what} language={language} /></a>, {words.dueBy(action.memberName, formatDate(language, action.due))}</li>)}</ul>
    </section>
  );
}

function Session({ frame, file, typed, errors }: ItemProps) {
  const words = meetingWords[frame.language];
  const { meeting, item } = file;
  const step = (name: string) => governancePaths.itemStep(meeting.id, item.id, name);
  return (
    <>
      {item.matter.kind === 'minutes' ? <StepButton frame={frame} to={step('approve')} label={words.approve} id="approve" /> : null}
      {item.matter.kind === 'milestone' ? <StepButton frame={frame} to={step('confirm')} label={words.confirm} /> : null}
      {item.matter.kind === 'issue' ? <p class="hint">{words.decideElsewhere}</p> : null}
      <DecisionForm frame={frame} file={file} typed={typed} errors={errors} />
      <ActionForm frame={frame} file={file} typed={typed} errors={errors} />
      <div class="buttons">
        <StepButton frame={frame} to={step('end')} label={words.end} />
        <StepButton frame={frame} to={step('return')} label={words.returns} quiet />
      </div>
    </>
  );
}

/** Whoever has a conflict leaves the item; the keepers see who has. */
function Conflict({ frame, file, typed, errors }: ItemProps) {
  const { language } = frame;
  const words = meetingWords[language];
  const { meeting, item, keeps, me } = file;
  const to = governancePaths.itemStep(meeting.id, item.id, 'conflict');
  const left = file.recusals.filter((one) => one.matter === item.matter.id);
  if (item.matter.endedAt !== null || (!keeps && !me)) return null;
  return (
    <section class="band">
      <h2>{words.conflict}</h2>
      <p>{words.conflictLead}</p>
      {left.length > 0 ? <p>{words.left}{colon(language)}{left.map((one) => one.name).join(', ')}</p> : null}
      {me ? (
        <form method="post" action={localized(language, to)} class="step"><Csrf frame={frame} /><input type="hidden" name="conflict-member" value={me.id} /><button class="button warning" type="submit">{words.iHaveOne}</button></form>
      ) : null}
      {keeps ? (
        <form method="post" action={localized(language, to)} novalidate>
          <Csrf frame={frame} />
          <Select name="conflict-member" label={words.declareFor} empty={words.chooseMember} value={typed.text('conflict-member')} error={errors['conflict-member']}
            options={file.eligible.map((person) => ({ value: person.id, label: person.name }))} />
          <button class="button quiet" type="submit">{words.declare}</button>
        </form>
      ) : null}
    </section>
  );
}
