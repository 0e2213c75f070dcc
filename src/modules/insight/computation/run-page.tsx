import type { Language } from '#app/platform/language/language.ts';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import { releasePaths } from '../release/paths.ts';
import { computationPaths } from './paths.ts';
import type { Computation, Run } from './queries.ts';
import { printed, type Result } from './result.ts';
import { computationWords } from './words.ts';

/** One run: the protected numbers, and what to do with them. */
export function RunPage({ frame, run, computation }: { frame: PageFrame; run: Run; computation: Computation }) {
  const { language } = frame;
  const words = computationWords[language];
  const at = (path: string) => localized(language, path);
  const open = run.state === 'computed' || run.state === 'blocked';
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(computationPaths.computation(computation.series))}>{computation.name[language]}</a></p>
      <h1>{words.runTitle(computation.name[language])}</h1>
      <p class="lead">{words.states[run.state]}. {words.versionOf(run.number)}, {words.asOf.toLowerCase()} {formatDate(language, run.asOf)}.{run.provisional ? ` ${words.provisional}.` : ''}</p>
      {run.problem ? <div class="inset"><p>{words.problems[run.problem.kind]}</p>{run.problem.kind === 'gate' ? <ul>{run.problem.sentences.map((one) => <li>{one[language]}</li>)}</ul> : null}</div> : null}
      {run.state === 'asked' || run.state === 'release-asked' ? <p role="status">{words.waiting} <a href={at(computationPaths.run(run.id))}>{words.reload}</a></p> : null}
      {run.state === 'waiting' || run.problem?.kind === 'returned' ? <p><a href={at(releasePaths.ledger)}>{words.toLedger}</a></p> : null}
      {run.cells ? <><p>{words.runLead}</p><Results language={language} cells={run.cells} /></> : null}
      {open && run.cells ? <StepButton frame={frame} to={computationPaths.runStep(run.id, 'release')} label={words.release} hint={words.releaseHint} /> : null}
      {open ? <StepButton frame={frame} to={computationPaths.runStep(run.id, 'discard')} label={words.discard} quiet /> : null}
      {run.state === 'released' ? <p><a href={at(`/plan/figures#${computation.series}`)}>{words.seeFigures}</a></p> : null}
      {run.cells ? (
        <SummaryList rows={[
          { label: words.rowsUsed, value: formatNumber(language, run.rowsUsed ?? 0) }, { label: words.fingerprint, value: <><code>{run.fingerprint}</code><br />{words.fingerprintHint}</> },
          ...(run.inputs ?? []).map((input) => ({ label: words.inputs, value: input.kind === 'figures' ? `${input.series} (${input.figures.join(', ')})` : <>{input.dataset}, {words.versionOf(input.version)} <code>{input.fingerprint.slice(0, 16)}…</code></> })),
        ]} />
      ) : null}
    </StaffLayout>
  );
}

function Results({ language, cells }: { language: Language; cells: readonly Result[] }) {
  const words = computationWords[language];
  const parts = cells.some((one) => one.part !== null);
  return (
    <table class="stack">
      <thead><tr><th scope="col">{words.time}</th><th scope="col">{words.placeHead}</th>{parts ? <th scope="col">{words.part}</th> : null}<th scope="col">{words.value}</th></tr></thead>
      <tbody>
        {cells.map(({ period, place, part, number, hidden }) => (
          <tr><th scope="row">{period.name[language]}</th><td>{place.name[language]}</td>{parts ? <td>{part?.name[language] ?? ''}</td> : null}
            <td class={number === undefined ? 'small' : 'n'}>{number === undefined ? words.hiddens[hidden ?? 'unknown'] : printedNumber(language, { value: printed(number), number })}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
