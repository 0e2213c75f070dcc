import { findFigure, groupSeries, listDefinitions, listFigures, revisionsOf } from '#app/modules/insight/index.ts';
import { json, notFound, page } from '#app/platform/http/answer.ts';
import { openToAnySite } from '#app/platform/http/headers.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listDomains, listSources } from '../outline/queries.ts';
import { planPaths } from '../paths.ts';
import { figureData } from './data.ts';
import { figureValue } from './figure-value.ts';
import { FiguresPage } from './list-page.tsx';
import { FigurePage } from './show-page.tsx';
import { figureWords } from './words.ts';

export function figureRoutes(site: SiteSource): Route[] {
  const shared = { method: 'GET', may: 'anyone', audit: 'none', cached: true } as const;
  return [
    { ...shared, path: planPaths.figures, handle: showFigures },
    { ...shared, path: planPaths.figure(':slug'), handle: showFigure },
  ];

  async function showFigures(visit: Visit) {
    const words = figureWords[visit.language];
    const frame = frameOf(visit, site(), { title: words.title, description: words.lead, current: 'figures' });
    return page(<FiguresPage frame={frame} series={groupSeries(await listFigures(visit))} domains={await listDomains(visit)} sources={await listSources(visit)} today={visit.today} />);
  }

  async function showFigure(visit: Visit) {
    const figures = await listFigures(visit);
    const figure = figures.find((one) => one.slug === visit.params.slug);
    if (!figure) return notFound;
    const { language, today } = visit;
    const frame = frameOf(visit, site(), { title: `${figureValue(language, figure)} ${figure.label[language]}, ${figure.period[language]}`, current: 'figures' });
    const { series } = figure.definition;
    return page(
      <FigurePage
        frame={frame} figure={figure} today={today} definitions={await listDefinitions(visit, series)} revisions={revisionsOf(figures, figure.slug)}
        series={groupSeries(figures).find((one) => one.slug === series)?.figures ?? []}
        inputs={figure.inputs.flatMap((slug) => figures.filter((one) => one.slug === slug))} sources={await listSources(visit)}
      />,
    );
  }
}

/** The figures as data, beside the other data of the public plan. */
export function figureDataRoutes(): Route[] {
  const shared = { method: 'GET', localized: false, machine: true, may: 'anyone', audit: 'none', cached: true } as const;
  return [
    { ...shared, path: planPaths.figureData, handle: async (visit) => {
      const sources = await listSources(visit);
      return json((await listFigures(visit)).map((figure) => figureData(figure, sources)), { headers: openToAnySite });
    } },
    { ...shared, path: `${planPaths.figureData}/:slug`, handle: async (visit) => {
      const figure = await findFigure(visit, visit.params.slug ?? '');
      return figure ? json(figureData(figure, await listSources(visit)), { headers: openToAnySite }) : notFound;
    } },
  ];
}
