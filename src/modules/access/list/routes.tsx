import { daysToHousing } from '#app/methods/list/days-to-housing.ts';
import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { writing } from '../paths.ts';
import { listHouseholds } from '../household/queries.ts';
import { memberName } from '../household/show-page.tsx';
import { ChangePage } from './change-page.tsx';
import { chronicOn } from './chronic.ts';
import { readChange } from './input.ts';
import { groups, peopleOf } from './groups.ts';
import { keptRoute } from './kept.ts';
import { ListPage, ListsPage, shows } from './list-page.tsx';
import { MeasuresPage } from './measures-page.tsx';
import { monthsTo, statementsOf } from './months.ts';
import { keeping, listPaths } from './paths.ts';
import { changeList, countRefusals, findListed, insertRefusal, type List, listEvents, listKept, listSnapshots, listStays, readList } from './queries.ts';
import { outcomesRoutes } from './outcomes-routes.tsx';
import { reconciliationRoutes } from './reconciliation-routes.tsx';
import { releaseRoutes } from './release.tsx';
import { listWords } from './words.ts';

/** By-name lists, for the agency that keeps each. */
export function listRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'lists', hasErrors: errors !== undefined });
  return [
    ...reconciliationRoutes(site),
    ...outcomesRoutes(site),
    ...releaseRoutes(site),
    { method: 'GET', path: listPaths.lists, may: keeping, audit: 'none', handle: async (visit) => page(<ListsPage frame={frame(visit, listWords[visit.language].title)} lists={await listKept(visit)} />) },
    keptRoute('GET', listPaths.list(':slug'), 'access.show-list', async (visit, list) => {
      const [people, stays] = [await readList(visit, list.id, visit.today), await listStays(visit, list.id, visit.today)];
      const active = new Set(people.filter((one) => one.onList).map((one) => one.person));
      const chronic = chronicOn(stays, visit.today, active);
      const show = shows.find((one) => one === visit.query.get('show')) ?? 'list';
      return page(<ListPage frame={frame(visit, list.name[visit.language])} list={list} people={people} chronic={chronic} households={await listHouseholds(visit, list.id, visit.today)} refusals={await countRefusals(visit, list.id, monthOf(visit))} show={show} today={visit.today} opensStays={writing.roles.some((role) => hasRole(visit, role))} />);
    }),
    keptRoute('GET', listPaths.measures(':slug'), 'access.show-measures', async (visit, list) => {
      const group = groups.find((one) => one === visit.query.get('group')) ?? 'all';
      const [all, known] = [await listEvents(visit, list.id), group === 'all' ? undefined : await peopleOf(visit, list.id, group)];
      const events = known ? all.filter((one) => known.has(one.person)) : all;
      const months = monthsTo(visit.today, all.map((one) => one.effective));
      return page(<MeasuresPage frame={frame(visit, listWords[visit.language].measures)} list={list} group={group} times={daysToHousing(events, months)} statements={statementsOf(events, months, group === 'all' ? await listSnapshots(visit, list.id) : [])} />);
    }),
    keptRoute('POST', listPaths.refusals(':slug'), 'access.count-refusal', async (visit, list) => {
      await insertRefusal(visit, { id: newId(), list: list.id, month: monthOf(visit) });
      return redirect(localized(visit.language, listPaths.list(list.slug)));
    }),
    keptRoute('GET', listPaths.change(':slug', ':person'), 'none', async (visit, list) => {
      const one = await listed(visit, list);
      return one ? change(visit, list, one) : notFound;
    }),
    keptRoute('POST', listPaths.change(':slug', ':person'), 'access.change-list', async (visit, list) => {
      const one = await listed(visit, list);
      if (!one) return notFound;
      const read = readChange(visit.form, visit.language, visit.today);
      if (read.errors) return change(visit, list, one, read.errors);
      visit.about('person', one.person);
      const done = await changeList(visit, { ...read.value, id: newId(), list: list.id, person: one.person });
      return done ? redirect(localized(visit.language, listPaths.list(list.slug))) : change(visit, list, one, { state: listWords[visit.language].notPossible });
    }),
  ];

  function change(visit: Visit, list: List, one: Parameters<typeof memberName>[0], errors?: FieldErrors): Answer {
    const body = <ChangePage frame={frame(visit, listWords[visit.language].change, errors)} list={list} name={memberName(one, visit.language)} typed={visit.form} errors={errors} today={visit.today} />;
    return errors ? invalid(body) : page(body);
  }
}

const monthOf = (visit: Visit) => `${visit.today.slice(0, 7)}-01`;

const listed = async (visit: Visit, list: List) => (isId(visit.params.person) ? await findListed(visit, list.id, visit.params.person) : undefined);
