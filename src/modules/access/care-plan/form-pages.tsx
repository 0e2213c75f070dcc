import type { Child } from 'hono/jsx';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import type { AgencyLine, Colleague } from '../person/queries.ts';
import { carePaths } from './paths.ts';
import type { Pathway } from './queries.ts';
import { type CareStep, careSteps, goalStates } from './rules.ts';
import { careWords } from './words.ts';

export type CareForm = { readonly frame: PageFrame; readonly person: string; readonly today: string; readonly typed: Posted; readonly errors: FieldErrors | undefined };
type Framed = CareForm & { readonly lead?: string; readonly back?: string; readonly children: Child };

/** A form about a plan: the way back, the title, one form. */
export function CareFormPage({ frame, person, errors, lead, back, children }: Framed) {
  const words = careWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(frame.language, back ?? carePaths.show(person))}>{back ? words.back : words.toPlan}</a></p>
      <h1>{frame.title}</h1>
      {lead ? <p class="lead">{lead}</p> : null}
      <Form frame={frame} errors={errors} submit={words.save}>{children}</Form>
    </StaffLayout>
  );
}

type Fields = Pick<CareForm, 'frame' | 'typed' | 'errors' | 'today'>;
/** The day something happened; today unless another is typed. */
export function Day({ frame, typed, errors, today, name = 'on', label }: Fields & { name?: string; label?: string }) {
  const words = careWords[frame.language];
  return <TextInput name={name} label={label ?? words.on} hint={words.dateHint} width="short" autocomplete="off" value={typed.has(name) ? typed.text(name) : today} error={errors?.[name]} />;
}
export function Words({ typed, errors, name, label, hint, rows = 4 }: Pick<Fields, 'typed' | 'errors'> & { name: string; label: string; hint?: string; rows?: number }) {
  return <Textarea name={name} label={label} hint={hint} rows={rows} value={typed.text(name)} error={errors?.[name]} />;
}
export function Line({ typed, errors, name, label, hint, width }: Pick<Fields, 'typed' | 'errors'> & { name: string; label: string; hint?: string; width?: 'short' | 'medium' }) {
  return <TextInput name={name} label={label} hint={hint} width={width ?? 'medium'} autocomplete="off" value={typed.text(name)} error={errors?.[name]} />;
}

export function OpenPlanPage(form: CareForm & { pathways: readonly Pathway[] }) {
  const { frame, typed, errors, person, pathways } = form;
  const words = careWords[frame.language];
  return (
    <CareFormPage {...form} lead={words.openLead} back={accessPaths.person(person)}>
      <Radios name="pathway" label={words.pathway} options={pathways.map((one) => ({ value: one.slug, label: one.name[frame.language], hint: one.note?.[frame.language] }))} value={typed.text('pathway') || pathways[0]?.slug} error={errors?.pathway} />
      <Checkboxes name="leaving-care" label={words.leavingCare} hint={words.leavingCareHint} options={[{ value: 'yes', label: words.yes }]} values={typed.list('leaving-care')} />
      <Day {...form} />
    </CareFormPage>
  );
}

export function StepPage(form: CareForm & { next: CareStep; colleagues: readonly Colleague[]; mine: readonly CareStep[] }) {
  const { frame, typed, errors, next, colleagues, mine } = form;
  const words = careWords[frame.language];
  return (
    <CareFormPage {...form} lead={words.stepHint}>
      <Select name="step" label={words.step} options={careSteps.filter((one) => mine.includes(one)).map((one) => ({ value: one, label: one === next ? `${words.steps[one]} (${words.next.toLowerCase()})` : words.steps[one] }))} value={typed.text('step') || next} error={errors?.step} />
      <Day {...form} />
      {mine.includes('coordinator') ? <Select name="coordinator" label={words.chooseCoordinator} hint={words.coordinatorHint} empty="" options={colleagues.map((one) => ({ value: one.account, label: one.name }))} value={typed.text('coordinator')} error={errors?.coordinator} /> : null}
      <Words {...form} name="reason" label={`${words.reason}${words.optional}`} hint={words.reasonHint} rows={3} />
    </CareFormPage>
  );
}

export function GoalPage(form: CareForm & { existing: string | undefined }) {
  const { frame, typed, errors, existing } = form;
  const words = careWords[frame.language];
  return (
    <CareFormPage {...form}>
      {existing === undefined ? <Words {...form} name="in-words" label={words.inWords} rows={3} /> : <blockquote><p>{existing}</p></blockquote>}
      <Line {...form} name="rank" label={words.rank} hint={words.rankHint} width="short" />
      <Line {...form} name="owner" label={words.owner} hint={words.ownerHint} />
      <Line {...form} name="review-on" label={words.reviewOn} hint={words.dateHint} width="short" />
      {existing === undefined ? null : <Radios name="state" label={words.state} options={goalStates.map((value) => ({ value, label: words.goalStates[value] }))} value={typed.text('state')} error={errors?.state} />}
    </CareFormPage>
  );
}

export function JoinPage(form: CareForm & { agencies: readonly AgencyLine[]; lead: string; mayConsent: boolean }) {
  const { frame, typed, errors, person, agencies, lead, mayConsent } = form;
  const words = careWords[frame.language];
  return (
    <CareFormPage {...form} lead={words.joinLead}>
      {agencies.some((one) => one.id !== lead) ? null : <p class="panel">{words.noConsent} {mayConsent ? <a href={localized(frame.language, accessPaths.consents(person))}>{words.toConsents}</a> : null}</p>}
      <Radios name="agency" label={words.agency} options={agencies.map((one) => ({ value: one.id, label: one.name[frame.language] }))} value={typed.text('agency')} error={errors?.agency} />
      <Line {...form} name="provides" label={words.provides} />
    </CareFormPage>
  );
}
