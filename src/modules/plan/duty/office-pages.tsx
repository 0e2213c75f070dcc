import type { Child } from 'hono/jsx';
import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { planPaths } from '../paths.ts';
import { kindsFor } from './input.ts';
import type { Adoption, Duty } from './queries.ts';
import { takesEvidence } from './rules.ts';
import { EvidenceItem } from './register.tsx';
import { DutyMark } from './state-mark.tsx';
import { dutyWords } from './words.ts';

/** Where the plan office records what the states follow from. */
export function DutyOfficePage({ frame, duties, adoptions }: { frame: PageFrame; duties: readonly Duty[]; adoptions: readonly Adoption[] }) {
  const { language } = frame;
  const words = dutyWords[language];
  const back = (slug: string, about: string) => <a href={localized(language, planPaths.dutyRecord(slug))}>{words.takeBack}<span class="hidden-text"> {about}</span></a>;
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p>{words.officeLead} <a href={localized(language, planPaths.duties)}>{words.publicPage}</a></p>
      <h2>{words.adoption}</h2>
      {adoptions.length === 0 ? <p>{words.noAdoption}</p> : (
        <ul>{adoptions.map((one) => <li>{words.adopted(formatDate(language, one.date), one.by[language], one.resolution)} {one.staff ? back(one.slug, formatDate(language, one.date)) : null}</li>)}</ul>
      )}
      <p><a class="button" href={localized(language, planPaths.adoption)}>{words.recordAdoption}</a></p>
      <h2>{words.register}</h2>
      <table class="stack">
        <caption class="hidden-text">{words.register}</caption>
        <thead><tr><th scope="col">{words.duty}</th><th scope="col">{words.state}</th><th scope="col">{words.evidence}</th><th scope="col">{words.actions}</th></tr></thead>
        <tbody>
          {duties.map((duty) => (
            <tr id={duty.slug}>
              <th scope="row">{duty.title[language]}</th>
              <td data-label={words.state}><DutyMark language={language} state={duty.state} /></td>
              <td data-label={words.evidence}>
                {duty.evidence.length === 0 ? words.noEvidence : (
                  <ul class="plain">{duty.evidence.map((one) => <><EvidenceItem language={language} evidence={one} />{one.staff ? <li>{back(one.slug, one.title[language])}</li> : null}</>)}</ul>
                )}
              </td>
              <td data-label={words.actions}>{takesEvidence(duty.rule, duty.state) ? <a href={localized(language, planPaths.dutyEvidence(duty.slug))}>{words.addEvidence}<span class="hidden-text"> {duty.title[language]}</span></a> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </StaffLayout>
  );
}

type FormState = { frame: PageFrame; typed: PostedForm; errors?: FieldErrors | undefined };

function OfficeForm({ frame, errors, title, about, lead, children }: { frame: PageFrame; errors: FieldErrors; title: string; about?: string; lead: string; children: Child }) {
  const words = dutyWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={frame.language} steps={[{ path: planPaths.dutyOffice, label: words.title }]} />
      <h1>{title}</h1>
      {about ? <p class="lead">{about}</p> : null}
      <p>{lead}</p>
      <Form frame={frame} errors={errors} submit={words.save}>{children}</Form>
    </StaffLayout>
  );
}

function DateAndSource({ frame, typed, errors, label, children }: { frame: PageFrame; typed: PostedForm; errors: FieldErrors; label: string; children: Child }) {
  const words = dutyWords[frame.language];
  return (
    <>
      <TextInput name="date" type="date" width="short" label={label} hint={words.dateHint} value={typed.text('date')} error={errors.date} />
      {children}
      <TextInput name="url" type="url" inputmode="url" label={words.url} hint={words.urlHint} value={typed.text('url')} error={errors.url} />
    </>
  );
}

export function AdoptionPage({ frame, typed, errors = {} }: FormState) {
  const words = dutyWords[frame.language];
  return (
    <OfficeForm frame={frame} errors={errors} title={words.recordAdoption} lead={words.adoptionLead}>
      <DateAndSource frame={frame} typed={typed} errors={errors} label={words.adoptedOn}>
        <TextInput name="resolution" width="short" label={words.resolution} hint={words.resolutionHint} value={typed.text('resolution')} error={errors.resolution} />
        <div class="pair">
          <TextInput name="by-en" label={words.byEn} hint={words.byHint} value={typed.text('by-en')} error={errors['by-en']} />
          <TextInput name="by-fr" label={words.byFr} hint={words.byHint} value={typed.text('by-fr')} error={errors['by-fr']} />
        </div>
      </DateAndSource>
    </OfficeForm>
  );
}

export function DutyEvidencePage({ frame, typed, errors = {}, duty }: FormState & { duty: Duty }) {
  const { language } = frame;
  const words = dutyWords[language];
  const { kind } = duty.rule.term;
  const groups = duty.groups.map((group) => ({ value: group.slug, label: group.name[language] }));
  return (
    <OfficeForm frame={frame} errors={errors} title={words.addEvidence} about={duty.title[language]} lead={`${words.evidenceLead} ${kind === 'recurring' ? words.reviewLead : ''}`.trim()}>
      <Radios name="kind" label={words.kind} options={kindsFor(duty).map((value) => ({ value, label: words.kinds[value] }))} value={typed.text('kind')} error={errors.kind} />
      {kind === 'groups' ? <Select name="group" label={words.whichGroup} empty={words.chooseGroup} options={groups} value={typed.text('group')} error={errors.group} /> : null}
      <div class="pair">
        <TextInput name="title-en" label={words.titleEn} value={typed.text('title-en')} error={errors['title-en']} />
        <TextInput name="title-fr" label={words.titleFr} value={typed.text('title-fr')} error={errors['title-fr']} />
      </div>
      <DateAndSource frame={frame} typed={typed} errors={errors} label={words.onWhichDay}>{null}</DateAndSource>
    </OfficeForm>
  );
}

export function TakeBackPage({ frame, typed, errors = {}, about }: FormState & { about: string }) {
  const words = dutyWords[frame.language];
  return (
    <OfficeForm frame={frame} errors={errors} title={words.takeBackTitle} about={about} lead={words.takeBackLead}>
      <Textarea name="reason" rows={4} label={words.reason} hint={words.reasonHint} value={typed.text('reason')} error={errors.reason} />
    </OfficeForm>
  );
}
