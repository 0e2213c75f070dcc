import { listOpen, mirror, step } from '#app/modules/commitment/index.ts';
import { protectCount } from '#app/methods/disclosure/protect.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import { careRule } from '../care-plan/release.ts';
import { findReleaseKey, insertReleased, type Released } from '../care-plan/release-queries.ts';
import { outreachDueWords } from './due-words.ts';
import { outreachPaths } from './paths.ts';
import { listAnswered, listCallsToday, listScores } from './queries.ts';
import { leftReasons, resultsOf } from './rules.ts';

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
  const secret = await findReleaseKey(scope);
  const results = resultsOf(await listScores(scope));
  const count = (measure: string, number: number, stage: string | null = null): Released => ({ measure, step: stage, published: String(protectCount(careRule, secret, { keys: { subject: 'outreach', measure, step: stage ?? '' }, count: number })) });
  const released: Released[] = [count('joined', results.joined), count('still', results.still), count('left', results.left), ...leftReasons.map((reason) => count('left', results.reasons.get(reason) ?? 0, reason))];
  for (const { measure, first, change } of results.measured) {
    released.push(count('first', first, measure), count('twice', change.people, measure));
    const { mean, low, high } = change;
    if (change.people >= fewestForMean && mean !== undefined && low !== undefined && high !== undefined) released.push({ measure: 'change', step: measure, published: [mean, low, high].map((one) => one.toFixed(1)).join(' ') });
  }
  await insertReleased(scope, 'outreach', `${scope.today.slice(0, 7)}-01`, released);
}
