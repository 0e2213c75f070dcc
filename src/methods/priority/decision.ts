import { createHash } from 'node:crypto';
import { InputRefused } from '../method.ts';
import type { Draw } from './draw.ts';
import { type Candidate, type Override, rank, type Ranked } from './rank.ts';
import { failedRequirements, type Requirement } from './requirement.ts';
import type { RuleSet } from './rule.ts';

/** All that a decision rests on. Kept as it was, so that the decision can be made again years later. */
export type DecisionInputs = {
  readonly vacancy: { readonly id: string; readonly requirements: readonly Requirement[] };
  readonly people: readonly Candidate[];
  readonly ruleSet: RuleSet;
  readonly draw: Draw;
  readonly overrides: readonly Override[];
};
/** Who was offered the vacancy, the whole order, and a fingerprint of each input by its path (`people.<person>.facts.<field>`). */
export type Decision = { readonly inputs: DecisionInputs; readonly offered: string | null; readonly order: readonly string[]; readonly fingerprints: Readonly<Record<string, string>> };
/** What making a decision again found. `changed`: the paths of inputs that are not what they were. */
export type Recomputed = { readonly equal: boolean; readonly changed: readonly string[]; readonly offered: string | null; readonly order: readonly string[] };

/** Ranks the people who meet every requirement and offers the vacancy to the first. Throws as `rank` does. */
export function decide(inputs: DecisionInputs): Decision {
  const order = orderOf(inputs).map(({ person }) => person);
  return { inputs, offered: order[0] ?? null, order, fingerprints: fingerprintsOf(inputs) };
}

/** The ranked people who meet every requirement of the vacancy. Overrides of people who do not are left out: an override moves, it does not make eligible. */
export function orderOf({ vacancy, people, ruleSet, draw, overrides }: DecisionInputs): Ranked[] {
  const eligible = people.filter(({ facts }) => failedRequirements(vacancy.requirements, facts).length === 0);
  const known = new Set(eligible.map(({ person }) => person));
  return rank(eligible, ruleSet, draw, overrides.filter(({ person }) => known.has(person)));
}

/** Makes a kept decision again from its inputs and rule set, and names every input that was changed since. */
export function recompute(decision: Decision): Recomputed {
  const now = fingerprintsOf(decision.inputs);
  const paths = [...new Set([...Object.keys(decision.fingerprints), ...Object.keys(now)])];
  const changed = paths.filter((path) => decision.fingerprints[path] !== now[path]).sort();
  const order = orderAgain(decision.inputs);
  if (!order) return { equal: false, changed, offered: null, order: [] };
  const offered = order[0] ?? null;
  const same = offered === decision.offered && order.length === decision.order.length && order.every((person, place) => person === decision.order[place]);
  return { equal: same && changed.length === 0, changed, offered, order };
}

/** Undefined where an input was changed into something that no rule can read. */
function orderAgain(inputs: DecisionInputs): string[] | undefined {
  try {
    return orderOf(inputs).map(({ person }) => person);
  } catch (error) {
    if (error instanceof InputRefused) return undefined;
    throw error;
  }
}

function fingerprintsOf({ vacancy, people, ruleSet, draw, overrides }: DecisionInputs): Record<string, string> {
  const found: Record<string, string> = Object.create(null);
  const put = (path: string, value: unknown) => {
    found[path] = createHash('sha256').update(`${path}\n${inOrder(value)}`).digest('hex').slice(0, 16);
  };
  put('vacancy.id', vacancy.id);
  for (const one of vacancy.requirements) put(`vacancy.requirements.${one.id}`, one);
  for (const { person, facts } of people) {
    put(`people.${person}`, person);
    for (const [field, fact] of Object.entries(facts)) put(`people.${person}.facts.${field}`, fact);
  }
  put('ruleSet', ruleSet);
  put('draw', draw);
  put('overrides', overrides);
  return found;
}

/** JSON whose keys are sorted, so that the same value has the same text however it was stored. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner));
}
