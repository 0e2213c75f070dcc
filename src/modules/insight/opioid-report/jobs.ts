import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { startPublication } from '../publication/actions.ts';
import { listPublications } from '../publication/queries.ts';
import { listAreas, listSeries } from '../alert/queries.ts';
import { addMonths, lastMonth, monthText } from './month.ts';
import { protectMonth } from './protect.ts';
import { opioidWords } from './words.ts';
import { countMonths, findKey, insertReleased, listReleasedMonths, type Measure } from './queries.ts';

/** A month is released from its third day after on, when most late entries are in; so many months are released at most. */
const settleDays = 3;
const mostMonths = 24;

/** Releases the protected counts of whole months, and starts the report of each. */
export const opioidReportJobs: readonly Job[] = [
  { name: 'release-overdose-counts', every: '30 6 * * *', on: ['platform.started'], run: async (_delivery, { inWorker }) => void (await inWorker(releaseMonths)) },
  { name: 'start-opioid-report', every: '45 6 * * *', on: ['platform.started'], run: async (_delivery, { inWorker }) => void (await inWorker(startReport)) },
];

/** Protects and keeps every whole month that is not out yet; running it again releases nothing twice. Gives how many tables were released. */
export async function releaseMonths(scope: Scope): Promise<number> {
  const last = Number(scope.today.slice(8)) >= settleDays ? lastMonth(scope.today) : addMonths(lastMonth(scope.today), -1);
  const [secret, out, areas] = [await findKey(scope), await listReleasedMonths(scope), (await listAreas(scope)).map(({ slug }) => slug)];
  let released = 0;
  for (const series of await listSeries(scope)) {
    const counts = await countMonths(scope, series, addMonths(last, 1));
    const [first] = counts.map(({ month }) => month).sort();
    const measures: readonly Measure[] = series.source === 'events' ? ['overdoses', 'naloxone'] : ['overdoses'];
    for (const measure of measures)
      for (let month = last, back = 0; first !== undefined && month >= first && back < mostMonths; month = addMonths(month, -1), back += 1) {
        if (out.some((one) => one.month === month && one.series === series.slug && one.measure === measure)) continue;
        const rows = await protectMonth(secret, { month, series: series.slug, measure, areas, counts: counts.filter((one) => one.month === month && one.measure === measure) });
        await insertReleased(scope, rows);
        released += rows.length > 0 ? 1 : 0;
      }
  }
  return released;
}

/** Starts the draft of the last whole month, once, where overdoses are watched: it compiles itself, and the plan office adds what it means. */
export async function startReport(scope: Scope): Promise<string | undefined> {
  if (Number(scope.today.slice(8)) < settleDays || (await listSeries(scope)).length === 0) return undefined;
  const month = lastMonth(scope.today);
  const title = { en: opioidWords.en.reportOf(monthText('en', month)), fr: opioidWords.fr.reportOf(monthText('fr', month)) };
  if ((await listPublications(scope)).some((one) => one.template === 'opioid' && one.title.en === title.en)) return undefined;
  return await startPublication(scope, { template: 'opioid', title, departments: [], preparedFor: { en: opioidWords.en.preparedFor, fr: opioidWords.fr.preparedFor } });
}
