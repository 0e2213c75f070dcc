import { protectCount } from '#app/methods/disclosure/protect.ts';
import type { MonthMeasures } from '#app/methods/list/measures.ts';
import { lastDayOf, parseMonth } from '#app/methods/timeline/month.ts';
import { formatDay } from '#app/methods/timeline/day.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMonth } from '#app/ui/format.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { careRule } from '../care-plan/release.ts';
import { insertReleased } from '../care-plan/release-queries.ts';
import { printedCount } from '../care-plan/released.ts';
import { chronicOn } from './chronic.ts';
import { listReleasedMonths, listReleaseStays } from './count-queries.ts';
import { listPaths } from './paths.ts';
import { type List, listAll } from './queries.ts';
import { releaseWords } from './release-words.ts';

export const releasedMeasures = ['active', 'inflow', 'outflow', 'chronic'] as const;

/** Writes the protected counts of a month of a list, once: a month that stands is never changed. `secret` is the key of releases. The worker's alone. */
export async function releaseList(scope: Scope, list: List, { month, active, inflow, outflow }: MonthMeasures, secret: string): Promise<void> {
  const lastDay = formatDay(lastDayOf(parseMonth(month) ?? 0));
  const sum = (flow: Readonly<Record<string, number>>) => Object.values(flow).reduce((total, one) => total + one, 0);
  const chronic = [...chronicOn(await listReleaseStays(scope, list.id, lastDay), lastDay).values()].filter((one) => one.chronic).length;
  const counts = { active, inflow: sum(inflow), outflow: sum(outflow), chronic };
  await insertReleased(scope, 'list', `${month}-01`, releasedMeasures.map((measure) => ({ measure, step: list.slug, published: String(protectCount(careRule, secret, { keys: { subject: 'list', list: list.slug, measure, month }, count: counts[measure] })) })));
}

/** The protected counts of all lists by month, for whoever plans. */
export function releaseRoutes(site: SiteSource): Route[] {
  return [{ method: 'GET', path: listPaths.counts, may: { roles: ['plan-manager', 'analyst', 'leadership-member', 'access-supervisor', 'coordinator'] }, audit: 'access.read-list-counts', handle: async (visit) => {
    const words = releaseWords[visit.language];
    const counts = await listReleasedMonths(visit);
    const names = new Map((await listAll(visit)).map((one) => [one.slug, one.name[visit.language]]));
    return page(
      <StaffLayout frame={frameOf(visit, site(), { title: words.title, current: 'list-counts' })}>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {counts.length === 0 ? <p>{words.none}</p> : [...Map.groupBy(counts, (one) => one.list)].map(([slug, own]) => (
          <section aria-labelledby={`list-${slug}`}>
            <h2 id={`list-${slug}`}>{names.get(slug) ?? slug}</h2>
            <table class="stack">
              <thead><tr><th scope="col">{words.month}</th>{releasedMeasures.map((measure) => <th scope="col" class="n">{words.measures[measure]}</th>)}</tr></thead>
              <tbody>
                {[...Map.groupBy(own, (one) => one.month)].map(([month, cells]) => (
                  <tr><th scope="row">{formatMonth(visit.language, month)}</th>{releasedMeasures.map((measure) => <td class="n" data-label={words.measures[measure]}>{printedCount(visit.language, cells.find((one) => one.measure === measure)?.published)}</td>)}</tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
        <p class="hint">{words.rule}</p>
      </StaffLayout>,
    );
  } }];
}
