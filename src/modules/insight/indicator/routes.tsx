import { bytes, json, notFound, page } from '#app/platform/http/answer.ts';
import { openToAnySite } from '#app/platform/http/headers.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { listFigures } from '../figure/queries.ts';
import { indicatorData, valuesCsv } from './data.ts';
import { type Order, IndicatorsPage } from './list-page.tsx';
import { officeRoutes } from './office-routes.tsx';
import { indicatorPaths } from './paths.ts';
import { listVersions, readSurroundings } from './queries.ts';
import { findReading, listReadings } from './readings.ts';
import { IndicatorPage } from './show-page.tsx';
import { indicatorWords } from './words.ts';

/** Every page of indicators. Those with a fixed name come before that of one indicator. */
export function indicatorRoutes(site: SiteSource): Route[] {
  const open = { method: 'GET', may: 'anyone', audit: 'none', cached: true } as const;
  const data = { ...open, localized: false, machine: true } as const;
  return [
    ...officeRoutes(site),
    { ...open, path: indicatorPaths.list, handle: async (visit) => await showList(visit, 'domain') },
    { ...open, path: indicatorPaths.byLevel, handle: async (visit) => await showList(visit, 'level') },
    { ...open, path: indicatorPaths.byArea, handle: async (visit) => await showList(visit, 'area') },
    { ...open, path: indicatorPaths.one(':slug'), handle: showOne },
    { ...data, path: indicatorPaths.data, handle: async (visit) => {
      const around = await readSurroundings(visit);
      return json((await listReadings(visit)).map((one) => indicatorData(one, around, visit.today)), { headers: openToAnySite });
    } },
    { ...data, path: indicatorPaths.oneData(':slug'), handle: async (visit) => {
      const reading = await findReading(visit, visit.params.slug ?? '');
      return reading ? json(indicatorData(reading, await readSurroundings(visit), visit.today), { headers: openToAnySite }) : notFound;
    } },
    { ...data, path: indicatorPaths.values(':slug'), handle: async (visit) => {
      const reading = await findReading(visit, visit.params.slug ?? '');
      if (!reading) return notFound;
      const body = valuesCsv(reading, visit.today, (path) => `${visit.baseUrl}${localized('en', path)}`);
      return bytes('text/csv; charset=utf-8', body, { headers: { ...openToAnySite, 'content-disposition': `attachment; filename="${reading.indicator.slug}.csv"` } });
    } },
  ];

  async function showList(visit: Visit, order: Order) {
    const words = indicatorWords[visit.language];
    const frame = frameOf(visit, site(), { title: words.title, description: words.lead, current: 'indicators' });
    return page(<IndicatorsPage frame={frame} order={order} readings={(await listReadings(visit)).filter((one) => !one.indicator.retired)} around={await readSurroundings(visit)} today={visit.today} />);
  }

  async function showOne(visit: Visit) {
    const reading = await findReading(visit, visit.params.slug ?? '');
    if (!reading) return notFound;
    const { indicator } = reading;
    const frame = frameOf(visit, site(), { title: indicator.name[visit.language], description: indicator.outcome[visit.language], current: 'indicators' });
    const series = (await listFigures(visit)).filter((one) => one.definition.series === indicator.series);
    return page(<IndicatorPage frame={frame} reading={reading} versions={await listVersions(visit, indicator.slug)} series={series} around={await readSurroundings(visit)} today={visit.today} />);
  }
}
