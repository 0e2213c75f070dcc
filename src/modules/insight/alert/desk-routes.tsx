import { isId } from '#app/platform/db/id.ts';
import { hasRole, type Scope } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { closeAlert, decideAlert, judgeAlert } from './actions.ts';
import { type Alert, findAlert, listAlerts, listTold } from './alert-queries.ts';
import { timelineOf } from './counts.ts';
import type { CurveUnit } from './curve.tsx';
import { curveOf } from './curve-units.ts';
import { AlertPage, DeskPage } from './desk-pages.tsx';
import { readStep } from './input.ts';
import { findLevel } from './level-queries.ts';
import { alertPaths } from './paths.ts';
import { type Promises, stepKind } from './promises.ts';
import type { StepRow } from './protocol-table.tsx';
import { countDays, listAreas, listRules, listSeries, listVersions } from './queries.ts';
import { listRates } from './rate-queries.ts';
import { areaText } from './sentences.ts';
import { alertWords } from './words.ts';

const watchers = { roles: ['alert-keeper', 'analyst'] } as const;
const keepers = { roles: ['alert-keeper'] } as const;

/** Alerts in the hands of those who watch; only a keeper decides. */
export function deskRoutes(site: SiteSource, promises: Promises): Route[] {
  return [
    { method: 'GET', path: alertPaths.desk, may: watchers, audit: 'none', handle: showDesk },
    { method: 'GET', path: alertPaths.alert(':id'), may: watchers, audit: 'insight.read-alert', handle: async (visit) => await guarded(visit, async (alert) => page(await alertPage(visit, alert))) },
    { method: 'POST', path: alertPaths.step(':id', 'decide'), may: keepers, audit: 'insight.decide-alert', handle: async (visit) => await guarded(visit, async (alert) => await postDecide(visit, alert)) },
    { method: 'POST', path: alertPaths.step(':id', 'judge'), may: keepers, audit: 'insight.judge-alert', handle: async (visit) => await guarded(visit, async (alert) => await postJudge(visit, alert)) },
    { method: 'POST', path: alertPaths.step(':id', 'close'), may: keepers, audit: 'insight.close-alert', handle: async (visit) => await guarded(visit, async (alert) => await postClose(visit, alert)) },
    { method: 'POST', path: alertPaths.step(':id', 'protocol'), may: keepers, audit: 'insight.keep-protocol', handle: async (visit) => await guarded(visit, async (alert) => {
      await promises.keep(visit, { kind: 'alert', id: alert.id }, stepKind(visit.form.text('step').slice(0, 80)));
      return back(visit, alert);
    }) },
  ];

  async function showDesk(visit: Visit): Promise<Answer> {
    const frame = frameOf(visit, site(), { title: alertWords[visit.language].desk, current: 'alerts-desk' });
    return page(<DeskPage frame={frame} alerts={await listAlerts(visit)} areas={await listAreas(visit)} series={await listSeries(visit)} current={await findLevel(visit)} today={visit.today} keeps={hasRole(visit, 'alert-keeper')} />);
  }

  async function guarded(visit: Visit, then: (alert: Alert) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const alert = isId(id) ? await findAlert(visit, id) : undefined;
    if (!alert) return notFound;
    visit.about('alert', alert.id);
    return await then(alert);
  }

  function back(visit: Visit, alert: Alert): Answer {
    return redirect(localized(visit.language, alertPaths.alert(alert.id)));
  }

  async function alertPage(visit: Visit, alert: Alert, errors?: FieldErrors, act?: string) {
    const areas = await listAreas(visit);
    const title = `${alertWords[visit.language].desk}${colon(visit.language)}${areaText(visit.language, alert.area, areas)}`;
    const rate = (await listRates(visit)).find((one) => one.ruleId === alert.ruleId && (one.area === alert.area || one.area === null));
    const perYear = alert.perYear ?? (alert.kind === 'count' || alert.kind === 'window' ? (rate?.perYear ?? null) : null);
    return <AlertPage frame={frameOf(visit, site(), { title, current: 'alerts-desk', hasErrors: errors !== undefined })} alert={alert} areas={areas} perYear={perYear} curve={await readCurve(visit, alert)}
      protocol={await readProtocol(visit, alert)} told={await listTold(visit, alert.id)} keeps={hasRole(visit, 'alert-keeper')} typed={errors ? visit.form : emptyForm} errors={errors} act={act} />;
  }

  async function readProtocol(visit: Visit, alert: Alert): Promise<StepRow[]> {
    const owed = (await promises.listAbout(visit, { kind: 'alert', id: alert.id })).filter(({ kind, course }) => kind.startsWith(stepKind('')) && !course.releasedAt);
    return owed.map(({ kind, what, course }): StepRow => ({ slug: kind.slice(stepKind('').length), what, dueAt: course.due.at, state: course.keptAt ? 'done' : course.due.at <= visit.now ? 'late' : 'open' }))
      .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
  }

  async function postDecide(visit: Visit, alert: Alert): Promise<Answer> {
    const act = (['confirm', 'dismiss'] as const).find((one) => one === visit.form.text('act'));
    const read = readStep(visit.form, visit.language, false);
    const errors = { ...(act === undefined ? { act: alertWords[visit.language].decisionMissing } : {}), ...read.errors };
    if (act === undefined || read.errors) return invalid(await alertPage(visit, alert, errors, 'decide'));
    return (await decideAlert(visit, alert, act, read.value.reason)) ? back(visit, alert) : problem('conflict');
  }

  async function postJudge(visit: Visit, alert: Alert): Promise<Answer> {
    const read = readStep(visit.form, visit.language, true);
    if (read.errors || read.value.verdict === undefined) return invalid(await alertPage(visit, alert, read.errors ?? {}, 'judge'));
    return (await judgeAlert(visit, alert, read.value.verdict, read.value.reason)) ? back(visit, alert) : problem('conflict');
  }

  async function postClose(visit: Visit, alert: Alert): Promise<Answer> {
    const words = alertWords[visit.language];
    const reason = visit.form.text('closing');
    if ([...reason].length < 3 || [...reason].length > 2000) return invalid(await alertPage(visit, alert, { closing: [...reason].length < 3 ? words.reasonMissing : words.reasonLong }, 'close'));
    return (await closeAlert(visit, alert, reason)) ? back(visit, alert) : problem('conflict');
  }
}

/** The counts around an alert, in its rule's units, with the bounds of the rule; days for a rule of clusters. */
async function readCurve(scope: Scope, alert: Alert): Promise<readonly CurveUnit[]> {
  const series = (await listSeries(scope)).find(({ slug }) => slug === alert.series);
  const rule = [...(await listVersions(scope, alert.rule)), ...(await listRules(scope))].find(({ id }) => id === alert.ruleId);
  if (!series || !rule) return [];
  const timeline = timelineOf(await countDays(scope, series), alert.unit === 'week' ? 'week' : 'day', scope.today, rule.eachArea ? (alert.area ?? undefined) : undefined);
  return timeline ? curveOf(rule, timeline, alert.unit === 'week' ? 52 : 42) : [];
}
