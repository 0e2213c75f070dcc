import type { Child } from 'hono/jsx';
import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, type Option, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { planPaths } from '../paths.ts';
import { evidenceKinds } from './input.ts';
import type { Milestone } from './queries.ts';
import { milestoneWords } from './words.ts';

/** What every form page gets: where it stands, what was typed, what is wrong with it. */
export type FormState = { frame: PageFrame; typed: PostedForm; errors?: FieldErrors | undefined };
type Fields = { frame: PageFrame; typed: PostedForm; errors: FieldErrors };

function Page({ frame, errors, title, lead, milestone, children }: { frame: PageFrame; errors: FieldErrors; title: string; lead?: string; milestone?: Milestone; children: Child }) {
  const words = milestoneWords[frame.language];
  const crumbs = [{ path: planPaths.milestones, label: words.list }, ...(milestone ? [{ path: planPaths.milestone(milestone.id), label: milestone.title[frame.language] }] : [])];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={frame.language} steps={crumbs} />
      <h1>{title}</h1>
      {milestone ? <p class="lead">{milestone.title[frame.language]}</p> : null}
      {lead ? <p>{lead}</p> : null}
      <Form frame={frame} errors={errors} submit={words.save}>{children}</Form>
    </StaffLayout>
  );
}

function DateField({ frame, typed, errors, name, label, initial }: Fields & { name: string; label: string; initial?: string }) {
  return <TextInput name={name} type="date" width="short" label={label} hint={milestoneWords[frame.language].dateHint} value={typed.has(name) ? typed.text(name) : initial} error={errors[name]} />;
}

function TitlePair({ frame, typed, errors }: Fields) {
  const words = milestoneWords[frame.language];
  return (
    <div class="pair">
      <TextInput name="title-en" label={words.titleEn} value={typed.text('title-en')} error={errors['title-en']} />
      <TextInput name="title-fr" label={words.titleFr} value={typed.text('title-fr')} error={errors['title-fr']} />
    </div>
  );
}

function ReasonPair({ frame, typed, errors }: Fields) {
  const words = milestoneWords[frame.language];
  return (
    <div class="pair">
      <Textarea name="reason-en" lang="en" rows={4} label={words.reasonEn} hint={words.reasonHint} value={typed.text('reason-en')} error={errors['reason-en']} />
      <Textarea name="reason-fr" lang="fr" rows={4} label={words.reasonFr} hint={words.reasonHint} value={typed.text('reason-fr')} error={errors['reason-fr']} />
    </div>
  );
}

export function ConfirmPage({ frame, typed, errors = {}, milestone, bodies, today }: FormState & { milestone: Milestone; bodies: readonly Option[]; today: string }) {
  const words = milestoneWords[frame.language];
  const body = typed.has('body') ? typed.text('body') : (milestone.bodySlug ?? undefined);
  return (
    <Page frame={frame} errors={errors} title={words.confirm} lead={words.confirmLead} milestone={milestone}>
      <Select name="body" label={words.whichBody} options={bodies} empty={words.chooseBody} value={body} error={errors.body} />
      <DateField frame={frame} typed={typed} errors={errors} name="date" label={words.onWhichDay} initial={today} />
    </Page>
  );
}

export function EvidencePage({ frame, typed, errors = {}, milestone }: FormState & { milestone: Milestone }) {
  const words = milestoneWords[frame.language];
  return (
    <Page frame={frame} errors={errors} title={words.evidence} lead={words.evidenceLead} milestone={milestone}>
      <Radios name="kind" label={words.kind} options={evidenceKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} value={typed.text('kind')} error={errors.kind} />
      <TitlePair frame={frame} typed={typed} errors={errors} />
      <DateField frame={frame} typed={typed} errors={errors} name="date" label={words.onWhichDay} />
      <TextInput name="url" type="url" inputmode="url" label={words.url} hint={words.urlHint} value={typed.text('url')} error={errors.url} />
    </Page>
  );
}

export function DuePage({ frame, typed, errors = {}, milestone }: FormState & { milestone: Milestone }) {
  const words = milestoneWords[frame.language];
  return (
    <Page frame={frame} errors={errors} title={words.changeDue} lead={words.dueLead} milestone={milestone}>
      <DateField frame={frame} typed={typed} errors={errors} name="due" label={words.newDate} initial={milestone.due} />
      <ReasonPair frame={frame} typed={typed} errors={errors} />
    </Page>
  );
}

export function WithdrawPage({ frame, typed, errors = {}, milestone }: FormState & { milestone: Milestone }) {
  const words = milestoneWords[frame.language];
  return (
    <Page frame={frame} errors={errors} title={words.withdraw} lead={words.withdrawLead} milestone={milestone}>
      <ReasonPair frame={frame} typed={typed} errors={errors} />
    </Page>
  );
}

export function NewMilestonePage({ frame, typed, errors = {}, priorities, bodies }: FormState & { priorities: readonly Option[]; bodies: readonly Option[] }) {
  const words = milestoneWords[frame.language];
  return (
    <Page frame={frame} errors={errors} title={words.add}>
      <Select name="priority" label={words.whichPriority} options={priorities} empty={words.choosePriority} value={typed.text('priority')} error={errors.priority} />
      <Select name="body" label={words.whichBody} options={bodies} empty={words.chooseBody} value={typed.text('body')} error={errors.body} />
      <TitlePair frame={frame} typed={typed} errors={errors} />
      <DateField frame={frame} typed={typed} errors={errors} name="due" label={words.dueDate} />
    </Page>
  );
}
