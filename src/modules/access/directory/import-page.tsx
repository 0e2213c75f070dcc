import { dateIn } from '#app/platform/clock/clock.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { boardWords } from './board-words.ts';
import { withdrawsMost } from './import.ts';
import type { Handed, Outcome } from './import-queries.ts';
import { importWords, reasonIn } from './import-words.ts';
import { directoryPaths } from './paths.ts';

/** Handing in a file of services, and those that were handed in. */
export function ImportsPage({ frame, handed, typed, errors, timeZone }: { frame: PageFrame; handed: readonly Handed[]; typed: Posted; errors?: FieldErrors | undefined; timeZone: string }) {
  const { language } = frame;
  const words = importWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: directoryPaths.board, label: boardWords[language].title }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Form frame={frame} errors={errors} action={localized(language, directoryPaths.imports)} submit={words.upload} files>
        <TextInput name="name" label={words.name} hint={words.nameHint} value={typed.text('name')} error={errors?.name} />
        <div class={errors?.file ? 'field bad' : 'field'}>
          <label for="file">{words.file}</label>
          {errors?.file ? <p class="error-text" id="file-error">{errors.file}</p> : null}
          <input type="file" id="file" name="file" accept=".json,.zip,application/json,application/zip" aria-describedby={errors?.file ? 'file-error' : undefined} aria-invalid={errors?.file ? 'true' : undefined} />
        </div>
      </Form>
      <h2>{words.before}</h2>
      {handed.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.source}</th><th scope="col">{words.when}</th><th scope="col">{words.state}</th></tr></thead>
          <tbody>{handed.map((one) => (
            <tr><th scope="row"><a href={localized(language, directoryPaths.import(one.id))}>{one.name}</a></th><td data-label={words.when}>{formatDate(language, dateIn(timeZone, one.uploadedAt))}</td><td data-label={words.state}>{words.states[one.state]}</td></tr>
          ))}</tbody>
        </table>
      )}
    </StaffLayout>
  );
}

/** One file: what it would do or did, the rows that are refused with their reasons, and the decision. */
export function ImportPage({ frame, one, errors }: { frame: PageFrame; one: Handed; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = importWords[language];
  const at = (path: string) => localized(language, path);
  const most = one.outcome !== null && withdrawsMost(one.outcome.kept);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: directoryPaths.board, label: boardWords[language].title }, { path: directoryPaths.imports, label: words.title }]} />
      <h1>{one.name}</h1>
      <p class="lead" role="status"><b>{words.states[one.state]}</b></p>
      <ErrorSummary language={language} errors={errors ?? {}} />
      {one.state === 'checking' || one.state === 'running' ? <p>{words.wait} <a href={at(directoryPaths.import(one.id))}>{words.reload}</a></p> : null}
      {one.state === 'stopped' ? <p>{words.stoppedNote}</p> : null}
      {one.outcome ? <OutcomeOf frame={frame} outcome={one.outcome} done={one.state === 'done'} /> : null}
      {one.state === 'checked' ? (
        <>
          <form method="post" action={at(directoryPaths.takeIn(one.id))}>
            <Csrf frame={frame} />
            {most ? <div class={errors?.withdraws ? 'field bad' : 'field'}><p><b>{words.most}</b></p>{errors?.withdraws ? <p class="error-text">{errors.withdraws}</p> : null}<label><input type="checkbox" id="withdraws" name="withdraws" value="yes" /> {words.meant}</label></div> : null}
            <p class="go"><button class="button" type="submit">{words.take}</button></p>
          </form>
          <form method="post" action={at(directoryPaths.drop(one.id))}><Csrf frame={frame} /><p class="go"><button class="button quiet" type="submit">{words.drop}</button></p></form>
        </>
      ) : null}
    </StaffLayout>
  );
}

function OutcomeOf({ frame: { language }, outcome, done }: { frame: PageFrame; outcome: Outcome; done: boolean }) {
  const words = importWords[language];
  const { kept, refusals, refused } = outcome;
  return (
    <>
      <h2>{done ? words.did : words.would}</h2>
      <SummaryList rows={[...(['added', 'changed', 'removed', 'unchanged', 'left'] as const).map((name) => ({ label: words[name], value: formatNumber(language, kept[name]) })), { label: words.refused, value: formatNumber(language, refused) }]} />
      {kept.lines.length === 0 ? <p>{words.nothing}</p> : <details><summary>{words.lines}</summary><ul lang="en">{kept.lines.map((line) => <li class="break">{line}</li>)}</ul></details>}
      <h2>{words.refusals}</h2>
      {refusals.length === 0 ? <p>{words.noRefusals}</p> : (
        <>
          <p>{words.refusalsLead}</p>
          <table class="stack">
            <thead><tr><th scope="col">{words.row}</th><th scope="col">{words.reason}</th></tr></thead>
            <tbody>{refusals.map(({ row, reason }) => <tr><th scope="row" class="break">{reasonIn(language, row)}</th><td data-label={words.reason} class="break">{reasonIn(language, reason)}</td></tr>)}</tbody>
          </table>
          {refused > refusals.length ? <p>{words.more(formatNumber(language, refused - refusals.length))}</p> : null}
        </>
      )}
    </>
  );
}
