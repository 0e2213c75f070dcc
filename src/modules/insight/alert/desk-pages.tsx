import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { type Alert, verdicts } from './alert-queries.ts';
import { Curve, type CurveUnit } from './curve.tsx';
import { LevelMark } from './level-mark.tsx';
import { type CurrentLevel, isReviewDue } from './level-queries.ts';
import { alertPaths } from './paths.ts';
import { ProtocolTable, type StepRow } from './protocol-table.tsx';
import type { Area, Series } from './rule.ts';
import { areaText, daysText, reasonsOf } from './sentences.ts';
import { actsFor, stateOf, verdictOf } from './state.ts';
import { alertWords } from './words.ts';

type DeskProps = { frame: PageFrame; alerts: readonly Alert[]; areas: readonly Area[]; series: readonly Series[]; current: CurrentLevel | undefined; today: string; keeps: boolean };

/** Everything about alerts for those who watch: the level, what waits, what is open, and the past. */
export function DeskPage({ frame, alerts, areas, series, current, today, keeps }: DeskProps) {
  const { language } = frame;
  const words = alertWords[language];
  const links = [
    ...(keeps ? [{ path: alertPaths.setLevel, label: words.setLevel }] : []), { path: alertPaths.rules, label: words.rulesLink },
    ...series.map((one) => ({ path: alertPaths.series(one.slug), label: words.countsOf(one.name[language]) })), ...(keeps ? [{ path: alertPaths.contacts, label: words.contactsLink }] : []),
  ];
  const groups = [
    { title: words.waiting, none: words.noneWaiting, own: alerts.filter((one) => stateOf(one) === 'drafted') },
    { title: words.open, none: words.noneOpen, own: alerts.filter((one) => ['confirmed', 'review-due'].includes(stateOf(one))) },
    { title: words.past, none: words.nonePast, own: alerts.filter((one) => ['dismissed', 'closed'].includes(stateOf(one))) },
  ];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.desk}</h1>
      <p>{words.deskLead}</p>
      {frame.site.demonstration ? <p class="small">{words.demonstration}</p> : null}
      <p>{words.levelNow}{colon(language)}{current ? <LevelMark language={language} level={current.level} /> : words.noLevel}</p>
      {isReviewDue(current, today) ? <p class="inset">{words.reviewDue}</p> : null}
      <ul>{links.map((one) => <li><a href={localized(language, one.path)}>{one.label}</a></li>)}</ul>
      {groups.map(({ title, none, own }) => (
        <section>
          <h2>{title}</h2>
          {own.length === 0 ? <p>{none}</p> : <AlertTable frame={frame} caption={title} alerts={own} areas={areas} />}
        </section>
      ))}
    </StaffLayout>
  );
}

function AlertTable({ frame: { language }, caption, alerts, areas }: { frame: PageFrame; caption: string; alerts: readonly Alert[]; areas: readonly Area[] }) {
  const words = alertWords[language];
  const [head, where, days, state, real] = words.deskHeader;
  return (
    <table class="stack">
      <caption class="hidden-text">{caption}</caption>
      <thead><tr>{[head, where, days, state, real].map((one) => <th scope="col">{one}</th>)}</tr></thead>
      <tbody>
        {alerts.map((one) => {
          const verdict = verdictOf(one);
          return (
            <tr>
              <th scope="row"><a href={localized(language, alertPaths.alert(one.id))}>{one.ruleName[language]}</a></th>
              <td data-label={where}>{areaText(language, one.area, areas)}</td>
              <td data-label={days}>{daysText(language, one)}</td>
              <td data-label={state}>{words.states[stateOf(one)]}</td>
              <td data-label={real}>{verdict ? words.verdicts[verdict] : words.notJudged}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type ShowProps = {
  frame: PageFrame; alert: Alert; areas: readonly Area[]; perYear: number | null; curve: readonly CurveUnit[]; protocol: readonly StepRow[]; told: readonly { readonly name: string | null; readonly at: Date }[];
  keeps: boolean; typed: PostedForm; errors?: FieldErrors | undefined; act?: string | undefined;
};

/** One alert: why a rule drafted it, the counts, what was decided and done, and what its keeper can do next. */
export function AlertPage({ frame, alert, areas, perYear, curve, protocol, told, keeps, typed, errors, act }: ShowProps) {
  const { language, site } = frame;
  const words = alertWords[language];
  const state = stateOf(alert);
  const acts = keeps ? actsFor(alert) : [];
  const confirmed = state === 'confirmed' || state === 'review-due' || (state === 'closed' && alert.steps.some(({ step }) => step === 'confirmed'));
  const own = (name: string) => (act === name ? errors : undefined);
  const reason = (name: string) => <Textarea name="reason" label={words.reason} hint={words.reasonHint} rows={3} value={act === name ? typed.text('reason') : ''} error={own(name)?.reason} />;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: alertPaths.desk, label: words.desk }]} />
      <h1>{areaText(language, alert.area, areas)}, {daysText(language, alert)}</h1>
      <p><span class="tag">{words.states[state]}</span>{alert.demonstration ? <span class="small"> {words.demonstration}</span> : null}</p>
      <h2>{words.why}</h2>
      <ul>{reasonsOf(language, alert, areas, perYear).map((one) => <li>{one}</li>)}</ul>
      {curve.length > 0 ? <><h2>{words.curve}</h2><Curve language={language} title={alert.ruleName[language]} unit={alert.unit === 'week' ? 'week' : 'day'} units={curve} /></> : null}
      {acts.includes('confirm') ? (
        <section>
          <h2>{words.decide}</h2>
          <Form frame={frame} errors={own('decide')} action={localized(language, alertPaths.step(alert.id, 'decide'))} submit={words.saveDecision}>
            <Radios name="act" label={words.whatNow} value={act === 'decide' ? typed.text('act') : undefined} error={own('decide')?.act}
              options={[{ value: 'confirm', label: words.confirm, hint: words.confirmHint }, { value: 'dismiss', label: words.dismiss, hint: words.dismissHint }]} />
            {reason('decide')}
          </Form>
        </section>
      ) : null}
      {confirmed ? (
        <>
          {keeps ? <p><a href={`${localized(language, alertPaths.setLevel)}?alert=${alert.id}`}>{words.levelFromHere}</a></p> : null}
          <h2>{words.protocol}</h2>
          {protocol.length > 0 ? <ProtocolTable frame={frame} alert={alert.id} steps={protocol} keeps={keeps} /> : <p>{words.noProtocol}</p>}
          <h2>{words.told}</h2>
          {told.length === 0 ? <p>{words.noneTold}</p> : <ul>{told.map((one) => <li>{one.name ?? words.formerContact}, {formatMoment(language, one.at, site.timeZone)}</li>)}</ul>}
        </>
      ) : null}
      {alert.steps.length > 0 ? (
        <>
          <h2>{words.log}</h2>
          <ol>
            {alert.steps.map((one) => (
              <li>{words.stepNames[one.step]}{one.verdict ? `${colon(language)}${words.verdicts[one.verdict].toLocaleLowerCase(language)}` : ''}, {formatMoment(language, new Date(one.at), site.timeZone)}{one.reason ? <><br />{one.reason}</> : null}</li>
            ))}
          </ol>
        </>
      ) : null}
      {acts.includes('judge') ? (
        <section>
          <h2>{words.judge}</h2>
          <Form frame={frame} errors={own('judge')} action={localized(language, alertPaths.step(alert.id, 'judge'))} submit={words.saveJudge}>
            <Radios name="verdict" label={words.judge} hint={words.judgeHint} value={act === 'judge' ? typed.text('verdict') : undefined} error={own('judge')?.verdict} options={verdicts.map((value) => ({ value, label: words.verdicts[value] }))} />
            {reason('judge')}
          </Form>
        </section>
      ) : null}
      {acts.includes('close') ? (
        <details open={act === 'close'}>
          <summary>{words.close}</summary>
          <p class="hint">{words.closeHint}</p>
          <Form frame={frame} errors={own('close')} action={localized(language, alertPaths.step(alert.id, 'close'))} submit={words.close}>
            <Textarea name="closing" label={words.reason} rows={2} value={act === 'close' ? typed.text('closing') : ''} error={own('close')?.closing} />
          </Form>
        </details>
      ) : null}
    </StaffLayout>
  );
}

