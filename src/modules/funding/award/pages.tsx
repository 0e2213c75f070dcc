import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { Checkboxes, type FieldErrors, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { answerRows, compiledOf } from '../application/answers.ts';
import { populations } from '../application/model.ts';
import { applicationPaths } from '../application/paths.ts';
import type { Offered } from '../application/section-fields.tsx';
import { applicationWords } from '../application/words.ts';
import { callPaths } from '../call/paths.ts';
import type { Call } from '../call/queries.ts';
import { stageOf } from '../form/model.ts';
import { centsOf, formatMoney, sumOf } from '../money.ts';
import { ReportFields, type ReportTyped } from '../report/fields.tsx';
import type { Report } from '../report/queries.ts';
import { canBeSent, ReportState } from '../report/state.tsx';
import { reportWords } from '../report/words.ts';
import { awardPaths } from './paths.ts';
import type { Award, Change, Instalment, PaymentFile, PaymentLine } from './queries.ts';
import { awardWords } from './words.ts';

export type AwardLine = { readonly award: Award; readonly handed: number; readonly late: number };
type ListProps = { frame: PageFrame; call: Call; lines: readonly AwardLine[]; offered: Offered; left: number; typed: PostedForm; errors?: FieldErrors | undefined };

/** The grants of a call, what was handed over, and giving from the reserve. */
export function AwardsPage({ frame, call, lines, offered, left, typed, errors }: ListProps) {
  const { language } = frame;
  const [words, asked] = [awardWords[language], applicationWords[language]];
  const options = (list: Offered['priorities']) => list.map((one) => ({ value: one.slug, label: one.name[language] }));
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: callPaths.keep(call.slug), label: call.title[language] }]} />
      <h1>{words.awards}</h1>
      {lines.length === 0 ? <p>{words.none}</p> : (
        <>
          <p><strong>{words.totals(lines.length, formatMoney(language, sumOf(lines.map((one) => one.award.amount))), formatMoney(language, sumOf(lines.map((one) => one.handed))))}</strong></p>
          <table class="stack">
            <caption class="hidden-text">{words.awards}</caption>
            <thead><tr>{[words.number, words.recipient, words.title, words.amount, words.signed, words.reports].map((one) => <th scope="col">{one}</th>)}</tr></thead>
            <tbody>{lines.map(({ award, late }) => (
              <tr>
                <th scope="row"><a href={localized(language, awardPaths.show(award.id))}>{award.number}</a></th>
                <td data-label={words.recipient}>{award.recipient}</td><td data-label={words.title}>{award.title} {award.fromReserve ? <span class="small">({words.fromReserve})</span> : null}</td>
                <td data-label={words.amount} class="n">{formatMoney(language, award.amount)}</td><td data-label={words.signed}>{award.signedOn ? formatDate(language, award.signedOn) : words.notSigned}</td>
                <td data-label={words.reports}>{late > 0 ? <span class="state late">{words.late(late)}</span> : '–'}</td>
              </tr>
            ))}</tbody>
          </table>
        </>
      )}
      {left > 0 ? (
        <details open={errors !== undefined}>
          <summary>{words.reserve}</summary>
          <p>{words.reserveLead(formatMoney(language, left))}</p>
          <Form frame={frame} errors={errors} action={localized(language, awardPaths.reserve(call.slug))} submit={words.give}>
            <TextInput name="recipient" label={words.recipient} value={typed.text('recipient')} error={errors?.recipient} />
            <TextInput name="registration" label={words.registration} value={typed.text('registration')} width="medium" />
            <TextInput name="title" label={words.title} value={typed.text('title')} error={errors?.title} />
            <Textarea name="summary" label={words.summary} hint={words.summaryHint} value={typed.text('summary')} error={errors?.summary} rows={3} />
            <TextInput name="amount" label={words.amount} value={typed.text('amount')} error={errors?.amount} width="medium" />
            <TextInput name="starts-on" label={words.startsOn} hint={words.dayHint} value={typed.text('starts-on')} error={errors?.['starts-on']} width="short" />
            <TextInput name="ends-on" label={words.endsOn} hint={words.dayHint} value={typed.text('ends-on')} error={errors?.['ends-on']} width="short" />
            <Checkboxes name="priorities" label={words.priorities} options={options(offered.priorities)} values={typed.list('priorities')} />
            <Checkboxes name="municipalities" label={words.municipalities} options={options(offered.municipalities)} values={typed.list('municipalities')} />
            <Radios name="population" label={asked.population} options={populations.map((one) => ({ value: one, label: asked.populations[one] }))} value={typed.text('population')} />
            <Textarea name="reason" label={words.reserveReason} value={typed.text('reason')} error={errors?.reason} rows={2} />
          </Form>
        </details>
      ) : null}
    </StaffLayout>
  );
}

type ShowProps = { frame: PageFrame; call: Call; award: Award; instalments: readonly Instalment[]; reports: readonly Report[]; changes: readonly Change[]; today: string; typed: PostedForm; errors?: FieldErrors | undefined; which?: string | undefined; typedReport?: ReportTyped | undefined };
/** One grant as the office keeps it: agreement, instalments, reports with their answers, changes. */
export function AwardPage({ frame, call, award, instalments, reports, changes, today, typed, errors, which, typedReport }: ShowProps) {
  const { language } = frame;
  const words = awardWords[language];
  const own = (name: string) => (which === name ? errors : undefined);
  const next = award.fromReserve ? reports.find((one) => canBeSent(one, today)) : undefined;
  const value = (form: string, name: string) => (which === form ? typed.text(name) : '');
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: callPaths.keep(call.slug), label: call.title[language] }, { path: awardPaths.list(call.slug), label: words.awards }]} />
      <h1>{award.title}</h1>
      <SummaryList rows={[
        { label: words.number, value: award.number }, { label: words.recipient, value: award.recipient }, { label: words.amount, value: formatMoney(language, award.amount) },
        { label: words.startsOn, value: formatDate(language, award.startsOn) }, { label: words.endsOn, value: formatDate(language, award.endsOn) }, { label: words.signed, value: award.signedOn ? formatDate(language, award.signedOn) : words.notSigned },
      ]} />
      {award.applicationId ? <p><a href={localized(language, applicationPaths.show(award.applicationId))}>{words.application}</a></p> : null}
      {award.signedOn ? null : (
        <section class="panel">
          <h2>{words.sign}</h2>
          <Form frame={frame} errors={own('sign')} action={localized(language, awardPaths.sign(award.id))} submit={words.saveSigned}>
            <TextInput name="signed-on" label={words.signedOn} hint={words.signHint} value={value('sign', 'signed-on')} error={own('sign')?.['signed-on']} width="short" />
          </Form>
        </section>
      )}
      <section class="band">
        <h2>{words.instalments}</h2>
        <table class="stack">
          <caption class="hidden-text">{words.instalments}</caption>
          <thead><tr>{[words.instalment, words.due, words.amount, words.condition, words.state].map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>{instalments.map((one) => (
            <tr>
              <th scope="row">{words.instalment} {one.position}</th><td data-label={words.due}>{formatDate(language, one.dueOn)}</td><td data-label={words.amount} class="n">{formatMoney(language, one.amount)}</td>
              <td data-label={words.condition}>{one.condition === 'agreement' ? words.conditions.agreement : words.conditions.report(one.reportStage ?? 0)}</td>
              <td data-label={words.state}><span class={`state ${one.paidOn ? 'done' : one.fileId || one.released ? 'on-time' : 'stalled'}`}>{one.paidOn ? words.paid(formatDate(language, one.paidOn)) : one.fileId ? words.handed : one.released ? words.released : words.waits}</span></td>
            </tr>
          ))}</tbody>
          <tfoot><tr><th scope="row" colspan={2}>{words.sum}</th><td class="n" data-label={words.sum}>{formatMoney(language, sumOf(instalments.map((one) => one.amount)))}</td><td colspan={2}></td></tr></tfoot>
        </table>
      </section>
      <section class="band">
        <h2>{words.reports}</h2>
        {reports.map((one) => <OneReport frame={frame} award={award} report={one} today={today} typed={typed} errors={which === 'answer' && typed.text('report') === one.id ? errors : undefined} />)}
        {next ? <TypeIn frame={frame} award={award} report={next} typed={typedReport} /> : null}
      </section>
      {changes.length > 0 ? <section class="band"><h2>{words.changes}</h2><ul>{changes.map((one) => <li>{one.kind === 'amount' ? words.changeLine('amount', formatMoney(language, centsOf(one.before)), formatMoney(language, centsOf(one.after))) : words.changeLine('end', formatDate(language, one.before), formatDate(language, one.after))}. {one.reason}</li>)}</ul></section> : null}
      <details open={own('change') !== undefined}>
        <summary>{words.change}</summary>
        <Form frame={frame} errors={own('change')} action={localized(language, awardPaths.change(award.id))} submit={words.saveChange}>
          <TextInput name="amount" label={words.changeAmount} value={value('change', 'amount')} error={own('change')?.amount} width="medium" />
          <TextInput name="ends-on" label={words.changeEnd} hint={words.dayHint} value={value('change', 'ends-on')} error={own('change')?.['ends-on']} width="short" />
          <Textarea name="reason" label={words.changeReason} value={value('change', 'reason')} error={own('change')?.reason} rows={2} />
        </Form>
      </details>
    </StaffLayout>
  );
}

/** The report of a grant from the reserve, which has no code: the office types in what the organisation sent. */
function TypeIn({ frame, award, report, typed }: { frame: PageFrame; award: Award; report: Report; typed: ReportTyped | undefined }) {
  const words = reportWords[frame.language];
  return (
    <details open={typed !== undefined}>
      <summary>{words.typeIn(words.stage(report.stage, stageOf(report)))}</summary>
      <p>{words.typeInLead}</p>
      <Form frame={frame} errors={typed?.errors} action={localized(frame.language, awardPaths.report(award.id))} submit={words.send} hidden={[['report', report.id]]}>
        <ReportFields frame={frame} report={report} typed={typed} />
      </Form>
    </details>
  );
}

function OneReport({ frame, award, report, today, typed, errors }: { frame: PageFrame; award: Award; report: Report; today: string; typed: PostedForm; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = reportWords[language];
  const gap = language === 'fr' ? '\u00a0' : '';
  return (
    <div class="panel">
      <h3>{words.stage(report.stage, stageOf(report))}</h3>
      <p>{words.due}{gap}: {formatDate(language, report.dueOn)}. <ReportState language={language} report={report} today={today} /></p>
      {report.sentAt === null ? null : (
        <SummaryList rows={[
          ...(report.spent === undefined ? [] : [{ label: words.spent, value: formatMoney(language, report.spent) }]), ...(report.people === null ? [] : [{ label: words.people, value: report.people }]),
          ...answerRows(compiledOf(`report ${report.formId ?? 'of no form'}`, report.questionnaire), report.answers, language), ...(report.answer ? [{ label: words.said, value: report.answer }] : []),
        ]} />
      )}
      {report.state === 'sent' ? (
        <Form frame={frame} errors={errors} action={localized(language, awardPaths.answer(award.id))} submit={words.give} hidden={[['report', report.id]]}>
          <Radios name="state" label={words.answer} options={(['accepted', 'asked', 'refused'] as const).map((one) => ({ value: one, label: words.answers[one] }))} value={errors ? typed.text('state') : undefined} error={errors?.state} />
          <Textarea name="answer" label={words.answerText} value={errors ? typed.text('answer') : ''} error={errors?.answer} rows={3} />
        </Form>
      ) : null}
    </div>
  );
}

/** What is released for payment, and the files that were made for the finance system. */
export function PaymentsPage({ frame, released, files, error }: { frame: PageFrame; released: readonly PaymentLine[]; files: readonly PaymentFile[]; error?: string | undefined }) {
  const { language, site } = frame;
  const words = awardWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.payments}</h1>
      <p class="lead">{words.paymentsLead}</p>
      {released.length === 0 ? <p>{words.nothing}</p> : (
        <section class="band">
          <table class="stack">
            <caption class="hidden-text">{words.released}</caption>
            <thead><tr>{[words.number, words.recipient, words.instalment, words.amount].map((one) => <th scope="col">{one}</th>)}</tr></thead>
            <tbody>{released.map((one) => <tr><th scope="row"><a href={localized(language, awardPaths.show(one.award))}>{one.number}</a></th><td data-label={words.recipient}>{one.recipient}</td><td data-label={words.instalment} class="n">{one.position}</td><td data-label={words.amount} class="n">{formatMoney(language, one.amount)}</td></tr>)}</tbody>
            <tfoot><tr><th scope="row" colspan={3}>{words.sum}</th><td class="n" data-label={words.sum}>{formatMoney(language, sumOf(released.map((one) => one.amount)))}</td></tr></tfoot>
          </table>
          <StepButton frame={frame} to={awardPaths.make} label={words.make} />
        </section>
      )}
      <section class="band">
        <h2>{words.files}</h2>
        {error ? <p class="error-text" role="alert">{error}</p> : null}
        {files.length === 0 ? <p>{words.noFiles}</p> : (
          <table class="stack">
            <caption class="hidden-text">{words.files}</caption>
            <thead><tr>{[words.madeAt, words.lines, words.sum, words.download, words.state].map((one) => <th scope="col">{one}</th>)}</tr></thead>
            <tbody>{files.map((one) => (
              <tr>
                <th scope="row">{formatMoment(language, one.madeAt, site.timeZone)}</th><td data-label={words.lines} class="n">{one.lines}</td><td data-label={words.sum} class="n">{formatMoney(language, one.amount)}</td>
                <td data-label={words.download}><a href={localized(language, awardPaths.file(one.id))}>CSV</a></td>
                <td data-label={words.state}>{one.paid === one.lines ? words.allPaid : (
                  <form method="post" action={localized(language, awardPaths.paid(one.id))}><Csrf frame={frame} /><label for={`paid-${one.id}`}>{words.markPaid}</label> <input id={`paid-${one.id}`} name="paid-on" class="short" /> <button class="button quiet" type="submit">{words.mark}</button></form>
                )}</td>
              </tr>
            ))}</tbody>
          </table>
        )}
      </section>
    </StaffLayout>
  );
}
