import { findFigure, listFigures, listRevisions } from '#app/modules/insight/index.ts';
import { notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listSources } from '../outline/queries.ts';
import { planPaths } from '../paths.ts';
import { figureValue } from './figure-value.ts';
import { FigurePage, FiguresPage } from './pages.tsx';
import { figureWords } from './words.ts';

export function figureRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: planPaths.figures, may: 'anyone', audit: 'none', cached: true, handle: showFigures },
    { method: 'GET', path: planPaths.figure(':slug'), may: 'anyone', audit: 'none', cached: true, handle: showFigure },
  ];

  async function showFigures(visit: Visit) {
    const words = figureWords[visit.language];
    const figures = (await listFigures(visit)).filter((figure) => !figure.supersededBy);
    return page(<FiguresPage frame={frameOf(visit, site(), { title: words.title, description: words.lead, current: 'figures' })} figures={figures} />);
  }

  async function showFigure(visit: Visit) {
    const figure = await findFigure(visit, visit.params.slug ?? '');
    if (!figure) return notFound;
    const frame = frameOf(visit, site(), { title: `${figureValue(visit.language, figure)} ${figure.label[visit.language]}`, current: 'figures' });
    return page(<FigurePage frame={frame} figure={figure} revisions={await listRevisions(visit, figure.slug)} sources={await listSources(visit)} />);
  }
}
