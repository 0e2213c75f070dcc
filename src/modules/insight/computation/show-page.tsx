import { dateIn } from '#app/platform/clock/clock.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { computationPaths } from './paths.ts';
import type { Computation, Run } from './queries.ts';
import { computationWords } from './words.ts';

type Props = { frame: PageFrame; versions: readonly Computation[]; dataset: Bilingual; said: Bilingual; runs: readonly Run[]; current: number | undefined; timeZone: string };

/** One computation: what it does, its versions, and its runs. */
export function ComputationPage({ frame, versions, dataset, said, runs, current, timeZone }: Props) {
  const { language } = frame;
  const words = computationWords[language];
  const at = (path: string) => localized(language, path);
  const [newest] = versions;
  if (!newest) return null;
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(computationPaths.computations)}>{words.title}</a></p>
      <h1>{newest.name[language]}</h1>
      <p class="lead">{newest.text[language]}</p>
      <SummaryList rows={[{ label: words.said, value: said[language] }, { label: words.ofDataset, value: dataset[language] }, { label: words.kind, value: words.kinds[newest.kind] }]} />
      {current === undefined ? <p class="inset">{words.noData}</p> : <StepButton frame={frame} to={computationPaths.start(newest.series)} label={words.start(current)} />}
      <h2>{words.runs}</h2>
      {runs.length === 0 ? <p>{words.noRuns}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.when}</th><th scope="col">{words.dataVersion}</th><th scope="col">{words.state}</th><th scope="col">{words.who}</th></tr></thead>
          <tbody>
            {runs.map((run) => (
              <tr><td><a href={at(computationPaths.run(run.id))}>{formatDate(language, dateIn(timeZone, run.at))}</a></td><td>{words.versionOf(run.number)}</td><td>{words.states[run.state]}</td><td>{run.by}</td></tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{words.versionsTitle}</h2>
      <ul>{versions.map((one) => <li>{words.versionOf(one.version)}{one.changeReason ? `${colon(language)}${one.changeReason[language]}` : ''}</li>)}</ul>
      <p><a class="button quiet" href={at(computationPaths.newVersion(newest.series))}>{words.makeVersion}</a></p>
    </StaffLayout>
  );
}
