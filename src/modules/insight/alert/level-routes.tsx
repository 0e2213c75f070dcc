import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { listReleasedMonths } from '../opioid-report/queries.ts';
import { setLevel } from './actions.ts';
import { findAlert } from './alert-queries.ts';
import { readLevel } from './input.ts';
import { SetLevelPage } from './level-pages.tsx';
import { findLevel, listLevels } from './level-queries.ts';
import { alertPaths } from './paths.ts';
import { LevelPage } from './public-page.tsx';
import { publicWords } from './public-words.ts';
import { listAreas, listRules, listSeries } from './queries.ts';
import { listPublicRates } from './rate-queries.ts';
import { alertWords } from './words.ts';

const keepers = { roles: ['alert-keeper'] } as const;

/** The public level, for everybody, and where a keeper sets it. */
export function levelRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: alertPaths.level, may: 'anyone', audit: 'none', handle: showLevel },
    { method: 'GET', path: alertPaths.setLevel, may: keepers, audit: 'none', handle: async (visit) => page(await setPage(visit)) },
    { method: 'POST', path: alertPaths.setLevel, may: keepers, audit: 'insight.set-level', handle: postLevel },
  ];

  async function showLevel(visit: Visit): Promise<Answer> {
    const words = publicWords[visit.language];
    const frame = frameOf(visit, site(), { title: words.title, description: words.lead, current: 'alerts' });
    const events = (await listSeries(visit)).find(({ source }) => source === 'events');
    const months = events ? await listReleasedMonths(visit, events.slug, 'overdoses') : [];
    const rules = (await listRules(visit)).filter((rule) => !rule.eachArea);
    return page(<LevelPage frame={frame} current={await findLevel(visit)} areas={await listAreas(visit)} rules={rules} rates={await listPublicRates(visit)} months={months} today={visit.today} />);
  }

  async function setPage(visit: Visit, errors?: FieldErrors) {
    const frame = frameOf(visit, site(), { title: alertWords[visit.language].setLevel, current: 'alerts-level', hasErrors: errors !== undefined });
    const alert = errors ? visit.form.text('alert') : (visit.query.get('alert') ?? '');
    return <SetLevelPage frame={frame} history={await listLevels(visit)} areas={await listAreas(visit)} typed={errors ? visit.form : emptyForm} errors={errors} alert={isId(alert) ? alert : undefined} today={visit.today} done={visit.query.has('done')} />;
  }

  async function postLevel(visit: Visit): Promise<Answer> {
    const read = readLevel(visit.form, visit.language, visit.today, (await listAreas(visit)).map(({ slug }) => slug));
    if (read.errors) return invalid(await setPage(visit, read.errors));
    const alert = visit.form.text('alert');
    const known = isId(alert) ? await findAlert(visit, alert) : undefined;
    visit.about('alert-level', await setLevel(visit, { ...read.value, alert: known?.id ?? null }));
    return redirect(`${localized(visit.language, alertPaths.setLevel)}?done=yes`);
  }
}
