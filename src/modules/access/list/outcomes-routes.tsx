import { communityOutcomes } from '#app/methods/homelessness/outcomes.ts';
import { fiscalYearOf, readPeriod } from '#app/methods/homelessness/period.ts';
import { stayTable } from '#app/methods/homelessness/stay-table.ts';
import { parseDay } from '#app/methods/timeline/day.ts';
import { formatMonth, leadingMonth } from '#app/methods/timeline/month.ts';
import { notFound, page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listTraits } from './count-queries.ts';
import { OutcomesPage } from './outcomes-page.tsx';
import { outcomesWords } from './outcomes-words.ts';
import { keeping, listPaths } from './paths.ts';
import { findKept, listStays } from './queries.ts';

const mostMonths = 24;

/** The five outcomes of the Community Homelessness Report, exact, for whoever keeps the list. */
export function outcomesRoutes(site: SiteSource): Route[] {
  return [{ method: 'GET', path: listPaths.outcomes(':slug'), may: keeping, audit: 'access.show-outcomes', handle: async (visit) => {
    const list = await findKept(visit, visit.params.slug ?? '');
    if (!list) return notFound;
    const [stays, traits] = [await listStays(visit, list.id, visit.today), await listTraits(visit, list.id, visit.today)];
    const names = monthNames(visit.today, stays.reduce((first, { start }) => (start < first ? start : first), visit.today));
    const years = [...new Set(names.map((name) => fiscalYearOf(parseDay(`${name}-01`) ?? 0)))];
    const options = { convention: 'touched' as const, asOf: parseDay(visit.today) ?? 0, inactiveAfter: list.inactiveAfter, indigenous: new Map(traits.flatMap(({ person, claim }) => (claim ? [[person, claim] as const] : []))) };
    const outcomes = communityOutcomes(stayTable(stays), [...years, ...names].map(readPeriod), options);
    const shown = stays.length === 0 ? [] : outcomes;
    return page(<OutcomesPage frame={frameOf(visit, site(), { title: outcomesWords[visit.language].title, current: 'lists' })} list={list} years={shown.slice(0, years.length)} months={shown.slice(years.length)} />);
  } }];
}

/** From the month of the first stay, or two years ago, to this one. */
function monthNames(today: string, first: string): string[] {
  const last = leadingMonth(today) ?? 0;
  const from = Math.max(last - mostMonths + 1, leadingMonth(first) ?? last);
  return Array.from({ length: last - from + 1 }, (_, n) => formatMonth(from + n));
}
