import { type Obligation, ObligationTable, standingOf } from '#app/modules/commitment/index.ts';
import type { Priority } from '#app/modules/plan/index.ts';
import { Thread, type ThreadStep } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Body } from '../body/queries.ts';
import { bodyWords } from '../body/words.ts';
import { governancePaths } from '../paths.ts';
import type { Seat } from '../seat/queries.ts';
import { SeatTable } from '../seat/seat-forms.tsx';
import { leadershipWords } from './words.ts';

export type Chain = { readonly priority: Priority; readonly steps: readonly ThreadStep[] };
type Props = { frame: PageFrame; at: { now: Date; today: string }; open: readonly Obligation[]; kept: readonly Obligation[]; bodies: readonly Body[]; chains: readonly Chain[]; seats: readonly Seat[] };

/** What was promised, by whom, what is late, which issue led to what, which seat stands empty. */
export function LeadershipPage({ frame, at, open, kept, bodies, chains, seats }: Props) {
  const { language } = frame;
  const words = leadershipWords[language];
  const isLate = (one: Obligation) => standingOf(one.course, at.now, at.today).kind === 'late';
  const late = open.filter(isLate);
  const toDecide = open.filter((one) => one.kind === 'decide');
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p>{words.summary(open.length, late.length, kept.length)} <a href={localized(language, '/commitment/obligations')}>{words.all}</a></p>
      <section class="band"><h2>{words.decide}</h2>{toDecide.length === 0 ? <p>{words.nothingToDecide}</p> : <ObligationTable language={language} at={at} obligations={toDecide} bodies={bodies} />}</section>
      <section class="band"><h2>{words.late}</h2>{late.length === 0 ? <p>{words.nothingLate}</p> : <ObligationTable language={language} at={at} obligations={late} bodies={bodies} />}</section>
      <section class="band">
        <h2>{words.tables}</h2>
        <table class="stack">
          <caption class="hidden-text">{words.tables}</caption>
          <thead><tr><th scope="col">{words.table}</th><th scope="col">{words.open}</th><th scope="col">{words.lateCount}</th><th scope="col">{words.next}</th><th scope="col">{words.kept}</th></tr></thead>
          <tbody>
            {bodies.filter((body) => body.kind === 'action-table' || body.kind === 'leadership-group').map((body) => {
              const own = open.filter((one) => one.owedBy.body === body.slug);
              const next = own.find((one) => !isLate(one));
              return (
                <tr>
                  <th scope="row"><a href={localized(language, governancePaths.body(body.slug))}>{body.name[language]}</a><br /><span class="small">{bodyWords[language].states[body.state]}</span></th>
                  <td data-label={words.open} class="n">{own.length}</td>
                  <td data-label={words.lateCount} class="n">{own.filter(isLate).length > 0 ? <span class="state late">{own.filter(isLate).length}</span> : 0}</td>
                  <td data-label={words.next}>{next ? formatDate(language, next.due) : words.none}</td>
                  <td data-label={words.kept} class="n">{kept.filter((one) => one.owedBy.body === body.slug).length}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <section class="band">
        <h2>{words.chains}</h2>
        {chains.length === 0 ? <p>{words.chainsNone}</p> : chains.map(({ priority, steps }) => <section><h3><a href={localized(language, governancePaths.priority(priority.slug))}>{priority.title[language]}</a></h3><Thread steps={steps} /></section>)}
      </section>
      {seats.length > 0 ? <section class="band"><h2>{words.seats}</h2><SeatTable language={language} seats={seats} /></section> : null}
    </StaffLayout>
  );
}
