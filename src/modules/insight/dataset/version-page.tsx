import { dateIn } from '#app/platform/clock/clock.ts';
import type { Language } from '#app/platform/language/language.ts';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { datasetPaths } from './paths.ts';
import type { Preview, Refusal } from './preview.ts';
import type { Dataset, SchemaVersion, Version } from './queries.ts';
import { RowsTable } from './rows-page.tsx';
import { datasetWords } from './words.ts';

type Props = { frame: PageFrame; dataset: Dataset; version: Version; schema: SchemaVersion; preview?: Preview | undefined; refusals: readonly Refusal[]; missing: boolean; same: boolean; timeZone: string };

/** One file: what it would bring, how far it is, or what it brought. */
export function VersionPage({ frame, dataset, version, schema, preview, refusals, missing, same, timeZone }: Props) {
  const { language } = frame;
  const words = datasetWords[language];
  const at = (path: string) => localized(language, path);
  const done = version.accepted + version.refused;
  const day = formatDate(language, dateIn(timeZone, version.at));
  const shown = preview?.refusals ?? refusals;
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(datasetPaths.dataset(dataset.slug))}>{words.backToOne(dataset.name[language])}</a></p>
      <h1>{version.number === null ? words.openVersion(day) : words.version(version.number)}</h1>
      {same ? <p role="status" class="inset">{words.sameFile}</p> : null}
      {words.encoding[version.encoding] ? <p class="inset">{words.encoding[version.encoding]}</p> : null}
      {version.state === 'kept' ? <p class="lead">{words.keptNote(version.number ?? 0)}</p> : null}
      {version.state === 'stopped' ? <p class="lead">{words.stoppedNote}</p> : null}
      {version.state === 'running' ? (
        <div class="panel">
          <p role="status"><progress value={done} max={version.rows} aria-label={words.states.running} /> {words.progress(done, version.rows)}</p>
          <p>{words.progressNote}</p>
          <p><a href={at(datasetPaths.version(version.id))}>{words.reload}</a></p>
        </div>
      ) : null}
      {version.state === 'staged' && missing ? <p class="inset">{words.unmapped}</p> : null}
      {preview ? (
        <>
          <h2>{words.preview}</h2>
          <p><b>{words.previewCounts(preview.accepted, preview.refusals.length)}</b></p>
          {preview.sample.length === 0 ? null : <RowsTable language={language} schema={schema} rows={preview.sample} caption={words.firstRows} />}
        </>
      ) : null}
      {version.state === 'running' || (version.state === 'staged' && !preview) ? null : <Refusals language={language} schema={schema} refusals={shown} title={preview ? words.wouldRefuse : words.refusals} file={at(datasetPaths.refusals(version.id))} />}
      {version.state === 'staged' ? (
        <>
          {preview && preview.accepted > 0 ? <StepButton frame={frame} to={datasetPaths.versionStep(version.id, 'start')} label={words.start} /> : null}
          <p><a class="button quiet" href={at(datasetPaths.versionStep(version.id, 'mapping'))}>{words.changeMapping}</a></p>
          <StepButton frame={frame} to={datasetPaths.versionStep(version.id, 'drop')} label={words.drop} hint={words.dropHint} quiet />
        </>
      ) : null}
      {version.state === 'kept' ? <p><a href={at(datasetPaths.versionStep(version.id, 'rows'))}>{words.seeRows}</a></p> : null}
      <SummaryList rows={[
        { label: words.asOf, value: formatDate(language, version.asOf) }, { label: words.when, value: day }, { label: words.who, value: version.by ?? words.commandLine }, { label: words.hash, value: <code>{version.hash}</code> },
        { label: words.schemaTitle, value: words.schemaVersion(version.schemaVersion) }, ...(version.number === null ? [] : [{ label: words.acceptedLabel, value: formatNumber(language, version.accepted) }, { label: words.refusedLabel, value: formatNumber(language, version.refused) }]),
        ...(version.note === '' ? [] : [{ label: words.note, value: version.note }]), ...(version.provisional ? [{ label: '', value: words.provisional }] : []),
      ]} />
    </StaffLayout>
  );
}

function Refusals({ language, schema, refusals, title, file }: { language: Language; schema: SchemaVersion; refusals: readonly Refusal[]; title: string; file: string }) {
  const words = datasetWords[language];
  const label = (name: string | null) => schema.columns.find((one) => one.name === name)?.label[language] ?? '';
  const groups = [...Map.groupBy(refusals, ({ column, reason }) => `${column ?? ''} ${reason}`).values()].sort((a, b) => b.length - a.length);
  return (
    <>
      <h2>{title}</h2>
      {groups.length === 0 ? <p>{words.noRefusals}</p> : (
        <>
          <table class="stack">
            <thead><tr><th scope="col">{words.reason}</th><th scope="col">{words.column}</th><th scope="col">{words.rows}</th><th scope="col">{words.firstLine}</th></tr></thead>
            <tbody>
              {groups.map((own) => (
                <tr><td>{own[0] ? words.reasons[own[0].reason] : ''}</td><td>{label(own[0]?.column ?? null)}</td><td class="n" data-label={words.rows}>{formatNumber(language, own.length)}</td><td class="n" data-label={words.firstLine}>{own[0]?.line}</td></tr>
              ))}
            </tbody>
          </table>
          <p><a href={file}>{words.refusalsFile}</a></p>
        </>
      )}
    </>
  );
}
