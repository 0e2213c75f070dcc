import { chronicStates } from '#app/methods/homelessness/chronic.ts';
import { daysToHousing } from '#app/methods/list/days-to-housing.ts';
import { stayTable } from '#app/methods/homelessness/stay-table.ts';
import { parseDay } from '#app/methods/timeline/day.ts';
import { newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { writing } from '../paths.ts';
import { listHouseholds } from '../household/queries.ts';
import { nameOf } from '../person/list-page.tsx';
import { ChangePage } from './change-page.tsx';
import { readChange } from './input.ts';
import { groups, peopleOf } from './groups.ts';
import { ListPage, ListsPage, shows } from './list-page.tsx';
import { MeasuresPage } from './measures-page.tsx';
import { monthsTo, statementsOf } from './months.ts';
import { keeping, listPaths } from './paths.ts';
import { changeList, countRefusals, findKept, insertRefusal, type List, listEvents, listKept, listSnapshots, listStays, readList } from './queries.ts';
import { outcomesRoutes } from './outcomes-routes.tsx';
import { reconciliationRoutes } from './reconciliation-routes.tsx';
import { releaseRoutes } from './release.tsx';
import { listWords } from './words.ts';

/** By-name lists, for the agency that keeps each. */
export function listRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'lists', hasErrors: errors !== undefined });
  const kept = (method: 'GET' | 'POST', path: string, audit: string, work: (visit: Visit, list: List) => Promise<Answer>): Route => ({ method, path, may: keeping, audit, handle: async (visit) => {
    const list = await findKept(visit, visit.params.slug ?? '');
    return list ? await work(visit, list) : notFound;
  } });
  return [
    ...reconciliationRoutes(site),
    ...outcomesRoutes(site),
    ...releaseRoutes(site),
    { method: 'GET', path: listPaths.lists, may: keeping, audit: 'none', handle: async (visit) => page(<ListsPage frame={frame(visit, listWords[visit.language].title)} lists={await listKept(visit)} />) },
    kept('GET', listPaths.list(':slug'), 'access.show-list', async (visit, list) => {
      const [people, stays] = [await readList(visit, list.id, visit.today), await listStays(visit, list.id, visit.today)];
      const active = new Set(people.filter((one) => one.onList).map((one) => one.person));
      const chronic = chronicStates(stayTable(stays), parseDay(visit.today) ?? 0, { convention: 'touched', activeOnList: active });
      const show = shows.find((one) => one === visit.query.get('show')) ?? 'list';
      return page(<ListPage frame={frame(visit, list.name[visit.language])} list={list} people={people} chronic={chronic} households={await listHouseholds(visit, list.id, visit.today)} refusals={await countRefusals(visit, list.id, monthOf(visit))} show={show} today={visit.today} opensStays={writing.roles.some((role) => hasRole(visit, role))} />);
    }),
    kept('GET', listPaths.measures(':slug'), 'access.show-measures', async (visit, list) => {
      const group = groups.find((one) => one === visit.query.get('group')) ?? 'all';
      const [all, known] = [await listEvents(visit, list.id), group === 'all' ? undefined : await peopleOf(visit, list.id, group)];
      const events = known ? all.filter((one) => known.has(one.person)) : all;
      const months = monthsTo(visit.today, all, 24);
      return page(<MeasuresPage frame={frame(visit, listWords[visit.language].measures)} list={list} group={group} times={daysToHousing(events, months)} statements={statementsOf(events, months, group === 'all' ? await listSnapshots(visit, list.id) : [])} />);
    }),
    kept('POST', listPaths.refusals(':slug'), 'access.count-refusal', async (visit, list) => {
      await insertRefusal(visit, { id: newId(), list: list.id, month: monthOf(visit) });
      return redirect(localized(visit.language, listPaths.list(list.slug)));
    }),
    kept('GET', listPaths.change(':slug', ':person'), 'none', async (visit, list) => await change(visit, list)),
    kept('POST', listPaths.change(':slug', ':person'), 'access.change-list', async (visit, list) => {
      const read = readChange(visit.form, visit.language, visit.today);
      if (read.errors) return await change(visit, list, read.errors);
      const person = visit.params.person ?? '';
      if (!(await listed(visit, list, person))) return notFound;
      visit.about('person', person);
      const done = await changeList(visit, { ...read.value, id: newId(), list: list.id, person });
      return done ? redirect(localized(visit.language, listPaths.list(list.slug))) : await change(visit, list, { state: listWords[visit.language].notPossible });
    }),
  ];

  async function change(visit: Visit, list: List, errors?: FieldErrors): Promise<Answer> {
    const one = await listed(visit, list, visit.params.person ?? '');
    if (!one) return notFound;
    const name = nameOf({ id: one.person, anonymous: one.givenName === null, givenName: one.givenName, familyName: one.familyName }, visit.language);
    const body = <ChangePage frame={frame(visit, listWords[visit.language].change, errors)} list={list} name={name} typed={visit.form} errors={errors} today={visit.today} />;
    return errors ? invalid(body) : page(body);
  }
}

const monthOf = (visit: Visit) => `${visit.today.slice(0, 7)}-01`;

async function listed(visit: Visit, list: List, person: string) {
  return (await readList(visit, list.id, visit.today)).find((one) => one.person === person);
}
