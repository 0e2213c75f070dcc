import { listFigures } from '#app/modules/insight/index.ts';
import { listMeasures } from '#app/methods/list/ledger.ts';
import { reconcile } from '#app/methods/list/reconciliation.ts';
import { restatedLines } from '#app/methods/list/restated.ts';
import { lastDayOf, parseMonth } from '#app/methods/timeline/month.ts';
import { formatDay } from '#app/methods/timeline/day.ts';
import { type Answer, invalid, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { isDay } from '#app/ui/format.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listGroups } from './count-queries.ts';
import { keptRoute } from './kept.ts';
import { listPaths } from './paths.ts';
import { type List, listEvents, listSnapshots } from './queries.ts';
import { type OtherCount, otherCounts, ReconciliationPage } from './reconciliation-page.tsx';
import { reconciliationWords } from './reconciliation-words.ts';

/** The series of figures that point-in-time counts are kept under, where a community publishes them. */
const countSeries = 'homeless-count';

/** Why the number of a list and another number differ, for whoever keeps the list. */
export function reconciliationRoutes(site: SiteSource): Route[] {
  return [keptRoute('GET', listPaths.reconciliation(':slug'), 'access.show-reconciliation', show)];

  async function show(visit: Visit, list: List): Promise<Answer> {
    const words = reconciliationWords[visit.language];
    const [day, other] = [visit.query.get('day')?.trim() || visit.today, visit.query.get('other')?.trim() ?? ''];
    const errors: Record<string, string> = {};
    if (!isDay(day) || day > visit.today) errors.day = words.badDay;
    if (other !== '' && !/^\d{1,6}$/.test(other)) errors.other = words.badOther;
    const count = countOf(visit.query.get('count'));
    const result = reconcile(errors.day ? [] : await listGroups(visit, list.id, day), otherCounts[count]);
    const wrong = Object.keys(errors).length > 0;
    const facts = (await listFigures(visit)).filter((one) => one.definition.series === countSeries && !one.breakdown && one.releasable && one.supersededBy === undefined);
    const body = <ReconciliationPage frame={frameOf(visit, site(), { title: words.title, current: 'lists', hasErrors: wrong })} list={list} day={day} count={count} other={other}
      number={other === '' || errors.other ? undefined : Number(other)} errors={errors} result={result} stated={await lastStated(visit, list)} facts={facts} />;
    return wrong ? invalid(body) : page(body);
  }
}

const countOf = (value: string | null): OtherCount => (value === 'found' || value === 'homeless' ? value : 'shelter');

/** The month that was stated last, beside what is known of it now. */
async function lastStated(visit: Visit, list: List) {
  const snapshot = (await listSnapshots(visit, list.id)).at(-1);
  if (!snapshot) return undefined;
  const events = await listEvents(visit, list.id);
  const now = listMeasures(events, [snapshot.month])[0]?.active ?? 0;
  return { snapshot, now, lines: restatedLines(events, formatDay(lastDayOf(parseMonth(snapshot.month) ?? 0)), snapshot.frozenAt.toISOString(), snapshot.measures.active) };
}
