import { type Answer, bytes, notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { findSeat, listAgreements, listTables, type Table } from '../agreement/queries.ts';
import { type Code, listCodes } from '../code/queries.ts';
import { situationPaths } from '../paths.ts';
import { AboutPage } from '../release/about-page.tsx';
import { listReleased } from '../release/queries.ts';
import { releaseWords } from '../release/words.ts';
import { CountsPage } from './counts-page.tsx';
import { trackingCsv } from './csv.ts';
import { listTracking, type TrackingRow } from './queries.ts';

/** What leaves the table: the public page, the chair's counts, and the rows for the province. */
export function trackingRoutes(site: SiteSource): Route[] {
  const forChair = (path: string, answer: (visit: Visit, table: Table, rows: readonly TrackingRow[], codes: readonly Code[]) => Answer): Route => ({ method: 'GET', path, may: 'signed-in', audit: 'situation.open-tracking', handle: async (visit) => {
    const table = await findSeat(visit, visit.params.body ?? '');
    return table?.chairs ? answer(visit, table, await listTracking(visit, table.body), await listCodes(visit)) : notFound;
  } });
  return [
    { method: 'GET', path: situationPaths.about, may: 'anyone', audit: 'none', handle: async (visit) => {
      const staff = visit.actor.kind === 'staff';
      const frame = frameOf(visit, site(), { title: releaseWords[visit.language].title, description: releaseWords[visit.language].lead, current: 'situation' });
      return page(<AboutPage frame={frame} released={await listReleased(visit)} codes={await listCodes(visit)} tables={staff ? await listTables(visit) : []} agreements={staff && (await listAgreements(visit)).length > 0} />);
    } },
    forChair(situationPaths.counts(':body'), (visit, table, rows, codes) => page(<CountsPage frame={frameOf(visit, site(), { title: releaseWords[visit.language].counts, current: 'situation' })} table={table} rows={rows} codes={codes} />)),
    forChair(situationPaths.tracking(':body'), (visit, table, rows, codes) => bytes('text/csv; charset=utf-8', trackingCsv(rows, codes, visit.language), { headers: { 'content-disposition': `attachment; filename="${table.body}-${visit.today}.csv"`, 'cache-control': 'no-store' } })),
  ];
}
