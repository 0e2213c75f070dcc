import { addMonths } from '#app/modules/commitment/index.ts';
import { type CubeDeclaration, declareCube, releaseThroughGate, type TrueCell } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { addDays } from '#app/ui/format.ts';
import { quantile } from '../wait/measures.ts';
import type { Period } from '../wait/queries.ts';
import { answerHeld, daysToAccept, daysToAnswer, type Sent, type Terms } from './levels.ts';
import { findTerms, listAllSent, listReceivers } from './queries.ts';
import { serviceLevelWords } from './words.ts';

/** What is told of each receiver beyond one agency: people, never referrals, and the median days of them where it has a sense. */
export const releasedSteps = ['sent', 'in-time', 'late', 'answered', 'accepted', 'served'] as const;
export type ReleasedStep = (typeof releasedSteps)[number];
export const levelCube: CubeDeclaration = {
  slug: 'access/service-level', indicator: 'access/service-level', owner: 'access', kind: 'health', k: 10, measure: 'statistic', geography: ['receiver', 'step'], totals: [], readers: 'planners', review: 'rule',
  title: { en: serviceLevelWords.en.cube, fr: serviceLevelWords.fr.cube },
};

export const serviceLevelJobs: readonly Job[] = [{ name: 'release-service-levels', every: '50 5 * * *', run: async (_delivery, { inWorker }) => await inWorker(releaseLevels) }];

/** The last quarter that ended a month ago or longer, so that its answers are in: its name and its days. */
export function settledQuarter(today: string): { readonly period: string } & Period {
  const month = addDays(today, -30).slice(0, 7);
  const first = Math.floor((Number(month.slice(5)) - 1) / 3) * 3 + 1;
  const from = addMonths(`${month.slice(0, 4)}-${String(first).padStart(2, '0')}-01`, -3);
  return { period: `${from.slice(0, 4)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`, from, to: addDays(addMonths(from, 3), -1) };
}

/** Sends what receivers did in a quarter through the gate, once; what stands does not move. The worker's alone. */
export async function releaseLevels(scope: Scope): Promise<void> {
  const { period, ...days } = settledQuarter(scope.today);
  const rows = await listAllSent(scope, days);
  if (rows.length === 0) return;
  const receivers = await listReceivers(scope, rows.map(({ organization }) => organization));
  const steps = { en: 'Step', fr: 'Étape', values: Object.fromEntries(releasedSteps.map((step) => [step, { en: serviceLevelWords.en.steps[step], fr: serviceLevelWords.fr.steps[step] }])) };
  await declareCube(scope, { ...levelCube, labels: { receiver: { en: 'Receiver', fr: 'Destinataire', values: Object.fromEntries(receivers.map(({ id, name }) => [id, name])) }, step: steps } });
  await releaseThroughGate(scope, { cube: levelCube.slug, period, cells: cellsOf(rows, await findTerms(scope), scope) });
}

/** The true cells of each receiver: of how many people, and the median of whole days. Everything here is for the gate alone. */
export function cellsOf(rows: readonly Sent[], terms: Terms, { now, timeZone }: Pick<Scope, 'now' | 'timeZone'>): TrueCell[] {
  const picks: Readonly<Record<ReleasedStep, (one: Sent) => boolean>> = {
    sent: () => true, 'in-time': (one) => answerHeld(one, terms, now, timeZone) === 'within', late: (one) => answerHeld(one, terms, now, timeZone) === 'late', answered: (one) => one.answeredAt !== null, accepted: (one) => one.acceptedAt !== null, served: (one) => one.serviceDays !== null,
  };
  const days: Partial<Record<ReleasedStep, (one: Sent) => number | null>> = { answered: daysToAnswer, accepted: daysToAccept, served: (one) => one.serviceDays };
  return [...Map.groupBy(rows, ({ organization }) => organization)].flatMap(([receiver, own]) => releasedSteps.map((step): TrueCell => {
    const chosen = own.filter(picks[step]);
    const median = quantile(chosen.flatMap((one) => days[step]?.(one) ?? []), 0.5);
    return { keys: { receiver, step }, count: new Set(chosen.map(({ person }) => person)).size, ...(median === null ? {} : { value: Math.floor(median + 0.5) }) };
  }));
}
