import { initialResponse } from '#app/methods/questionnaire/initial.ts';
import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, conflicting, gone, invalid, type Markup, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { formatMoment } from '#app/ui/format.ts';
import { localized } from '#app/ui/page-frame.ts';
import { findVersion, insertVersion, listDecided } from '../instrument/queries.ts';
import { monthsOf } from '../instrument/rules.ts';
import type { Version } from '../instrument/shelf.ts';
import { writing } from '../paths.ts';
import { alertPaths } from '../safety-alert/paths.ts';
import { keepAnswers } from './actions.ts';
import { answersOf, fields, revisionOf, wishOf } from './form-fields.ts';
import { type Conflict, type Draft, FormPage } from './form-page.tsx';
import { assessmentPaths } from './paths.ts';
import { type Assessment, beginAssessment, readAssessment } from './queries.ts';
import { idIn, listOffered, nameIn, readerOf } from './reader.ts';
import type { Framing } from './routes.tsx';
import { differing } from './rules.ts';
import { typedIn, TypedPage } from './typed-page.tsx';
import { assessmentWords } from './words.ts';

const largestForm = 1_000_000;
type Drawn = { readonly person: string; readonly version: Version; readonly draft: Draft; readonly action: string; readonly saved?: string | undefined; readonly alert?: string | undefined; readonly conflict?: Conflict | undefined };

/** Filling in a form: one page that is saved at any time. Nothing is kept before the first save. */
export function formRoutes(frame: Framing): Route[] {
  return [
    { method: 'GET', path: assessmentPaths.begin(':id', ':instrument'), may: writing, audit: 'access.begin-assessment', handle: begin },
    { method: 'POST', path: assessmentPaths.begin(':id', ':instrument'), may: writing, audit: 'access.write-assessment', maxBody: largestForm, handle: async (visit) => orTyped(visit, await postBegun(visit)) },
    { method: 'GET', path: assessmentPaths.edit(':id', ':assessment'), may: writing, audit: 'access.edit-assessment', handle: edit },
    { method: 'POST', path: assessmentPaths.edit(':id', ':assessment'), may: writing, audit: 'access.write-assessment', maxBody: largestForm, handle: async (visit) => orTyped(visit, await withOwn(visit, async (kept, version) => await keep(visit, kept, version))) },
  ];

  async function draw(visit: Visit, drawn: Drawn): Promise<Markup> {
    const bad = drawn.draft.issues.length > 0;
    return <FormPage frame={frame(visit, drawn.version.title[visit.language], bad)} name={await nameIn(visit, drawn.person)} timeZone={visit.timeZone} {...drawn} />;
  }

  /**
   * A form that can be saved no more (the person withheld it, the work with her ended) is answered with what was typed, once, to whoever typed it: the text
   * comes from her own post and from nowhere else, and the answer is the same for a person who does not exist.
   */
  function orTyped(visit: Visit, answer: Answer): Answer {
    const typed = answer === notFound ? typedIn(visit.form, visit.language, visit.timeZone) : [];
    return typed.length > 0 ? gone(<TypedPage frame={frame(visit, assessmentWords[visit.language].lostTitle)} typed={typed} />) : answer;
  }

  async function begin(visit: Visit): Promise<Answer> {
    const reader = await readerOf(visit);
    const version = reader && (await listOffered(visit, reader)).find((one) => one.id === visit.params.instrument);
    if (!reader || !version) return notFound;
    const draft = { id: newId(), revision: 0, response: initialResponse(version.compiled), issues: [], blanks: new Map() };
    return page(await draw(visit, { person: reader.id, version, draft, action: assessmentPaths.begin(reader.id, version.id) }));
  }

  /** The first save begins the assessment under the id that the form brought, so that sending it twice makes one. */
  async function postBegun(visit: Visit): Promise<Answer> {
    const reader = await readerOf(visit);
    const offered = reader && (await listOffered(visit, reader)).find((one) => one.id === visit.params.instrument);
    const id = visit.form.text(fields.id);
    if (!reader || !offered || !isId(id)) return notFound;
    // A form that was drawn before the program learned a newer version is kept with the version that was drawn.
    const drawn = visit.form.text(fields.hash) === offered.hash ? undefined : await findVersion(visit, visit.form.text(fields.hash));
    const version = drawn?.id === offered.id ? drawn : offered;
    await insertVersion(visit, version);
    if (!(await beginAssessment(visit, { id, person: reader.id, instrument: version.id, hash: version.hash, byPerson: false, language: visit.language }))) return notFound;
    const kept = await readAssessment(visit, id);
    const pinned = kept ? await findVersion(visit, kept.hash) : undefined;
    return kept && pinned ? await keep(visit, kept, pinned) : notFound;
  }

  async function edit(visit: Visit): Promise<Answer> {
    return await withOwn(visit, async (kept, version) => {
      if (kept.state !== 'unfinished') return redirect(localized(visit.language, assessmentPaths.show(kept.person, kept.id)));
      const draft = { id: kept.id, revision: kept.revision, response: kept.response, issues: [], blanks: new Map() };
      const saved = visit.query.get('done') === 'saved' ? assessmentWords[visit.language].saved(formatMoment(visit.language, kept.savedAt, visit.timeZone)) : undefined;
      return page(await draw(visit, { person: kept.person, version, draft, action: assessmentPaths.edit(kept.person, kept.id), saved, alert: kept.alert ? alertPaths.show(kept.person, kept.alert) : undefined }));
    });
  }

  /** An assessment that the reader's agency began, for whoever may go on with it. */
  async function withOwn(visit: Visit, work: (kept: Assessment, version: Version) => Promise<Answer>): Promise<Answer> {
    const [reader, id] = [await readerOf(visit), idIn(visit, 'assessment')];
    const kept = reader && id ? await readAssessment(visit, id) : undefined;
    const version = kept ? await findVersion(visit, kept.hash) : undefined;
    return reader && kept?.writes && kept.person === reader.id && version ? await work(kept, version) : notFound;
  }

  async function keep(visit: Visit, kept: Assessment, version: Version): Promise<Answer> {
    const { response, blanks, rowsChanged } = answersOf(version.compiled, visit.form, kept.response, visit.timeZone);
    const revision = revisionOf(visit.form);
    const wish = rowsChanged ? 'save' : wishOf(visit.form);
    const months = monthsOf(version, await listDecided(visit));
    const done = await keepAnswers(visit, kept, { version, revision, response, wish, months, language: visit.language });
    const action = assessmentPaths.edit(kept.person, kept.id);
    const [alert] = done.alerts;
    const to = (path: string) => redirect(localized(visit.language, path));
    if (done.outcome === 'refused') return notFound;
    const differences = done.outcome === 'conflict' ? differing(version.compiled, kept.response, response) : [];
    if (done.outcome === 'conflict' && differences.length > 0) {
      const conflict = { finished: kept.state !== 'unfinished', response: kept.response, who: kept.savedBy, at: kept.savedAt, differing: differences };
      const draft = { id: conflict.finished ? newId() : kept.id, revision: conflict.finished ? 0 : kept.revision, response, issues: [], blanks };
      return conflicting(await draw(visit, { person: kept.person, version, draft, action: conflict.finished ? assessmentPaths.begin(kept.person, version.id) : action, conflict, alert: alert ? alertPaths.show(kept.person, alert) : undefined }));
    }
    if (alert) return to(alertPaths.show(kept.person, alert));
    if (done.finished || kept.state !== 'unfinished') return to(assessmentPaths.show(kept.person, kept.id));
    if (done.issues.length > 0) return invalid(await draw(visit, { person: kept.person, version, draft: { id: kept.id, revision: revision + 1, response, issues: done.issues, blanks }, action, saved: assessmentWords[visit.language].saved(formatMoment(visit.language, visit.now, visit.timeZone)) }));
    if (rowsChanged) return page(await draw(visit, { person: kept.person, version, draft: { id: kept.id, revision: revision + 1, response, issues: [], blanks }, action }));
    return to(`${action}?done=saved`);
  }
}
