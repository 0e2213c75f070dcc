import { deviations, sumConformance } from '#app/methods/conformance/conformance.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { type MeasureTable, releaseCounts } from './release-gate.ts';
import { planConformance, type AgreedStep } from './conformance.ts';
import { findPathway, listAllTraces, type Trace } from './queries.ts';
import { careSteps } from './rules.ts';
import { careWords } from './words.ts';

/** Sends this month's counts of all agencies through the gate; a second run in the month changes nothing. */
export async function releasePathways(scope: Scope): Promise<void> {
  const month = `${scope.today.slice(0, 7)}-01`;
  const sum = sumConformance(careSteps, await roundsOf(scope, await listAllTraces(scope)));
  const title = (name: (words: (typeof careWords)['en']) => string) => ({ en: `${careWords.en.conformance}: ${name(careWords.en)}`, fr: `${careWords.fr.conformance}\u00a0: ${name(careWords.fr)}` });
  const once = (measure: string, count: number, name: (words: (typeof careWords)['en']) => string): MeasureTable => ({ measure, title: title(name), cells: [{ step: null, count }] });
  await releaseCounts(scope, 'pathway', month, [
    once('rounds', sum.cases, (words) => words.rounds), once('conforming', sum.conforming, (words) => words.conforming),
    ...deviations.map((kind) => once(kind, sum.casesWith[kind], (words) => words.deviations[kind])),
    ...deviations.filter((kind) => kind !== 'unknown').map((kind): MeasureTable => ({ measure: kind, title: title((words) => `${words.deviations[kind]}, ${words.step.toLowerCase()}`), cells: sum.bySteps.map((one) => ({ step: one.step, count: one[kind] })) })),
  ]);
}

/** All rounds of all plans held against the pathway that each plan follows. */
export async function roundsOf(scope: Scope, traces: readonly Trace[]) {
  const pathways = new Map<string, readonly AgreedStep[]>();
  for (const slug of new Set(traces.map((one) => one.pathway))) pathways.set(slug, (await findPathway(scope, slug))?.steps ?? []);
  return [...Map.groupBy(traces, (one) => one.plan).values()].flatMap((steps) => {
    const [first] = steps;
    return first ? planConformance(pathways.get(first.pathway) ?? [], steps, first.standing, scope.today) : [];
  });
}
