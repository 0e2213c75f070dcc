import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { listFigures } from '../figure/queries.ts';
import { addIndicator, changeIndicator, confirmCheck, retireIndicator } from './actions.ts';
import { IndicatorFormPage, RetirePage, valueOptions } from './form-page.tsx';
import type { Indicator } from './indicator.ts';
import { type Choices, readIndicatorForm, readNote, readReason } from './input.ts';
import { KeptPage, OfficePage } from './office-pages.tsx';
import { officeWords } from './office-words.ts';
import { indicatorPaths } from './paths.ts';
import { findIndicator, listChecks, listVersions, readSurroundings } from './queries.ts';
import { listReadings } from './readings.ts';
import { readIndicator } from './rules.ts';

const keepers = { roles: ['plan-manager', 'analyst'] } as const;
const office = { roles: ['plan-manager'] } as const;

/** The work on indicators: analysts and the plan manager confirm checks, the plan manager adds, changes and retires. */
export function officeRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: indicatorPaths.office, may: keepers, audit: 'none', handle: showOffice },
    { method: 'GET', path: indicatorPaths.add, may: office, audit: 'none', handle: async (visit) => page(await formPage(visit)) },
    { method: 'POST', path: indicatorPaths.add, may: office, audit: 'insight.add-indicator', handle: postAdd },
    { method: 'GET', path: indicatorPaths.kept(':slug'), may: keepers, audit: 'none', handle: async (visit) => await withIndicator(visit, async (one) => page(await keptPage(visit, one))) },
    { method: 'POST', path: indicatorPaths.check(':slug'), may: keepers, audit: 'insight.check-indicator', handle: async (visit) => await withOpen(visit, async (one) => await postCheck(visit, one)) },
    { method: 'GET', path: indicatorPaths.change(':slug'), may: office, audit: 'none', handle: async (visit) => await withOpen(visit, async (one) => page(await formPage(visit, one))) },
    { method: 'POST', path: indicatorPaths.change(':slug'), may: office, audit: 'insight.change-indicator', handle: async (visit) => await withOpen(visit, async (one) => await postChange(visit, one)) },
    { method: 'GET', path: indicatorPaths.retire(':slug'), may: office, audit: 'none', handle: async (visit) => await withOpen(visit, async (one) => page(retirePage(visit, one))) },
    { method: 'POST', path: indicatorPaths.retire(':slug'), may: office, audit: 'insight.retire-indicator', handle: async (visit) => await withOpen(visit, async (one) => await postRetire(visit, one)) },
  ];

  function frame(visit: Visit, title: string, errors?: FieldErrors) {
    return frameOf(visit, site(), { title, current: 'keep-indicators', hasErrors: errors !== undefined });
  }

  async function withIndicator(visit: Visit, then: (indicator: Indicator) => Promise<Answer>): Promise<Answer> {
    const indicator = await findIndicator(visit, visit.params.slug ?? '');
    if (!indicator) return notFound;
    visit.about('indicator', indicator.slug);
    return await then(indicator);
  }

  /** The same for what a retired indicator no longer takes. */
  async function withOpen(visit: Visit, then: (indicator: Indicator) => Promise<Answer>): Promise<Answer> {
    return await withIndicator(visit, async (indicator) => (indicator.retired ? problem('conflict') : await then(indicator)));
  }

  async function showOffice(visit: Visit) {
    return page(<OfficePage frame={frame(visit, officeWords[visit.language].title)} readings={await listReadings(visit)} mayChange={hasRole(visit, 'plan-manager')} />);
  }

  async function keptPage(visit: Visit, indicator: Indicator, errors?: FieldErrors) {
    const reading = readIndicator(indicator, await listFigures(visit), visit.today);
    return (
      <KeptPage frame={frame(visit, indicator.name[visit.language], errors)} typed={visit.form} errors={errors} reading={reading} versions={await listVersions(visit, indicator.slug)}
        checks={await listChecks(visit, indicator.slug)} mayChange={hasRole(visit, 'plan-manager')} today={visit.today} />
    );
  }

  async function formPage(visit: Visit, indicator?: Indicator, errors?: FieldErrors) {
    const words = officeWords[visit.language];
    const figures = await listFigures(visit);
    return <IndicatorFormPage frame={frame(visit, indicator ? words.change : words.add, errors)} typed={visit.form} errors={errors} indicator={indicator} around={await readSurroundings(visit)} figures={figures} />;
  }

  function retirePage(visit: Visit, indicator: Indicator, errors?: FieldErrors) {
    return <RetirePage frame={frame(visit, officeWords[visit.language].retire, errors)} typed={visit.form} errors={errors} indicator={indicator} />;
  }

  async function choicesOf(visit: Visit): Promise<Choices> {
    const around = await readSurroundings(visit);
    const slugs = (list: readonly { slug: string }[]) => list.map((one) => one.slug);
    return { domains: slugs(around.domains), areas: slugs(around.areas), priorities: slugs(around.priorities), values: valueOptions(visit.language, await listFigures(visit)).map((one) => one.value) };
  }

  async function postAdd(visit: Visit) {
    const read = readIndicatorForm(visit.form, visit.language, await choicesOf(visit));
    if (read.errors) return invalid(await formPage(visit, undefined, read.errors));
    const slug = await addIndicator(visit, read.value);
    visit.about('indicator', slug);
    return redirect(localized(visit.language, indicatorPaths.kept(slug)));
  }

  async function postChange(visit: Visit, indicator: Indicator) {
    const read = readIndicatorForm(visit.form, visit.language, await choicesOf(visit));
    const reason = readReason(visit.form, visit.language);
    if (read.errors || reason.errors) return invalid(await formPage(visit, indicator, { ...read.errors, ...reason.errors }));
    await changeIndicator(visit, indicator, read.value, reason.value);
    return redirect(localized(visit.language, indicatorPaths.kept(indicator.slug)));
  }

  async function postRetire(visit: Visit, indicator: Indicator) {
    const read = readReason(visit.form, visit.language);
    if (read.errors) return invalid(retirePage(visit, indicator, read.errors));
    await retireIndicator(visit, indicator, read.value);
    return redirect(localized(visit.language, indicatorPaths.kept(indicator.slug)));
  }

  async function postCheck(visit: Visit, indicator: Indicator) {
    const read = readNote(visit.form, visit.language);
    if (read.errors) return invalid(await keptPage(visit, indicator, read.errors));
    await confirmCheck(visit, indicator, read.value.note);
    return redirect(localized(visit.language, indicatorPaths.kept(indicator.slug)));
  }
}
