import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm, type Form as PostedForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { liaison } from '../seats.ts';
import { readYear } from './input.ts';
import { YearPage } from './page.tsx';
import { yearPaths } from './paths.ts';
import { listYears, putYear } from './queries.ts';
import { yearWords } from './words.ts';

const readers = { roles: ['police-liaison', 'review-chair'] } as const;

/** The counts of a year, given by the police liaison and read by the chair. */
export function yearRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: yearPaths.list, may: readers, audit: 'review.read-years', handle: async (visit) => page(await yearPage(visit, emptyForm)) },
    { method: 'POST', path: yearPaths.list, may: liaison, audit: 'review.give-year', handle: postYear },
  ];

  async function yearPage(visit: Visit, typed: PostedForm, errors?: FieldErrors) {
    const frame = frameOf(visit, site(), { title: yearWords[visit.language].title, current: 'review-years', hasErrors: errors !== undefined });
    return <YearPage frame={frame} years={await listYears(visit)} enters={hasRole(visit, 'police-liaison')} typed={typed} errors={errors} saved={visit.query.has('saved')} />;
  }

  async function postYear(visit: Visit): Promise<Answer> {
    const read = readYear(visit.form, visit.language, Number(visit.today.slice(0, 4)));
    if (read.errors) return invalid(await yearPage(visit, visit.form, read.errors));
    await putYear(visit, read.value);
    return redirect(`${localized(visit.language, yearPaths.list)}?saved=yes`);
  }
}
