import { raw } from 'hono/html';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { renderFields } from '#app/methods/questionnaire/render/form.ts';
import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Radios, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { surveyPaths } from '../survey/paths.ts';
import type { Survey } from '../survey/queries.ts';
import { wordyIn } from '../survey/told.ts';
import { surveyWords } from '../survey/words.ts';
import { fields } from './course.ts';
import { fieldErrors, MayQuote } from './pages.tsx';

type Props = { frame: PageFrame; survey: Survey; compiled: Compiled; response: Json | undefined; issues: readonly Issue[]; typed: PostedForm; once: string; saved: boolean; wrongDay?: string | undefined; blanks: ReadonlyMap<string, number> };

/** A paper form, typed in on one page by keyboard. */
export function EntryPage({ frame, survey, compiled, response, issues, typed, once, saved, wrongDay, blanks }: Props) {
  const { language, site } = frame;
  const words = surveyWords[language];
  const errors = { ...fieldErrors(issues), ...(wrongDay ? { '~received': wrongDay } : {}) };
  return (
    <StaffLayout frame={frame} script="response">
      <Breadcrumbs language={language} steps={[{ path: surveyPaths.keep(survey.slug), label: survey.title[language] }]} />
      <h1>{words.entry}</h1>
      <p class="lead">{words.entryLead}</p>
      {saved ? <p class="inset" role="status">{words.entered}</p> : null}
      <Form frame={frame} errors={errors} submit={words.saveDates} hidden={[[fields.version, survey.version], [fields.once, once], [fields.soFar, JSON.stringify(response ?? {})]]}>
        <Radios name="~channel" inline label={words.channel} value={typed.text('~channel') || 'paper'} options={(['paper', 'telephone'] as const).map((value) => ({ value, label: words.channels[value] }))} />
        <Radios name="~language" inline label="Language / Langue" value={typed.text('~language') || language} options={[{ value: 'en', label: 'English' }, { value: 'fr', label: 'Français' }]} />
        <TextInput name="~received" type="date" width="short" label={words.receivedOn} hint={words.dateHint} value={typed.text('~received')} error={wrongDay} />
        {raw(renderFields(compiled, response, { language, issues, blanks, branches: 'hidden', zone: site.timeZone }))}
        {wordyIn(compiled).length > 0 ? <MayQuote language={language} checked={typed.text(fields.quote) === 'yes'} /> : null}
      </Form>
    </StaffLayout>
  );
}
