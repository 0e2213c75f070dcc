import { deviations, sumConformance } from '#app/methods/conformance/conformance.ts';
import { protectCount, type Rule } from '#app/methods/disclosure/protect.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { findReleaseKey, insertReleased } from './release-queries.ts';
import { planConformance, type AgreedStep } from './conformance.ts';
import { findPathway, listAllTraces, type Trace } from './queries.ts';
import { careSteps } from './rules.ts';

/** Counts about care beyond one agency: rounded to base 5, under 6 as words, zeros hidden. */
export const careRule: Rule = { base: 5, k: 6 };

/** Writes this month's protected counts of all agencies; a second run in the month changes nothing. */
export async function releasePathways(scope: Scope): Promise<void> {
  const secret = await findReleaseKey(scope);
  const month = `${scope.today.slice(0, 7)}-01`;
  const rounds = await roundsOf(scope, await listAllTraces(scope));
  const sum = sumConformance(careSteps, rounds);
  const counts: { measure: string; step: string | null; count: number }[] = [
    { measure: 'rounds', step: null, count: sum.cases }, { measure: 'conforming', step: null, count: sum.conforming },
    ...deviations.map((kind) => ({ measure: kind, step: null, count: sum.casesWith[kind] })),
    ...sum.bySteps.flatMap((one) => deviations.filter((kind) => kind !== 'unknown').map((kind) => ({ measure: kind, step: one.step, count: one[kind] }))),
  ];
  await insertReleased(scope, 'pathway', month, counts.map(({ measure, step, count }) => ({ measure, step, published: String(protectCount(careRule, secret, { keys: { subject: 'pathway', measure, step: step ?? '' }, count })) })));
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
