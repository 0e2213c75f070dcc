import { isId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, bytes, notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { findCall, listCategories } from '../call/queries.ts';
import { reviewPart } from '../review/part.tsx';
import { applicationsCsv } from './export.ts';
import { findOffered } from './offered.ts';
import { ListPage, ShowPage } from './office-pages.tsx';
import { applicationPaths } from './paths.ts';
import { countDrafts, findFile, findSent, listSent, readPeople } from './queries.ts';
import { applicationWords } from './words.ts';

const office = { roles: ['fund-officer', 'plan-manager'] };
const readers = { roles: ['fund-officer', 'plan-manager', 'fund-scorer'] };

/** Applications that were sent, for the office and for those who score them. What is closed to a reader is not there. */
export function applicationRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: applicationPaths.list(':slug'), may: office, audit: 'application.list', handle: list },
    { method: 'GET', path: applicationPaths.export(':slug'), may: office, audit: 'application.export', handle: exportCsv },
    { method: 'GET', path: applicationPaths.show(':id'), may: readers, audit: 'application.read', handle: async (visit) => await show(visit, false) },
    { method: 'GET', path: applicationPaths.people(':id'), may: office, audit: 'application.read', handle: async (visit) => await show(visit, true) },
    { method: 'GET', path: applicationPaths.file(':id', ':file'), may: readers, audit: 'application.read-file', handle: async (visit) => {
      const [id = '', file = ''] = [visit.params.id, visit.params.file];
      const found = isId(id) && isId(file) && (await findSent(visit, id)) ? await findFile(visit, id, file) : undefined;
      if (!found) return notFound;
      visit.about('application', id);
      return bytes(found.type, new Uint8Array(found.content), { headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}` } });
    } },
  ];

  async function list(visit: Visit): Promise<Answer> {
    const call = await findCall(visit, { slug: visit.params.slug ?? '' });
    if (!call) return notFound;
    visit.about('call', call.id);
    const title = applicationWords[visit.language].list;
    return page(<ListPage frame={frameOf(visit, site(), { title, current: 'fund-calls' })} call={call} categories={await listCategories(visit, call.id)} applications={await listSent(visit, call.id)} drafts={await countDrafts(visit, call.id)} />);
  }

  async function exportCsv(visit: Visit): Promise<Answer> {
    const call = await findCall(visit, { slug: visit.params.slug ?? '' });
    if (!call) return notFound;
    visit.about('call', call.id);
    const body = applicationsCsv(await listSent(visit, call.id), await listCategories(visit, call.id));
    return bytes('text/csv; charset=utf-8', body, { headers: { 'content-disposition': `attachment; filename="${call.slug}-applications.csv"` } });
  }

  async function show(visit: Visit, withPeople: boolean): Promise<Answer> {
    const id = visit.params.id ?? '';
    const application = isId(id) ? await findSent(visit, id) : undefined;
    const call = application ? await findCall(visit, { id: application.callId }) : undefined;
    const category = call && application ? (await listCategories(visit, call.id)).find((one) => one.id === application.categoryId) : undefined;
    if (!application || !call || !category) return notFound;
    visit.about('application', id);
    const isOffice = office.roles.some((role) => hasRole(visit, role));
    const frame = frameOf(visit, site(), { title: application.title, current: isOffice ? 'fund-calls' : 'fund-scores' });
    return page(<ShowPage frame={frame} call={call} category={category} application={application} offered={await findOffered(visit)} office={isOffice} {...(withPeople ? { people: await readPeople(visit, id) } : {})} review={await reviewPart(visit, frame, application, isOffice)} />);
  }
}
