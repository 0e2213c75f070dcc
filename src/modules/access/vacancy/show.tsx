import { type Answer, invalid, page } from '#app/platform/http/answer.ts';
import type { Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, type Site } from '#app/ui/page-frame.ts';
import { readOffers } from '../offer/queries.ts';
import { readDecision, type Vacancy } from './queries.ts';
import { VacancyPage } from './show-page.tsx';

/** The page of a vacancy, with what was wrong with the step that was asked for. */
export async function showVacancy(visit: Visit, site: Site, vacancy: Vacancy, errors?: FieldErrors): Promise<Answer> {
  const kept = vacancy.keeps && vacancy.rankedAt ? await readDecision(visit, vacancy.id) : undefined;
  const frame = frameOf(visit, site, { title: vacancy.name, current: 'vacancies', hasErrors: errors !== undefined });
  const body = <VacancyPage frame={frame} vacancy={vacancy} kept={kept} offers={await readOffers(visit, vacancy.id)} typed={visit.form} errors={errors} now={visit.now} />;
  return errors ? invalid(body) : page(body);
}
