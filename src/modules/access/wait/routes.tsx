import { invalid, page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { overseeing } from '../paths.ts';
import { referralPaths } from '../referral/paths.ts';
import { listGroupWaits } from './groups.ts';
import { WaitsPage } from './page.tsx';
import { askedPeriod } from './period.ts';
import { listServiceWaits, measureWaits } from './queries.ts';
import { waitWords } from './words.ts';

/** Wait times of a period, over all that the agency sent or received, for those who see them all; a year back where nothing is said. */
export function waitRoutes(site: SiteSource): Route[] {
  return [{ method: 'GET', path: referralPaths.waits, may: overseeing, audit: 'access.read-wait-times', handle: async (visit) => {
    const { typed, period, wrong } = askedPeriod(visit);
    const frame = frameOf(visit, site(), { title: waitWords[visit.language].title, current: 'referrals', hasErrors: wrong });
    const body = <WaitsPage frame={frame} period={typed} wrong={wrong} measures={await measureWaits(visit, period)} services={await listServiceWaits(visit, period)} groups={await listGroupWaits(visit)} />;
    return wrong ? invalid(body) : page(body);
  } }];
}
