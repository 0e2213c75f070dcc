import { dateIn } from '#app/platform/clock/clock.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import type { AgencyLine, Colleague } from '../person/queries.ts';
import { personWords } from '../person/words.ts';
import { sections } from '../sections.ts';
import { purposes, ways, withdrawnField } from './input.ts';
import type { Consent, Instruction, Scan } from './queries.ts';
import { standingOf } from './rules.ts';
import { Scans, scanField } from './scan.tsx';
import { scanWords } from './scan-words.ts';
import { consentWords } from './words.ts';

type State = { frame: PageFrame; person: string; errors?: FieldErrors | undefined; typed: Posted; agencies: readonly AgencyLine[] };
const listed = (names: readonly string[]) => names.join(', ');

/** All consents and instructions of a person, with withdrawing and lifting. */
export function ConsentsPage({ frame, person, errors, typed, agencies, consents, instructions, colleagues, scans, writes, today, timeZone, wrong }: State & { scans: readonly Scan[]; /** Whether she records what the person says, and does not only read. */ writes: boolean; timeZone: string; consents: readonly Consent[]; instructions: readonly Instruction[]; colleagues: readonly Colleague[]; today: string; wrong?: string | undefined }) {
  const { language } = frame;
  const words = consentWords[language];
  const at = (path: string) => localized(language, path);
  const agency = (id: string) => agencies.find((one) => one.id === id)?.name[language] ?? '';
  const whom = (one: Instruction) => (one.account ? (colleagues.find((known) => known.account === one.account)?.name ?? words.whom) : one.agency ? agency(one.agency) : words.everybody);
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(accessPaths.person(person))}>{words.back}</a></p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {writes ? <p class="go"><a class="button" href={at(accessPaths.consentNew(person))}>{words.record}</a> <a class="button quiet" href={at(accessPaths.instruct(person))}>{words.instruct}</a></p> : null}
      <h2>{words.consents}</h2>
      {consents.length === 0 ? <p>{words.none}</p> : null}
      {consents.map((one) => (
        <article class="panel">
          <h3>{listed([...one.toAgencies.map(agency), ...(one.organizationNames ?? []).map((name) => name[language])])} – {words.states[standingOf(one, today)]}</h3>
          <p>{listed(sections.filter((name) => one.categories.includes(name)).map((name) => personWords[language].sections[name]))}. {listed(one.purposes.map((name) => words.purposeNames[name] ?? name))}. {one.expiresOn ? words.until(formatDate(language, one.expiresOn)) : ''}</p>
          <p><a href={localized(one.language, accessPaths.receipt(person, one.id))}>{words.receiptIn[one.language]}</a></p>
          {one.withdrawnAt ? null : consents.some((later) => later.renews === one.id) ? <p>{scanWords[language].renewed}</p> : !writes ? null : <p><a href={`${at(accessPaths.consentNew(person))}?renews=${one.id}`}>{scanWords[language].renew}<span class="hidden-text"> {listed(one.toAgencies.map(agency))}</span></a></p>}
          <Scans frame={frame} person={person} consent={one.id} scans={scans.filter((scan) => scan.consent === one.id)} adds={writes} error={errors?.[scanField(one.id)]} timeZone={timeZone} />
          {one.withdrawnAt ? <p>{one.withdrawnHow}</p> : !writes ? null : (
            <details open={wrong === one.id && errors?.[withdrawnField(one.id)] !== undefined}>
              <summary>{words.withdrawTitle}</summary>
              <Form frame={frame} errors={wrong === one.id ? errors : undefined} action={at(accessPaths.withdraw(person, one.id))} submit={words.withdraw}>
                <TextInput name={withdrawnField(one.id)} label={words.withdrawnHow} hint={words.withdrawnHowHint} value={typed.text(withdrawnField(one.id))} error={wrong === one.id ? errors?.[withdrawnField(one.id)] : undefined} />
              </Form>
            </details>
          )}
        </article>
      ))}
      <h2>{words.instructions}</h2>
      {instructions.length === 0 ? <p>{words.noInstruction}</p> : null}
      {instructions.map((one) => (
        <article class="panel">
          <p><b>{one.category ? personWords[language].sections[sections.find((name) => name === one.category) ?? 'note'] : words.all}</b> – {whom(one)}{one.hideMark ? ` (${words.hide})` : ''}</p>
          <blockquote><p>{one.inWords}</p></blockquote>
          {one.liftedAt ? <p>{words.liftedOn}</p> : !writes ? null : <form method="post" action={at(accessPaths.lift(person, one.id))}><Csrf frame={frame} /><button class="button quiet" type="submit">{words.lift}</button></form>}
        </article>
      ))}
    </StaffLayout>
  );
}

type Asking = { readonly service: string; readonly previous: string | undefined; readonly agency: string };
/** The form of a consent. Where a referral asks for it, its receiver and its purpose are filled in: the worker says them to the person, who agrees or not. */
export function ConsentPage({ frame, errors, typed, agencies, expires, renews, outside, asking }: State & { expires: string; renews?: string | undefined; outside?: AgencyLine | undefined; asking?: Asking | undefined }) {
  const words = consentWords[frame.language];
  const fresh = typed.has('given-by') ? undefined : asking;
  return (
    <StaffLayout frame={frame}>
      <h1>{frame.title}</h1>
      <p class="lead">{renews ? scanWords[frame.language].renewLead : words.rights[1]}</p>
      <Form frame={frame} errors={errors} submit={words.save} hidden={[...(renews ? [['renews', renews] as const] : []), ...(outside ? [['organization', outside.id] as const] : []), ...(asking ? [['service', asking.service] as const] : []), ...(asking?.previous ? [['previous', asking.previous] as const] : [])]}>
        <Radios name="given-by" label={words.givenBy} options={['self', 'substitute'].map((value) => ({ value, label: words.givenBys[value] }))} value={typed.text('given-by') || 'self'} error={errors?.['given-by']} />
        <TextInput name="relation" label={words.relation} hint={words.relationHint} width="medium" value={typed.text('relation')} error={errors?.relation} />
        <TextInput name="authority" label={words.authority} hint={words.authorityHint} value={typed.text('authority')} error={errors?.authority} />
        <Checkboxes name="purposes" label={words.purposes} options={purposes.map((value) => ({ value, label: words.purposeNames[value] }))} values={fresh ? ['referral'] : typed.list('purposes')} error={errors?.purposes} />
        <Checkboxes name="categories" label={words.categories} options={sections.map((value) => ({ value, label: personWords[frame.language].sections[value] }))} values={typed.list('categories')} error={errors?.categories} />
        <Checkboxes name="agencies" label={words.agencies} hint={words.agenciesHint} options={agencies.map((one) => ({ value: one.id, label: one.name[frame.language] }))} values={fresh ? [fresh.agency] : typed.list('agencies')} error={errors?.agencies} />
        {outside ? <Checkboxes name="organizations" label={words.outside} options={[{ value: outside.id, label: outside.name[frame.language] }]} values={typed.has('given-by') ? typed.list('organizations') : [outside.id]} /> : null}
        <Radios name="how" label={words.how} options={ways.map((value) => ({ value, label: words.hows[value] }))} value={typed.text('how')} error={errors?.how} />
        <Checkboxes name="interpreter" label={words.interpreter} options={[{ value: 'yes', label: words.yes }]} values={typed.list('interpreter')} />
        <Radios name="language" label={words.language} options={[{ value: 'en', label: words.en }, { value: 'fr', label: words.fr }]} value={typed.text('language') || frame.language} />
        <Textarea name="conditions" label={`${words.conditions}${words.optional}`} rows={3} value={typed.text('conditions')} error={errors?.conditions} />
        <TextInput name="expires" label={words.expires} hint={words.dateHint} width="short" value={typed.has('expires') ? typed.text('expires') : expires} error={errors?.expires} />
      </Form>
    </StaffLayout>
  );
}

export function InstructionPage({ frame, errors, typed, agencies, colleagues }: State & { colleagues: readonly Colleague[] }) {
  const words = consentWords[frame.language];
  const whom = [{ value: 'all', label: words.everybody }, ...agencies.map((one) => ({ value: `agency:${one.id}`, label: one.name[frame.language] })), ...colleagues.map((one) => ({ value: `account:${one.account}`, label: one.name }))];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.instruct}</h1>
      <Form frame={frame} errors={errors} submit={words.save}>
        <Textarea name="said" label={words.said} hint={words.saidHint} rows={4} value={typed.text('said')} error={errors?.said} />
        <Radios name="what" label={words.what} options={[...sections.map((value) => ({ value, label: personWords[frame.language].sections[value] })), { value: 'all', label: words.all }]} value={typed.text('what')} error={errors?.what} />
        <Select name="whom" label={words.whom} empty="" options={whom} value={typed.text('whom')} error={errors?.whom} />
        <Checkboxes name="hide" label={words.hide} hint={words.hideHint} options={[{ value: 'yes', label: words.yes }]} values={typed.list('hide')} />
      </Form>
    </StaffLayout>
  );
}

/** The person's copy, in her language and in plain words. */
export function ReceiptPage({ frame, person, consent, agencies, name, timeZone }: { frame: PageFrame; person: string; consent: Consent; agencies: readonly AgencyLine[]; name: string; timeZone: string }) {
  const { language } = frame;
  const words = consentWords[language];
  const rows = [
    { label: personWords[language].name, value: name },
    { label: words.givenBy, value: consent.givenBy === 'self' ? words.givenBys.self : `${words.givenBys.substitute}${colon(language)}${consent.relation ?? ''}, ${consent.authority ?? ''}` },
    { label: words.categories, value: listed(consent.categories.map((one) => words.sections[one] ?? one)) },
    { label: words.agencies, value: listed([...consent.toAgencies.map((id) => agencies.find((one) => one.id === id)?.name[language] ?? ''), ...(consent.organizationNames ?? []).map((one) => one[language])]) },
    { label: words.purposes, value: listed(consent.purposes.map((one) => words.purposeNames[one] ?? one)) },
    { label: words.period, value: consent.expiresOn ? `${words.from(formatDate(language, consent.startsOn))}. ${words.until(formatDate(language, consent.expiresOn))}` : '' },
    { label: words.how, value: `${words.hows[consent.how] ?? consent.how}${consent.interpreter ? `. ${words.interpreter}` : ''}` },
    ...(consent.conditions ? [{ label: words.conditions, value: consent.conditions }] : []),
    { label: words.version, value: consent.formVersion },
  ];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, accessPaths.consents(person))}>{words.title}</a></p>
      <h1>{words.receiptTitle}</h1>
      <p class="lead">{words.receiptLead}</p>
      {consent.withdrawnAt ? <p class="panel"><b>{words.withdrawnOn(formatDate(language, dateIn(timeZone, consent.withdrawnAt)))}</b></p> : null}
      <SummaryList rows={rows} />
      <ul>{words.rights.map((right) => <li>{right}</li>)}</ul>
      <p class="hint">{words.print}</p>
    </StaffLayout>
  );
}
