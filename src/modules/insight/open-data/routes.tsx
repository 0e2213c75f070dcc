import { type Answer, bytes, notFound, page } from '#app/platform/http/answer.ts';
import { openToAnySite } from '#app/platform/http/headers.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listFigures } from '../figure/queries.ts';
import { type FigureSeries, groupSeries } from '../figure/series.ts';
import { findCommunity } from '../publication/queries.ts';
import { catalogueOf } from './catalogue.ts';
import { seriesCsv, seriesJson, seriesMetadata } from './files.ts';
import { listOpenIndicators } from './indicators.ts';
import { OpenDataPage } from './open-data-page.tsx';
import { metadataOf, openDataPaths } from './paths.ts';
import { findTerms } from './queries.ts';
import { openDataWords } from './words.ts';

const types = { csv: 'text/csv; charset=utf-8; header=present', metadata: 'application/csvm+json; charset=utf-8', json: 'application/json; charset=utf-8', catalogue: 'application/ld+json; charset=utf-8' } as const;

/** The open data: read with the eyes of the public alone, so that no file says more than the pages do. */
export function openDataRoutes(site: SiteSource): Route[] {
  const open = { method: 'GET', may: 'anyone', audit: 'none', cached: true } as const;
  return [
    { ...open, path: openDataPaths.page, handle: showPage },
    { ...open, localized: false, machine: true, path: openDataPaths.catalogue, handle: catalogue },
    { ...open, localized: false, machine: true, path: openDataPaths.file(':file'), handle: file },
  ];

  async function gather(visit: Visit) {
    const [terms, community] = [await findTerms(visit), await findCommunity(visit)];
    if (!terms || !community) return undefined;
    const publisher = { en: `${community.name.en} ${community.place.en}`, fr: `${community.name.fr} ${community.place.fr}` };
    return { terms, publisher, series: groupSeries(await listFigures(visit)), baseUrl: visit.baseUrl };
  }

  async function showPage(visit: Visit): Promise<Answer> {
    const all = await gather(visit);
    if (!all) return notFound;
    const words = openDataWords[visit.language];
    return page(<OpenDataPage frame={frameOf(visit, site(), { title: words.title, description: words.lead, current: 'open-data' })} series={all.series} indicators={await listOpenIndicators(visit)} terms={all.terms} />);
  }

  async function catalogue(visit: Visit): Promise<Answer> {
    const all = await gather(visit);
    return all ? bytes(types.catalogue, JSON.stringify(catalogueOf(all.series, all.terms, all.publisher, all.baseUrl, await listOpenIndicators(visit))), { headers: openToAnySite }) : notFound;
  }

  async function file(visit: Visit): Promise<Answer> {
    const [, slug = '', kind = ''] = /^([a-z0-9-]+)\.(csv|csv-metadata\.json|json)$/.exec(visit.params.file ?? '') ?? [];
    const all = kind === '' ? undefined : await gather(visit);
    const series = all?.series.find((one) => one.slug === slug);
    return all && series ? written(series, kind, all) : notFound;
  }
}

type Gathered = { readonly terms: Parameters<typeof seriesJson>[1]; readonly publisher: Parameters<typeof seriesJson>[2]; readonly baseUrl: string };
function written(series: FigureSeries, kind: string, { terms, publisher, baseUrl }: Gathered): Answer {
  if (kind === 'csv') return bytes(types.csv, seriesCsv(series, baseUrl), { headers: { ...openToAnySite, link: `<${metadataOf(series.slug)}>; rel="describedby"; type="application/csvm+json"`, 'content-disposition': `inline; filename="${series.slug}.csv"` } });
  if (kind === 'json') return bytes(types.json, JSON.stringify(seriesJson(series, terms, publisher, baseUrl)), { headers: openToAnySite });
  return bytes(types.metadata, JSON.stringify(seriesMetadata(series, terms, publisher, baseUrl)), { headers: openToAnySite });
}
