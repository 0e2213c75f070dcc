import { findCommunity, listSources } from '#app/modules/plan/index.ts';
import { type Answer, bytes, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listAwards, listHanded } from '../award/queries.ts';
import { gatherGiven } from './given.ts';
import { type OpenGrant, grantsCsv, openGrants, packageOf, type Publisher } from './open-data.ts';
import { GrantsPage } from './page.tsx';
import { grantPaths } from './paths.ts';
import { listFundYears, listPastGrants } from './queries.ts';
import { grantWords } from './words.ts';

/** What was given, for everybody, and the same as open data. */
export function grantRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: grantPaths.list, may: 'anyone', audit: 'none', handle: show },
    { method: 'GET', path: grantPaths.json, localized: false, may: 'anyone', audit: 'none', handle: async (visit) => {
      const { grants, publisher } = await openData(visit);
      return bytes('application/json; charset=utf-8', JSON.stringify(packageOf(grants, publisher), null, 1), { headers: { 'access-control-allow-origin': '*' } });
    } },
    { method: 'GET', path: grantPaths.csv, localized: false, may: 'anyone', audit: 'none', handle: async (visit) => {
      const { grants, publisher } = await openData(visit);
      return bytes('text/csv; charset=utf-8', grantsCsv(grants, publisher), { headers: { 'access-control-allow-origin': '*', 'content-disposition': 'attachment; filename="grants.csv"' } });
    } },
  ];

  async function show(visit: Visit): Promise<Answer> {
    const frame = frameOf(visit, site(), { title: grantWords[visit.language].title, current: 'fund' });
    return page(<GrantsPage frame={frame} given={await gatherGiven(visit)} past={await listPastGrants(visit)} years={await listFundYears(visit)} sources={await listSources(visit)} />);
  }

  async function openData(visit: Visit): Promise<{ grants: OpenGrant[]; publisher: Publisher }> {
    const community = await findCommunity(visit);
    const publisher: Publisher = {
      prefix: community?.referencePrefix ?? 'FUND', funder: community?.mail.onBehalfOf.en ?? site().name.en, url: `${visit.baseUrl}${grantPaths.json}`, now: visit.now,
      place: (slug) => community?.municipalities.find((one) => one.id === slug)?.name.en ?? slug,
    };
    return { grants: openGrants(await listAwards(visit), await listPastGrants(visit), await listHanded(visit), publisher), publisher };
  }
}
