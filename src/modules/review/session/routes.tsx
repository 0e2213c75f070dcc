import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { chair, seats } from '../seats.ts';
import { planSession } from './actions.ts';
import { readPlan } from './input.ts';
import { PlanPage, SessionListPage } from './list-page.tsx';
import { sessionPaths } from './paths.ts';
import { listSessions } from './queries.ts';
import { sessionWords } from './words.ts';

/** Sessions: planned by the chair, drawn by the police liaison, read by their reviewers in their hours. */
export function sessionRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, hasErrors = false) => frameOf(visit, site(), { title, current: 'review-sessions', hasErrors });
  return [
    { method: 'GET', path: sessionPaths.list, may: seats, audit: 'review.list-sessions', handle: async (visit) =>
      page(<SessionListPage frame={frame(visit, sessionWords[visit.language].title)} sessions={await listSessions(visit)} plans={hasRole(visit, 'review-chair')} now={visit.now} />) },
    { method: 'GET', path: sessionPaths.plan, may: chair, audit: 'none', handle: async (visit) => page(<PlanPage frame={frame(visit, sessionWords[visit.language].plan)} typed={emptyForm} />) },
    { method: 'POST', path: sessionPaths.plan, may: chair, audit: 'review.plan-session', handle: postPlan },
  ];

  async function postPlan(visit: Visit): Promise<Answer> {
    const read = readPlan(visit.form, visit, visit.language);
    if (read.errors) return invalid(<PlanPage frame={frame(visit, sessionWords[visit.language].plan, true)} typed={visit.form} errors={read.errors} />);
    const id = await planSession(visit, read.value);
    visit.about('session', id);
    return redirect(localized(visit.language, sessionPaths.list));
  }
}
