import type { Job } from '#app/platform/jobs/job.ts';
import { addDays } from '#app/ui/format.ts';
import { findAlert, insertStep, listAlerts, listProtocol } from './alert-queries.ts';
import { draftAlerts } from './draft.ts';
import { findLevel } from './level-queries.ts';
import { tellContacts, tellKeepers } from './mails.ts';
import { alertPaths } from './paths.ts';
import { owedTo, type Promises, stepKind } from './promises.ts';
import { stateRates } from './rates.ts';
import { stateOf } from './state.ts';
import { alertJobWords } from './job-words.ts';

/** Somebody looks at a draft within that many hours; a confirmed alert that is still open is reviewed after that many days. */
const draftHours = 4;
const reviewDays = 14;
const keeper = { role: 'alert-keeper' } as const;

/** Runs the rules, states their rates, and carries what a person decided over to what is owed and who is told. */
export function alertJobs(promises: Promises): Job[] {
  return [
    { name: 'watch-overdoses', on: ['insight.overdose-entered', 'insight.overdose-corrected'], run: async (_delivery, { inWorker }) => void (await inWorker(async (scope) => await draftAlerts(scope, 'clusters'))) },
    { name: 'run-alert-rules', every: '20 5 * * *', on: ['insight.counts-reported', 'platform.started'], run: async (_delivery, { inWorker }) => void (await inWorker(async (scope) => await draftAlerts(scope, 'all'))) },
    { name: 'state-alert-rates', on: ['insight.alert-rule-changed', 'platform.started'], run: async (_delivery, { inWorker }) => void (await stateRates(inWorker, { all: false, years: 500 })) },
    { name: 'restate-alert-rates', every: '40 3 * * 1', run: async (_delivery, { inWorker }) => void (await stateRates(inWorker, { all: true, years: 10_000 })) },
    { name: 'ask-for-decision', on: ['insight.alert-drafted'], run: async ({ subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
      const alert = await findAlert(scope, subject ?? '');
      if (!alert || stateOf(alert) !== 'drafted') return;
      await tellKeepers(scope, alert, await promises.listReachable(scope, keeper), baseUrl);
      await promises.promise(scope, { kind: 'alert-draft', subject: { kind: 'alert', id: alert.id }, what: alertJobWords.decide, owedTo, owedBy: keeper, due: { unit: 'hours', count: draftHours }, path: alertPaths.alert(alert.id) });
    }) },
    { name: 'follow-alert-decision', on: ['insight.alert-confirmed', 'insight.alert-dismissed'], run: async ({ subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => {
      const alert = await findAlert(scope, subject ?? '');
      if (!alert) return;
      await promises.keep(scope, { kind: 'alert', id: alert.id }, 'alert-draft');
      if (stateOf(alert) !== 'confirmed') return;
      for (const step of await listProtocol(scope))
        await promises.promise(scope, { kind: stepKind(step.slug), subject: { kind: 'alert', id: alert.id }, what: step.what, owedTo, owedBy: { role: step.owedBy }, due: { unit: 'hours', count: step.hours }, path: alertPaths.alert(alert.id) });
      await tellContacts(scope, alert, baseUrl);
    }) },
    { name: 'release-closed-alert', on: ['insight.alert-closed'], run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => {
      if (subject) await promises.keep(scope, { kind: 'alert', id: subject }, 'alert-review');
    }) },
    { name: 'mind-alert-level', on: ['insight.level-set'], run: async ({ detail }, { inWorker }) => await inWorker(async (scope) => {
      const before = typeof detail.before === 'string' ? detail.before : undefined;
      if (before) await promises.keep(scope, { kind: 'alert-level', id: before }, 'level-review');
      const level = await findLevel(scope);
      if (!level?.reviewOn) return;
      await promises.promise(scope, { kind: 'level-review', subject: { kind: 'alert-level', id: level.id }, what: alertJobWords.reviewLevel, owedTo, owedBy: keeper, due: level.reviewOn, path: alertPaths.setLevel });
    }) },
    { name: 'review-alerts', every: '5 6 * * *', run: async (_delivery, { inWorker }) => await inWorker(async (scope) => {
      for (const alert of await listAlerts(scope)) {
        const confirmed = alert.steps.find(({ step }) => step === 'confirmed');
        if (stateOf(alert) !== 'confirmed' || !confirmed || Date.parse(confirmed.at) > scope.now.getTime() - reviewDays * 86_400_000) continue;
        if (await insertStep(scope, alert.id, 'review-due'))
          await promises.promise(scope, { kind: 'alert-review', subject: { kind: 'alert', id: alert.id }, what: alertJobWords.reviewAlert, owedTo, owedBy: keeper, due: addDays(scope.today, 3), path: alertPaths.alert(alert.id) });
      }
    }) },
  ];
}
