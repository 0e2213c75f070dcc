import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { type Checklist, findFile, listChecklists, type ReviewFile } from '../checklist/queries.ts';
import { chair, liaison } from '../seats.ts';
import { sessionPaths } from '../session/paths.ts';
import { findSession, listCodes } from '../session/queries.ts';
import { answerOutcome, sendOutcomes, settleByDiscussion, settleWhereAgreed } from './actions.ts';
import { AnswerPage } from './answer-page.tsx';
import { ComparePage } from './compare-page.tsx';
import { readAnswer, readSettled } from './input.ts';
import { outcomePaths } from './paths.ts';
import { findOutcome, type Outcome } from './queries.ts';
import { outcomeWords } from './words.ts';

const settling = { roles: ['case-reviewer', 'review-chair'] } as const;

/** Outcomes: settled by two reviewers, sent by the chair, answered by the police. */
export function outcomeRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: outcomePaths.show(':id'), may: settling, audit: 'review.compare-checklists', handle: async (visit) => await withPair(visit, async (file, pair) => page(await comparePage(visit, file, pair))) },
    { method: 'POST', path: outcomePaths.show(':id'), may: settling, audit: 'review.settle-outcome', handle: async (visit) => await withPair(visit, async (file, pair) => await settle(visit, file, pair)) },
    { method: 'GET', path: outcomePaths.answer(':id'), may: liaison, audit: 'review.read-outcome', handle: async (visit) => await withOutcome(visit, async (file, outcome) => page(await answerPage(visit, file, outcome))) },
    { method: 'POST', path: outcomePaths.answer(':id'), may: liaison, audit: 'review.answer-outcome', handle: async (visit) => await withOutcome(visit, async (file, outcome) => await answer(visit, file, outcome)) },
    { method: 'POST', path: outcomePaths.send(':id'), may: chair, audit: 'review.send-outcomes', handle: send },
  ];

  function frame(visit: Visit, file: ReviewFile, hasErrors = false) {
    return frameOf(visit, site(), { title: outcomeWords[visit.language].title(file.pseudonym), current: 'review-sessions', hasErrors });
  }

  async function withPair(visit: Visit, then: (file: ReviewFile, pair: readonly [Checklist, Checklist]) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const file = isId(id) ? await findFile(visit, id) : undefined;
    const [first, second] = file ? (await listChecklists(visit, file.id)).filter((one) => one.handedInAt !== null) : [];
    if (!file || !first || !second) return notFound;
    visit.about('review-file', file.id);
    return await then(file, [first, second]);
  }

  async function comparePage(visit: Visit, file: ReviewFile, pair: readonly [Checklist, Checklist], errors?: FieldErrors) {
    return <ComparePage frame={frame(visit, file, errors !== undefined)} file={file} codes={await listCodes(visit, file.periodUntil)} pair={pair} outcome={await findOutcome(visit, file.id)} typed={errors ? visit.form : emptyForm} errors={errors} />;
  }

  async function settle(visit: Visit, file: ReviewFile, pair: readonly [Checklist, Checklist]): Promise<Answer> {
    const here = localized(visit.language, outcomePaths.show(file.id));
    // Two who handed in in the same moment could not see each other: what they agree on is recorded now.
    if ((await findOutcome(visit, file.id)) || (await settleWhereAgreed(visit, file.id))) return redirect(here);
    const codes = await listCodes(visit, file.periodUntil);
    const read = readSettled(visit.form, visit.language, codes.map(({ code }) => code), file.code);
    if (read.errors) return invalid(await comparePage(visit, file, pair, read.errors));
    await settleByDiscussion(visit, file.id, read.value);
    return redirect(here);
  }

  async function withOutcome(visit: Visit, then: (file: ReviewFile, outcome: Outcome) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const [file, outcome] = isId(id) ? [await findFile(visit, id), await findOutcome(visit, id)] : [];
    if (!file || !outcome) return notFound;
    visit.about('review-file', file.id);
    return await then(file, outcome);
  }

  async function answerPage(visit: Visit, file: ReviewFile, outcome: Outcome, errors?: FieldErrors) {
    return <AnswerPage frame={frame(visit, file, errors !== undefined)} file={file} outcome={outcome} codes={await listCodes(visit, file.periodUntil)} typed={errors ? visit.form : emptyForm} errors={errors} />;
  }

  async function answer(visit: Visit, file: ReviewFile, outcome: Outcome): Promise<Answer> {
    if (outcome.conclusion === 'agree' && !outcome.contact) return notFound;
    const codes = await listCodes(visit, file.periodUntil);
    const read = readAnswer(visit.form, visit.language, codes.map(({ code }) => code), file.code);
    if (read.errors) return invalid(await answerPage(visit, file, outcome, read.errors));
    if (!(await answerOutcome(visit, file.id, read.value))) return problem('conflict');
    return redirect(`${localized(visit.language, sessionPaths.show(file.session))}?done=answered`);
  }

  async function send(visit: Visit): Promise<Answer> {
    const id = visit.params.id ?? '';
    const session = isId(id) ? await findSession(visit, id) : undefined;
    if (!session) return notFound;
    visit.about('review-session', session.id);
    const sent = await sendOutcomes(visit, session.id);
    return redirect(`${localized(visit.language, sessionPaths.show(session.id))}?done=sent&n=${sent}`);
  }
}
