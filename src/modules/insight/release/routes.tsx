import { isId } from '#app/platform/db/id.ts';
import { accountOf } from '#app/platform/db/scope.ts';
import { type Answer, bytes, invalid, json, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import { openToAnySite } from '#app/platform/http/headers.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { approveRelease, askForRelease, mayReview, returnRelease } from './actions.ts';
import { tableCsv, tableData, withdrawnData } from './data.ts';
import { EntryPage } from './entry-page.tsx';
import { readAsk, readReason } from './input.ts';
import { LedgerPage } from './ledger-page.tsx';
import { releasePaths } from './paths.ts';
import { ProtectionPage } from './protection-page.tsx';
import type { Cube } from './cube.ts';
import { type Entry, findCube, findEntry, findReleased, findWithdrawn, type Released, type Withdrawn, listBlocks, listCells, listCubes, listEntries, listReleased } from './queries.ts';
import { listLatest } from './review-queries.ts';
import type { CubeSource } from './source.ts';
import { periodText } from './sentences.ts';
import { seriesRoutes } from './series-routes.tsx';
import { TablePage } from './table-page.tsx';
import { WithdrawnPage } from './withdraw-page.tsx';
import { releaseWords } from './words.ts';

const office = { roles: ['plan-manager', 'analyst'] } as const;

/** The ledger and its lines for the plan office and analysts; how it works for everybody. `sources`: who can count a cube when it is asked for. */
export function releaseRoutes(site: SiteSource, sources: readonly CubeSource[]): Route[] {
  return [
    { method: 'GET', path: releasePaths.ledger, may: office, audit: 'insight.read-ledger', handle: async (visit) => page(await ledger(visit)) },
    { method: 'POST', path: releasePaths.ledger, may: office, audit: 'insight.ask-release', handle: async (visit) => {
      const read = readAsk(visit.form, visit.language, (await listCubes(visit)).map((one) => one.slug).filter((slug) => isCounted(slug)), visit.today);
      if (read.errors) return invalid(await ledger(visit, read.errors));
      const id = await askForRelease(visit, read.value.cube, read.value.period);
      visit.about('release', id);
      return redirect(localized(visit.language, releasePaths.one(id)));
    } },
    { method: 'GET', path: releasePaths.protection, may: 'anyone', audit: 'none', handle: async (visit) => page(
      <ProtectionPage frame={frameOf(visit, site(), { title: releaseWords[visit.language].publicTitle, current: 'protection' })} cubes={(await listCubes(visit)).filter((one) => one.readers === 'public')} latest={await listLatest(visit)} />) },
    { method: 'GET', path: releasePaths.table(':id'), may: 'anyone', audit: 'none', handle: async (visit) => await filed(visit, async (cube, released) => {
      const frame = frameOf(visit, site(), { title: `${cube.title[visit.language]}, ${periodText(visit.language, released.period)}`, current: 'protection' });
      return page('cells' in released ? <TablePage frame={frame} cube={cube} released={released} others={(await listReleased(visit, [cube.slug])).filter(({ id }) => id !== released.id)} /> : <WithdrawnPage frame={frame} cube={cube} withdrawn={released} />);
    }) },
    { method: 'GET', path: releasePaths.file(':id', ':format'), localized: false, machine: true, may: 'anyone', audit: 'none', handle: async (visit) => await filed(visit, (cube, released) => {
      if (!('cells' in released)) return visit.params.format === 'json' ? json(withdrawnData(cube, released), { status: 410, headers: openToAnySite }) : notFound;
      if (visit.params.format === 'json') return json(tableData(cube, released), { headers: openToAnySite });
      return visit.params.format === 'csv' ? bytes('text/csv; charset=utf-8', tableCsv(cube, released), { headers: openToAnySite }) : notFound;
    }) },
    ...seriesRoutes(site),
    { method: 'GET', path: releasePaths.one(':id'), may: office, audit: 'insight.read-release', handle: async (visit) => await found(visit, async (entry, cube) => page(await show(visit, entry, cube))) },
    { method: 'POST', path: releasePaths.step(':id', 'approve'), may: office, audit: 'insight.approve-release', handle: async (visit) => await found(visit, async (entry) => {
      if (!mayReview(entry, visit)) return problem('conflict');
      await approveRelease(visit, entry);
      return redirect(localized(visit.language, releasePaths.one(entry.id)));
    }) },
    { method: 'POST', path: releasePaths.step(':id', 'return'), may: office, audit: 'insight.return-release', handle: async (visit) => await found(visit, async (entry, cube) => {
      if (!mayReview(entry, visit)) return problem('conflict');
      const read = readReason(visit.form, visit.language);
      if (read.errors) return invalid(await show(visit, entry, cube, read.errors));
      await returnRelease(visit, entry, read.value);
      return redirect(localized(visit.language, releasePaths.one(entry.id)));
    }) },
  ];

  function isCounted(cube: string): boolean {
    return sources.some((source) => source.counts(cube));
  }

  async function ledger(visit: Visit, errors?: FieldErrors) {
    const cubes = await listCubes(visit);
    return <LedgerPage frame={frameOf(visit, site(), { title: releaseWords[visit.language].title, current: 'releases', hasErrors: errors !== undefined })} entries={await listEntries(visit)} cubes={cubes} offered={cubes.filter((one) => isCounted(one.slug))} typed={visit.form} errors={errors} />;
  }

  async function filed(visit: Visit, then: (cube: Cube, released: Released | Withdrawn) => Answer | Promise<Answer>): Promise<Answer> {
    const released = isId(visit.params.id) ? ((await findReleased(visit, visit.params.id)) ?? (await findWithdrawn(visit, visit.params.id))) : undefined;
    const cube = released ? await findCube(visit, released.cube) : undefined;
    return released && cube ? await then(cube, released) : notFound;
  }

  async function found<T>(visit: Visit, then: (entry: Entry, cube: Cube) => Promise<T>) {
    const entry = isId(visit.params.id) ? await findEntry(visit, visit.params.id) : undefined;
    const cube = entry ? await findCube(visit, entry.cube) : undefined;
    if (!entry || !cube) return notFound;
    visit.about('release', entry.id);
    return await then(entry, cube);
  }

  async function show(visit: Visit, entry: Entry, cube: Cube, errors?: FieldErrors) {
    return (
      <EntryPage frame={frameOf(visit, site(), { title: cube.title[visit.language], current: 'releases', hasErrors: errors !== undefined })} entry={entry} cube={cube} cells={await listCells(visit, entry.id)} blocks={await listBlocks(visit, entry.id)}
        account={accountOf(visit)} mayReview={mayReview(entry, visit)} typed={visit.form} errors={errors} />
    );
  }
}
