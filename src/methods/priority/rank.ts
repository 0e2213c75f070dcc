import { InputRefused } from '../method.ts';
import { type Draw, lotOf } from './draw.ts';
import { checkRuleSet, type Fact, type Facts, placeOf, type RuleSet } from './rule.ts';

export type Candidate = { readonly person: string; readonly facts: Facts };
/** A person who is set to a place by somebody who answers for it. `place` counts from 1. */
export type Override = { readonly person: string; readonly place: number; readonly by: string; readonly reason: string };

/**
 * Why a person stands where she stands. `ahead`: how many are before her by this rule, of those who were equal under all rules before it; `equal`:
 * how many are still equal with her after it, herself left out. The sum of `ahead` over all reasons is her place by rule, less one.
 */
export type Reason = { readonly rule: string; readonly fact: Fact; readonly known: boolean; readonly ahead: number; readonly equal: number };
export type Ranked = { readonly person: string; readonly place: number; readonly byRule: number; readonly reasons: readonly Reason[]; readonly override?: Override };

/** The rule id under which the draw stands among the reasons. */
export const drawRule = 'draw';

/**
 * Orders people by an ordered list of rules; the first rule that tells two people apart decides between them, and the draw between those that no rule
 * tells apart. No score is made. Overrides follow, in the order given. Throws InputRefused on a rule set or a fact that cannot be read, a person who
 * stands there twice, or an override without a person, a name, a reason or a place.
 */
export function rank(candidates: readonly Candidate[], ruleSet: RuleSet, draw: Draw, overrides: readonly Override[] = []): Ranked[] {
  checkRuleSet(ruleSet);
  const people = candidates.map(({ person, facts }) => ({ person, facts, places: [...ruleSet.rules.map((rule) => placeOf(rule, facts)), lotOf(draw, person)] }));
  if (new Set(people.map(({ person }) => person)).size !== people.length) throw new InputRefused('people: somebody stands there twice');
  people.sort((a, b) => compare(a.places, b.places));
  const reasons = reasonsOf(people.map(({ places }) => places));
  const byRule = people.map(({ person, facts }, index): Ranked => ({
    person, place: index + 1, byRule: index + 1,
    reasons: (reasons[index] ?? []).map((reason, level) => {
      const rule = ruleSet.rules[level];
      return rule ? { rule: rule.id, fact: facts[rule.field] ?? null, known: (facts[rule.field] ?? null) !== null, ...reason } : { rule: drawRule, fact: null, known: true, ...reason };
    }),
  }));
  return overrides.reduce(withOverride, byRule).map((one, index) => ({ ...one, place: index + 1 }));
}

type Place = number | string | undefined;

function compare(a: readonly Place[], b: readonly Place[]): number {
  for (const [level, left] of a.entries()) {
    const right = b[level];
    if (left === right) continue;
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return 0;
}

/** For each place of the sorted list: at each level how many stand ahead within the group that was equal until then, and how many stay equal. */
function reasonsOf(sorted: readonly (readonly Place[])[]): { ahead: number; equal: number }[][] {
  const found = sorted.map((): { ahead: number; equal: number }[] => []);
  let groups = sorted.length > 0 ? [{ from: 0, to: sorted.length }] : [];
  for (const level of sorted[0]?.keys() ?? []) {
    groups = groups.flatMap(({ from, to }) => {
      const parts: { from: number; to: number }[] = [];
      for (let start = from; start < to;) {
        let end = start + 1;
        while (end < to && sorted[end]?.[level] === sorted[start]?.[level]) end += 1;
        for (let at = start; at < end; at += 1) found[at]?.push({ ahead: start - from, equal: end - start - 1 });
        parts.push({ from: start, to: end });
        start = end;
      }
      return parts;
    });
  }
  return found;
}

function withOverride(list: readonly Ranked[], override: Override): Ranked[] {
  const one = list.find(({ person }) => person === override.person);
  if (!one) throw new InputRefused(`overrides: ${override.person} is not among the people`);
  if (override.by.trim() === '' || override.reason.trim() === '') throw new InputRefused('overrides: each asks for a name and a reason');
  if (!Number.isInteger(override.place) || override.place < 1 || override.place > list.length) throw new InputRefused(`overrides: place must be 1 to ${list.length}`);
  const rest = list.filter((other) => other !== one);
  return [...rest.slice(0, override.place - 1), { ...one, override }, ...rest.slice(override.place - 1)];
}
