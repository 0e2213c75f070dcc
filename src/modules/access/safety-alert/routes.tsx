import { isId } from '#app/platform/db/id.ts';
import { type Answer, conflicting, invalid, type Markup, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { nameIn } from '../assessment/reader.ts';
import { findVersion } from '../instrument/queries.ts';
import { caring } from '../paths.ts';
import { personIn } from '../person/desk.ts';
import { answerAlert } from './actions.ts';
import { readAnswer } from './input.ts';
import { AlertPage } from './pages.tsx';
import { alertPaths } from './paths.ts';
import { type Alert, readAlert } from './queries.ts';
import { alertWords } from './words.ts';

/** An answer that calls for somebody to act today: what to do now, and the record of what was done. */
export function alertRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: alertPaths.show(':id', ':alert'), may: caring, audit: 'access.open-alert', handle: async (visit) => await withAlert(visit, async (alert) => page(await draw(visit, alert))) },
    { method: 'POST', path: alertPaths.show(':id', ':alert'), may: caring, audit: 'access.answer-alert', handle: async (visit) => await withAlert(visit, async (alert) => await post(visit, alert)) },
  ];

  async function withAlert(visit: Visit, work: (alert: Alert) => Promise<Answer>): Promise<Answer> {
    const person = personIn(visit);
    const alert = person && isId(visit.params.alert) ? await readAlert(visit, visit.params.alert) : undefined;
    return alert && alert.person === person ? await work(alert) : notFound;
  }

  async function draw(visit: Visit, alert: Alert, errors?: FieldErrors, taken = false): Promise<Markup> {
    const frame = frameOf(visit, site(), { title: alertWords[visit.language][alert.answeredAt ? 'titleDone' : 'title'], current: 'persons', hasErrors: errors !== undefined });
    return <AlertPage frame={frame} alert={alert} name={await nameIn(visit, alert.person)} version={alert.hash ? await findVersion(visit, alert.hash) : undefined} typed={visit.form} errors={errors} taken={taken} timeZone={visit.timeZone} />;
  }

  async function post(visit: Visit, alert: Alert): Promise<Answer> {
    if (!alert.answers) return notFound;
    const read = readAnswer(visit.form, visit.language);
    if (alert.answeredAt) return conflicting(await draw(visit, alert, undefined, true));
    if (read.errors) return invalid(await draw(visit, alert, read.errors));
    if (await answerAlert(visit, alert.id, read.value.outcome, read.value.note)) return redirect(localized(visit.language, alertPaths.show(alert.person, alert.id)));
    return conflicting(await draw(visit, (await readAlert(visit, alert.id)) ?? alert, undefined, true));
  }
}
