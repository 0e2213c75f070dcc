import { isId, newId } from '#app/platform/db/id.ts';
import { accountOf } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { settleWhereAgreed } from '../outcome/actions.ts';
import { reviewerPaths } from '../reviewer/paths.ts';
import { declareRecusal } from '../reviewer/queries.ts';
import { reviewers } from '../seats.ts';
import { sessionPaths } from '../session/paths.ts';
import { hasSeat, listCodes, listFiles } from '../session/queries.ts';
import { readChecklist } from './input.ts';
import { ChecklistPage, FilePage } from './pages.tsx';
import { filePaths } from './paths.ts';
import { checklistVersion } from './questionnaire.ts';
import { type Checklist, findFile, insertChecklist, listChecklists, type ReviewFile, updateChecklist } from './queries.ts';
import { checklistWords } from './words.ts';

/** A file in the hours of its session: its reviewers' checklists, and the way out of it. */
export function checklistRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: filePaths.show(':id'), may: reviewers, audit: 'review.read-file', handle: async (visit) => await withFile(visit, async (file) => await show(visit, file)) },
    { method: 'POST', path: filePaths.show(':id'), may: reviewers, audit: 'review.write-checklist', handle: async (visit) => await withFile(visit, async (file) => await save(visit, file)) },
    { method: 'POST', path: filePaths.begin(':id'), may: reviewers, audit: 'review.begin-checklist', handle: async (visit) => await withFile(visit, async (file) => {
      await insertChecklist(visit, newId(), file.id, checklistVersion);
      return redirect(localized(visit.language, filePaths.show(file.id)));
    }) },
    { method: 'POST', path: reviewerPaths.recuse(':id'), may: reviewers, audit: 'none', handle: recuse },
  ];

  function frame(visit: Visit, file: ReviewFile, hasErrors = false) {
    return frameOf(visit, site(), { title: checklistWords[visit.language].file(file.pseudonym), current: 'review-sessions', hasErrors });
  }

  /** A file that is not there, that she left, or whose session is not open: one answer. Somebody who sees it only as chair or liaison has no checklist. */
  async function withFile(visit: Visit, then: (file: ReviewFile) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const file = isId(id) && (await hasSeat(visit)) ? await findFile(visit, id) : undefined;
    if (!file || !(await mine(visit, file))) return notFound;
    visit.about('review-file', file.id);
    return await then(file);
  }

  async function mine(visit: Visit, file: ReviewFile) {
    return (await listFiles(visit, file.session)).find((one) => one.id === file.id);
  }

  function own(checklists: readonly Checklist[], visit: Visit) {
    return checklists.find(({ account }) => account === accountOf(visit));
  }

  async function show(visit: Visit, file: ReviewFile): Promise<Answer> {
    const codes = await listCodes(visit, file.periodUntil);
    const kept = own(await listChecklists(visit, file.id), visit);
    if (kept && kept.handedInAt === null) return page(<ChecklistPage frame={frame(visit, file)} file={file} codes={codes} filled={kept} saved={visit.query.has('saved')} />);
    const progress = await mine(visit, file);
    const state = kept ? (progress?.handed === 2 ? 'both' : 'waiting') : progress && progress.begun >= 2 ? 'taken' : 'free';
    return page(<FilePage frame={frame(visit, file)} file={file} codes={codes} state={state} />);
  }

  async function save(visit: Visit, file: ReviewFile): Promise<Answer> {
    const kept = own(await listChecklists(visit, file.id), visit);
    if (!kept || kept.handedInAt !== null) return redirect(localized(visit.language, filePaths.show(file.id)));
    const codes = await listCodes(visit, file.periodUntil);
    const handIn = visit.form.text('do') === 'hand-in';
    const { value, issues, errors } = readChecklist(visit.form, file, codes.map(({ code }) => code), { language: visit.language, now: visit.now, handIn });
    if (issues.length > 0 || Object.keys(errors).length > 0)
      return invalid(<ChecklistPage frame={frame(visit, file, true)} file={file} codes={codes} filled={value} issues={issues} errors={errors} />);
    if (!(await updateChecklist(visit, kept.id, { ...value, version: checklistVersion, handIn }))) return notFound;
    if (handIn) await settleWhereAgreed(visit, file.id);
    return redirect(`${localized(visit.language, filePaths.show(file.id))}${handIn ? '' : '?saved=yes'}`);
  }

  /** Leaving a file for oneself; the function that does it writes the audit line. */
  async function recuse(visit: Visit): Promise<Answer> {
    const id = visit.params.id ?? '';
    const account = accountOf(visit);
    const file = isId(id) ? await findFile(visit, id) : undefined;
    if (!file || account === null || !(await declareRecusal(visit, newId(), file.id, account))) return notFound;
    return redirect(`${localized(visit.language, sessionPaths.show(file.session))}?done=left`);
  }
}
