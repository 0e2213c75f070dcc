import { listOpen, mirror, step } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { releaseCounts } from '../care-plan/release-gate.ts';
import { insertReleased, type Released } from '../care-plan/release-queries.ts';
import { outreachDueWords } from './due-words.ts';
import { outreachPaths } from './paths.ts';
import { listAnswered, listCallsToday, listScores } from './queries.ts';
import { leftReasons, resultsOf } from './rules.ts';
import { outreachWords } from './words.ts';

/** The calls of the day and first contacts stand on my day: early each day all, after an attempt those to that person. On the first of a month the protected counts. */
export const outreachJobs: readonly Job[] = [
  { name: 'remind-outreach', every: '0 5 * * *', on: ['access.outreach-changed'], run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => await remindOfOutreach(scope, subject)) },
  { name: 'release-outreach', every: '25 6 1 * *', run: async (_delivery, { inWorker }) => await inWorker(releaseOutreach) },
];

/**
 * Makes the commitments say what the schedule and the attempts of a person say, or of all where none is named; calls of a day that is over are released,
 * they cannot be made any more.
 */
export async function remindOfOutreach(scope: Scope, outreach: string | null = null): Promise<void> {
  const wanted = new Set<string>();
  for (const call of await listCallsToday(scope, outreach)) {
    const id = `${call.outreach}/${call.slot}/${scope.today}`;
    wanted.add(id);
    await mirror(scope, { kind: 'outreach-call', subject: { kind: 'outreach-call', id }, what: outreachDueWords.call, owedTo: outreachDueWords.senior, owedBy: { account: call.account }, due: scope.today, keptOn: call.doneOn ?? undefined, path: outreachPaths.calls });
  }
  for (const open of await listOpen(scope, { kind: 'outreach-call', ...(outreach ? { within: outreach } : {}) })) if (!wanted.has(open.subject.id)) await step(scope, open, { kind: 'release' });
  const answered = new Map((await listAnswered(scope, outreach)).map((one) => [one.id, one.answered]));
  for (const open of await listOpen(scope, { kind: 'outreach-new', ...(outreach ? { about: { kind: 'outreach', id: outreach } } : {}) })) {
    const done = answered.get(open.subject.id);
    if (done !== undefined) await step(scope, open, { kind: done ? 'keep' : 'release' });
  }
}

/** A mean speaks for this many people at least before it goes beyond the agency. */
const fewestForMean = 20;

/** Writes this month's protected counts of all agencies, and means of at least twenty people with one decimal; a second run changes nothing. */
export async function releaseOutreach(scope: Scope): Promise<void> {
  const results = resultsOf(await listScores(scope));
  const month = `${scope.today.slice(0, 7)}-01`;
  const both = (name: (words: (typeof outreachWords)['en']) => string) => ({ en: `${outreachWords.en.results}: ${name(outreachWords.en)}`, fr: `${outreachWords.fr.results}\u00a0: ${name(outreachWords.fr)}` });
  const reasons = leftReasons.map((reason) => ({ step: reason, count: results.reasons.get(reason) ?? 0 }));
  const scored = results.measured.map(({ measure, first, change }) => ({ measure, first, twice: change.people }));
  await releaseCounts(scope, 'outreach', month, [
    { measure: 'joined', title: both((words) => words.joinedCount), cells: [{ step: null, count: results.joined }] }, { measure: 'still', title: both((words) => words.still), cells: [{ step: null, count: results.still }] },
    { measure: 'left', title: both((words) => words.leftCount), cells: reasons, adds: true },
    { measure: 'first', title: both((words) => words.firstScores), cells: scored.map((one) => ({ step: one.measure, count: one.first })) }, { measure: 'twice', title: both((words) => words.twice), cells: scored.map((one) => ({ step: one.measure, count: one.twice })) },
  ]);
  const means: Released[] = results.measured.flatMap(({ measure, change: { people, mean, low, high } }) =>
    people >= fewestForMean && mean !== undefined && low !== undefined && high !== undefined ? [{ measure: 'change', step: measure, published: [mean, low, high].map((one) => one.toFixed(1)).join(' ') }] : []);
  await insertReleased(scope, 'outreach', month, means);
}
