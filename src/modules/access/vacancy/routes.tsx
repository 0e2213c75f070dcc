import { recompute } from '#app/methods/priority/decision.ts';
import { newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { keeping } from '../list/paths.ts';
import { endVacancy } from '../offer/actions.ts';
import { listKnown } from '../priority/queries.ts';
import { rankVacancy } from './actions.ts';
import { EnterVacancyPage } from './enter-page.tsx';
import { readVacancy } from './input.ts';
import { DecisionPage, VacanciesPage } from './list-pages.tsx';
import { giving, vacancyPaths } from './paths.ts';
import { findVacancy, insertVacancy, listVacancies, readDecision } from './queries.ts';
import { showVacancy } from './show.tsx';
import { vacancyWords } from './words.ts';

/** Vacancies: entered by the agency that gives them, ranked by the agency that keeps the list. */
export function vacancyRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'vacancies', hasErrors: errors !== undefined });
  return [
    { method: 'GET', path: vacancyPaths.list, may: giving, audit: 'none', handle: async (visit) => page(<VacanciesPage frame={frame(visit, vacancyWords[visit.language].title)} vacancies={await listVacancies(visit)} />) },
    { method: 'GET', path: vacancyPaths.enter, may: giving, audit: 'none', handle: async (visit) => await enter(visit) },
    { method: 'POST', path: vacancyPaths.enter, may: giving, audit: 'access.enter-vacancy', handle: async (visit) => {
      const read = readVacancy(visit.form, visit.language, (await listKnown(visit)).map(({ id }) => id));
      if (read.errors) return await enter(visit, read.errors);
      const id = newId();
      if (!(await insertVacancy(visit, { id, ...read.value }))) return notFound;
      visit.about('vacancy', id);
      return redirect(localized(visit.language, vacancyPaths.show(id)));
    } },
    { method: 'GET', path: vacancyPaths.show(':id'), may: giving, audit: 'access.show-vacancy', handle: async (visit) => {
      const vacancy = await findVacancy(visit, visit.params.id ?? '');
      return vacancy ? await showVacancy(visit, site(), vacancy) : notFound;
    } },
    { method: 'POST', path: vacancyPaths.close(':id'), may: keeping, audit: 'access.rank-vacancy', handle: async (visit) => {
      const vacancy = await findVacancy(visit, visit.params.id ?? '');
      if (!vacancy?.keeps) return notFound;
      visit.about('vacancy', vacancy.id);
      const done = await rankVacancy(visit, vacancy);
      return done ? redirect(localized(visit.language, vacancyPaths.show(vacancy.id))) : await showVacancy(visit, site(), vacancy, { offer: vacancyWords[visit.language].cannotClose });
    } },
    { method: 'POST', path: vacancyPaths.withdraw(':id'), may: giving, audit: 'access.withdraw-vacancy', handle: async (visit) => {
      const vacancy = await findVacancy(visit, visit.params.id ?? '');
      if (!vacancy || !(await endVacancy(visit, vacancy.id))) return notFound;
      visit.about('vacancy', vacancy.id);
      return redirect(localized(visit.language, vacancyPaths.show(vacancy.id)));
    } },
    { method: 'GET', path: vacancyPaths.decision(':id'), may: keeping, audit: 'access.show-decision', handle: async (visit) => await decision(visit, false) },
    { method: 'POST', path: vacancyPaths.decision(':id'), may: keeping, audit: 'access.recompute-decision', handle: async (visit) => await decision(visit, true) },
  ];

  async function enter(visit: Visit, errors?: FieldErrors): Promise<Answer> {
    const body = <EnterVacancyPage frame={frame(visit, vacancyWords[visit.language].enter, errors)} lists={await listKnown(visit)} typed={visit.form} errors={errors} today={visit.today} />;
    return errors ? invalid(body) : page(body);
  }
  async function decision(visit: Visit, again: boolean): Promise<Answer> {
    const vacancy = await findVacancy(visit, visit.params.id ?? '');
    const kept = vacancy?.keeps ? await readDecision(visit, vacancy.id) : undefined;
    if (!vacancy || !kept) return notFound;
    visit.about('vacancy', vacancy.id);
    return page(<DecisionPage frame={frame(visit, vacancyWords[visit.language].decision)} vacancy={vacancy} kept={kept} again={again ? recompute(kept) : undefined} />);
  }
}
