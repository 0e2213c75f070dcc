import { chronicStates } from '#app/methods/homelessness/chronic.ts';
import { stayTable } from '#app/methods/homelessness/stay-table.ts';
import { listMeasures } from '#app/methods/list/ledger.ts';
import { lastDayOf, parseMonth } from '#app/methods/timeline/month.ts';
import { formatDay } from '#app/methods/timeline/day.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { releaseCounts } from '../care-plan/release-gate.ts';
import { printedCount } from '../care-plan/released.ts';
import { listReleasedMonths, listReleaseStays } from './count-queries.ts';
import { listPaths } from './paths.ts';
import { listAll, listEvents } from './queries.ts';
import { releaseWords } from './release-words.ts';

export const releasedMeasures = ['active', 'inflow', 'outflow', 'chronic'] as const;

/** Sends the counts of a month for every list through the gate, once: a month that stands is never changed. The worker's alone. */
export async function releaseLists(scope: Scope, month: string): Promise<void> {
  const lastDay = lastDayOf(parseMonth(month) ?? 0);
  const sum = (flow: Readonly<Record<string, number>>) => Object.values(flow).reduce((total, one) => total + one, 0);
  const counted: { list: string; name: Bilingual; counts: Record<(typeof releasedMeasures)[number], number> }[] = [];
  for (const list of await listAll(scope)) {
    const [measures] = listMeasures(await listEvents(scope, list.id), [month]);
    if (!measures) continue;
    const stays = await listReleaseStays(scope, list.id, formatDay(lastDay));
    const chronic = [...chronicStates(stayTable(stays), lastDay, { convention: 'touched' }).values()].filter((one) => one.chronic).length;
    counted.push({ list: list.slug, name: list.name, counts: { active: measures.active, inflow: sum(measures.inflow), outflow: sum(measures.outflow), chronic } });
  }
  const names = { en: 'List', fr: 'Liste', values: Object.fromEntries(counted.map(({ list, name }) => [list, name])) };
  const { en, fr } = releaseWords;
  const title = (measure: string) => ({ en: `${en.title}: ${en.measures[measure]}`, fr: `${fr.title}\u00a0: ${fr.measures[measure]}` });
  if (counted.length > 0) await releaseCounts(scope, 'list', `${month}-01`, releasedMeasures.map((measure) => ({ measure, title: title(measure), names, cells: counted.map(({ list, counts }) => ({ step: list, count: counts[measure] })) })));
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
                  <tr><th scope="row">{month}</th>{releasedMeasures.map((measure) => <td class="n" data-label={`${words.measures[measure]}:`}>{printedCount(visit.language, cells.find((one) => one.measure === measure)?.published)}</td>)}</tr>
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
