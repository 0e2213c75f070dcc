import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { answering, intakePaths } from '../intake/paths.ts';
import { findIntake, type Intake } from '../intake/queries.ts';
import type { Desk } from '../person/actions.ts';
import { deskOf } from '../person/desk.ts';
import { listAgencies } from '../person/queries.ts';
import { confirm, handOver } from './actions.ts';
import { readHandOff } from './input.ts';
import { HandOffFormPage, ToUsPage } from './pages.tsx';
import { handOffPaths, receiving } from './paths.ts';
import { findHandOff, listToUs } from './queries.ts';
import { handOffWords } from './words.ts';

/** Warm hand-overs: recorded by who hands over, confirmed by who takes over. */
export function handOffRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'intakes', hasErrors: errors !== undefined });
  const form = async (visit: Visit, intake: Intake, errors?: FieldErrors) => (
    <HandOffFormPage frame={frame(visit, handOffWords[visit.language].enter, errors)} intake={intake.id} typed={visit.form} today={visit.today} agencies={(await listAgencies(visit)).filter((one) => one.id !== intake.agency)} errors={errors} />
  );
  const withIntake = (work: (visit: Visit, desk: Desk, intake: Intake) => Promise<Answer>) => async (visit: Visit): Promise<Answer> => {
    const [desk, id] = [deskOf(visit), visit.params.id];
    if (!desk || !isId(id)) return notFound;
    visit.about('intake', id);
    const intake = await findIntake(visit, id);
    return intake?.state === 'open' ? await work(visit, desk, intake) : notFound;
  };
  return [
    { method: 'GET', path: handOffPaths.handOffs, may: receiving, audit: 'access.list-hand-offs', handle: async (visit) => {
      const desk = deskOf(visit);
      return desk ? page(<ToUsPage frame={frame(visit, handOffWords[visit.language].title)} handOffs={await listToUs(visit, desk.agency)} agencies={await listAgencies(visit)} />) : notFound;
    } },
    { method: 'POST', path: handOffPaths.confirm(':id'), may: receiving, audit: 'access.confirm-hand-off', handle: async (visit) => {
      const [desk, id] = [deskOf(visit), visit.params.id];
      const found = desk && isId(id) ? await findHandOff(visit, id) : undefined;
      if (!desk || !found || !(await confirm(visit, desk, found))) return notFound;
      visit.about('hand-off', found.id);
      return redirect(localized(visit.language, found.toAgency === desk.agency ? handOffPaths.handOffs : intakePaths.intake(found.intake)));
    } },
    { method: 'GET', path: handOffPaths.enter(':id'), may: answering, audit: 'none', handle: withIntake(async (visit, _desk, intake) => page(await form(visit, intake))) },
    { method: 'POST', path: handOffPaths.enter(':id'), may: answering, audit: 'access.hand-over', handle: withIntake(async (visit, desk, intake) => {
      const read = readHandOff(visit.form, visit.language, visit.today, (await listAgencies(visit)).filter((one) => one.id !== intake.agency));
      if (read.errors) return invalid(await form(visit, intake, read.errors));
      await handOver(visit, desk, intake, read.value);
      return redirect(localized(visit.language, intakePaths.intake(intake.id)));
    }) },
  ];
}
