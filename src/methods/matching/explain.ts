import { conditionBit, countedConditions, failedBits, type Hours, type Profile, type Rule, ruleBits, type ServiceRules, weekMinutes } from './service-rules.ts';

export type Verdict = 'fits' | 'ask' | 'does-not-fit';

/** A rule that failed or that cannot be answered, and what would have to be so for the service to fit. */
export type Reason = { readonly rule: Rule; readonly change: Change };
export type Change =
  | { readonly kind: 'needs'; readonly anyOf: readonly string[] }
  | { readonly kind: 'age'; readonly from?: number; readonly to?: number }
  | { readonly kind: 'areas'; readonly anyOf: readonly string[] | null }
  | { readonly kind: 'languages'; readonly anyOf: readonly string[] | null }
  | { readonly kind: 'cost'; readonly atLeast: number | null }
  /** The next minute of the week at which it opens; null where the entry says no hours. */
  | { readonly kind: 'opens'; readonly at: number | null }
  | { readonly kind: 'condition'; readonly condition: string };

export type Explanation = { readonly verdict: Verdict; readonly failed: readonly Reason[]; readonly ask: readonly Reason[] };

type Plain = Exclude<Rule, 'condition'>;
const rules = Object.keys(ruleBits).filter((rule): rule is Plain => rule in ruleBits);

/** Never a refusal where something is not known: `ask` then. */
export function verdictOf(code: number): Verdict {
  return code === 0 ? 'fits' : (code & failedBits) !== 0 ? 'does-not-fit' : 'ask';
}

const lists = new Array<readonly string[] | undefined>(failedBits + 1).fill(undefined);
/** The failed rules of a code in a fixed order, conditions as `condition-1` to `condition-8` by their place in the service's list; the lists are shared. */
export function failedRules(code: number): readonly string[] {
  const bits = code & failedBits;
  return lists[bits] ?? listOf(bits);
}

function listOf(bits: number): readonly string[] {
  const conditions = Array.from({ length: countedConditions }, (_, place) => place).filter((place) => (bits & conditionBit(place)) !== 0);
  const made = [...rules.filter((rule) => (bits & ruleBits[rule]) !== 0), ...conditions.map((place) => `condition-${place + 1}`)];
  lists[bits] = made;
  return made;
}

/** A code in full: every failed rule, every open question, and the change that would make each come right. */
export function explain(service: ServiceRules, person: Profile, code: number): Explanation {
  return { verdict: verdictOf(code), failed: reasonsOf(service, person, code, false), ask: reasonsOf(service, person, code >>> 16, true) };
}

function reasonsOf(service: ServiceRules, person: Profile, bits: number, asking: boolean): Reason[] {
  const wanted = asking ? undefined : false;
  return [
    ...rules.filter((rule) => (bits & ruleBits[rule]) !== 0).map((rule) => ({ rule, change: changeOf(service, person, rule) })),
    ...service.conditions.filter((condition) => person.facts?.[condition] === wanted).map((condition) => ({ rule: 'condition' as const, change: { kind: 'condition' as const, condition } })),
  ];
}

function changeOf(service: ServiceRules, person: Profile, rule: Plain): Change {
  const { needs, minimumAge, maximumAge, areas, languages, lowestCost, hours } = service;
  if (rule === 'need') return { kind: 'needs', anyOf: needs };
  if (rule === 'age-below' || rule === 'age-above') return { kind: 'age', ...(minimumAge === null ? {} : { from: minimumAge }), ...(maximumAge === null ? {} : { to: maximumAge }) };
  if (rule === 'area') return { kind: 'areas', anyOf: areas === 'everywhere' ? null : areas };
  if (rule === 'language') return { kind: 'languages', anyOf: languages };
  if (rule === 'cost') return { kind: 'cost', atLeast: lowestCost };
  return { kind: 'opens', at: hours === null ? null : nextOpening(hours, person.openAt ?? 0) };
}

/** The first minute of the week, from `minute` on and round, at which something opens; null where nothing ever does. */
export function nextOpening(hours: readonly Hours[], minute: number): number | null {
  const starts = hours.map(({ day, from }) => (day * 1440 + from) % weekMinutes);
  const wait = (start: number) => (start - minute + weekMinutes) % weekMinutes;
  return starts.length === 0 ? null : starts.reduce((best, start) => (wait(start) < wait(best) ? start : best));
}
