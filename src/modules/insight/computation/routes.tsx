import { isId, newId } from '#app/platform/db/id.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { working } from '../dataset/paths.ts';
import { findCurrent, findDataset, listDatasets } from '../dataset/queries.ts';
import { choicesFor } from './choices.ts';
import { ComputationFormPage } from './form-page.tsx';
import { readComputation, typedOf } from './input.ts';
import { ComputationsPage } from './list-page.tsx';
import { computationPaths } from './paths.ts';
import { type Computation, decideRun, findRun, getComputation, insertComputation, insertRun, isTaken, listComputations, listRuns, listVersionsOf } from './queries.ts';
import { RunPage } from './run-page.tsx';
import { saidOf } from './said.ts';
import { ComputationPage } from './show-page.tsx';
import { computationWords } from './words.ts';

/** Computations and their runs, for whoever works with data. */
export function computationRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'computations', hasErrors: errors !== undefined });
  const to = (visit: Visit, path: string) => redirect(localized(visit.language, path));
  const get = (path: string, handle: Route['handle']): Route => ({ method: 'GET', path, may: working, audit: 'none', handle });
  const post = (path: string, audit: string, handle: Route['handle']): Route => ({ method: 'POST', path, may: working, audit, handle });
  return [
    get(computationPaths.computations, list),
    get('/insight/computations/new', async (visit) => to(visit, computationPaths.newOf(encodeURIComponent(visit.query.get('dataset') ?? '')))),
    get(computationPaths.newOf(':dataset'), async (visit) => await form(visit, visit.params.dataset ?? '', undefined)),
    post(computationPaths.newOf(':dataset'), 'insight.make-computation', async (visit) => await keep(visit, visit.params.dataset ?? '', undefined)),
    get(computationPaths.run(':id'), showRun),
    post(computationPaths.runStep(':id', 'release'), 'insight.release-figures', async (visit) => await decide(visit, 'release-asked')),
    post(computationPaths.runStep(':id', 'discard'), 'insight.discard-run', async (visit) => await decide(visit, 'discarded')),
    get(computationPaths.computation(':series'), async (visit) => await withNewest(visit, show)),
    get(computationPaths.newVersion(':series'), async (visit) => await withNewest(visit, async (newest) => await form(visit, newest.dataset, newest))),
    post(computationPaths.newVersion(':series'), 'insight.change-computation', async (visit) => await withNewest(visit, async (newest) => await keep(visit, newest.dataset, newest))),
    post(computationPaths.start(':series'), 'insight.ask-run', async (visit) => await withNewest(visit, async (newest) => await start(visit, newest))),
  ];

  async function list(visit: Visit): Promise<Answer> {
    const datasets = (await listDatasets(visit)).filter((one) => one.number !== null);
    const chosen = visit.query.get('dataset') ?? undefined;
    return page(<ComputationsPage frame={frame(visit, computationWords[visit.language].title)} computations={await listComputations(visit, chosen)} datasets={datasets} chosen={chosen} />);
  }

  async function withNewest(visit: Visit, work: (newest: Computation, versions: readonly Computation[], visit: Visit) => Promise<Answer>): Promise<Answer> {
    const versions = await listVersionsOf(visit, visit.params.series ?? '');
    const [newest] = versions;
    if (!newest) return notFound;
    visit.about('computation', newest.slug);
    return await work(newest, versions, visit);
  }

  async function form(visit: Visit, slug: string, before: Computation | undefined, errors?: FieldErrors): Promise<Answer> {
    const [dataset, choices] = [await findDataset(visit, slug), await choicesFor(visit, slug)];
    if (!dataset || !choices) return notFound;
    const typed = errors ? Object.fromEntries(visit.form.entries()) : before ? typedOf(before) : {};
    const words = computationWords[visit.language];
    const title = before ? words.newVersion(before.name[visit.language]) : words.newTitle(dataset.name[visit.language]);
    const body = <ComputationFormPage frame={frame(visit, title, errors)} dataset={dataset.name} choices={choices} typed={typed} before={before?.name} errors={errors} />;
    return errors ? invalid(body) : page(body);
  }

  async function keep(visit: Visit, dataset: string, before: Computation | undefined): Promise<Answer> {
    const choices = await choicesFor(visit, dataset);
    if (!choices) return notFound;
    const read = readComputation(visit.form, visit.language, choices, before);
    if ('errors' in read) return await form(visit, dataset, before, read.errors);
    if (!before && (await isTaken(visit, read.value.series))) return await form(visit, dataset, before, { id: computationWords[visit.language].taken });
    await insertComputation(visit, { ...read.value, dataset, version: (before?.version ?? 0) + 1 });
    visit.about('computation', read.value.series);
    return to(visit, computationPaths.computation(read.value.series));
  }

  async function show(newest: Computation, versions: readonly Computation[], visit: Visit): Promise<Answer> {
    const [dataset, choices, current] = [await findDataset(visit, newest.dataset), await choicesFor(visit, newest.dataset), await findCurrent(visit, newest.dataset)];
    if (!dataset || !choices) return notFound;
    const value = typedOf(newest).denominator;
    const said = saidOf(newest.recipe, choices.schema, dataset.name, newest.kind, choices.denominators.find((one) => one.value === value)?.label);
    return page(<ComputationPage frame={frame(visit, newest.name[visit.language])} versions={versions} dataset={dataset.name} said={said} runs={await listRuns(visit, newest.series)} current={current?.number ?? undefined} timeZone={visit.timeZone} />);
  }

  async function start(visit: Visit, newest: Computation): Promise<Answer> {
    const current = await findCurrent(visit, newest.dataset);
    if (!current) return to(visit, computationPaths.computation(newest.series));
    const id = newId();
    await insertRun(visit, { id, computation: newest.slug, version: current.id });
    await raiseEvent(visit, { kind: 'insight.run-asked', subject: id });
    return to(visit, computationPaths.run(id));
  }

  async function showRun(visit: Visit): Promise<Answer> {
    const id = visit.params.id ?? '';
    const run = isId(id) ? await findRun(visit, id) : undefined;
    if (!run) return notFound;
    const computation = await getComputation(visit, run.computation);
    return page(<RunPage frame={frame(visit, computationWords[visit.language].runTitle(computation.name[visit.language]))} run={run} computation={computation} />);
  }

  async function decide(visit: Visit, state: 'release-asked' | 'discarded'): Promise<Answer> {
    const id = visit.params.id ?? '';
    if (!isId(id) || !(await decideRun(visit, id, state))) return notFound;
    visit.about('computation-run', id);
    if (state === 'release-asked') await raiseEvent(visit, { kind: 'insight.figures-asked', subject: id });
    return to(visit, computationPaths.run(id));
  }
}
