import { newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { insertReports } from '../overdose/queries.ts';
import { timelineOf } from './counts.ts';
import { curveOf } from './curve-units.ts';
import { readCounts } from './input.ts';
import { nowcastWeeks } from './nowcast-weeks.ts';
import { alertPaths } from './paths.ts';
import { countDays, listAreas, listArrivals, listRules, listSeries } from './queries.ts';
import type { Series } from './rule.ts';
import { SeriesPage } from './series-page.tsx';

const watchers = { roles: ['alert-keeper', 'analyst'] } as const;

/** The counts of a series, and where those that are kept elsewhere are reported. */
export function seriesRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: alertPaths.series(':series'), may: watchers, audit: 'insight.read-counts', handle: async (visit) => await guarded(visit, async (series) => page(await seriesPage(visit, series))) },
    { method: 'POST', path: alertPaths.series(':series'), may: watchers, audit: 'insight.report-counts', handle: async (visit) => await guarded(visit, async (series) => await postCounts(visit, series)) },
  ];

  async function guarded(visit: Visit, then: (series: Series) => Promise<Answer>): Promise<Answer> {
    const series = (await listSeries(visit)).find(({ slug }) => slug === visit.params.series);
    return series ? await then(series) : notFound;
  }

  async function seriesPage(visit: Visit, series: Series, errors?: FieldErrors) {
    const days = await countDays(visit, series);
    const timeline = timelineOf(days, 'week', visit.today);
    const weekly = (await listRules(visit)).find((rule) => rule.series === series.slug && rule.unit === 'week' && !rule.eachArea && rule.active);
    const saved = visit.query.get('saved');
    return <SeriesPage frame={frameOf(visit, site(), { title: series.name[visit.language], current: `counts-${series.slug}`, hasErrors: errors !== undefined })} series={series} areas={await listAreas(visit)}
      curve={timeline ? curveOf(weekly, timeline, 52) : []} nowcast={nowcastWeeks(await listArrivals(visit, series), series.delayWeeks, visit.today)} days={days} today={visit.today}
      typed={errors ? visit.form : emptyForm} errors={errors} saved={saved !== null && /^\d{1,5}$/.test(saved) ? Number(saved) : undefined} />;
  }

  async function postCounts(visit: Visit, series: Series): Promise<Answer> {
    if (series.source !== 'reports') return notFound;
    const read = readCounts(visit.form, visit.language, visit.today, (await listAreas(visit)).map(({ slug }) => slug));
    if (read.errors) return invalid(await seriesPage(visit, series, read.errors));
    const saved = await insertReports(visit, series.slug, read.value.map((line) => ({ ...line, id: newId() })));
    if (saved > 0) await raiseEvent(visit, { kind: 'insight.counts-reported', detail: { series: series.slug } });
    return redirect(`${localized(visit.language, alertPaths.series(series.slug))}?saved=${saved}`);
  }
}
