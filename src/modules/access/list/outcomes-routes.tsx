import { communityOutcomes } from '#app/methods/homelessness/outcomes.ts';
import { fiscalYearOf, readPeriod } from '#app/methods/homelessness/period.ts';
import { stayTable } from '#app/methods/homelessness/stay-table.ts';
import { parseDay } from '#app/methods/timeline/day.ts';
import { page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listTraits } from './count-queries.ts';
import { convention } from './chronic.ts';
import { keptRoute } from './kept.ts';
import { monthsTo } from './months.ts';
import { OutcomesPage } from './outcomes-page.tsx';
import { outcomesWords } from './outcomes-words.ts';
import { listPaths } from './paths.ts';
import { listStays } from './queries.ts';

/** The five outcomes of the Community Homelessness Report, exact, for whoever keeps the list. */
export function outcomesRoutes(site: SiteSource): Route[] {
  return [keptRoute('GET', listPaths.outcomes(':slug'), 'access.show-outcomes', async (visit, list) => {
    const [stays, traits] = [await listStays(visit, list.id, visit.today), await listTraits(visit, list.id, visit.today)];
    const names = monthsTo(visit.today, stays.map((one) => one.start));
    const years = [...new Set(names.map((name) => fiscalYearOf(parseDay(`${name}-01`) ?? 0)))];
    const options = { convention, asOf: parseDay(visit.today) ?? 0, inactiveAfter: list.inactiveAfter, indigenous: new Map(traits.flatMap(({ person, claim }) => (claim ? [[person, claim] as const] : []))) };
    const outcomes = communityOutcomes(stayTable(stays), [...years, ...names].map(readPeriod), options);
    const shown = stays.length === 0 ? [] : outcomes;
    return page(<OutcomesPage frame={frameOf(visit, site(), { title: outcomesWords[visit.language].title, current: 'lists' })} list={list} years={shown.slice(0, years.length)} months={shown.slice(years.length)} />);
  })];
}
