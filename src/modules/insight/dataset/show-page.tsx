import { dateIn } from '#app/platform/clock/clock.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Select, TextInput } from '#app/ui/components/fields.tsx';
import { FileInput } from '#app/ui/components/file-input.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { computationPaths } from '../computation/paths.ts';
import { datasetPaths } from './paths.ts';
import type { Dataset, SchemaVersion, Version } from './queries.ts';
import { SchemaTable } from './schema-table.tsx';
import { datasetWords } from './words.ts';

type Props = { frame: PageFrame; dataset: Dataset; schema: SchemaVersion; versions: readonly Version[]; typed: Posted; errors?: FieldErrors | undefined; today: string; timeZone: string };

/** One dataset: what a file of it holds, the files that came, and the form for the next. */
export function DatasetPage({ frame, dataset, schema, versions, typed, errors, today, timeZone }: Props) {
  const { language } = frame;
  const words = datasetWords[language];
  const at = (path: string) => localized(language, path);
  const kept = versions.filter((one) => one.state === 'kept');
  const options = kept.map((one) => ({ value: one.id, label: `${words.version(one.number ?? 0)} (${formatDate(language, one.asOf)})` }));
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(datasetPaths.datasets)}>{words.backToAll}</a></p>
      <h1>{dataset.name[language]}</h1>
      <p class="lead">{dataset.text[language]}</p>
      <p><a href={at(computationPaths.of(dataset.slug))}>{words.computations}</a></p>
      <h2 id="versions">{words.versions}</h2>
      {versions.length === 0 ? <p>{words.noVersions}</p> : <Versions frame={frame} versions={versions} current={kept[0]?.id} timeZone={timeZone} />}
      {kept.length < 2 ? null : (
        <form method="get" action={at(datasetPaths.compare(dataset.slug))} class="inline" aria-label={words.compare}>
          <Select name="older" label={words.older} options={options} value={kept[1]?.id} />
          <Select name="newer" label={words.newer} options={options} value={kept[0]?.id} />
          <button class="button quiet" type="submit">{words.compareGo}</button>
        </form>
      )}
      <h2 id="upload">{words.upload}</h2>
      <p>{words.uploadLead}</p>
      <Form frame={frame} errors={errors} action={at(datasetPaths.upload(dataset.slug))} submit={words.read} files>
        <FileInput name="file" label={words.file} accept=".csv,.txt,.xlsx,text/csv" error={errors?.file} />
        <TextInput name="as-of" label={words.asOfLabel} hint={words.asOfHint} value={typed.text('as-of') || today} error={errors?.['as-of']} width="short" />
        <TextInput name="note" label={words.note} hint={words.noteHint} value={typed.text('note')} error={errors?.note} />
        <div class="field choice"><input type="checkbox" id="provisional" name="provisional" value="yes" checked={typed.text('provisional') === 'yes'} /><div><label for="provisional">{words.provisional}</label></div></div>
      </Form>
      <h2>{words.schemaTitle}</h2>
      <SchemaTable language={language} schema={schema} />
      <div class="buttons"><a class="button quiet" href={at(datasetPaths.newSchema(dataset.slug))}>{words.changeSchema}</a></div>
    </StaffLayout>
  );
}

function Versions({ frame, versions, current, timeZone }: Pick<Props, 'frame' | 'versions' | 'timeZone'> & { current: string | undefined }) {
  const { language } = frame;
  const words = datasetWords[language];
  return (
    <table class="stack">
      <thead><tr><th scope="col">{words.versions}</th><th scope="col">{words.asOf}</th><th scope="col">{words.who}</th><th scope="col">{words.acceptedLabel}</th><th scope="col">{words.refusedLabel}</th><th scope="col">{words.note}</th></tr></thead>
      <tbody>
        {versions.map((one) => {
          const day = formatDate(language, dateIn(timeZone, one.at));
          return (
            <tr>
              <td><a href={localized(language, datasetPaths.version(one.id))}>{one.number === null ? words.openVersion(day) : words.version(one.number)}</a>{one.id === current ? <> <span class="tag">{words.isCurrent}</span></> : null}<p class="small">{one.state === 'kept' ? day : words.states[one.state]} <code title={one.hash}>{one.hash.slice(0, 12)}…</code></p></td>
              <td data-label={words.asOf}>{formatDate(language, one.asOf)}</td>
              <td data-label={words.who}>{one.by ?? words.commandLine}</td>
              <td data-label={words.acceptedLabel} class="n">{formatNumber(language, one.accepted)}</td>
              <td data-label={words.refusedLabel} class="n">{formatNumber(language, one.refused)}</td>
              <td>{one.note}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
