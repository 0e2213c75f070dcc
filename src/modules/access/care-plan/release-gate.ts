import { declareCube, type Label, releaseThroughGate } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { insertReleased, type Subject } from './release-queries.ts';

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
