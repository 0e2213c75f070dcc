import type { Rule } from '#app/methods/disclosure/protect.ts';
import { declareCube, type Label, releaseThroughGate, smallestByKind } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { insertReleased, type Subject } from './release-queries.ts';

/** Counts about care beyond one agency: rounded to base 5, under 6 as words, zeros hidden. */
export const careRule: Rule = { base: 5, k: smallestByKind.health };

/** One measure of a month, counted once or by step (a step of the pathway, a reason, a list). `adds`: the steps add up to the measure itself, which is made here then. */
export type MeasureTable = { readonly measure: string; readonly title: Bilingual; readonly cells: readonly { readonly step: string | null; readonly count: number }[]; readonly adds?: boolean; /** What the steps are called. */ readonly names?: Label };

/**
 * Sends the counts of a month through the gate, each measure as a cube of its own, and keeps what it printed. A month that stands is never changed; a
 * number that the gate leaves out or a table that it blocks is simply not there. The worker's alone.
 */
export async function releaseCounts(scope: Scope, subject: Subject, month: string, tables: readonly MeasureTable[]): Promise<void> {
  for (const { measure, title, cells, adds = false, names } of tables) {
    const bySteps = cells.some(({ step }) => step !== null);
    const cube = `access/${subject}/${measure.toLowerCase()}${bySteps && !adds ? '/steps' : ''}`;
    await declareCube(scope, { slug: cube, indicator: cube, title, owner: 'access', kind: 'health', geography: bySteps ? ['step'] : [], totals: adds ? ['step'] : [], readers: 'planners', review: 'rule', ...(names ? { labels: { step: names } } : {}) });
    const outcome = await releaseThroughGate(scope, { cube, period: month.slice(0, 7), cells: cells.map(({ step, count }) => ({ keys: step === null ? {} : { step }, count })) });
    if (outcome.state === 'blocked') continue;
    await insertReleased(scope, subject, month, outcome.cells.flatMap(({ keys, published }) => (published === null ? [] : [{ measure, step: keys.step ?? null, published }])));
  }
}

/** Counts of one thing in a month that do not add up to anything, by name, as one cube: what the gate printed; nothing where it files nothing. The worker's alone. */
export async function fileCounts(scope: Scope, { slug, title, month, counts, names }: { readonly slug: string; readonly title: Bilingual; readonly month: string; readonly counts: Readonly<Record<string, number>>; readonly names: Label }): Promise<{ readonly measure: string; readonly published: string }[]> {
  await declareCube(scope, { slug, indicator: slug, title, owner: 'access', kind: 'health', geography: ['measure'], totals: [], readers: 'planners', review: 'rule', labels: { measure: names } });
  const outcome = await releaseThroughGate(scope, { cube: slug, period: month, cells: Object.entries(counts).map(([measure, count]) => ({ keys: { measure }, count })) });
  if (outcome.state === 'blocked') return [];
  return outcome.cells.flatMap(({ keys, published }) => (published === null || keys.measure === undefined ? [] : [{ measure: keys.measure, published }]));
}
