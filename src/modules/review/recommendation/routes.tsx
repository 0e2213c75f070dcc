import { questionText } from '#app/methods/questionnaire/answer-text.ts';
import { isId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { checklistForm } from '../checklist/questionnaire.ts';
import { chair, followers, linkers, seats } from '../seats.ts';
import { hasSeat } from '../session/queries.ts';
import { listCourses } from '../training/queries.ts';
import { recommend, takeStep } from './actions.ts';
import { linkCourse, listLinkedCourses, unlinkCourse } from './course-queries.ts';
import { sharesAround } from './effect.ts';
import { readRecommendation, readStep } from './input.ts';
import { AddPage, RecommendationListPage, RecommendationPage } from './pages.tsx';
import { recommendationPaths } from './paths.ts';
import { findRecommendation, listAnswers, listPublic, listStanding, listSteps, type Recommendation, type Taken } from './queries.ts';
import { following, isVerification, type Step } from './rules.ts';
import { recommendationWords } from './words.ts';

/** Recommendations: made by the chair, answered by whom they go to, verified by the committee. */
export function recommendationRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: recommendationPaths.list, may: followers, audit: 'none', handle: async (visit) =>
      page(<RecommendationListPage frame={frame(visit, recommendationWords[visit.language].title)} recommendations={await listPublic(visit)} adds={hasRole(visit, 'review-chair')} />) },
    { method: 'GET', path: recommendationPaths.add, may: chair, audit: 'none', handle: async (visit) => page(addPage(visit)) },
    { method: 'POST', path: recommendationPaths.add, may: chair, audit: 'review.recommend', handle: postAdd },
    { method: 'GET', path: recommendationPaths.show(':id'), may: followers, audit: 'review.read-recommendation', handle: async (visit) => await withOne(visit, async (one) => page(await showPage(visit, one))) },
    { method: 'POST', path: recommendationPaths.show(':id'), may: seats, audit: 'review.take-recommendation-step', handle: async (visit) => await withOne(visit, async (one) => await postStep(visit, one)) },
    { method: 'POST', path: recommendationPaths.courses(':id'), may: linkers, audit: 'review.link-course', handle: async (visit) => await withOne(visit, async (one) => await postCourse(visit, one)) },
  ];

  function frame(visit: Visit, title: string, errors?: FieldErrors) {
    return frameOf(visit, site(), { title, current: 'recommendations', hasErrors: errors !== undefined });
  }

  function questionsIn(visit: Visit) {
    return checklistForm.all.filter((item) => item.options.list.length > 0).map(({ linkId }) => ({ linkId, text: questionText(checklistForm, linkId, visit.language) }));
  }

  function addPage(visit: Visit, errors?: FieldErrors) {
    return <AddPage frame={frame(visit, recommendationWords[visit.language].add, errors)} questions={questionsIn(visit)} typed={errors ? visit.form : emptyForm} errors={errors} />;
  }

  async function postAdd(visit: Visit): Promise<Answer> {
    const read = readRecommendation(visit.form, visit.language, visit.today, questionsIn(visit).map(({ linkId }) => linkId));
    if (read.errors) return invalid(addPage(visit, read.errors));
    const id = await recommend(visit, read.value);
    visit.about('recommendation', id);
    return redirect(localized(visit.language, recommendationPaths.show(id)));
  }

  async function withOne(visit: Visit, then: (one: Recommendation) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const one = isId(id) ? await findRecommendation(visit, id) : undefined;
    if (!one) return notFound;
    visit.about('recommendation', one.id);
    return await then(one);
  }

  /** The steps that whoever looks may take now; nobody verifies what she reported herself. */
  async function openSteps(visit: Visit, one: Recommendation, taken: readonly Taken[]): Promise<readonly Step[]> {
    const answers = one.addressee === 'police' ? hasRole(visit, 'police-liaison') : hasRole(visit, 'review-chair');
    const verifies = !hasRole(visit, 'police-liaison') && (hasRole(visit, 'review-chair') || (await hasSeat(visit))) && taken.at(-1)?.own !== true;
    return following(one.state).filter((step) => (isVerification(step) ? verifies : answers));
  }

  async function coursesOf(visit: Visit, one: Recommendation, error?: string) {
    const linked = await listLinkedCourses(visit, one.id);
    const offered = linkers.roles.some((role) => hasRole(visit, role)) ? (await listCourses(visit)).filter(({ id }) => !linked.some((known) => known.id === id)) : undefined;
    return { linked, offered, error };
  }

  async function postCourse(visit: Visit, one: Recommendation): Promise<Answer> {
    const { linked, offered = [] } = await coursesOf(visit, one);
    const named = (list: readonly { id: string }[]) => list.find(({ id }) => id === visit.form.text('course'))?.id;
    const [taken, added] = [visit.form.text('do') === 'unlink' ? named(linked) : undefined, named(offered)];
    if (taken !== undefined) await unlinkCourse(visit, one.id, taken);
    else if (added !== undefined) await linkCourse(visit, one.id, added);
    else return invalid(await showPage(visit, one, undefined, recommendationWords[visit.language].noCourse));
    return redirect(localized(visit.language, recommendationPaths.show(one.id)));
  }

  async function showPage(visit: Visit, one: Recommendation, errors?: FieldErrors, courseError?: string) {
    const seated = seats.roles.some((role) => hasRole(visit, role));
    const taken = seated ? await listSteps(visit, one.id) : await listStanding(visit, one.id);
    const effect = one.question === null || !hasRole(visit, 'review-chair') ? undefined : sharesAround(await listAnswers(visit, one.id), one.question, one.madeOn);
    return (
      <RecommendationPage frame={frame(visit, one.title[visit.language], errors)} one={one} courses={await coursesOf(visit, one, courseError)} seated={seated} taken={taken} open={seated ? await openSteps(visit, one, taken) : []} ownReport={one.state === 'reported-done' && taken.at(-1)?.own === true}
        question={one.question === null ? undefined : questionText(checklistForm, one.question, visit.language)} effect={effect} typed={errors ? visit.form : emptyForm} errors={errors} />
    );
  }

  async function postStep(visit: Visit, one: Recommendation): Promise<Answer> {
    const taken = await listSteps(visit, one.id);
    const open = await openSteps(visit, one, taken);
    if (open.length === 0) return notFound;
    const read = readStep(visit.form, visit.language, open);
    if (read.errors) return invalid(await showPage(visit, one, read.errors));
    await takeStep(visit, one, taken.length + 1, read.value.step, read.value.evidence);
    return redirect(localized(visit.language, recommendationPaths.show(one.id)));
  }
}
