import { isId, newId } from '#app/platform/db/id.ts';
import { accountOf, hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { listOutcomes, listPairs } from '../outcome/queries.ts';
import { declareRecusal, listCandidates, listReviewers } from '../reviewer/queries.ts';
import { chair, liaison, seats } from '../seats.ts';
import { drawSession, planSession } from './actions.ts';
import { CountsPage, SheetPage } from './counts-page.tsx';
import { readCounts, readPlan } from './input.ts';
import { PlanPage, SessionListPage } from './list-page.tsx';
import { sessionPaths } from './paths.ts';
import { deleteSeated, findSession, hasSeat, insertSeated, listCodes, listFiles, listSeated, listSessions, listSheet, listStrata, type Session } from './queries.ts';
import { stateOf } from './rules.ts';
import { SessionPage } from './show-page.tsx';
import { sessionWords } from './words.ts';

/** Sessions: planned by the chair, drawn by the police liaison, read by their reviewers in their hours. */
export function sessionRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'review-sessions', hasErrors: errors !== undefined });
  return [
    { method: 'GET', path: sessionPaths.list, may: seats, audit: 'review.list-sessions', handle: async (visit) =>
      page(<SessionListPage frame={frame(visit, sessionWords[visit.language].title)} sessions={await listSessions(visit)} plans={hasRole(visit, 'review-chair')} now={visit.now} />) },
    { method: 'GET', path: sessionPaths.plan, may: chair, audit: 'none', handle: async (visit) => page(<PlanPage frame={frame(visit, sessionWords[visit.language].plan)} typed={emptyForm} />) },
    { method: 'POST', path: sessionPaths.plan, may: chair, audit: 'review.plan-session', handle: postPlan },
    { method: 'GET', path: sessionPaths.show(':id'), may: seats, audit: 'review.read-session', handle: async (visit) => await withSession(visit, async (session) => page(await showPage(visit, session))) },
    { method: 'GET', path: sessionPaths.counts(':id'), may: liaison, audit: 'none', handle: async (visit) => await withSession(visit, async (session) => (open(visit, session) ? page(await countsPage(visit, session)) : notFound)) },
    { method: 'POST', path: sessionPaths.counts(':id'), may: liaison, audit: 'review.draw-session', handle: async (visit) => await withSession(visit, async (session) => (open(visit, session) ? await postCounts(visit, session) : problem('conflict'))) },
    { method: 'GET', path: sessionPaths.sheet(':id'), may: liaison, audit: 'review.read-sheet', handle: async (visit) => await withSession(visit, async (session) =>
      page(<SheetPage frame={frame(visit, sessionWords[visit.language].sheet)} session={session} codes={await listCodes(visit, session.periodUntil)} lines={await listSheet(visit, session.id)} />)) },
    { method: 'POST', path: sessionPaths.seat(':id'), may: chair, audit: 'review.change-seats', handle: async (visit) => await withSession(visit, async (session) => await postSeat(visit, session)) },
    { method: 'POST', path: sessionPaths.recuse(':id'), may: chair, audit: 'none', handle: async (visit) => await withSession(visit, async (session) => await postRecusal(visit, session)) },
  ];

  function open(visit: Visit, session: Session): boolean {
    return session.drawnAt === null && visit.now < session.closesAt;
  }

  async function postPlan(visit: Visit): Promise<Answer> {
    const read = readPlan(visit.form, visit, visit.language);
    if (read.errors) return invalid(<PlanPage frame={frame(visit, sessionWords[visit.language].plan, read.errors)} typed={visit.form} errors={read.errors} />);
    const id = await planSession(visit, read.value);
    visit.about('review-session', id);
    return redirect(localized(visit.language, sessionPaths.show(id)));
  }

  async function withSession(visit: Visit, then: (session: Session) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const session = isId(id) ? await findSession(visit, id) : undefined;
    if (!session) return notFound;
    visit.about('review-session', session.id);
    return await then(session);
  }

  async function showPage(visit: Visit, session: Session) {
    const [leads, answers] = [hasRole(visit, 'review-chair'), hasRole(visit, 'police-liaison')];
    const account = accountOf(visit);
    const reviewers = await listReviewers(visit);
    const seated = await listSeated(visit, session.id);
    return (
      <SessionPage frame={frame(visit, sessionWords[visit.language].session)} session={session} state={stateOf(session, visit.now)} today={visit.today} liaison={answers}
        codes={await listCodes(visit, session.periodUntil)} strata={await listStrata(visit, session.id)} files={await listFiles(visit, session.id)} outcomes={leads || answers ? await listOutcomes(visit, session.id) : []}
        done={visit.query.has('done') ? { what: visit.query.get('done') ?? '', n: Number(visit.query.get('n') ?? 0) } : undefined}
        chair={leads ? { reviewers, candidates: await listCandidates(visit), seated, pairs: await listPairs(visit, session.id), own: account ?? '' } : undefined}
        reviewer={hasRole(visit, 'case-reviewer') ? { hasSeat: await hasSeat(visit), sits: seated.some((one) => one.account === account) } : undefined} />
    );
  }

  async function countsPage(visit: Visit, session: Session, errors?: FieldErrors) {
    return <CountsPage frame={frame(visit, sessionWords[visit.language].counts, errors)} session={session} codes={await listCodes(visit, session.periodUntil)} typed={errors ? visit.form : emptyForm} errors={errors} />;
  }

  async function postCounts(visit: Visit, session: Session): Promise<Answer> {
    const read = readCounts(visit.form, await listCodes(visit, session.periodUntil), visit.language);
    if (read.errors) return invalid(await countsPage(visit, session, read.errors));
    if (!(await drawSession(visit, session, read.value))) return problem('conflict');
    return redirect(localized(visit.language, sessionPaths.sheet(session.id)));
  }

  async function postSeat(visit: Visit, session: Session): Promise<Answer> {
    const reviewer = (await listReviewers(visit)).find(({ id }) => id === visit.form.text('reviewer'));
    const state = stateOf(session, visit.now);
    if (!reviewer) return notFound;
    if (visit.form.text('do') === 'remove') {
      if (state === 'open' || state === 'closed') return problem('conflict');
      await deleteSeated(visit, session.id, reviewer.id);
    } else {
      if (state === 'closed') return problem('conflict');
      await insertSeated(visit, session.id, reviewer.id);
    }
    return redirect(localized(visit.language, sessionPaths.show(session.id)));
  }

  /** The chair takes somebody out of a file; the function that does it writes the audit line. */
  async function postRecusal(visit: Visit, session: Session): Promise<Answer> {
    const [file, account] = [visit.form.text('file'), visit.form.text('account')];
    const known = (await listFiles(visit, session.id)).some(({ id }) => id === file);
    if (!known || !isId(account) || !(await declareRecusal(visit, newId(), file, account))) return notFound;
    return redirect(`${localized(visit.language, sessionPaths.show(session.id))}?done=${account === accountOf(visit) ? 'left' : 'recused'}`);
  }
}
