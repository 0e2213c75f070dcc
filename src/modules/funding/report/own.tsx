import type { Child } from 'hono/jsx';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Form as PostedForm } from '#app/platform/http/form.ts';
import type { Visit } from '#app/platform/http/route.ts';
import { type FieldErrors, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Own } from '../application/own-pages.tsx';
import { applicationPaths } from '../application/paths.ts';
import { applicationWords } from '../application/words.ts';
import { findOwnAward, type Instalment, listInstalments } from '../award/queries.ts';
import { type Cents, formatMoney, readMoney } from '../money.ts';
import { findOutcome } from '../review/queries.ts';
import { listReports, type Report, type ReportGiven, updateSent } from './queries.ts';
import { ReportState } from './state.tsx';
import { reportWords } from './words.ts';

/** What the applicant sees after sending: the answer, the grant with its instalments, the reports and the form of the one that is next. */
export async function ownAwardPart(visit: Visit, frame: PageFrame, own: Own, errors?: FieldErrors): Promise<Child> {
  const { language } = frame;
  const words = applicationWords[language];
  const outcome = await findOutcome(visit, own.application.id);
  if (!outcome) return <p class="inset">{words.noAnswer}</p>;
  const award = outcome.granted ? await findOwnAward(visit) : undefined;
  const reports = award ? await listReports(visit, award.id) : [];
  const next = reports.find((one) => one.state === 'due' || one.state === 'asked');
  return (
    <>
      <section class="panel"><h2>{words.answer}</h2><p><strong>{outcome.granted ? words.granted(formatMoney(language, outcome.amount)) : words.refused}</strong></p><p>{outcome.reason[language]}</p></section>
      {award ? <OwnAward frame={frame} number={award.number} amount={award.amount} instalments={await listInstalments(visit, award.id)} reports={reports} today={visit.today} /> : null}
      {next ? <ReportForm frame={frame} code={own.code} report={next} typed={errors ? visit.form : undefined} errors={errors} /> : null}
    </>
  );
}

function OwnAward({ frame: { language }, number, amount, instalments, reports, today }: { frame: PageFrame; number: string; amount: Cents; instalments: readonly Instalment[]; reports: readonly Report[]; today: string }) {
  const words = reportWords[language];
  return (
    <section class="band">
      <h2>{words.grant}</h2>
      <SummaryList rows={[{ label: words.number, value: number }, { label: words.amount, value: formatMoney(language, amount) }]} />
      <h3>{words.instalments}</h3>
      <ul>{instalments.map((one) => <li>{words.instalment(one.position)}{language === 'fr' ? '\u00a0' : ''}: {formatMoney(language, one.amount)}, {one.paidOn ? words.paid(formatDate(language, one.paidOn)) : one.fileId ? words.handed : words.conditions[one.condition]}</li>)}</ul>
      <h3>{words.reports}</h3>
      <ul>{reports.map((one) => <li>{words.stage(one.stage, one.final)}, {words.due.toLowerCase()} {formatDate(language, one.dueOn)}{language === 'fr' ? '\u00a0' : ''}: <ReportState language={language} report={one} today={today} />{one.answer ? <p>{words.said}{language === 'fr' ? '\u00a0' : ''}: {one.answer}</p> : null}</li>)}</ul>
    </section>
  );
}

function ReportForm({ frame, code, report, typed, errors = {} }: { frame: PageFrame; code: string; report: Report; typed: PostedForm | undefined; errors?: FieldErrors | undefined }) {
  const words = reportWords[frame.language];
  const value = (name: string, kept: string) => (typed ? typed.text(name) : kept);
  return (
    <section class="band">
      <h2>{words.sendTitle(words.stage(report.stage, report.final))}</h2>
      <Form frame={frame} errors={errors} action={localized(frame.language, applicationPaths.own)} submit={words.send} hidden={[['~code', code], ['~save', 'report'], ['report', report.id]]}>
        <TextInput name="spent" label={words.spent} value={value('spent', '')} error={errors.spent} width="medium" />
        <TextInput name="people" label={words.people} value={value('people', report.people?.toString() ?? '')} error={errors.people} width="short" inputmode="numeric" />
        <Textarea name="done" label={words.done} hint={words.noNames} value={value('done', report.done)} error={errors.done} />
        <Textarea name="changed" label={words.changed} hint={words.noNames} value={value('changed', report.changed)} error={errors.changed} />
      </Form>
    </section>
  );
}

/** Sends the next report of the own award; gives what is wrong with it. Sent twice, it is sent once. */
export async function sendOwnReport(visit: Visit, application: string): Promise<FieldErrors | undefined> {
  const award = await findOwnAward(visit);
  const report = award && award.applicationId === application ? (await listReports(visit, award.id)).find((one) => one.id === visit.form.text('report')) : undefined;
  if (!award || !report) return undefined;
  const read = readReport(visit.form, visit.language, award.amount);
  if ('errors' in read) return read.errors;
  if ((await updateSent(visit, report.id, read.value)) > 0) await raiseEvent(visit, { kind: 'funding.report-sent', subject: report.id });
  return undefined;
}

function readReport(form: PostedForm, language: PageFrame['language'], most: Cents): { value: ReportGiven } | { errors: FieldErrors } {
  const words = reportWords[language];
  const errors: Record<string, string> = {};
  const spent = readMoney(form.text('spent'));
  if (spent === undefined) errors.spent = words.badMoney;
  else if (spent > most) errors.spent = words.more;
  if (!/^\d{1,7}$/.test(form.text('people'))) errors.people = words.badPeople;
  for (const name of ['done', 'changed']) if (form.text(name) === '' || form.text(name).length > 5000) errors[name] = words.text;
  return Object.keys(errors).length > 0 ? { errors } : { value: { spent: spent ?? 0, people: Number(form.text('people')), done: form.text('done'), changed: form.text('changed') } };
}
