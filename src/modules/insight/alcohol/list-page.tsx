import { dateIn } from '#app/platform/clock/clock.ts';
import type { Form as Typed } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { datasetPaths } from '../dataset/paths.ts';
import type { Dataset } from '../dataset/queries.ts';
import { alcoholPaths } from './paths.ts';
import type { listRuns } from './queries.ts';
import { scenarios } from './run.ts';
import { alcoholWords } from './words.ts';

type Props = { frame: PageFrame; runs: Awaited<ReturnType<typeof listRuns>>; inputs: readonly Dataset[]; mayAsk: boolean; typed: Typed; errors: FieldErrors | undefined };

/** Runs, what goes into the next one, and its form for whoever may ask. */
export function RunsPage({ frame, runs, inputs, mayAsk, typed, errors }: Props) {
  const { language, site } = frame;
  const words = alcoholWords[language];
  const value = (name: string, otherwise: string) => (typed.has(name) ? typed.text(name) : otherwise);
  const ready = inputs.length >= 2 && inputs.slice(0, 2).every((one) => one.number !== null);
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p><a href={localized(language, alcoholPaths.found)}>{words.foundLink}</a></p>
      <h2>{words.runs}</h2>
      {runs.length === 0 ? <p>{words.noRuns}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.what}</th><th scope="col">{words.state}</th><th scope="col">{words.when}</th><th scope="col">{words.by}</th></tr></thead>
          <tbody>
            {runs.map((run) => (
              <tr>
                <th scope="row"><a href={localized(language, alcoholPaths.run(run.id))}>{words.runTitle(run.region, run.year)}</a></th><td data-label={words.state}>{words.states[run.state]}</td>
                <td data-label={words.when}>{formatDate(language, dateIn(site.timeZone, run.askedAt))}</td><td data-label={words.by}>{run.by ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayAsk ? (
        <>
          <h2>{words.inputs}</h2>
          <p>{words.inputsText}</p>
          <SummaryList rows={inputs.map((one) => ({ label: one.name[language], value: <a href={localized(language, datasetPaths.dataset(one.slug))}>{one.number === null ? words.none : words.version(one.number)}</a> }))} />
          <h2>{words.ask}</h2>
          {ready || errors ? (
            <Form frame={frame} errors={errors} action={localized(language, alcoholPaths.runs)} submit={words.submit}>
              <TextInput name="region" label={words.region} value={value('region', '')} error={errors?.region} width="medium" />
              <TextInput name="year" label={words.year} value={value('year', '')} error={errors?.year} width="short" inputmode="numeric" />
              <Radios name="scenario" label={words.scenario} options={scenarios.map((one) => ({ value: one, label: words.scenarios[one] }))} value={value('scenario', 'consumption')} error={errors?.scenario} />
              <TextInput name="change" label={words.change} hint={words.changeHint} value={value('change', '-10')} error={errors?.change} width="short" />
              <TextInput name="survey-size" label={words.surveySize} hint={words.surveyHint} value={value('survey-size', '500')} error={errors?.['survey-size']} width="short" inputmode="numeric" />
              <TextInput name="error" label={words.error} value={value('error', '5')} error={errors?.error} width="short" />
              <TextInput name="draws" label={words.draws} hint={words.drawsHint} value={value('draws', '200')} error={errors?.draws} width="short" inputmode="numeric" />
              <TextInput name="seed" label={words.seed} hint={words.seedHint} value={value('seed', '1')} error={errors?.seed} width="short" inputmode="numeric" />
            </Form>
          ) : <p>{words.needed}</p>}
        </>
      ) : null}
    </StaffLayout>
  );
}
