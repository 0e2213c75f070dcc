import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { CellsTable } from './cells-table.tsx';
import type { Cube } from './cube.ts';
import type { Block } from './examine.ts';
import { ruleText, stateText } from './ledger-page.tsx';
import { releasePaths } from './paths.ts';
import type { Cell, Entry } from './queries.ts';
import { blockSentence, periodText } from './sentences.ts';
import { releaseWords } from './words.ts';

type Props = {
  frame: PageFrame; entry: Entry; cube: Cube; cells: readonly Cell[]; blocks: readonly Block[];
  /** Who looks at it. */
  account: string | null; mayReview: boolean; typed: PostedForm; errors?: FieldErrors | undefined;
};

/** One line of the ledger: the table as it is printed, or why nothing of it is. */
export function EntryPage(props: Props) {
  const { frame, entry, cube, blocks } = props;
  const { language } = frame;
  const words = releaseWords[language];
  const preparer = entry.preparedBy === null ? words.program : entry.preparedBy === props.account ? words.you : words.colleague;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: releasePaths.ledger, label: words.title }]} />
      <h1>{cube.title[language]}, {periodText(language, entry.period)}</h1>
      <p><span class="tag">{stateText(language, entry)}</span></p>
      {entry.state === 'asked' || entry.state === 'checking' ? <p role="status">{words.progress[entry.state]}</p> : null}
      {(entry.state === 'waiting' || entry.state === 'filed') && entry.compared !== null ? <p>{words.passed(entry.compared, entry.withheld ?? 0)}</p> : null}
      {blocks.length > 0 ? (
        <section class="inset" aria-labelledby="blocks">
          <h2 id="blocks">{words.blocked}</h2>
          <p>{words.blockedLead}</p>
          <ul>{blocks.map((one) => <li>{blockSentence(language, cube, one, entry.k ?? cube.k)}</li>)}</ul>
        </section>
      ) : null}
      <SummaryList rows={[
        { label: words.rule, value: ruleText(language, entry) },
        { label: words.kind, value: words.kinds[cube.kind] },
        { label: words.asOf, value: formatDate(language, entry.asOf) },
        { label: words.by, value: `${preparer}, ${formatMoment(language, entry.preparedAt, frame.site.timeZone)}` },
        ...(entry.tableHash ? [{ label: words.hash, value: <code class="long">{entry.tableHash}</code> }] : []),
        ...(entry.filedAt ? [{ label: words.filed, value: formatMoment(language, entry.filedAt, frame.site.timeZone) }] : []),
      ]} />
      <Reviewed {...props} />
      {entry.withdrawnAt ? <p>{words.withdrawnBy(entry.withdrawerName ?? words.colleague, formatMoment(language, entry.withdrawnAt, frame.site.timeZone))}<br />{entry.withdrawal?.[language]}</p> : null}
      <Cells {...props} />
      <Steps {...props} />
    </StaffLayout>
  );
}

function Reviewed({ frame, entry }: Props) {
  const words = releaseWords[frame.language];
  if (entry.state === 'returned' && !entry.reviewerName) return <p>{words.ended[entry.reason === 'same' || entry.reason === 'newer' ? entry.reason : 'no-source']}</p>;
  if (!entry.reviewerName || !entry.reviewedAt) return null;
  const when = formatMoment(frame.language, entry.reviewedAt, frame.site.timeZone);
  return <p>{entry.state === 'returned' ? words.returned(entry.reviewerName, when) : words.approved(entry.reviewerName, when)}{entry.reason ? <><br />{entry.reason}</> : null}</p>;
}

function Cells({ frame: { language }, entry, cube, cells }: Props) {
  const words = releaseWords[language];
  if (cells.length === 0) return null;
  return (
    <section>
      <h2>{words.protectedTable}</h2>
      <CellsTable language={language} cube={cube} cells={cells} />
      {entry.state === 'filed' ? <p><a href={localized(language, releasePaths.table(entry.id))}>{words.tablePage}</a></p> : null}
    </section>
  );
}

function Steps({ frame, entry, account, mayReview, typed, errors = {} }: Props) {
  const { language } = frame;
  const words = releaseWords[language];
  if (entry.state === 'filed') return <p><a class="button quiet" href={localized(language, releasePaths.step(entry.id, 'withdraw'))}>{words.withdraw}</a></p>;
  if (entry.state !== 'waiting') return null;
  if (!mayReview) return entry.preparedBy === account ? <p class="inset">{words.ownTable}</p> : null;
  return (
    <section class="band">
      <StepButton frame={frame} to={releasePaths.step(entry.id, 'approve')} label={words.approve} hint={words.approveHint} />
      <Form frame={frame} errors={errors} action={localized(language, releasePaths.step(entry.id, 'return'))} submit={words.return}>
        <Textarea name="reason" rows={3} label={words.reason} value={typed.text('reason')} error={errors.reason} />
      </Form>
    </section>
  );
}
