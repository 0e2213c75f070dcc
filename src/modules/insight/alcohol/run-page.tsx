import type { Form as Typed } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Radios } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { conditionName } from './conditions.ts';
import { Shares } from './shares.tsx';
import { alcoholPaths } from './paths.ts';
import { type AlcoholRun, countedConditions, outcomes, type ShareCell, withDrinking } from './run.ts';
import { alcoholWords } from './words.ts';

type Props = { frame: PageFrame; run: AlcoholRun; own: boolean; typed: Typed; errors: FieldErrors | undefined };

/** Conditions each once: those partly due to alcohol, whose shares may become figures, and those whose cases are counted. */
function offered(cells: readonly ShareCell[]) {
  const once = (some: readonly ShareCell[]) => [...new Map(some.map((one) => [one.im, one])).values()];
  return { shares: once(cells.filter((one) => !one.wholly)), numbers: once(outcomes.flatMap((outcome) => countedConditions(cells, outcome))) };
}

/** One run: what went in, the shares by condition, sex and age, and which of them become figures. */
export function RunPage({ frame, run, own, typed, errors }: Props) {
  const { language } = frame;
  const words = alcoholWords[language];
  const percent = language === 'fr' ? '\u00a0%' : '%';
  const { shares, numbers } = offered(run.cells ?? []);
  const optionsOf = (some: readonly ShareCell[]) => some.map((one) => ({ value: one.im, label: conditionName(one.im, one.condition)[language] }));
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, alcoholPaths.runs)}>{words.title}</a></p>
      <h1>{words.runTitle(run.region, run.year)}</h1>
      <p class="lead">{words.states[run.state]}.</p>
      {run.problem?.kind === 'refused' ? <div class="inset"><p>{words.refused}</p><ul>{run.problem.sentences.map((one) => <li>{one[language]}</li>)}</ul></div> : null}
      {run.problem && run.problem.kind !== 'refused' ? <p class="inset">{words.problems[run.problem.kind]}{run.problem.kind === 'bad-input' ? `${run.problem.at ? ` (${run.problem.at})` : ''}.` : ''}</p> : null}
      {run.state === 'asked' || run.state === 'release-asked' ? <p role="status">{words.waiting}<a href={localized(language, alcoholPaths.run(run.id))}>{words.reload}</a></p> : null}
      {run.state === 'released' ? <p><a href={localized(language, alcoholPaths.found)}>{words.released}</a></p> : null}
      {run.state === 'done' && own ? <p class="inset">{words.ownRun}</p> : null}
      {run.state === 'done' && !own ? (
        <section>
          <h2>{words.release}</h2>
          <p>{words.releaseText}</p>
          <Form frame={frame} errors={errors} action={localized(language, alcoholPaths.runStep(run.id, 'release'))} submit={words.releaseSubmit}>
            <Radios name="outcome" label={words.whichOutcome} options={outcomes.map((one) => ({ value: one, label: words.outcomes[one] }))} value={typed.text('outcome') || 'Mortality'} error={errors?.outcome} inline />
            <Checkboxes name="conditions" label={words.which} options={optionsOf(shares)} values={typed.list('conditions')} error={errors?.conditions} />
            {numbers.length > 0 ? <Checkboxes name="numbers" label={words.whichNumbers} hint={words.numbersHint} options={optionsOf(numbers)} values={typed.list('numbers')} error={errors?.numbers} /> : <p>{words.noCounts}</p>}
          </Form>
        </section>
      ) : null}
      {run.state === 'done' ? <StepButton frame={frame} to={alcoholPaths.runStep(run.id, 'discard')} label={words.discard} quiet /> : null}
      <h2>{words.settings}</h2>
      <SummaryList rows={[
        { label: words.scenario, value: words.scenarioOf[run.scenario](formatNumber(language, run.change)) }, { label: words.surveySize, value: formatNumber(language, run.surveySize) }, { label: words.error, value: `${formatNumber(language, run.consumptionError * 100)}${percent}` },
        { label: words.draws, value: formatNumber(language, run.draws) }, { label: words.seed, value: String(run.seed) }, { label: words.method, value: run.method }, ...(run.fingerprint ? [{ label: words.fingerprint, value: <code>{run.fingerprint}</code> }] : []),
      ]} />
      {outcomes.map((outcome) => <Shares language={language} heading={words.results(words.outcomes[outcome])} cells={withDrinking(run.cells ?? []).filter((one) => one.outcome === outcome)} />)}
    </StaffLayout>
  );
}
