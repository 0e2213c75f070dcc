import { Form } from '#app/ui/components/form-page.tsx';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { Select } from '#app/ui/components/fields.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { labelOf } from '../checklist/pages.tsx';
import { filePaths } from '../checklist/paths.ts';
import { OutcomeCounts, OutcomeTable } from '../outcome/outcome-table.tsx';
import { outcomePaths } from '../outcome/paths.ts';
import type { Outcome } from '../outcome/queries.ts';
import { answerDays } from '../outcome/rules.ts';
import { outcomeWords } from '../outcome/words.ts';
import { reviewerPaths } from '../reviewer/paths.ts';
import { nameOf } from '../reviewer/pages.tsx';
import type { Candidate, Reviewer } from '../reviewer/queries.ts';
import { stateOfSeat } from '../reviewer/rules.ts';
import { reviewerWords } from '../reviewer/words.ts';
import { hoursText } from './list-page.tsx';
import { sessionPaths } from './paths.ts';
import type { Code, FileLine, Seated, Session, Stratum } from './queries.ts';
import type { SessionState } from './rules.ts';
import { sessionWords } from './words.ts';

/** What the chair sees besides: who sits, and how the two agree. */
export type ChairPart = { readonly reviewers: readonly Reviewer[]; readonly candidates: readonly Candidate[]; readonly seated: readonly Seated[]; readonly pairs: readonly [string, string][]; readonly own: string };
export type ShowProps = {
  frame: PageFrame; session: Session; state: SessionState; codes: readonly Code[]; today: string; done?: { readonly what: string; readonly n: number } | undefined;
  strata: readonly Stratum[]; files: readonly FileLine[]; outcomes: readonly Outcome[]; chair?: ChairPart | undefined; liaison: boolean; reviewer?: { readonly hasSeat: boolean; readonly sits: boolean } | undefined;
};

/** A session, as each seat sees it. */
export function SessionPage(props: ShowProps) {
  const { frame, session, state, codes, strata, outcomes, chair, liaison, reviewer, done } = props;
  const { language } = frame;
  const [words, own] = [sessionWords[language], outcomeWords[language]];
  const said = done?.what === 'left' ? words.left : done?.what === 'recused' ? words.recused : done?.what === 'sent' ? own.sent(done.n) : done?.what === 'answered' ? own.answered : undefined;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: sessionPaths.list, label: words.title }]} />
      <h1>{hoursText(frame, session)}</h1>
      {said ? <p class="inset" role="status">{said}</p> : null}
      <p><strong>{words.states[state]}</strong></p>
      <SummaryList rows={[
        { label: words.facts.period, value: words.period(formatDate(language, session.periodFrom), formatDate(language, session.periodUntil)) },
        { label: words.facts.place, value: session.place },
        ...(chair || liaison ? [{ label: words.facts.sample, value: String(session.sampleSize) }, { label: words.facts.seed, value: <><code>{session.seed.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code><br /><span class="hint">{words.seedHint}</span></> }] : []),
      ]} />
      {liaison && session.drawnAt === null && state !== 'closed' ? <p><a class="button" href={localized(language, sessionPaths.counts(session.id))}>{words.counts}</a></p> : null}
      {liaison && session.drawnAt !== null ? <p><a href={localized(language, sessionPaths.sheet(session.id))}>{words.sheet}</a></p> : null}
      {reviewer?.sits ? <ReviewerPart {...props} hasSeat={reviewer.hasSeat} /> : null}
      {chair ? <Seats frame={frame} session={session} chair={chair} today={props.today} state={state} /> : null}
      {strata.length > 0 ? (
        <>
          <h2>{words.frame}</h2>
          <table>
            <caption>{words.strataCaption}</caption>
            <thead><tr>{words.stratumHeader.map((one) => <th scope="col">{one}</th>)}</tr></thead>
            <tbody>{codes.flatMap(({ code, label }) => strata.filter((one) => one.code === code).map((one) => <tr><th scope="row">{label[language]}</th><td>{one.files}</td><td>{one.drawn}</td></tr>))}</tbody>
          </table>
        </>
      ) : null}
      {chair && props.files.length > 0 ? <FileTable {...props} linked={false} /> : null}
      {chair && props.files.length > 0 && state !== 'closed' ? <RecuseForm frame={frame} session={session} files={props.files} chair={chair} /> : null}
      {(chair || liaison) && session.drawnAt !== null ? (
        <>
          <h2>{own.caption_}</h2>
          <OutcomeTable language={language} outcomes={outcomes} codes={codes} liaison={!chair} />
          {chair && outcomes.some((one) => one.sentAt === null) ? <StepButton frame={frame} to={outcomePaths.send(session.id)} label={own.send} hint={own.sendHint(answerDays)} /> : null}
          {chair ? <OutcomeCounts language={language} outcomes={outcomes} pairs={chair.pairs} /> : null}
        </>
      ) : null}
    </StaffLayout>
  );
}

function ReviewerPart(props: ShowProps & { hasSeat: boolean }) {
  const { frame, session, state, files, hasSeat } = props;
  const words = sessionWords[frame.language];
  if (state === 'closed') return <p>{words.over}</p>;
  if (!hasSeat) return <p>{words.noSeat} <a href={localized(frame.language, reviewerPaths.oath)}>{words.toOath}</a></p>;
  if (session.drawnAt === null) return <p>{words.notDrawn}</p>;
  return state === 'open' && files.length > 0 ? <FileTable {...props} linked /> : <p>{words.notOpen}</p>;
}

function FileTable({ frame: { language }, files, codes, linked }: ShowProps & { linked: boolean }) {
  const words = sessionWords[language];
  const progress = (one: FileLine) => (one.settled ? 'settled' : one.handed === 2 ? 'both' : one.handed === 1 ? 'half' : one.begun === 2 ? 'two' : one.begun === 1 ? 'one' : 'none');
  return (
    <>
      <h2>{words.files}</h2>
      <table class="stack">
        <caption>{words.filesCaption}</caption>
        <thead><tr>{words.fileHeader.filter((_, index) => linked || index !== 2).map((one) => <th scope="col">{one}</th>)}</tr></thead>
        <tbody>
          {files.map((one) => (
            <tr>
              <th scope="row" class="n">{linked ? <a href={localized(language, filePaths.show(one.id))}>{one.pseudonym}</a> : one.pseudonym}</th>
              <td data-label={words.fileHeader[1]}>{labelOf(codes, one.code, language)}</td>
              {linked ? <td data-label={words.fileHeader[2]}>{words.own[one.own]}</td> : null}
              <td data-label={words.fileHeader[3]}>{words.progress[progress(one)]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Seats({ frame, session, chair, today, state }: { frame: PageFrame; session: Session; chair: ChairPart; today: string; state: SessionState }) {
  const { language } = frame;
  const [words, own] = [sessionWords[language], reviewerWords[language]];
  const shown = chair.reviewers.filter((one) => one.leftOn === null || chair.seated.some(({ reviewer }) => reviewer === one.id));
  return (
    <>
      <h2>{words.seats}</h2>
      {shown.length === 0 ? <p>{words.noReviewers} <a href={localized(language, reviewerPaths.list)}>{own.title}</a></p> : (
        <table class="stack">
          <caption>{words.seatCaption}</caption>
          <thead><tr>{words.seatHeader.map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>
            {shown.map((one) => {
              const sits = chair.seated.some(({ reviewer }) => reviewer === one.id);
              const can = sits ? state === 'planned' || state === 'drawn' : state !== 'closed';
              return (
                <tr>
                  <th scope="row">{nameOf(chair.candidates, one, own.unknown)}<br /><span class="hint">{own.states[stateOfSeat(one, today)]}</span></th>
                  <td data-label={words.seatHeader[1]}>{sits ? words.seatIn : words.seatOut}</td>
                  <td data-label={can ? words.seatHeader[2] : undefined}>{can ? (
                    <form method="post" action={localized(language, sessionPaths.seat(session.id))}>
                      <Csrf frame={frame} />
                      <input type="hidden" name="reviewer" value={one.id} />
                      <button class="button quiet" type="submit" name="do" value={sits ? 'remove' : 'add'} aria-label={`${sits ? words.seatRemove : words.seatAdd}${colon(language)}${nameOf(chair.candidates, one, own.unknown)}`}>{sits ? words.seatRemove : words.seatAdd}</button>
                    </form>
                  ) : null}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}

function RecuseForm({ frame, session, files, chair }: { frame: PageFrame; session: Session; files: readonly FileLine[]; chair: ChairPart }) {
  const { language } = frame;
  const [words, own] = [sessionWords[language], reviewerWords[language]];
  const who = chair.reviewers.filter((one) => chair.seated.some(({ reviewer }) => reviewer === one.id));
  return (
    <details class="panel">
      <summary>{words.recuse}</summary>
      <p>{words.recuseHint}</p>
      <Form frame={frame} action={localized(language, sessionPaths.recuse(session.id))} submit={words.recuseDo}>
        <Select name="file" label={words.recuseFile} empty={words.choose} options={files.map(({ id, pseudonym }) => ({ value: id, label: pseudonym }))} />
        <Select name="account" label={words.recuseWho} empty={words.choose} options={[...who.filter((one) => one.account !== chair.own).map((one) => ({ value: one.account, label: nameOf(chair.candidates, one, own.unknown) })), { value: chair.own, label: words.recuseSelf }]} />
      </Form>
    </details>
  );
}
