import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { rowsBehind } from '../computation/behind.ts';
import { findRun, getComputation } from '../computation/queries.ts';
import { working } from '../dataset/paths.ts';
import { getSchema } from '../dataset/queries.ts';
import { readRows } from '../dataset/row-queries.ts';
import { listFigures } from '../figure/queries.ts';
import { MadePage } from './made-page.tsx';
import { madePaths } from './paths.ts';
import { findMade } from './queries.ts';
import { FigureRowsPage } from './rows-page.tsx';
import { madeWords } from './words.ts';

const mostRows = 150_000;

/** How every figure was made, for everybody; the rows behind a computed one for whoever works with data. */
export function madeRoutes(site: SiteSource): Route[] {
  return [
    // Not kept in memory: whoever works with data finds the way to the rows here.
    { method: 'GET', path: madePaths.made(':slug'), may: 'anyone', audit: 'none', handle: showMade },
    { method: 'GET', path: madePaths.rows(':slug'), may: working, audit: 'none', handle: showRows },
  ];

  async function showMade(visit: Visit): Promise<Answer> {
    const figures = await listFigures(visit);
    const figure = figures.find((one) => one.slug === visit.params.slug);
    if (!figure) return notFound;
    const frame = frameOf(visit, site(), { title: `${madeWords[visit.language].title}, ${figure.label[visit.language]}`, current: 'figures' });
    return page(<MadePage frame={frame} figure={figure} made={await findMade(visit, figure.slug)} inputs={figures.filter(({ slug }) => figure.inputs.includes(slug))} seesRows={hasRole(visit, 'analyst')} />);
  }

  async function showRows(visit: Visit): Promise<Answer> {
    const figure = (await listFigures(visit)).find((one) => one.slug === visit.params.slug);
    const made = figure && (await findMade(visit, figure.slug));
    const run = made?.run ? await findRun(visit, made.run) : undefined;
    if (!figure || !made || !run) return notFound;
    const { recipe } = await getComputation(visit, made.computation);
    const rows = rowsBehind(recipe, { from: figure.periodFrom ?? '', to: figure.periodTo ?? '', place: figure.place, part: figure.breakdown?.slug }, await readRows(visit, run.versionId, 0, mostRows));
    return page(<FigureRowsPage frame={frameOf(visit, site(), { title: madeWords[visit.language].rowsTitle, current: 'computations' })} figure={figure} made={made} schema={await getSchema(visit, made.dataset, made.schemaVersion)} rows={rows} />);
  }
}
