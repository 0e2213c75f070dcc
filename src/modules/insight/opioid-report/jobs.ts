import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { startPublication } from '../publication/actions.ts';
import { listPublications } from '../publication/queries.ts';
import { declareCube, releaseThroughGate } from '../release/gate.ts';
import { listReleased } from '../release/queries.ts';
import { listAreas, listSeries } from '../alert/queries.ts';
import { monthCells, overdoseCubes } from './cubes.ts';
import { addMonths, lastMonth, monthText } from './month.ts';
import { opioidWords } from './words.ts';
import { countMonths } from './queries.ts';

/** A month is released from its third day after on, when most late entries are in; so many months are released at most. */
const settleDays = 3;
const mostMonths = 24;

/** Releases the protected counts of whole months, and starts the report of each. */
export const opioidReportJobs: readonly Job[] = [
  { name: 'release-overdose-counts', every: '30 6 * * *', on: ['platform.started'], run: async (_delivery, { inWorker }) => void (await inWorker(releaseMonths)) },
  { name: 'start-opioid-report', every: '45 6 * * *', on: ['platform.started'], run: async (_delivery, { inWorker }) => void (await inWorker(startReport)) },
];

/** Sends every whole month that is not out yet through the gate, the oldest first; a month that stands stays as it is. Gives how many tables were filed. */
export async function releaseMonths(scope: Scope): Promise<number> {
  const last = Number(scope.today.slice(8)) >= settleDays ? lastMonth(scope.today) : addMonths(lastMonth(scope.today), -1);
  const areas = await listAreas(scope);
  let filed = 0;
  for (const series of areas.length > 0 ? await listSeries(scope) : []) {
    const counts = await countMonths(scope, series, addMonths(last, 1));
    const first = counts.map(({ month }) => month).sort()[0] ?? '9999';
    const cubes = overdoseCubes(series, areas);
    for (const { declaration } of cubes) await declareCube(scope, declaration);
    const out = new Set((await listReleased(scope, cubes.map(({ declaration }) => declaration.slug))).map(({ cube, period }) => `${cube} ${period}`));
    for (let back = mostMonths - 1; back >= 0; back -= 1) {
      const month = addMonths(last, -back);
      for (const { measure, declaration: { slug } } of month >= first ? cubes : []) {
        if (out.has(`${slug} ${month.slice(0, 7)}`)) continue;
        const { state } = await releaseThroughGate(scope, { cube: slug, period: month.slice(0, 7), cells: monthCells(measure, areas, counts.filter((one) => one.month === month)) });
        filed += state === 'filed' ? 1 : 0;
      }
    }
  }
  return filed;
}

/** Starts the draft of the last whole month, once, where overdoses are watched: it compiles itself, and the plan office adds what it means. */
export async function startReport(scope: Scope): Promise<string | undefined> {
  if (Number(scope.today.slice(8)) < settleDays || (await listSeries(scope)).length === 0) return undefined;
  const month = lastMonth(scope.today);
  const title = { en: opioidWords.en.reportOf(monthText('en', month)), fr: opioidWords.fr.reportOf(monthText('fr', month)) };
  if ((await listPublications(scope)).some((one) => one.template === 'opioid' && one.title.en === title.en)) return undefined;
  return await startPublication(scope, { template: 'opioid', title, departments: [], preparedFor: { en: opioidWords.en.preparedFor, fr: opioidWords.fr.preparedFor } });
}
