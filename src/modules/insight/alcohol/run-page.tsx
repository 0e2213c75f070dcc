import type { Language } from '#app/platform/language/language.ts';
import type { Form as Typed } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Radios } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { conditionName } from './conditions.ts';
import { groupName } from './group-name.ts';
import { alcoholPaths } from './paths.ts';
import { type AlcoholRun, outcomes, type ShareCell } from './run.ts';
import { alcoholWords } from './words.ts';

type Props = { frame: PageFrame; run: AlcoholRun; own: boolean; typed: Typed; errors: FieldErrors | undefined };

/** The conditions of a run that may become figures, each once. */
export function offered({ cells }: Pick<AlcoholRun, 'cells'>): readonly ShareCell[] {
  return [...new Map((cells ?? []).filter((one) => !one.wholly).map((one) => [one.im, one])).values()];
}

/** One run: what went in, the shares by condition, sex and age, and which of them become figures. */
export function RunPage({ frame, run, own, typed, errors }: Props) {
  const { language } = frame;
  const words = alcoholWords[language];
  const percent = language === 'fr' ? ' %' : '%';
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, alcoholPaths.runs)}>{words.title}</a></p>
      <h1>{words.runTitle(run.region, run.year)}</h1>
      <p class="lead">{words.states[run.state]}.</p>
      {run.problem ? <p class="inset">{words.problems[run.problem.kind]}{run.problem.kind === 'bad-input' ? `${run.problem.at ? ` (${run.problem.at})` : ''}.` : ''}</p> : null}
      {run.state === 'asked' || run.state === 'release-asked' ? <p role="status">{words.waiting}<a href={localized(language, alcoholPaths.run(run.id))}>{words.reload}</a></p> : null}
      {run.state === 'released' ? <p><a href={localized(language, alcoholPaths.found)}>{words.released}</a></p> : null}
      {run.state === 'done' && own ? <p class="inset">{words.ownRun}</p> : null}
      {run.state === 'done' && !own ? (
        <section>
          <h2>{words.release}</h2>
          <p>{words.releaseText}</p>
          <Form frame={frame} errors={errors} action={localized(language, alcoholPaths.runStep(run.id, 'release'))} submit={words.releaseSubmit}>
            <Radios name="outcome" label={words.whichOutcome} options={outcomes.map((one) => ({ value: one, label: words.outcomes[one] }))} value={typed.text('outcome') || 'Mortality'} error={errors?.outcome} inline />
            <Checkboxes name="conditions" label={words.which} options={offered(run).map((one) => ({ value: one.im, label: conditionName(one.im, one.condition)[language] }))} values={typed.list('conditions')} error={errors?.conditions} />
          </Form>
        </section>
      ) : null}
      {run.state === 'done' ? <StepButton frame={frame} to={alcoholPaths.runStep(run.id, 'discard')} label={words.discard} quiet /> : null}
      <h2>{words.settings}</h2>
      <SummaryList rows={[
        { label: words.scenario, value: words.scenarioOf[run.scenario](formatNumber(language, run.change)) }, { label: words.surveySize, value: formatNumber(language, run.surveySize) }, { label: words.error, value: `${formatNumber(language, run.consumptionError * 100)}${percent}` },
        { label: words.draws, value: formatNumber(language, run.draws) }, { label: words.seed, value: String(run.seed) }, { label: words.method, value: run.method }, ...(run.fingerprint ? [{ label: words.fingerprint, value: <code>{run.fingerprint}</code> }] : []),
      ]} />
      {outcomes.map((outcome) => <Shares language={language} caption={words.results(words.outcomes[outcome])} cells={(run.cells ?? []).filter((one) => one.outcome === outcome)} />)}
    </StaffLayout>
  );
}

function Shares({ language, caption, cells }: { language: Language; caption: string; cells: readonly ShareCell[] }) {
  const words = alcoholWords[language];
  if (cells.length === 0) return null;
  const share = (value: number) => `${formatNumber(language, Math.round(value * 1000) / 10)}${language === 'fr' ? ' %' : '%'}`;
  const scenario = cells.some((one) => one.scenario !== undefined);
  return (
    <table class="stack">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.condition}</th><th scope="col">{words.group}</th><th scope="col" class="n">{words.share}</th><th scope="col" class="n">{words.interval}</th><th scope="col" class="n">{words.former}</th>
          {scenario ? <><th scope="col" class="n">{words.shareThen}</th><th scope="col" class="n">{words.casesChange}</th></> : null}
        </tr>
      </thead>
      <tbody>
        {cells.map((one) => (
          <tr>
            <th scope="row">{conditionName(one.im, one.condition)[language]}{one.wholly ? <span class="small when">{words.wholly}</span> : null}</th>
            <td data-label={words.group}>{groupName(one.gender, one.ageGroup).name[language]}</td>
            <td data-label={words.share} class="n">{share(one.fraction)}</td>
            <td data-label={words.interval} class="n">{share(one.low)} – {share(one.high)}</td>
            <td data-label={words.former} class="n">{share(one.former)}</td>
            {scenario ? <><td data-label={words.shareThen} class="n">{one.scenario ? share(one.scenario.fraction) : ''}</td><td data-label={words.casesChange} class="n">{one.scenario ? share(one.scenario.change) : ''}</td></> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
