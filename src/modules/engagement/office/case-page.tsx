import type { Body, Decision } from '#app/modules/governance/index.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, HiddenFields } from '#app/ui/components/fields.tsx';
import { SummaryList, Thread } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { followWords } from '../follow/words.ts';
import type { IssueEvent, IssueMessage } from '../issue/history.ts';
import type { StoredFile } from '../mailbox/attachments.ts';
import type { Issue, Proposer } from '../issue/queries.ts';
import { CaseForms } from './case-forms.tsx';
import type { Criterion } from './queries.ts';
import { officeWords } from './words.ts';

export type Case = {
  readonly issue: Issue; readonly events: readonly IssueEvent[]; readonly messages: readonly IssueMessage[]; readonly decisions: readonly Decision[]; readonly bodies: readonly Body[];
  readonly criteria: readonly Criterion[]; readonly answers: ReadonlyMap<string, string>; readonly similar: readonly Issue[]; readonly mergedInto: Issue | undefined;
  readonly place: string; readonly proposer: Proposer | 'hidden' | undefined; readonly priorityTitle: string | undefined; readonly actions: readonly { title: string; state: string }[]; readonly mayWork: boolean; readonly files: readonly StoredFile[];
};
export type CaseProps = { frame: PageFrame; file: Case; errors?: FieldErrors; typed?: ReadonlyMap<string, string> };

/** Everything about one issue: what was written, where it stands, what can be done next. */
export function CasePage({ frame, file, errors = {}, typed = new Map() }: CaseProps) {
  const { language, site } = frame;
  const words = officeWords[language];
  const { issue } = file;
  return (
    <StaffLayout frame={frame}>
      <p class="small">{issue.reference}</p>
      <h1 lang={issue.language}>{issue.title}</h1>
      <ErrorSummary language={language} errors={errors} />
      <p class="lead">{followWords[language].short[issue.state]}{file.mergedInto ? <>{' '}<a href={localized(language, `/engagement/issues/${file.mergedInto.id}`)}>{words.mergedInto} {file.mergedInto.reference}</a></> : null}</p>
      <Chain frame={frame} file={file} />
      <div class="split">
        <div>
          <h2>{words.text}</h2>
          <blockquote lang={issue.language}>{issue.description}</blockquote>
          <SummaryList rows={[
            { label: words.affected, value: issue.affected ?? '' }, { label: words.where, value: [file.place, issue.address ?? ''].filter(Boolean).join(', ') },
            { label: words.channel, value: words.channels[issue.channel] ?? issue.channel }, { label: words.received, value: formatMoment(language, issue.receivedAt, site.timeZone) },
          ]} />
          {file.mayWork ? <Contact frame={frame} file={file} /> : null}
          {file.files.length > 0 ? <><h2>{words.files}</h2><ul>{file.files.map((one) => <li><a href={localized(language, `/engagement/issues/${issue.id}/files/${one.id}`)}>{one.name}</a> ({Math.ceil(one.size / 1024)} kB)</li>)}</ul></> : null}
          {file.messages.length > 0 ? <h2>{words.messages}</h2> : null}
          {file.messages.map((message) => (
            <section><h3>{message.direction === 'to-proposer' ? words.toProposer : words.fromProposer}, {formatMoment(language, message.at, site.timeZone)}</h3><blockquote lang={issue.language}>{message.body}</blockquote></section>
          ))}
          {file.decisions.map((decision) => <section class="inset"><h3>{words.decision}, {formatDate(language, decision.decidedOn)}</h3><p class="pre">{decision.reason[language]}</p></section>)}
          {issue.leadershipNote ? <section class="inset"><h3>{words.leadershipNote}</h3><p class="pre">{issue.leadershipNote}</p></section> : null}
          {file.mayWork ? <CaseForms frame={frame} file={file} errors={errors} typed={typed} /> : null}
        </div>
        <div>
          <h2>{words.history}</h2>
          <Thread tall steps={file.events.map((event) => ({ title: event.toState && event.kind === 'state' ? followWords[language].short[event.toState] : (followWords[language].events[event.kind] ?? event.kind), date: formatMoment(language, event.at, site.timeZone) }))} />
          {file.similar.length > 0 ? <h2>{words.similar}</h2> : null}
          <ul class="plain">
            {file.similar.map((other) => (
              <li>
                <a href={localized(language, `/engagement/issues/${other.id}`)} lang={other.language}>{other.reference} {other.title}</a>
                <Button frame={frame} issue={issue} verb="merge" label={words.merge} fields={[['into', other.id]]} />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </StaffLayout>
  );
}

/** Issue → decision → table → action, as far as it came. */
function Chain({ frame: { language, site }, file }: CaseProps) {
  const words = officeWords[language];
  const { issue, decisions } = file;
  const last = decisions.at(-1);
  const table = file.bodies.find((body) => body.slug === issue.bodySlug);
  return (
    <Thread steps={[
      { title: words.raised, date: formatMoment(language, issue.receivedAt, site.timeZone) },
      { title: words.decision, text: last ? file.bodies.find((body) => body.slug === last.bodySlug)?.name[language] : undefined, date: last ? formatDate(language, last.decidedOn) : undefined, next: !last },
      {
        title: words.acting, next: !issue.prioritySlug && !issue.bodySlug, text: file.actions.map((action) => `${action.title} (${action.state})`).join('; ') || undefined,
        link: issue.prioritySlug ? <a href={localized(language, `/plan/priorities/${issue.prioritySlug}`)}>{file.priorityTitle ?? issue.prioritySlug}</a> : table ? <a href={localized(language, `/governance/bodies/${table.slug}`)}>{table.name[language]}</a> : undefined,
      },
      { title: words.reported, next: true },
    ]} />
  );
}

function Contact({ frame, file }: CaseProps) {
  const words = officeWords[frame.language];
  const { proposer, issue } = file;
  return (
    <section>
      <h2>{words.contact}</h2>
      {proposer === 'hidden' ? <Button frame={frame} issue={issue} verb="contact" label={words.showContact} /> : proposer ? <p>{[proposer.name, proposer.organisation, proposer.email, proposer.phone].filter(Boolean).join(', ')}</p> : <p>{words.noContact}</p>}
    </section>
  );
}

/** One press, one verb. */
export function Button({ frame, issue, verb, label, fields = [] }: { frame: PageFrame; issue: Issue; verb: string; label: string; fields?: readonly (readonly [string, string])[] }) {
  return (
    <form method="post" action={localized(frame.language, `/engagement/issues/${issue.id}/${verb}`)}>
      <Csrf frame={frame} />
      <HiddenFields fields={fields} />
      <button class="button quiet" type="submit">{label}</button>
    </form>
  );
}
