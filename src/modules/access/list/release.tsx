import type { MonthMeasures } from '#app/methods/list/measures.ts';
import { releasedMeasures } from '#app/methods/list/released-months.ts';
import { lastDayOf, parseMonth } from '#app/methods/timeline/month.ts';
import { formatDay } from '#app/methods/timeline/day.ts';
import { keepIf, type Scope } from '#app/platform/db/scope.ts';
import { page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMonth } from '#app/ui/format.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { fileCounts } from '../care-plan/release-gate.ts';
import { insertReleased } from '../care-plan/release-queries.ts';
import { printedCount } from '../care-plan/released.ts';
import { replayPaths } from '../replay/paths.ts';
import { replayWords } from '../replay/words.ts';
import { chronicOn } from './chronic.ts';
import { insertBlock, listBlockedMonths, listReleasedMonths, listReleaseStays } from './count-queries.ts';
import { narrowedBy, readPublished, totalOf } from './gate.ts';
import { listPaths } from './paths.ts';
import { type List, listAll, listSnapshots } from './queries.ts';
import { releaseWords } from './release-words.ts';

/**
 * Sends the counts of a month of a list through the gate, once: a month that stands is never changed, nor one that is held back because with the balance of
 * the book, which the gate does not know, it would give away a hidden number, its own or an earlier one. The worker's alone.
 */
export async function releaseList(scope: Scope, list: List, { month, active, inflow, outflow }: MonthMeasures): Promise<void> {
  const ownMonth = (one: { readonly list: string; readonly month: string }) => one.list === list.slug && one.month === month;
  const earlier = (await listReleasedMonths(scope)).filter((one) => one.list === list.slug);
  if (earlier.some(ownMonth) || (await listBlockedMonths(scope)).some(ownMonth)) return;
  const lastDay = formatDay(lastDayOf(parseMonth(month) ?? 0));
  const chronic = [...chronicOn(await listReleaseStays(scope, list.id, lastDay), lastDay).values()].filter((one) => one.chronic).length;
  const counts = { active, inflow: totalOf(inflow), outflow: totalOf(outflow), chronic };
  const books = (await listSnapshots(scope, list.id)).map(({ measures }) => measures);
  const title = { en: `${list.name.en}: ${releaseWords.en.title}`, fr: `${list.name.fr}\u00a0: ${releaseWords.fr.title}` };
  const narrowed = await keepIf(scope, async (inner) => {
    const cells = await fileCounts(inner, { slug: `access/list/${list.slug}`, title, month, counts, names: measureNames });
    const published = Object.fromEntries(cells.map((cell) => [cell.measure, readPublished(cell.published)]));
    await insertReleased(inner, 'list', `${month}-01`, cells.map((cell) => ({ measure: cell.measure, step: list.slug, published: cell.published })));
    return await narrowedBy(month, published, earlier, books);
  }, (found) => found.length === 0);
  if (narrowed.length > 0) await insertBlock(scope, list.id, month, narrowed);
}

const measureNames = { en: 'Measure', fr: 'Mesure', values: Object.fromEntries(releasedMeasures.map((measure) => [measure, { en: releaseWords.en.measures[measure] ?? measure, fr: releaseWords.fr.measures[measure] ?? measure }])) };

/** The protected counts of all lists by month, for whoever plans. */
export function releaseRoutes(site: SiteSource): Route[] {
  return [{ method: 'GET', path: listPaths.counts, may: { roles: ['plan-manager', 'analyst', 'leadership-member', 'access-supervisor', 'coordinator'] }, audit: 'access.read-list-counts', handle: async (visit) => {
    const words = releaseWords[visit.language];
    const [counts, blocked] = [await listReleasedMonths(visit), await listBlockedMonths(visit)];
    const nameOf = (slug: string) => names.get(slug) ?? slug;
    const names = new Map((await listAll(visit)).map((one) => [one.slug, one.name[visit.language]]));
    return page(
      <StaffLayout frame={frameOf(visit, site(), { title: words.title, current: 'list-counts' })}>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        {counts.length === 0 ? <p>{words.none}</p> : [...Map.groupBy(counts, (one) => one.list)].map(([slug, own]) => (
          <section aria-labelledby={`list-${slug}`}>
            <h2 id={`list-${slug}`}>{nameOf(slug)}</h2>
            <table class="stack">
              <thead><tr><th scope="col">{words.month}</th>{releasedMeasures.map((measure) => <th scope="col" class="n">{words.measures[measure]}</th>)}</tr></thead>
              <tbody>
                {[...Map.groupBy(own, (one) => one.month)].map(([month, cells]) => (
                  <tr><th scope="row"><time datetime={month}>{formatMonth(visit.language, month)}</time></th>{releasedMeasures.map((measure) => <td class="n" data-label={words.measures[measure]}>{printedCount(visit.language, cells.find((one) => one.measure === measure)?.published)}</td>)}</tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
        {blocked.length > 0 ? <h2>{words.heldBack}</h2> : null}
        {blocked.length > 0 ? <ul>{blocked.map(({ list, month, cells }) => <li>{words.heldMonth(nameOf(list), formatMonth(visit.language, month), cells.map((one) => `${words.measures[one.measure]}, ${formatMonth(visit.language, one.month)}`).join('; '))}</li>)}</ul> : null}
        <p class="hint">{words.rule}</p>
        <p><a href={localized(visit.language, replayPaths.replays)}>{replayWords[visit.language].title}</a></p>
      </StaffLayout>,
    );
  } }];
}
