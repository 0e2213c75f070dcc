import { newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { referSenior } from './actions.ts';
import { readDetails, readStart } from './input.ts';
import { outreachPaths } from './paths.ts';
import { listTaking } from './queries.ts';
import { AdvicePage, DetailsPage, ReferPage, ThanksPage } from './refer-pages.tsx';
import { outreachWords } from './words.ts';

/**
 * Referring an older adult, by everybody, without an account. The first question is answered without a trace: its route writes nothing, no audit line
 * and no count of a limit, so that about somebody who was not told nothing exists anywhere. Only a referral that is stored leaves a line.
 */
export function referRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'outreach', unlisted: visit.path !== outreachPaths.refer, hasErrors: errors !== undefined });
  const startPage = async (visit: Visit, errors?: FieldErrors) => <ReferPage frame={frame(visit, outreachWords[visit.language].referTitle, errors)} typed={visit.form} errors={errors} agencies={await listTaking(visit)} />;
  return [
    { method: 'GET', path: outreachPaths.refer, may: 'anyone', audit: 'none', handle: async (visit) => page(await startPage(visit)) },
    { method: 'POST', path: outreachPaths.refer, may: 'anyone', audit: 'none', handle: async (visit) => await start(visit) },
    { method: 'POST', path: outreachPaths.details, may: 'anyone', audit: 'none', limit: { name: 'outreach', max: 30, seconds: 600 }, handle: async (visit) => await details(visit) },
    { method: 'GET', path: outreachPaths.thanks, may: 'anyone', audit: 'none', handle: async (visit) => page(<ThanksPage frame={frame(visit, outreachWords[visit.language].thanksTitle)} />) },
  ];

  async function start(visit: Visit): Promise<Answer> {
    const agencies = await listTaking(visit);
    if (agencies.length === 0) return notFound;
    const read = readStart(visit.form, visit.language, agencies);
    if (read.errors) return invalid(await startPage(visit, read.errors));
    return adviceFor(visit, read.value) ?? page(<DetailsPage frame={frame(visit, outreachWords[visit.language].detailsTitle)} typed={emptyForm} errors={undefined} start={read.value} seed={newId()} />);
  }

  async function details(visit: Visit): Promise<Answer> {
    const begun = readStart(visit.form, visit.language, await listTaking(visit));
    if (begun.errors) return invalid(await startPage(visit, begun.errors));
    const instead = adviceFor(visit, begun.value);
    if (instead) return instead;
    const read = readDetails(visit.form, visit.language, begun.value);
    const seed = visit.form.text('seed');
    if (read.errors || seed === '') return invalid(<DetailsPage frame={frame(visit, outreachWords[visit.language].detailsTitle, read.errors ?? {})} typed={visit.form} errors={read.errors} start={begun.value} seed={seed || newId()} />);
    if (read.value === undefined) return page(<AdvicePage frame={frame(visit, outreachWords[visit.language].noNumberTitle)} why="no-number" />);
    return (await referSenior(visit, seed, read.value)) ? redirect(localized(visit.language, outreachPaths.thanks)) : notFound;
  }

  function adviceFor(visit: Visit, { told, age }: { told: string; age: string }): Answer | undefined {
    const words = outreachWords[visit.language];
    if (age === 'no') return page(<AdvicePage frame={frame(visit, words.youngTitle)} why="young" />);
    return told === 'not-told' ? page(<AdvicePage frame={frame(visit, words.adviceTitle)} why="not-told" />) : undefined;
  }
}
