import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, Crisis, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { answered, questionText } from '../assessment/form-fields.ts';
import { assessmentPaths } from '../assessment/paths.ts';
import { assessmentWords } from '../assessment/words.ts';
import type { Version } from '../instrument/shelf.ts';
import { accessPaths } from '../paths.ts';
import { type Alert, outcomes } from './queries.ts';
import { alertWords } from './words.ts';

type Props = { frame: PageFrame; alert: Alert; name: string; version: Version | undefined; typed: Posted; errors?: FieldErrors | undefined; taken?: boolean; timeZone: string };

/** What to do now, before anything else; then why, and what was done. */
export function AlertPage({ frame, alert, name, version, typed, errors, taken = false, timeZone }: Props) {
  const { language } = frame;
  const words = alertWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{frame.title}</h1>
      {alert.answeredAt === null ? <Crisis language={language} /> : null}
      {alert.answeredAt === null ? (
        <section class="panel" aria-labelledby="now">
          <h2 id="now">{words.nowTitle}</h2>
          <ol>{words.now.map((one) => <li>{one}</li>)}</ol>
        </section>
      ) : null}
      <section aria-labelledby="why">
        <h2 id="why">{words.why}</h2>
        <p><a href={localized(language, accessPaths.person(alert.person))}>{name}</a></p>
        <p>{alert.shown ? words.answered(question(alert, version, language), answer(alert, version, language)) : words.withheld}{alert.byPerson ? ` ${words.byPerson}` : ''}</p>
        <p class="hint">{words.at} {formatMoment(language, alert.raisedAt, timeZone)}</p>
        {alert.assessment ? <p><a href={localized(language, assessmentPaths.show(alert.person, alert.assessment))}>{words.back}</a></p> : null}
      </section>
      {alert.answeredAt ? <Answered frame={frame} alert={alert} timeZone={timeZone} /> : null}
      {taken ? <><p class="panel" role="alert">{words.taken}</p><p class="panel">{typed.text('note')}</p></> : null}
      {alert.answeredAt === null && alert.answers ? (
        <section aria-labelledby="done">
          <h2 id="done">{words.doneTitle}</h2>
          <p>{words.doneLead}</p>
          <Form frame={frame} errors={errors} submit={words.record}>
            <Radios name="outcome" label={words.outcome} options={outcomes.map((value) => ({ value, label: words.outcomes[value] ?? value }))} value={typed.text('outcome')} error={errors?.outcome} />
            <Textarea name="note" label={words.note} hint={words.noteHint} rows={5} value={typed.text('note')} error={errors?.note} />
          </Form>
        </section>
      ) : null}
      <Breadcrumbs language={language} steps={[{ path: assessmentPaths.list(alert.person), label: words.toList }]} />
    </StaffLayout>
  );
}

function Answered({ frame: { language }, alert, timeZone }: { frame: PageFrame; alert: Alert; timeZone: string }) {
  const words = alertWords[language];
  const rows = [
    { label: words.done, value: words.outcomes[alert.outcome ?? ''] ?? '' },
    { label: words.note, value: alert.note ?? '–' },
    { label: words.by, value: `${alert.answeredBy ?? ''}${alert.answeredBy && alert.answeredAt ? ', ' : ''}${alert.answeredAt ? formatMoment(language, alert.answeredAt, timeZone) : ''}` },
  ];
  return <section aria-labelledby="done"><h2 id="done">{words.done}</h2><SummaryList rows={rows} /></section>;
}

function question({ linkId }: Alert, version: Version | undefined, language: PageFrame['language']): string {
  return version && linkId ? questionText(version.compiled, linkId, language) : '';
}

function answer(alert: Alert, version: Version | undefined, language: PageFrame['language']): string {
  if (!version || !alert.linkId || !alert.answer) return assessmentWords[language].noAnswer;
  return answered(version.compiled, { item: [{ linkId: alert.linkId, answer: [alert.answer] }] }, alert.linkId, language) ?? '';
}
