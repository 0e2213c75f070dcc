import { setImmediate as rest } from 'node:timers/promises';
import type { Scope } from '#app/platform/db/scope.ts';
import { addDays } from '#app/ui/format.ts';
import { type DayCount, timelineOf } from './counts.ts';
import { clusterOnsets, judge, type TimedEvent } from './onsets.ts';
import { countDays, listAreas, listRules, listSeries, listTimed } from './queries.ts';
import { insertRate, listRates } from './rate-queries.ts';
import type { Rule } from './rule.ts';
import { stateRate } from './state-rate.ts';

type Task = { readonly rule: Rule; readonly area: string | undefined; readonly days: readonly DayCount[]; readonly events: readonly TimedEvent[] };
/** Kept as it is found, so that the same baseline gives the same rate again. */
const seed = 20190705;
/** A relative standard error that suffices. */
const within = 0.03;
const year = 364;
const leastBaseline = 182;

/** What is to be stated: every rule in force, and each area of a rule that watches areas; those that have no rate yet, or all of them. */
export async function listTasks(scope: Scope, all: boolean): Promise<Task[]> {
  const [areas, rates, rules] = [await listAreas(scope), await listRates(scope), await listRules(scope)];
  const tasks: Task[] = [];
  for (const series of await listSeries(scope)) {
    const days = await countDays(scope, series);
    for (const rule of rules.filter((one) => one.series === series.slug && one.active)) {
      const events = rule.unit === 'hour' ? await listTimed(scope, new Date(scope.now.getTime() - (year + 8) * 86_400_000)) : [];
      for (const area of rule.eachArea ? areas.map(({ slug }) => slug) : [undefined])
        if (all || !rates.some((one) => one.ruleId === rule.id && one.area === (area ?? null))) tasks.push({ rule, area, days, events });
    }
  }
  return tasks;
}

export type Stated = Parameters<typeof insertRate>[1];

/**
 * States the rate of one rule on the baseline, which ends a year ago, and counts the alarms that would have begun in that year. Where less than half a year would
 * remain as a baseline, all that is known is the baseline and nothing is checked yet. Pure but for the pauses that it takes.
 */
export async function stateOne(task: Task, today: string, timeZone: string, years: number): Promise<Stated | undefined> {
  const { rule, area, days } = task;
  const unit = rule.unit === 'hour' ? 'day' : rule.unit;
  const whole = timelineOf(days, unit, today, area);
  if (!whole) return undefined;
  const length = unit === 'day' ? 1 : 7;
  const checkable = whole.counts.length * length - year >= leastBaseline;
  const units = checkable ? whole.counts.length - year / length : whole.counts.length;
  const end = addDays(whole.first, whole.counts.length * length);
  const stated = await stateRate(rule, whole.counts.subarray(0, units), { seed, years: rule.method === 'farrington-flexible' && years < 2000 ? Math.ceil(years / 4) : years, within, rest: async () => await rest() });
  if (!stated) return undefined;
  const checkedFrom = addDays(whole.first, units * length);
  const onsets = !checkable ? 0 : rule.unit === 'hour'
    ? clusterOnsets(rule, task.events, timeZone).filter((one) => one.kind === 'window' && one.to >= checkedFrom && one.to < end).length
    : (judge(rule, whole)?.begins.length ?? 0);
  return {
    ...stated, ruleId: rule.id, area: area ?? null, formula: stated.formula ?? null, size: stated.size ?? null, baselineFrom: whole.first, baselineTo: addDays(checkedFrom, -1),
    checkedFrom, checkedTo: addDays(end, -1), checkedOnsets: onsets,
  };
}

/** States what has no rate, or everything anew; the simulation runs with no transaction open. Gives how many rates were stated. */
export async function stateRates(inWorker: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>, given: { all: boolean; years: number }): Promise<number> {
  const { tasks, today, timeZone } = await inWorker(async (scope) => ({ tasks: await listTasks(scope, given.all), today: scope.today, timeZone: scope.timeZone }));
  let stated = 0;
  for (const task of tasks) {
    const one = await stateOne(task, today, timeZone, given.years);
    if (!one) continue;
    await inWorker(async (scope) => await insertRate(scope, one));
    stated += 1;
  }
  return stated;
}
