import { emptyForm, type Form as PostedForm } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, Radios, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { governancePaths } from '../paths.ts';
import { SeatForms } from '../seat/seat-forms.tsx';
import type { Seat } from '../seat/queries.ts';
import type { Person } from '../member/queries.ts';
import { formedKinds } from './input.ts';
import type { Body } from './queries.ts';
import { nextStates } from './rules.ts';
import { bodyWords } from './words.ts';

type Typed = { frame: PageFrame; typed: PostedForm; errors?: FieldErrors | undefined };

function Pair({ frame, typed, errors = {}, name, labels }: Typed & { name: string; labels: { en: string; fr: string } }) {
  return (
    <div class="pair" lang={frame.language}>
      <TextInput name={`${name}-en`} label={labels.en} value={typed.text(`${name}-en`)} error={errors[`${name}-en`]} maxlength={1000} />
      <TextInput name={`${name}-fr`} label={labels.fr} value={typed.text(`${name}-fr`)} error={errors[`${name}-fr`]} maxlength={1000} />
    </div>
  );
}

/** The form of a new table. */
export function NewBodyPage({ frame, typed, errors }: Typed) {
  const words = bodyWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.form}</h1>
      <p class="lead">{words.formLead}</p>
      <Form frame={frame} errors={errors} submit={words.form}>
        <Radios name="kind" label={words.kind} inline value={typed.text('kind') || 'action-table'} error={errors?.kind} options={formedKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
        <Pair frame={frame} typed={typed} errors={errors} name="name" labels={{ en: words.nameEn, fr: words.nameFr }} />
        <Pair frame={frame} typed={typed} errors={errors} name="reason" labels={{ en: words.reasonEn, fr: words.reasonFr }} />
      </Form>
    </StaffLayout>
  );
}

/** The bodies that the reader keeps. */
export function KeptBodiesPage({ frame, bodies, office }: { frame: PageFrame; bodies: readonly Body[]; office: boolean }) {
  const { language } = frame;
  const words = bodyWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.keepTitle}</h1>
      <p class="lead">{words.staffLead} {words.keepLead}</p>
      {office ? <p><a class="button" href={localized(language, governancePaths.newBody)}>{words.form}</a></p> : null}
      <ul>{bodies.map((body) => <li><a href={localized(language, governancePaths.keepBody(body.slug))}>{body.name[language]}</a><br /><span class="small">{words.kinds[body.kind]}. {words.states[body.state]}</span></li>)}</ul>
    </StaffLayout>
  );
}

type KeepProps = Typed & { body: Body; bodies: readonly Body[]; seats: readonly Seat[]; members: readonly Person[]; office: boolean; change?: 'state' | 'name' | undefined };

/** Where a body is kept: state, name, minutes, seats; its members and meetings are a link away. */
export function KeepBodyPage({ frame, typed, errors = {}, body, bodies, seats, members, office, change }: KeepProps) {
  const { language } = frame;
  const words = bodyWords[language];
  const at = (name: 'state' | 'name' | 'minutes') => localized(language, governancePaths.bodyChange(body.slug, name));
  const of = (name: 'state' | 'name') => ({ frame, typed: change === name ? typed : emptyForm, errors: change === name ? errors : {} });
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: governancePaths.bodies, label: words.title }, { path: governancePaths.body(body.slug), label: body.name[language] }]} />
      <h1>{words.keep}</h1>
      <p class="lead">{body.name[language]}, {words.states[body.state].toLowerCase()}. {words.keepLead}</p>
      <ErrorSummary language={language} errors={errors} />
      <p class="buttons"><a class="button quiet" href={localized(language, governancePaths.members(body.slug))}>{words.membersPage}</a> <a class="button quiet" href={localized(language, governancePaths.meetings)}>{words.meetingsPage}</a></p>
      {seats.length > 0 ? <SeatForms frame={frame} seats={seats} members={members} office={office} /> : null}
      {office ? (
        <>
          <section class="band">
            <h2>{words.changeState}</h2>
            <form method="post" action={at('state')} novalidate>
              <Csrf frame={frame} />
              <Select name="state" label={words.newState} empty={words.choose} value={of('state').typed.text('state')} error={of('state').errors.state} options={nextStates(body.state).map((state) => ({ value: state, label: words.states[state] }))} />
              <Select name="into" label={words.into} empty={words.choose} value={of('state').typed.text('into')} error={of('state').errors.into} options={bodies.filter((one) => one.slug !== body.slug).map((one) => ({ value: one.slug, label: one.name[language] }))} />
              <Pair {...of('state')} name="reason" labels={{ en: words.reasonEn, fr: words.reasonFr }} />
              <button class="button" type="submit">{words.changeState}</button>
            </form>
          </section>
          <section class="band">
            <h2>{words.rename}</h2>
            <form method="post" action={at('name')} novalidate>
              <Csrf frame={frame} />
              <Pair {...of('name')} name="name" labels={{ en: words.nameEn, fr: words.nameFr }} />
              <button class="button" type="submit">{words.rename}</button>
            </form>
          </section>
          <section class="band">
            <h2>{words.minutesFor}</h2>
            <form method="post" action={at('minutes')}>
              <Csrf frame={frame} />
              <Radios name="minutes" label={words.minutesFor} value={body.minutes} options={(['members', 'public'] as const).map((value) => ({ value, label: words.minutesOptions[value] }))} />
              <button class="button quiet" type="submit">{words.save}</button>
            </form>
          </section>
        </>
      ) : null}
    </StaffLayout>
  );
}


