import { raw } from 'hono/html';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import { renderFields } from '#app/methods/questionnaire/render/form.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { Checkboxes, type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { legalKinds, statementKinds } from '../call/rules.ts';
import { decimalOf, formatMoney, sumOf } from '../money.ts';
import { compiledOf } from './answers.ts';
import { type Application, fileKinds, populations, type Section } from './model.ts';
import { applicationWords } from './words.ts';

/** What can be chosen from: names of the plan's priorities and numbers, and of municipalities, by slug. */
export type Offered = { readonly priorities: readonly Named[]; readonly indicators: readonly Named[]; readonly municipalities: readonly Named[] };
type Named = { readonly slug: string; readonly name: Bilingual };
/** The rows of a table form, as typed or as kept; `extra` blank ones follow. */
export type Rows = { readonly lines: readonly { label: string; cost: string; fund: string }[]; readonly partners: readonly { name: string; role: string }[] };

export type FieldProps = {
  frame: PageFrame; application: Application; questionnaire: unknown; offered: Offered; errors: FieldErrors;
  /** What a field shows: as typed where the form came back, else as kept. */
  value: (name: string) => string; chosen: (name: string) => readonly string[]; rows: Rows; response: Json; issues: readonly Issue[]; blanks: ReadonlyMap<string, number>;
};

/** The fields of one section. */
export function SectionFields({ section, ...props }: FieldProps & { section: Section }) {
  if (section === 'organisation') return <OrganisationFields {...props} />;
  if (section === 'project') return <ProjectFields {...props} />;
  if (section === 'budget') return <BudgetFields {...props} />;
  if (section === 'partners') return <PartnerFields {...props} />;
  if (section === 'serves') return <ServesFields {...props} />;
  if (section === 'files') return <FileFields {...props} />;
  const { frame, application, questionnaire, response, issues, blanks } = props;
  return <>{raw(renderFields(compiledOf(application.categoryId, questionnaire), response, { language: frame.language, issues, blanks, branches: 'hidden', zone: frame.site.timeZone }))}</>;
}

function OrganisationFields({ frame, value, errors }: FieldProps) {
  const words = applicationWords[frame.language];
  return (
    <>
      <TextInput name="organisation" label={words.organisation} value={value('organisation')} error={errors.organisation} autocomplete="organization" />
      <TextInput name="registration" label={words.registration} hint={words.registrationHint} value={value('registration')} error={errors.registration} width="medium" />
      <Radios name="legal-kind" label={words.legalKind} options={legalKinds.map((one) => ({ value: one, label: words.legalKinds[one] }))} value={value('legal-kind')} />
      <TextInput name="sponsor" label={words.sponsor} hint={words.sponsorHint} value={value('sponsor')} error={errors.sponsor} />
      <TextInput name="board" label={words.board} value={value('board')} error={errors.board} width="short" inputmode="numeric" />
      <Radios name="statements" label={words.statements} options={statementKinds.map((one) => ({ value: one, label: words.statementKinds[one] }))} value={value('statements')} />
      <TextInput name="revenue-latest" label={words.revenueLatest} hint={words.moneyHint} value={value('revenue-latest')} error={errors['revenue-latest']} width="medium" />
      <TextInput name="revenue-before" label={words.revenueBefore} hint={words.moneyHint} value={value('revenue-before')} error={errors['revenue-before']} width="medium" />
    </>
  );
}

function ProjectFields({ frame, value, errors }: FieldProps) {
  const words = applicationWords[frame.language];
  return (
    <>
      <TextInput name="title" label={words.title} value={value('title')} error={errors.title} />
      <Textarea name="summary" label={words.summary} hint={words.summaryHint} value={value('summary')} error={errors.summary} rows={4} />
      <TextInput name="starts-on" label={words.startsOn} hint={words.dayHint} value={value('starts-on')} error={errors['starts-on']} width="short" />
      <TextInput name="ends-on" label={words.endsOn} hint={words.dayHint} value={value('ends-on')} error={errors['ends-on']} width="short" />
    </>
  );
}

function Cell({ name, label, value, error, money }: { name: string; label: string; value: string; error: string | undefined; money?: boolean }) {
  return (
    <td data-label={label}>
      {error ? <p class="error-text" id={`${name}-error`}>{error}</p> : null}
      <input id={name} name={name} value={value} aria-label={label} class={money ? 'short' : undefined} inputmode={money ? 'decimal' : undefined} aria-invalid={error ? 'true' : undefined} aria-describedby={error ? `${name}-error` : undefined} />
    </td>
  );
}

function BudgetFields({ frame: { language }, application, rows, errors }: FieldProps) {
  const words = applicationWords[language];
  const blank = { label: '', cost: '', fund: '' };
  return (
    <>
      <p>{words.budgetLead} {words.moneyHint}.</p>
      <table class="stack budget">
        <caption class="hidden-text">{words.sectionNames.budget}</caption>
        <thead><tr><th scope="col">{'#'}</th><th scope="col">{words.label}</th><th scope="col">{words.cost}</th><th scope="col">{words.fromFund}</th></tr></thead>
        <tbody>{[...rows.lines, blank, blank, blank].slice(0, 40).map((line, n) => (
          <tr>
            <th scope="row">{words.line(n + 1)}</th>
            <Cell name={`label-${n}`} label={words.label} value={line.label} error={errors[`label-${n}`]} />
            <Cell name={`cost-${n}`} label={words.cost} value={line.cost} error={errors[`cost-${n}`]} money />
            <Cell name={`fund-${n}`} label={words.fromFund} value={line.fund} error={errors[`fund-${n}`]} money />
          </tr>
        ))}</tbody>
        <tfoot><tr><th scope="row" colspan={2}>{words.total}</th><td data-label={words.cost} class="n">{formatMoney(language, sumOf(application.budget.map((line) => line.cost)))}</td><td data-label={words.fromFund} class="n">{formatMoney(language, application.asked)}</td></tr></tfoot>
      </table>
    </>
  );
}

function PartnerFields({ frame: { language }, rows, errors }: FieldProps) {
  const words = applicationWords[language];
  const blank = { name: '', role: '' };
  return (
    <>
      <p>{words.partnersLead}</p>
      {[...rows.partners, blank, blank, blank].slice(0, 40).map((one, n) => (
        <fieldset class="field">
          <legend>{words.partnerNumber(n + 1)}</legend>
          <TextInput name={`partner-${n}`} label={words.partner} value={one.name} error={errors[`partner-${n}`]} />
          <TextInput name={`role-${n}`} label={words.role} value={one.role} error={errors[`role-${n}`]} />
        </fieldset>
      ))}
    </>
  );
}

function ServesFields({ frame: { language }, offered, chosen, value }: FieldProps) {
  const words = applicationWords[language];
  const options = (list: readonly Named[]) => list.map((one) => ({ value: one.slug, label: one.name[language] }));
  return (
    <>
      <Checkboxes name="priorities" label={words.priorities} options={options(offered.priorities)} values={chosen('priorities')} />
      <Checkboxes name="municipalities" label={words.municipalities} options={options(offered.municipalities)} values={chosen('municipalities')} />
      <Radios name="population" label={words.population} options={populations.map((one) => ({ value: one, label: words.populations[one] }))} value={value('population')} />
      {offered.indicators.length > 0 ? <Checkboxes name="indicators" label={words.indicators} options={options(offered.indicators)} values={chosen('indicators')} /> : null}
    </>
  );
}

function FileFields({ frame: { language }, value, errors }: FieldProps) {
  const words = applicationWords[language];
  return (
    <>
      <p>{words.filesLead}</p>
      <Select name="file-kind" label={words.fileKind} options={fileKinds.map((one) => ({ value: one, label: words.fileKinds[one] }))} value={value('file-kind')} />
      <div class={errors.file ? 'field bad' : 'field'}>
        <label for="file">{words.file}</label>
        {errors.file ? <p class="error-text" id="file-error">{errors.file}</p> : null}
        <input type="file" id="file" name="file" aria-describedby={errors.file ? 'file-error' : undefined} />
      </div>
    </>
  );
}

/** The typed fields of an application as it is kept. */
export function keptValue(a: Application): (name: string) => string {
  const money = (cents: number | undefined) => (cents === undefined ? '' : decimalOf(cents));
  const values: Readonly<Record<string, string | null | undefined>> = {
    organisation: a.organisation, registration: a.registration, 'legal-kind': a.legalKind, sponsor: a.sponsor, board: a.boardUnrelated?.toString(), statements: a.statements,
    'revenue-latest': money(a.revenueLatest), 'revenue-before': money(a.revenueBefore), title: a.title, summary: a.summary, 'starts-on': a.startsOn, 'ends-on': a.endsOn, population: a.population,
  };
  return (name) => values[name] ?? '';
}

export function keptRows(a: Application): Rows {
  return { lines: a.budget.map((line) => ({ label: line.label, cost: decimalOf(line.cost), fund: decimalOf(line.fromFund) })), partners: a.partners.map((one) => ({ ...one })) };
}
