import type { Form as Posted } from '#app/platform/http/form.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { Breadcrumbs, SummaryList, type SummaryRow } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Seat, Table } from '../agreement/queries.ts';
import { type Code, byCategory } from '../code/queries.ts';
import { situationPaths } from '../paths.ts';
import { titleOf } from './agenda-page.tsx';
import { InterventionPart } from './intervention-part.tsx';
import type { Discussion, Opened } from './queries.ts';
import { type Step, stepsFor } from './rules.ts';
import { StepForms } from './step-forms.tsx';
import { discussionWords } from './words.ts';

export type ShowProps = {
  frame: PageFrame; table: Table; discussion: Discussion; opened: Opened; codes: readonly Code[]; seats: readonly Seat[]; today: string; typed: Posted;
  errors?: FieldErrors | undefined; wrong?: Step | undefined; notice?: string | undefined;
};

/** One discussion: what its filter opens to the reader, and the steps that she may take. */
export function DiscussionPage(props: ShowProps) {
  const { frame, table, discussion, opened, codes, notice } = props;
  const { language } = frame;
  const words = discussionWords[language];
  const at = (path: string) => localized(language, path);
  const steps = stepsFor(discussion.state, opened.sides).filter((step) => step !== 'disclose' || discussion.state !== 'roles' || table.identifiers === 'limited');
  const shut = discussion.state === 'planning' && !opened.sides.includes('participant');
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: situationPaths.table(table.body), label: table.name[language] }]} />
      <h1>{titleOf(discussion, language)}</h1>
      <p class="lead"><b>{words.states[discussion.state]}</b></p>
      {notice ? <div class="panel" role="alert"><p>{notice}</p></div> : null}
      {discussion.state === 'screened' || discussion.state === 'table' ? <p class="inset">{words.noIdentity}</p> : null}
      <SummaryList rows={facts(props)} />
      {discussion.state === 'table' ? <Told {...props} /> : null}
      {opened.codes ? <section aria-labelledby="codes"><h2 id="codes">{words.codes}</h2><CodeLists language={language} codes={codes} chosen={opened.codes} /></section> : null}
      {shut ? <p class="inset">{words.closedToYou}</p> : null}
      <InterventionPart frame={frame} state={discussion.state} opened={opened} codes={codes} limited={table.identifiers === 'limited'} />
      {steps.length > 0 ? <h2>{words.actions}</h2> : null}
      {steps.includes('tell') ? <p class="go"><a class={discussion.state === 'screened' ? 'button' : 'button quiet'} href={at(situationPaths.tell(discussion.id))}>{words.steps.tell}</a></p> : null}
      <StepForms {...props} steps={steps.filter((step) => step !== 'tell')} />
    </StaffLayout>
  );
}

function facts({ frame, discussion, opened, codes }: ShowProps): SummaryRow[] {
  const { language } = frame;
  const words = discussionWords[language];
  const rows: SummaryRow[] = [{ label: words.from, value: discussion.agencyName[language] }];
  if (discussion.openedOn) rows.push({ label: words.opened, value: formatDate(language, discussion.openedOn) });
  if (discussion.kind) rows.push({ label: words.kind, value: words.kinds[discussion.kind] });
  if (discussion.ageBand) rows.push({ label: words.ageBand, value: words.ageBands[discussion.ageBand] });
  if (discussion.sex) rows.push({ label: words.sex, value: words.sexes[discussion.sex] });
  if (discussion.decidedOn) rows.push({ label: words.decided, value: formatDate(language, discussion.decidedOn) });
  if (opened.votesFor !== undefined) rows.push({ label: words.votesTitle, value: words.votesLine(opened.votesFor, opened.votesAgainst ?? 0) });
  if (opened.earlier !== undefined) rows.push({ label: words.earlier, value: words.earlierLine(opened.earlier) });
  if (discussion.reason) rows.push({ label: words.reason, value: codes.find(({ slug }) => slug === discussion.reason)?.name[language] ?? discussion.reason });
  if (discussion.closedOn) rows.push({ label: words.closed, value: formatDate(language, discussion.closedOn) });
  return rows;
}

function Told({ frame, opened, codes }: ShowProps) {
  const { language } = frame;
  const words = discussionWords[language];
  const { told, votes = [] } = opened;
  return (
    <>
      <section aria-labelledby="told">
        <h2 id="told">{words.told}</h2>
        {told ? (
          <>
            <SummaryList rows={[{ label: words.kind, value: words.kinds[told.kind] }, { label: words.ageBand, value: words.ageBands[told.age_band] }, { label: words.sex, value: words.sexes[told.sex] },
              ...(told.stakes.length > 0 ? [{ label: words.stakesQuestion, value: <ul class="plain">{told.stakes.map((one) => <li>{words.stakes[one]}</li>)}</ul> }] : []), ...(told.words === '' ? [] : [{ label: words.words, value: told.words }])]} />
            <CodeLists language={language} codes={codes} chosen={told.codes} />
            <p class="hint">{words.toldHint}</p>
          </>
        ) : <p class="panel" role="status">{words.toldGone}</p>}
      </section>
      <section aria-labelledby="votes">
        <h2 id="votes">{words.votesTitle}</h2>
        {votes.length === 0 ? <p>{words.noVotes}</p> : <SummaryList rows={votes.map((one) => ({ label: one.agency[language], value: words.votes[one.vote] }))} />}
      </section>
    </>
  );
}

const lists = ['risk', 'protective', 'flag', 'affected'] as const;
function CodeLists({ language, codes, chosen }: { language: 'en' | 'fr'; codes: readonly Code[]; chosen: readonly string[] }) {
  const words = discussionWords[language];
  const titles = { risk: words.riskQuestion, protective: words.protectiveQuestion, flag: words.flagQuestion, affected: words.affectedQuestion };
  const own = codes.filter(({ slug }) => chosen.includes(slug)).map((code) => ({ ...code, removed: false }));
  return (
    <SummaryList rows={lists.flatMap((list) => {
      const groups = byCategory(own, list);
      return groups.length === 0 ? [] : [{ label: titles[list], value: <ul class="plain">{groups.flatMap(([category, items]) => items.map((item) => <li>{list === 'risk' || list === 'protective' ? <><span class="hint">{category[language]}{colon(language)}</span>{item.name[language]}</> : item.name[language]}</li>))}</ul> }];
    })} />
  );
}

