import type { Child } from 'hono/jsx';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Visit } from '#app/platform/http/route.ts';
import { Form } from '#app/ui/components/form-page.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Own } from '../application/own-pages.tsx';
import { applicationPaths } from '../application/paths.ts';
import { applicationWords } from '../application/words.ts';
import { findOwnAward, type Instalment, listInstalments } from '../award/queries.ts';
import { stageOf } from '../form/model.ts';
import { type Cents, formatMoney } from '../money.ts';
import { findOutcome } from '../review/queries.ts';
import { ReportFields, type ReportTyped, readReport } from './fields.tsx';
import { listReports, type Report, updateSent } from './queries.ts';
import { canBeSent, ReportState } from './state.tsx';
import { reportWords } from './words.ts';

/** What the applicant sees after sending: the answer, the grant with its instalments, the reports and the form of the one that is next. */
export async function ownAwardPart(visit: Visit, frame: PageFrame, own: Own, typed?: ReportTyped): Promise<Child> {
  const { language } = frame;
  const words = applicationWords[language];
  const outcome = await findOutcome(visit, own.application.id);
  if (!outcome) return <p class="inset">{words.noAnswer}</p>;
  const award = outcome.granted ? await findOwnAward(visit) : undefined;
  const reports = award ? await listReports(visit, award.id) : [];
  const next = reports.find((one) => canBeSent(one, visit.today));
  return (
    <>
      <section class="panel"><h2>{words.answer}</h2><p><strong>{outcome.granted ? words.granted(formatMoney(language, outcome.amount)) : words.refused}</strong></p><p>{outcome.reason[language]}</p></section>
      {award ? <OwnAward frame={frame} number={award.number} amount={award.amount} instalments={await listInstalments(visit, award.id)} reports={reports} today={visit.today} /> : null}
      {next ? <ReportForm frame={frame} code={own.code} report={next} typed={typed} /> : null}
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
      <ul>{instalments.map((one) => <li>{words.instalment(one.position)}{colon(language)}{formatMoney(language, one.amount)}, {one.paidOn ? words.paid(formatDate(language, one.paidOn)) : one.fileId ? words.handed : words.conditions[one.condition]}</li>)}</ul>
      <h3>{words.reports}</h3>
      <ul>{reports.map((one) => <li>{words.stage(one.stage, stageOf(one))}, {words.due.toLowerCase()} {formatDate(language, one.dueOn)}{colon(language)}<ReportState language={language} report={one} today={today} />{one.answer ? <p>{words.said}{colon(language)}{one.answer}</p> : null}</li>)}</ul>
    </section>
  );
}

function ReportForm({ frame, code, report, typed }: { frame: PageFrame; code: string; report: Report; typed: ReportTyped | undefined }) {
  const words = reportWords[frame.language];
  return (
    <section class="band">
      <h2>{words.sendTitle(words.stage(report.stage, stageOf(report)))}</h2>
      <Form frame={frame} errors={typed?.errors} action={localized(frame.language, applicationPaths.own)} submit={words.send} hidden={[['~code', code], ['~save', 'report'], ['report', report.id]]}>
        <ReportFields frame={frame} report={report} typed={typed} />
      </Form>
    </section>
  );
}

/** Sends the next report of the own award; gives what is wrong with it. Sent twice, it is sent once. */
export async function sendOwnReport(visit: Visit, application: string): Promise<ReportTyped | undefined> {
  const award = await findOwnAward(visit);
  const report = award && award.applicationId === application ? (await listReports(visit, award.id)).find((one) => one.id === visit.form.text('report') && canBeSent(one, visit.today)) : undefined;
  return award && report ? await sendReport(visit, award.amount, report) : undefined;
}

/** Sends a report as it was posted, by its code or by the office; gives what is wrong with it. */
export async function sendReport(visit: Visit, most: Cents, report: Report): Promise<ReportTyped | undefined> {
  const read = readReport(visit, report, most);
  if (read.typed) return read.typed;
  if ((await updateSent(visit, report.id, read.value)) > 0) await raiseEvent(visit, { kind: 'funding.report-sent', subject: report.id });
  return undefined;
}
