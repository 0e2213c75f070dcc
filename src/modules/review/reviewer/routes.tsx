import { addMonths } from '#app/modules/commitment/index.ts';
import { isId, newId } from '#app/platform/db/id.ts';
import { accountOf } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { chair, reviewers } from '../seats.ts';
import { readFacts } from './input.ts';
import { KeepPage, nameOf, OathPage, ReviewerListPage } from './pages.tsx';
import { reviewerPaths } from './paths.ts';
import { findOwn, insertOath, insertReviewer, listCandidates, listReviewers, type Reviewer, updateReviewer } from './queries.ts';
import { reviewerWords } from './words.ts';

/** Which wording of the oath was signed; a change of the words is a new one. */
const wording = '1';

/** Seats: the chair keeps them; a reviewer signs her own oath. */
export function reviewerRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: reviewerPaths.list, may: chair, audit: 'review.list-reviewers', handle: async (visit) => page(await listPage(visit)) },
    { method: 'POST', path: reviewerPaths.list, may: chair, audit: 'review.give-seat', handle: postSeat },
    { method: 'GET', path: reviewerPaths.keep(':id'), may: chair, audit: 'review.read-reviewer', handle: async (visit) => await withReviewer(visit, async (one) => page(await keepPage(visit, one))) },
    { method: 'POST', path: reviewerPaths.keep(':id'), may: chair, audit: 'review.keep-reviewer', handle: async (visit) => await withReviewer(visit, async (one) => await postKeep(visit, one)) },
    { method: 'GET', path: reviewerPaths.oath, may: reviewers, audit: 'none', handle: async (visit) => page(await oathPage(visit)) },
    { method: 'POST', path: reviewerPaths.oath, may: reviewers, audit: 'review.sign-oath', handle: postOath },
  ];

  function frame(visit: Visit, title: string, current: string, errors?: FieldErrors) {
    return frameOf(visit, site(), { title, current, hasErrors: errors !== undefined });
  }

  async function listPage(visit: Visit, errors?: FieldErrors) {
    return <ReviewerListPage frame={frame(visit, reviewerWords[visit.language].title, 'reviewers', errors)} reviewers={await listReviewers(visit)} candidates={await listCandidates(visit)} today={visit.today} own={accountOf(visit)} errors={errors} />;
  }

  async function postSeat(visit: Visit): Promise<Answer> {
    const account = visit.form.text('account');
    const known = (await listCandidates(visit)).some((one) => one.account === account) && account !== accountOf(visit);
    if (!known) return invalid(await listPage(visit, { account: reviewerWords[visit.language].chooseOne }));
    const id = newId();
    if (!(await insertReviewer(visit, id, account))) return problem('conflict');
    visit.about('reviewer', id);
    return redirect(localized(visit.language, reviewerPaths.keep(id)));
  }

  async function withReviewer(visit: Visit, then: (one: Reviewer) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const one = isId(id) ? (await listReviewers(visit)).find((each) => each.id === id) : undefined;
    if (!one || one.account === accountOf(visit)) return notFound;
    visit.about('reviewer', one.id);
    return await then(one);
  }

  async function keepPage(visit: Visit, reviewer: Reviewer, errors?: FieldErrors) {
    const name = nameOf(await listCandidates(visit), reviewer, reviewerWords[visit.language].unknown);
    return <KeepPage frame={frame(visit, name, 'reviewers', errors)} reviewer={reviewer} name={name} typed={errors ? visit.form : emptyForm} errors={errors} />;
  }

  async function postKeep(visit: Visit, reviewer: Reviewer): Promise<Answer> {
    const read = readFacts(visit.form, visit.language, visit.today);
    if (read.errors) return invalid(await keepPage(visit, reviewer, read.errors));
    if (!(await updateReviewer(visit, reviewer.id, read.value))) return notFound;
    return redirect(localized(visit.language, reviewerPaths.list));
  }

  async function oathPage(visit: Visit, errors?: FieldErrors) {
    return <OathPage frame={frame(visit, reviewerWords[visit.language].oath, 'oath', errors)} reviewer={await findOwn(visit)} today={visit.today} errors={errors} />;
  }

  async function postOath(visit: Visit): Promise<Answer> {
    const own = await findOwn(visit);
    if (!own || own.leftOn !== null) return notFound;
    if (visit.form.text('agree') !== 'yes') return invalid(await oathPage(visit, { agree: reviewerWords[visit.language].agreeFirst }));
    await insertOath(visit, newId(), own.id, wording, addMonths(visit.today, 12));
    visit.about('reviewer', own.id);
    return redirect(localized(visit.language, reviewerPaths.oath));
  }
}
