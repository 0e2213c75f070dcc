import { type Answer, conflicting, invalid, type Markup, page } from '#app/platform/http/answer.ts';
import { codeDoor } from '#app/platform/http/door.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { type Version, versionOf } from '../instrument/shelf.ts';
import { keepAnswers } from './actions.ts';
import { secretOf } from './code.ts';
import { CodePage, FillPage, MessagePage } from './fill-pages.tsx';
import { fillWords } from './fill-words.ts';
import { answersOf, fields, revisionOf, wishOf } from './form-fields.ts';
import { assessmentPaths } from './paths.ts';
import { type Linked, readLinked } from './queries.ts';
import { alarmingIn, differing } from './rules.ts';

const key = ({ form, query }: Pick<Visit, 'form' | 'query'>): string => form.text(fields.key) || query.get('key') || '';
const door = codeDoor({ limit: 'fill', max: 60 }, secretOf, key);
const largestForm = 1_000_000;

/** A form that the person fills in herself, by a code and without an account. Her name stands on no page. */
export function fillRoutes(site: SiteSource): Route[] {
  return [
    { ...door.behind, method: 'GET', path: assessmentPaths.fill, audit: 'none', handle: async (visit) => (visit.query.has('key') ? await withLinked(visit, open) : page(<CodePage frame={frame(visit)} typed="" />)) },
    { ...door.behind, method: 'POST', path: assessmentPaths.fill, audit: 'none', maxBody: largestForm, handle: async (visit) => await withLinked(visit, async (at, linked, version) => (at.form.has(fields.id) ? await keep(at, linked, version) : await open(at, linked, version))) },
  ];

  function frame(visit: Visit, hasErrors = false) {
    return frameOf(visit, site(), { title: fillWords[visit.language].title, unlisted: true, hasErrors });
  }

  async function withLinked(visit: Visit, work: (visit: Visit, linked: Linked, version: Version) => Promise<Answer>): Promise<Answer> {
    const linked = await door.open(visit, readLinked);
    if (linked) return await work(visit, linked, versionOf(linked.definition));
    return invalid(<CodePage frame={frame(visit, true)} typed={key(visit)} error={fillWords[visit.language].noCode} />);
  }

  async function open(visit: Visit, linked: Linked, version: Version): Promise<Answer> {
    return page(draw(visit, version, { id: linked.id, revision: linked.revision, response: linked.response, issues: [], blanks: new Map() }));
  }

  function draw(visit: Visit, version: Version, draft: Parameters<typeof FillPage>[0]['draft'], conflict?: Parameters<typeof FillPage>[0]['conflict']): Markup {
    return <FillPage frame={frame(visit, draft.issues.length > 0)} version={version} draft={draft} code={key(visit)} conflict={conflict} />;
  }

  async function keep(visit: Visit, linked: Linked, version: Version): Promise<Answer> {
    const { response, blanks, rowsChanged } = answersOf(version.compiled, visit.form, linked.response, visit.timeZone);
    const revision = revisionOf(visit.form);
    const done = await keepAnswers(visit, linked, { version, revision, response, wish: rowsChanged ? 'save' : wishOf(visit.form), months: linked.months ?? version.months, language: visit.language });
    const alarming = alarmingIn(version.compiled, response).length > 0;
    const differences = done.outcome === 'conflict' ? differing(version.compiled, linked.response, response) : [];
    if (differences.length > 0) return conflicting(draw(visit, version, { id: linked.id, revision: linked.revision, response, issues: [], blanks }, { theirs: linked.response, differing: differences }));
    if (done.finished) return page(<MessagePage frame={frame(visit)} kind="finished" alarming={alarming} code="" />);
    if (done.issues.length > 0 && done.alerts.length === 0) return invalid(draw(visit, version, { id: linked.id, revision: revision + 1, response, issues: done.issues, blanks }));
    return rowsChanged ? page(draw(visit, version, { id: linked.id, revision: revision + 1, response, issues: [], blanks })) : page(<MessagePage frame={frame(visit)} kind="saved" alarming={alarming} code={key(visit)} />);
  }
}
