import { dateIn } from '#app/platform/clock/clock.ts';
import type { Language } from '#app/platform/language/language.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { exchangePaths } from './paths.ts';
import type { Preview } from './preview.ts';
import type { Import } from './queries.ts';
import { exchangeWords } from './words.ts';

type Props = { frame: PageFrame; one: Import; preview?: Preview | undefined; complete: boolean; takes: boolean; same: boolean; timeZone: string };
const outcomes = ['entered', 'updated', 'unchanged', 'skipped', 'refused'] as const;

/** One import: what it would do, how far it is, or what it did. */
export function ImportPage({ frame, one, preview, complete, takes, same, timeZone }: Props) {
  const { language } = frame;
  const words = exchangeWords[language];
  const at = (path: string) => localized(language, path);
  const all = one.clients + one.stays;
  const done = outcomes.reduce((sum, name) => sum + one[name], 0);
  const post = (path: string, label: string, quiet = true) => <form method="post" action={at(path)}><Csrf frame={frame} /><button class={quiet ? 'button quiet' : 'button'} type="submit">{label}</button></form>;
  const here = takes && one.erasedAt === null;
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(exchangePaths.exchange)}>{words.back}</a></p>
      <h1>{words.openImport(formatDate(language, dateIn(timeZone, one.uploadedAt)))}</h1>
      {same ? <p role="status"><b>{words.sameFiles}</b></p> : null}
      <p class="lead">{words.states[one.state]}. {words.kinds.client}{colon(language)}{formatNumber(language, one.clients)}. {words.kinds.stay}{colon(language)}{formatNumber(language, one.stays)}.</p>
      {here && words.encoding[one.encoding] !== '' ? <p><b>{words.encoding[one.encoding]}</b></p> : null}
      {one.state === 'staged' && !complete ? <p>{words.notYet}</p> : null}
      {preview ? <PreviewOf language={language} preview={preview} /> : null}
      {one.state === 'running' ? (
        <>
          <p role="status"><progress value={done} max={all} aria-label={words.states.running} /> {words.progress(done, all)}</p>
          <p>{words.progressNote}</p>
          <p><a href={at(exchangePaths.import(one.id))}>{words.reload}</a></p>
        </>
      ) : null}
      {one.state === 'stopped' ? <p>{words.stoppedNote}</p> : null}
      {one.state === 'failed' ? <p role="status">{words.failedNote}</p> : null}
      {one.state === 'done' || one.state === 'stopped' || one.state === 'failed' ? (
        <ul>{outcomes.map((name) => <li>{formatNumber(language, one[name])} {words.counts[name]}</li>)}</ul>
      ) : null}
      {here && one.refused > 0 ? <p><a href={at(exchangePaths.refusals(one.id))}>{words.refusalsFile}</a></p> : null}
      {one.erasedAt ? <p>{words.erased}</p> : null}
      {here && one.state !== 'running' ? (
        <div class="buttons">
          {one.state === 'staged' ? <>{complete ? post(exchangePaths.start(one.id), words.start, false) : null}<a class="button quiet" href={at(exchangePaths.mapping(one.id))}>{words.changeMapping}</a></> : post(exchangePaths.again(one.id), words.again)}
          {post(exchangePaths.drop(one.id), words.drop)}
        </div>
      ) : null}
      {here && one.state !== 'running' ? <p class="hint">{words.dropHint}</p> : null}
    </StaffLayout>
  );
}

function PreviewOf({ language, preview }: { language: Language; preview: Preview }) {
  const words = exchangeWords[language];
  const day = (value: string | null) => (value === null ? '' : formatDate(language, value));
  return (
    <>
      <h2>{words.preview}</h2>
      <p><b>{words.previewCounts(preview.people, preview.stays, preview.consents, preview.skipped)}</b></p>
      <p>{words.previewNote}</p>
      {preview.sample.length === 0 ? null : (
        <table class="stack">
          <caption>{words.firstRows}</caption>
          <thead><tr><th scope="col">{words.fields.client}</th><th scope="col">{words.fields.given}</th><th scope="col">{words.fields.family}</th><th scope="col">{words.fields.birth}</th><th scope="col">{words.staysOf}</th></tr></thead>
          <tbody>
            {preview.sample.map(({ client, person, stays }) => (
              <tr><th scope="row">{client}</th><td data-label={words.fields.given}>{person?.given}</td><td data-label={words.fields.family}>{person?.family}</td><td data-label={words.fields.birth}>{day(person?.birth ?? null)}</td>
                <td data-label={words.staysOf}>{stays.slice(0, 3).map((stay) => <>{words.code[stay.kind]}, {day(stay.start)}{stay.end ? ` – ${day(stay.end)}` : ''}<br /></>)}{stays.length > 3 ? '…' : ''}</td></tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{words.wouldRefuse}</h2>
      {preview.refused.length === 0 ? <p>{words.noRefusals}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.reasonLabel}</th><th scope="col">{words.rowsLabel}</th><th scope="col">{words.firstRow}</th></tr></thead>
          <tbody>{preview.refused.map((one) => <tr><th scope="row">{words.reasons[one.reason] ?? one.reason}</th><td data-label={words.rowsLabel}>{formatNumber(language, one.rows)}</td><td data-label={words.firstRow}>{formatNumber(language, one.first)}</td></tr>)}</tbody>
        </table>
      )}
    </>
  );
}
