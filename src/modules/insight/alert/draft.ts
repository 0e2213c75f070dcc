import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { insertAlert, isKnown, lockDrafting } from './alert-queries.ts';
import { timelineOf } from './counts.ts';
import { clusterOnsets, judge, onsetsOf } from './onsets.ts';
import { countDays, listAreas, listRules, listSeries, listTimed } from './queries.ts';
import { listRates } from './rate-queries.ts';
import type { Onset, Rule } from './rule.ts';

/** How far back an alarm may have begun to be drafted still, in units: reports come late. */
const fresh = { day: 7, week: 2 } as const;
/** Alarms of one rule that begin so close to each other are one alert. */
const apart = { hour: 0, day: 3 * 24, week: 7 * 24 } as const;
const lookBackDays = 9;

/** Which rules run: those of clusters after every entry, all of them at night. */
export type Which = 'clusters' | 'all';

/**
 * Runs the rules that are in force and drafts an alert for each alarm that began lately and is not known yet. Drafting is all that a rule does: what
 * follows is a person's. Gives the ids of the drafts; running it again drafts nothing.
 */
export async function draftAlerts(scope: Scope, which: Which): Promise<string[]> {
  await lockDrafting(scope);
  const rules = (await listRules(scope)).filter((rule) => rule.active && (which === 'all' || rule.method === 'cluster'));
  if (rules.length === 0) return [];
  const rates = await listRates(scope);
  const drafted: string[] = [];
  const demonstration = await isDemonstration(scope);
  for (const { rule, onset } of await findOnsets(scope, rules)) {
    const hours = onset.kind === 'window' ? hoursOf(rule) : apart[rule.unit];
    if (await isKnown(scope, rule, onset, hours)) continue;
    const rate = rates.find((one) => one.ruleId === rule.id && one.area === (rule.eachArea ? (onset.area ?? null) : null));
    const id = await insertAlert(scope, rule, onset, onset.kind === 'place' || onset.kind === 'contamination' ? undefined : rate?.perYear, demonstration);
    if (id === undefined) continue;
    drafted.push(id);
    await raiseEvent(scope, { kind: 'insight.alert-drafted', subject: id });
  }
  return drafted;
}

async function findOnsets(scope: Scope, rules: readonly Rule[]): Promise<{ readonly rule: Rule; readonly onset: Onset }[]> {
  const found: { rule: Rule; onset: Onset }[] = [];
  const areas = await listAreas(scope);
  for (const series of await listSeries(scope)) {
    const own = rules.filter((rule) => rule.series === series.slug);
    const days = own.some((rule) => rule.unit !== 'hour') ? await countDays(scope, series) : [];
    for (const rule of own) {
      if (rule.unit === 'hour') {
        const since = new Date(scope.now.getTime() - lookBackDays * 86_400_000);
        const events = await listTimed(scope, new Date(since.getTime() - hoursOf(rule) * 3_600_000));
        found.push(...clusterOnsets(rule, events, scope.timeZone).filter((onset) => onset.at > since).map((onset) => ({ rule, onset })));
        continue;
      }
      for (const area of rule.eachArea ? areas.map(({ slug }) => slug) : [undefined]) {
        const timeline = timelineOf(days, rule.unit, scope.today, area);
        const judgement = timeline ? judge(rule, timeline) : undefined;
        if (judgement) found.push(...onsetsOf(judgement, fresh[rule.unit], area).map((onset) => ({ rule, onset })));
      }
    }
  }
  return found;
}

function hoursOf(rule: Rule): number {
  return typeof rule.options.hours === 'number' ? rule.options.hours : 48;
}

/** Alerts of a demonstration say so wherever they stand. */
async function isDemonstration({ sql }: Scope): Promise<boolean> {
  const [row] = await sql<{ is: boolean }[]>`select platform.is_demonstration() as is`;
  return row?.is ?? false;
}
