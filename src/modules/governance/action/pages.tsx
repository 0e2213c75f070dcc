import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Body } from '../body/queries.ts';
import { governancePaths } from '../paths.ts';
import { InLanguage } from '../untranslated.tsx';
import { type Action, type Report, reportKinds } from './queries.ts';
import { actionWords } from './words.ts';

type ReportFields = { frame: PageFrame; typed: PostedForm; errors: FieldErrors; hidden?: readonly (readonly [string, string])[] };

function ReportForm({ frame, typed, errors, hidden = [] }: ReportFields) {
  const words = actionWords[frame.language];
  return (
    <Form frame={frame} errors={errors} submit={words.send} hidden={hidden}>
      <Radios name="kind" label={words.kind} value={typed.text('kind')} error={errors.kind} options={reportKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
      <Textarea name="body" rows={4} label={words.bodyLabel} hint={words.bodyHint} value={typed.text('body')} error={errors.body} />
    </Form>
  );
}

type ShowProps = { frame: PageFrame; action: Action; body: Body | undefined; reports: readonly Report[]; mayReport: boolean; /** Whether the meeting opens for whoever reads; who owes the action need not sit in the body. */ meetingOpens: boolean; typed: PostedForm; errors?: FieldErrors };

/** One action with an account: who owes it, what was reported, and the form to report. */
export function ActionPage({ frame, action, body, reports, mayReport, meetingOpens, typed, errors = {} }: ShowProps) {
  const { language, site } = frame;
  const words = actionWords[language];
  const agreed = formatMoment(language, action.agreedAt, site.timeZone);
  return (
    <StaffLayout frame={frame}>
      <h1><InLanguage text={action.what} language={language} /></h1>
      <SummaryList rows={[
        { label: words.who, value: action.memberName }, { label: words.due, value: formatDate(language, action.due) },
        { label: words.body, value: body?.name[language] ?? '' }, { label: words.agreed, value: meetingOpens ? <a href={localized(language, governancePaths.meeting(action.meetingId))}>{agreed}</a> : agreed },
      ]} />
      <h2>{words.reports}</h2>
      {reports.length === 0 ? <p>{words.noReports}</p> : (
        <ul class="plain">
          {reports.map((report) => (
            <li><b>{words.kinds[report.kind]}</b>, <time>{formatMoment(language, report.at, site.timeZone)}</time>{report.byLink ? <>, {words.byLink}</> : null}{report.body ? <p class="pre">{report.body}</p> : null}</li>
          ))}
        </ul>
      )}
      {mayReport && !reports.some((report) => report.kind === 'done') ? <section class="band"><h2>{words.report}</h2><ReportForm frame={frame} typed={typed} errors={errors} /></section> : null}
    </StaffLayout>
  );
}

type LinkProps = { frame: PageFrame; action: { what: Action['what']; due: string }; body: string; secret: string; typed: PostedForm; errors?: FieldErrors };

/** What the link of a mail opens: this one action, nothing of its meeting. */
export function LinkedActionPage({ frame, action, body, secret, typed, errors = {} }: LinkProps) {
  const { language } = frame;
  const words = actionWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.byLinkTitle}</h1>
      <p class="lead"><InLanguage text={action.what} language={language} /></p>
      <p>{words.due}{colon(language)}{formatDate(language, action.due)}. {body}</p>
      <ReportForm frame={frame} typed={typed} errors={errors} hidden={[['key', secret]]} />
    </PublicLayout>
  );
}

export function LinkEndedPage({ frame, thanks }: { frame: PageFrame; thanks: boolean }) {
  const words = actionWords[frame.language];
  return <PublicLayout frame={frame}><h1>{thanks ? words.thanks : words.gone}</h1><p class="lead">{thanks ? words.thanksText : words.goneText}</p></PublicLayout>;
}
