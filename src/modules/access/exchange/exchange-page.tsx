import type { Language } from '#app/platform/language/language.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Select } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { fileKinds } from './fields.ts';
import { exchangePaths } from './paths.ts';
import type { Import, Provider } from './queries.ts';
import { exchangeWords } from './words.ts';

export const exportPurposes = ['care', 'coordination', 'list', 'report'] as const;
type Props = { frame: PageFrame; imports: readonly Import[]; takes: boolean; givesStays: boolean; others: readonly Provider[]; typed: Posted; errors?: FieldErrors | undefined; timeZone: string };

/** What came in, what can come in, and what can go out. */
export function ExchangePage({ frame, imports, takes, givesStays, others, typed, errors, timeZone }: Props) {
  const { language } = frame;
  const words = exchangeWords[language];
  const at = (path: string) => localized(language, path);
  const giving = errors?.to !== undefined;
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {takes ? (
        <>
          <h2>{words.take}</h2>
          <p>{words.takeLead}</p>
          <Form frame={frame} errors={giving ? undefined : errors} submit={words.upload} files>
            {fileKinds.map((kind) => <FileField name={kind} label={words.files[kind]} error={errors?.[kind]} />)}
          </Form>
        </>
      ) : null}
      <h2>{words.imports}</h2>
      {imports.length === 0 ? <p>{words.noImports}</p> : <Imports language={language} imports={imports} timeZone={timeZone} />}
      <h2>{words.give}</h2>
      <p>{words.giveLead}</p>
      <Form frame={frame} errors={giving ? errors : undefined} action={at(exchangePaths.export)} submit={words.download}>
        {givesStays ? <Radios name="which" label={words.giveWhich} inline value={typed.text('which') || 'client'} options={fileKinds.map((value) => ({ value, label: words.kinds[value] }))} />
          : <input type="hidden" name="which" value="client" />}
        <Select name="to" label={words.giveTo} empty={words.ownUse} value={typed.text('to')} error={errors?.to} options={others.map(({ id, name }) => ({ value: id, label: name[language] }))} />
        {others.length === 0 ? null : <Radios name="purpose" label={words.purpose} inline value={typed.text('purpose') || 'list'} options={exportPurposes.map((value) => ({ value, label: words.purposes[value] }))} />}
      </Form>
    </StaffLayout>
  );
}

function FileField({ name, label, error }: { name: string; label: string; error: string | undefined }) {
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={name}>{label}</label>
      {error ? <p class="error-text" id={`${name}-error`}>{error}</p> : null}
      <input type="file" id={name} name={name} accept=".csv,.txt,text/csv" aria-describedby={error ? `${name}-error` : undefined} aria-invalid={error ? 'true' : undefined} />
    </div>
  );
}

function Imports({ language, imports, timeZone }: { language: Language; imports: readonly Import[]; timeZone: string }) {
  const words = exchangeWords[language];
  return (
    <table class="stack">
      <thead><tr><th scope="col">{words.when}</th><th scope="col">{words.stateLabel}</th><th scope="col">{words.rowsLabel}</th><th scope="col">{words.refusedLabel}</th></tr></thead>
      <tbody>
        {imports.map((one) => (
          <tr>
            <th scope="row"><a href={localized(language, exchangePaths.import(one.id))}>{words.openImport(formatDate(language, dateIn(timeZone, one.uploadedAt)))}</a></th>
            <td data-label={words.stateLabel}>{words.states[one.state]}</td><td data-label={words.rowsLabel}>{formatNumber(language, one.clients + one.stays)}</td><td data-label={words.refusedLabel}>{one.refused === 0 ? words.none : formatNumber(language, one.refused)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
