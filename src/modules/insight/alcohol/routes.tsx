import { isId, newId } from '#app/platform/db/id.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { type Dataset, findCurrent, listDatasets } from '../dataset/queries.ts';
import { readAsked, readWanted } from './input.ts';
import { RunsPage } from './list-page.tsx';
import { alcoholPaths, asking, deciding } from './paths.ts';
import { askRelease, discardRun, findRun, insertRun, listRuns } from './queries.ts';
import { datasets, type AlcoholRun } from './run.ts';
import { RunPage } from './run-page.tsx';
import { alcoholWords } from './words.ts';

/** Runs of the alcohol method, for analysts and the plan manager. */
export function alcoholRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'alcohol-runs', hasErrors: errors !== undefined });
  const to = (visit: Visit, path: string) => redirect(localized(visit.language, path));
  return [
    { method: 'GET', path: alcoholPaths.runs, may: deciding, audit: 'none', handle: async (visit) => page(await list(visit)) },
    { method: 'POST', path: alcoholPaths.runs, may: asking, audit: 'insight.ask-alcohol-run', handle: ask },
    { method: 'GET', path: alcoholPaths.run(':id'), may: deciding, audit: 'none', handle: async (visit) => await withRun(visit, async (run) => page(show(visit, run))) },
    { method: 'POST', path: alcoholPaths.runStep(':id', 'release'), may: deciding, audit: 'insight.release-alcohol-run', handle: async (visit) => await withRun(visit, async (run) => await release(visit, run)) },
    { method: 'POST', path: alcoholPaths.runStep(':id', 'discard'), may: deciding, audit: 'insight.discard-alcohol-run', handle: async (visit) => await withRun(visit, async (run) => { await discardRun(visit, run.id); return to(visit, alcoholPaths.run(run.id)); }) },
  ];

  async function list(visit: Visit, errors?: FieldErrors) {
    const mayAsk = visit.actor.kind === 'staff' && visit.actor.roles.includes('analyst');
    const known = mayAsk ? await listDatasets(visit) : [];
    const inputs = Object.values(datasets).flatMap((slug): Dataset[] => known.filter((one) => one.slug === slug));
    return <RunsPage frame={frame(visit, alcoholWords[visit.language].title, errors)} runs={await listRuns(visit)} inputs={inputs} mayAsk={mayAsk} typed={visit.form} errors={errors} />;
  }

  async function ask(visit: Visit): Promise<Answer> {
    const asked = readAsked(visit.form, visit.language);
    if ('errors' in asked) return invalid(await list(visit, asked.errors));
    const [population, risks, counts] = [await findCurrent(visit, datasets.population), await findCurrent(visit, datasets.risks), await findCurrent(visit, datasets.counts)];
    if (!population || !risks) return invalid(await list(visit, { region: alcoholWords[visit.language].noData }));
    const id = newId();
    await insertRun(visit, id, { population: population.id, risks: risks.id, counts: counts?.id ?? null }, asked.value);
    visit.about('alcohol-run', id);
    await raiseEvent(visit, { kind: 'insight.alcohol-run-asked', subject: id });
    return to(visit, alcoholPaths.run(id));
  }

  async function withRun(visit: Visit, work: (run: AlcoholRun) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const run = isId(id) ? await findRun(visit, id) : undefined;
    if (!run) return notFound;
    visit.about('alcohol-run', id);
    return await work(run);
  }

  function show(visit: Visit, run: AlcoholRun, errors?: FieldErrors) {
    const own = visit.actor.kind === 'staff' && visit.actor.account === run.askedBy;
    return <RunPage frame={frame(visit, alcoholWords[visit.language].runTitle(run.region, run.year), errors)} run={run} own={own} typed={visit.form} errors={errors} />;
  }

  async function release(visit: Visit, run: AlcoholRun): Promise<Answer> {
    const wanted = readWanted(visit.form, visit.language, run.cells ?? []);
    if ('errors' in wanted) return run.state === 'done' ? invalid(show(visit, run, wanted.errors)) : to(visit, alcoholPaths.run(run.id));
    if (await askRelease(visit, run.id, wanted.value)) await raiseEvent(visit, { kind: 'insight.alcohol-release-asked', subject: run.id });
    return to(visit, alcoholPaths.run(run.id));
  }
}
