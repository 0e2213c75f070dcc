import { Csrf } from '#app/ui/components/csrf.tsx';
import { Radios, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { DeskData } from './desk-data.ts';
import { deskPaths } from './paths.ts';
import type { ReportLine } from './queries.ts';
import { mailboxStates } from './rules.ts';
import { DeskScriptData, UnlockForm } from './unlock-form.tsx';
import { deskWords } from './words.ts';

/** One report: opened, read and answered in the member's browser. */
export function ReportPage({ frame, report, data }: { frame: PageFrame; report: ReportLine; data: DeskData }) {
  const { language } = frame;
  const words = deskWords[language];
  return (
    <StaffLayout frame={frame} script="sealed-desk">
      <Breadcrumbs language={language} steps={[{ path: deskPaths.list, label: words.title }]} />
      <h1>{words.report}</h1>
      <p class="lead">{words.receivedOn(formatDate(language, report.receivedOn))}</p>
      <UnlockForm language={language} />
      <p id="report-note" role="status"></p>
      <div id="report-list"></div>
      <section id="answer-part" hidden>
        <h2>{words.answer}</h2>
        {report.name === null ? <p>{words.noAnswer}</p> : (
          <form id="answer-form" action={localized(language, deskPaths.answer(report.id))} method="post" autocomplete="off" novalidate>
            <Csrf frame={frame} />
            <p id="answer-problem" role="alert" class="error-text" hidden></p>
            <Textarea name="answer" label={words.answer} hint={words.answerHint} rows={7} />
            <button class="button" type="submit">{words.sendAnswer}</button>
          </form>
        )}
      </section>
      <section>
        <h2>{words.state}</h2>
        <Form frame={frame} action={localized(language, deskPaths.state(report.id))} submit={words.saveState}>
          <Radios name="state" label={words.state} value={report.state} options={mailboxStates.map((value) => ({ value, label: words.states[value] ?? value }))} />
        </Form>
      </section>
      <DeskScriptData data={data} />
    </StaffLayout>
  );
}
