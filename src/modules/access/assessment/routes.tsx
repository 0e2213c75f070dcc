import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type PageFrame, type SiteSource } from '#app/ui/page-frame.ts';
import { findVersion, listVersions } from '../instrument/queries.ts';
import { caring } from '../paths.ts';
import { deskOf } from '../person/desk.ts';
import { listAgencies } from '../person/queries.ts';
import { alertPaths } from '../safety-alert/paths.ts';
import { strikeRoutes } from './strike-routes.tsx';
import { formRoutes } from './form-routes.tsx';
import { linkRoutes } from './link-routes.tsx';
import { AssessmentsPage } from './list-page.tsx';
import { assessmentPaths } from './paths.ts';
import { listAssessments, readAssessment } from './queries.ts';
import { idIn, listOffered, nameIn, readerOf } from './reader.ts';
import { AssessmentPage } from './show-page.tsx';
import { assessmentWords } from './words.ts';

export type Framing = (visit: Visit, title: string, hasErrors?: boolean) => PageFrame;

/** Assessments of a known person: what was filled in, and the forms themselves. What exists for whom, the database decides. */
export function assessmentRoutes(site: SiteSource): Route[] {
  const frame: Framing = (visit, title, hasErrors = false) => frameOf(visit, site(), { title, current: 'persons', hasErrors });
  return [
    { method: 'GET', path: assessmentPaths.list(':id'), may: caring, audit: 'access.open-assessments', handle: list },
    ...formRoutes(frame),
    ...linkRoutes(site, frame),
    ...strikeRoutes(frame),
    { method: 'GET', path: assessmentPaths.show(':id', ':assessment'), may: caring, audit: 'access.open-assessment', handle: show },
  ];

  async function list(visit: Visit): Promise<Answer> {
    const reader = await readerOf(visit);
    if (!reader) return notFound;
    const lines = await listAssessments(visit, reader.id);
    return page(<AssessmentsPage frame={frame(visit, assessmentWords[visit.language].title)} person={reader.id} name={await nameIn(visit, reader.id)} lines={lines} versions={await listVersions(visit, lines.map((line) => line.hash))}
      withheld={reader.withheld} offered={await listOffered(visit, reader)} agencies={await listAgencies(visit)} own={deskOf(visit)?.agency} today={visit.today} timeZone={visit.timeZone} decides={hasRole(visit, 'access-supervisor')} />);
  }

  async function show(visit: Visit): Promise<Answer> {
    const [reader, id] = [await readerOf(visit), idIn(visit, 'assessment')];
    const shown = reader && id ? await readAssessment(visit, id) : undefined;
    const version = shown ? await findVersion(visit, shown.hash) : undefined;
    if (!reader || !shown || !version || shown.person !== reader.id) return notFound;
    const renews = shown.filledBy === 'person' && shown.state === 'unfinished' && reader.writes.includes(shown.section) && shown.agency === deskOf(visit)?.agency;
    return page(<AssessmentPage frame={frame(visit, version.title[visit.language])} name={await nameIn(visit, reader.id)} version={version} shown={shown} agencies={await listAgencies(visit)}
      alert={shown.alert ? alertPaths.show(reader.id, shown.alert) : undefined} renews={renews} today={visit.today} timeZone={visit.timeZone} now={visit.now} />);
  }
}
