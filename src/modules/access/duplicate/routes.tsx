import { isId } from '#app/platform/db/id.ts';
import { accountOf } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { writeFound } from '../person/queries.ts';
import { judgePair, undoJudged, type Verdict } from './actions.ts';
import { DuplicatesPage } from './pages.tsx';
import { duplicatePaths } from './paths.ts';
import { findPair, listPairs, listSides, type Pair } from './queries.ts';
import { duplicateWords } from './words.ts';

const supervisor = { roles: ['access-supervisor'] } as const;
const limit = 20;
const verdicts: readonly Verdict[] = ['left', 'right', 'not-same'];

/** Possible duplicates: judged by a supervisor, never by the program. Each record shown leaves its line in the audit trail. */
export function duplicateRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: duplicatePaths.list, may: supervisor, audit: 'access.list-duplicates', handle: async (visit) => page(await list(visit)) },
    { method: 'POST', path: duplicatePaths.judge(':pair'), may: supervisor, audit: 'access.judge-pair', handle: async (visit) => await withPair(visit, async (pair, account) => {
      const verdict = verdicts.find((one) => one === visit.form.text(`verdict-${pair.id}`));
      if (!verdict) return invalid(await list(visit, { [`verdict-${pair.id}`]: duplicateWords[visit.language].noVerdict }, pair.id));
      if (await judgePair(visit, account, pair, verdict)) return redirect(localized(visit.language, duplicatePaths.list));
      return pair.state === 'suggested' ? invalid(await list(visit, { [`verdict-${pair.id}`]: duplicateWords[visit.language].gone }, pair.id)) : notFound;
    }) },
    { method: 'POST', path: duplicatePaths.undo(':pair'), may: supervisor, audit: 'access.undo-pair', handle: async (visit) => await withPair(visit, async (pair, account) =>
      (await undoJudged(visit, account, pair)) ? redirect(localized(visit.language, duplicatePaths.list)) : notFound) },
  ];

  async function withPair(visit: Visit, work: (pair: Pair, account: string) => Promise<Answer>): Promise<Answer> {
    const [id, account] = [visit.params.pair ?? '', accountOf(visit)];
    const pair = isId(id) ? await findPair(visit, id) : undefined;
    if (!pair || !account) return notFound;
    visit.about('person-pair', id);
    return await work(pair, account);
  }

  async function list(visit: Visit, errors?: FieldErrors, wrong?: string) {
    const [suggested, judged] = [await listPairs(visit, 'suggested', limit), await listPairs(visit, 'judged', limit)];
    const sides = await listSides(visit, [...new Set([...suggested, ...judged].flatMap(({ left, right }) => [left, right]))]);
    await writeFound(visit, [...sides.values()]);
    const frame = frameOf(visit, site(), { title: duplicateWords[visit.language].title, current: 'duplicates', hasErrors: errors !== undefined });
    return <DuplicatesPage frame={frame} suggested={suggested} judged={judged} sides={sides} limit={limit} timeZone={visit.timeZone} typed={visit.form} errors={errors} wrong={wrong} />;
  }
}
