import { invalid, page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { overseeing } from '../paths.ts';
import { askedPeriod } from '../wait/period.ts';
import { levelOf } from './levels.ts';
import { ServiceLevelsPage } from './page.tsx';
import { serviceLevelPaths } from './paths.ts';
import { findReleasedLevels, findTerms, listOwnSent, listReceivers } from './queries.ts';
import { levelCube } from './release.ts';
import { serviceLevelWords } from './words.ts';

/** Service levels of referrals, for those who oversee them; a year back where nothing is said. */
export function serviceLevelRoutes(site: SiteSource): Route[] {
  return [{ method: 'GET', path: serviceLevelPaths.show, may: overseeing, audit: 'access.read-service-levels', handle: async (visit) => {
    const { typed, period, wrong } = askedPeriod(visit);
    const [rows, terms, released] = [await listOwnSent(visit, period), await findTerms(visit), await findReleasedLevels(visit, levelCube.slug)];
    const byReceiver = Map.groupBy(rows, ({ organization }) => organization);
    const receivers = await listReceivers(visit, [...new Set([...byReceiver.keys(), ...(released?.cells ?? []).flatMap(({ keys }) => keys.receiver ?? [])])]);
    const names = new Map(receivers.map((one) => [one.id, one]));
    const lines = [...byReceiver].map(([id, own]) => ({ receiver: names.get(id), level: levelOf(own, terms, visit.now, visit.timeZone) })).toSorted((a, b) => b.level.answeredIn.late - a.level.answeredIn.late || b.level.sent - a.level.sent);
    const frame = frameOf(visit, site(), { title: serviceLevelWords[visit.language].title, current: 'referrals', hasErrors: wrong });
    const body = <ServiceLevelsPage frame={frame} period={typed} wrong={wrong} terms={terms} total={levelOf(rows, terms, visit.now, visit.timeZone)} lines={lines} released={released} names={names} />;
    return wrong ? invalid(body) : page(body);
  } }];
}
