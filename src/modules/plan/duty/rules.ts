import { addMonths } from '#app/modules/commitment/index.ts';
import { addDays, daysBetween } from '#app/ui/format.ts';

type Length = { readonly unit: 'days' | 'months'; readonly count: number };

/**
 * By when a duty must be met. `adoption`: the plan is adopted by a day. `fixed`: shown by evidence by a day. `after-adoption`: so long after each
 * adoption. `recurring`: so long after each adoption and each review. `continuous`: at all times, no day. `groups`: each named group is consulted.
 */
export type Term =
  | { readonly kind: 'adoption' | 'fixed'; readonly due: string }
  | ({ readonly kind: 'after-adoption' | 'recurring' } & Length)
  | { readonly kind: 'continuous' | 'groups' };

/** The law of a duty from a day on; `until` is its last day, absent while no end is known. */
export type Rule = { readonly from: string; readonly until?: string | undefined; readonly term: Term };

export type Shown = { readonly date: string; readonly kind: string; readonly group?: string | null | undefined };

/** What a duty's state follows from; all dates as YYYY-MM-DD. `groups` are the ids of those to be consulted today. */
export type DutyFacts = {
  readonly rules: readonly Rule[];
  readonly adoptions: readonly string[];
  readonly evidence: readonly Shown[];
  readonly groups: readonly string[];
  readonly today: string;
};

/** The derived state; never typed. `lateBy` is 0 for what was met in time. */
export type DutyState =
  | { readonly kind: 'not-yet-in-force'; readonly from: string }
  | { readonly kind: 'no-longer-in-force'; readonly until: string }
  | { readonly kind: 'not-begun' }
  | { readonly kind: 'open'; readonly due: string; readonly last?: string | undefined }
  | { readonly kind: 'late'; readonly due: string; readonly days: number; readonly last?: string | undefined }
  | { readonly kind: 'met'; readonly on: string; readonly due?: string | undefined; readonly lateBy: number }
  | { readonly kind: 'continuous'; readonly last?: string | undefined }
  | { readonly kind: 'consulting'; readonly shown: number; readonly of: number };

/** One term of a duty: from `start` (absent where the law names the day itself) to `due`; kept by evidence, or ended by a newer plan or the end of the law. */
export type Cycle = { readonly start?: string | undefined; readonly due: string; readonly keptOn?: string | undefined; readonly endedOn?: string | undefined };

/** The rule of a day: the latest that has begun, even when it has ended since. */
export function ruleOn<R extends Rule>(rules: readonly R[], today: string): R | undefined {
  return rules.filter((rule) => rule.from <= today).toSorted((a, b) => a.from.localeCompare(b.from)).at(-1);
}

/** The first day on which the duty was law; what is dated earlier does not count for it. */
export function firstDay(rules: readonly Rule[]): string | undefined {
  return rules.map((rule) => rule.from).toSorted()[0];
}

/** Whether something of a day can count: not before the law began, not after today. */
export function counts(rules: readonly Rule[], date: string, today: string): boolean {
  const first = firstDay(rules);
  return first !== undefined && date >= first && date <= today;
}

/** The terms that have begun, oldest first; none for what has no day. */
export function cyclesOf(facts: DutyFacts): Cycle[] {
  const { rules, today } = facts;
  const rule = ruleOn(rules, today);
  if (!rule) return [];
  const { term } = rule;
  const ended = rule.until !== undefined && rule.until < today ? rule.until : undefined;
  const close = (cycle: Cycle): Cycle => (cycle.keptOn || cycle.endedOn || !ended ? cycle : { ...cycle, endedOn: ended });
  const counted = (dates: readonly string[]) => [...new Set(dates.filter((date) => counts(rules, date, today)))].toSorted();
  // A plan adopted under an earlier Act stays valid: a duty that came later counts from its adoption too.
  const adoptions = [...new Set(facts.adoptions.filter((date) => date <= today))].toSorted();
  const shown = counted(facts.evidence.map((one) => one.date));
  switch (term.kind) {
    case 'adoption': return [close({ due: term.due, keptOn: counted(facts.adoptions)[0] })];
    case 'fixed': return [close({ due: term.due, keptOn: shown[0] })];
    case 'after-adoption':
      return adoptions.map((start, index) => {
        const next = adoptions[index + 1];
        const keptOn = shown.find((date) => date >= start && (next === undefined || date < next));
        return close({ start, due: dueAfter(start, term), keptOn, ...(keptOn === undefined && next !== undefined ? { endedOn: next } : {}) });
      });
    case 'recurring': {
      if (adoptions[0] === undefined) return [];
      const begun = adoptions[0];
      const reviews = counted(facts.evidence.filter((one) => one.kind === 'review').map((one) => one.date)).filter((date) => date > begun);
      const starts = [...new Set([...adoptions, ...reviews])].toSorted();
      return starts.map((start, index) => close({ start, due: dueAfter(start, term), keptOn: starts[index + 1] }));
    }
    default: return [];
  }
}

/** How a duty stands today. */
export function dutyState(facts: DutyFacts): DutyState {
  const { rules, today } = facts;
  const rule = ruleOn(rules, today);
  if (!rule) return { kind: 'not-yet-in-force', from: firstDay(rules) ?? today };
  if (rule.until !== undefined && rule.until < today) return { kind: 'no-longer-in-force', until: rule.until };
  const evidence = facts.evidence.filter((one) => counts(rules, one.date, today));
  const last = evidence.map((one) => one.date).toSorted().at(-1);
  if (rule.term.kind === 'continuous') return { kind: 'continuous', last };
  if (rule.term.kind === 'groups') return consulted(facts.groups, evidence);
  const cycles = cyclesOf(facts);
  const cycle = cycles.at(-1);
  if (!cycle) return { kind: 'not-begun' };
  const { due, keptOn } = cycle;
  if (keptOn !== undefined) return { kind: 'met', on: keptOn, due, lateBy: Math.max(0, daysBetween(due, keptOn)) };
  const before = rule.term.kind === 'recurring' ? cycles.at(-2)?.keptOn : undefined;
  return due < today ? { kind: 'late', due, days: daysBetween(due, today), last: before } : { kind: 'open', due, last: before };
}

function consulted(groups: readonly string[], evidence: readonly Shown[]): DutyState {
  const firsts = groups.flatMap((group) => evidence.filter((one) => one.group === group).map((one) => one.date).toSorted().slice(0, 1));
  const on = firsts.toSorted().at(-1);
  return groups.length > 0 && firsts.length === groups.length && on !== undefined ? { kind: 'met', on, lateBy: 0 } : { kind: 'consulting', shown: firsts.length, of: groups.length };
}

function dueAfter(start: string, { unit, count }: Length): string {
  return unit === 'days' ? addDays(start, count) : addMonths(start, count);
}

/** Whether evidence can be added: while the law is in force, and not where the adoption alone meets it. */
export function takesEvidence(rule: Rule, state: DutyState): boolean {
  return rule.term.kind !== 'adoption' && state.kind !== 'not-yet-in-force' && state.kind !== 'no-longer-in-force';
}
