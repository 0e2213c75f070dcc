import { isId } from '#app/platform/db/id.ts';
import { accountOf } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { approveRelease, mayReview, withdrawRelease } from './actions.ts';
import type { Cube } from './cube.ts';
import { readWithdrawal } from './input.ts';
import { releasePaths } from './paths.ts';
import { type Entry, findCube, findEntry } from './queries.ts';
import { listWaiting } from './review-queries.ts';
import { SeriesPage } from './series-page.tsx';
import { WithdrawPage } from './withdraw-page.tsx';
import { releaseWords } from './words.ts';

const office = { roles: ['plan-manager', 'analyst'] } as const;

/** For the plan office and analysts: every period of a table approved by one press, and a filed table taken back. */
export function seriesRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: releasePaths.series, may: office, audit: 'insight.read-release-series', handle: async (visit) => await series(visit, visit.query.get('cube') ?? '', async (cube) => page(await show(visit, cube))) },
    { method: 'POST', path: releasePaths.series, may: office, audit: 'insight.approve-releases', handle: async (visit) => await series(visit, visit.form.text('cube'), async (cube) => {
      const words = releaseWords[visit.language];
      const chosen = visit.form.list('release');
      if (chosen.length === 0) return invalid(await show(visit, cube, { chosen, errors: { release: words.chooseNone } }));
      const waiting = (await listWaiting(visit, cube.slug)).filter((one) => chosen.includes(one.id) && mayReview(one, visit));
      // All that was looked at, or nothing: what changed meanwhile is looked at again.
      if (waiting.length !== new Set(chosen).size) return invalid(await show(visit, cube, { chosen, errors: { release: words.changed } }));
      for (const one of waiting) await approveRelease(visit, one);
      return redirect(`${localized(visit.language, releasePaths.series)}?${new URLSearchParams({ cube: cube.slug, filed: String(waiting.length) })}`);
    }) },
    { method: 'GET', path: releasePaths.step(':id', 'withdraw'), may: office, audit: 'insight.read-release', handle: async (visit) => await filed(visit, async (entry, cube) => page(withdrawal(visit, entry, cube))) },
    { method: 'POST', path: releasePaths.step(':id', 'withdraw'), may: office, audit: 'insight.withdraw-release', handle: async (visit) => await filed(visit, async (entry, cube) => {
      const read = readWithdrawal(visit.form, visit.language);
      if (read.errors) return invalid(withdrawal(visit, entry, cube, read.errors));
      await withdrawRelease(visit, entry, read.value);
      return redirect(localized(visit.language, releasePaths.one(entry.id)));
    }) },
  ];

  async function series(visit: Visit, slug: string, then: (cube: Cube) => Promise<Answer>): Promise<Answer> {
    const cube = await findCube(visit, slug);
    if (!cube) return notFound;
    visit.about('release-cube', cube.slug);
    return await then(cube);
  }

  async function show(visit: Visit, cube: Cube, more: { chosen?: readonly string[]; errors?: FieldErrors } = {}) {
    const all = await listWaiting(visit, cube.slug);
    const waiting = all.filter((one) => mayReview(one, visit));
    const [own, filedNow] = [all.filter((one) => one.preparedBy === accountOf(visit)).length, Number(visit.query.get('filed') ?? 0)];
    return <SeriesPage frame={frameOf(visit, site(), { title: releaseWords[visit.language].series, current: 'releases', hasErrors: more.errors !== undefined })} cube={cube} waiting={waiting} own={own} chosen={more.chosen ?? waiting.map(({ id }) => id)} filed={Number.isSafeInteger(filedNow) ? filedNow : 0} errors={more.errors} />;
  }

  async function filed(visit: Visit, then: (entry: Entry, cube: Cube) => Promise<Answer>): Promise<Answer> {
    const entry = isId(visit.params.id) ? await findEntry(visit, visit.params.id) : undefined;
    const cube = entry ? await findCube(visit, entry.cube) : undefined;
    if (!entry || !cube) return notFound;
    visit.about('release', entry.id);
    return entry.state === 'filed' ? await then(entry, cube) : problem('conflict');
  }

  function withdrawal(visit: Visit, entry: Entry, cube: Cube, errors?: FieldErrors) {
    return <WithdrawPage frame={frameOf(visit, site(), { title: releaseWords[visit.language].withdraw, current: 'releases', hasErrors: errors !== undefined })} entry={entry} cube={cube} typed={visit.form} errors={errors} />;
  }
}
