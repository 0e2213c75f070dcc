import { z } from 'zod';
import { InputRefused } from '../method.ts';

/** One thing known of a person: a yes or no, a number, or a word (a band, a date as YYYY-MM-DD). Absent or null is not known. */
export type Fact = boolean | number | string | null;
export type Facts = Readonly<Record<string, Fact>>;

const named = { id: z.string().min(1), label: z.strictObject({ en: z.string().min(1), fr: z.string().min(1) }), field: z.string().min(1) };
const rule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('holds'), ...named, is: z.union([z.boolean(), z.string()]).default(true) }),
  z.strictObject({ kind: z.literal('band'), ...named, values: z.array(z.string()).min(1) }),
  z.strictObject({ kind: z.literal('most'), ...named }),
  z.strictObject({ kind: z.literal('earliest'), ...named }),
]);
/** The shape of a rule set, as it is kept and as the command line reads it. */
export const ruleSetShape = z.strictObject({
  id: z.string().min(1),
  version: z.string().min(1),
  rules: z.array(rule).min(1, 'must hold one rule or more'),
  protected: z.array(z.string()).default([]),
});

/**
 * One rule of an ordered list. `holds`: people of whom `field` is `is` come first. `band`: people in the order of `values`. `most`: the larger number
 * first. `earliest`: the earlier date first. Whoever is not known in the field comes last in the rule.
 */
export type Rule = z.infer<typeof rule>;
/** An ordered list of rules with its version. `protected` names the fields that may put a person forward and never back. */
export type RuleSet = z.infer<typeof ruleSetShape>;

/** Throws InputRefused when two rules have one id, or a rule would put people back for a protected field. */
export function checkRuleSet({ rules, protected: guarded }: RuleSet): void {
  const seen = new Set<string>();
  for (const [index, one] of rules.entries()) {
    if (seen.has(one.id)) throw new InputRefused(`rules.${index}.id: ${one.id} stands there twice`);
    seen.add(one.id);
    if (guarded.includes(one.field) && !(one.kind === 'holds' && one.is !== false)) throw new InputRefused(`rules.${index}: ${one.field} is protected: a rule may put people forward for it (holds), never order them by it or put them back`);
    if (one.kind === 'band' && new Set(one.values).size !== one.values.length) throw new InputRefused(`rules.${index}.values: a band stands there twice`);
  }
}

/** The place of a fact under a rule: the lower the earlier; undefined is not known. Throws InputRefused on a fact of another kind. */
export function placeOf(one: Rule, facts: Facts): number | string | undefined {
  const fact = facts[one.field];
  if (fact === undefined || fact === null) return undefined;
  const refuse = (what: string): never => {
    throw new InputRefused(`${one.field}: the rule ${one.id} asks for ${what}, not ${JSON.stringify(fact)}`);
  };
  switch (one.kind) {
    case 'holds': return typeof fact === typeof one.is ? (fact === one.is ? 0 : 1) : refuse(`a ${typeof one.is}`);
    case 'band': return typeof fact === 'string' && one.values.includes(fact) ? one.values.indexOf(fact) : refuse(`one of ${one.values.join(', ')}`);
    case 'most': return typeof fact === 'number' && Number.isFinite(fact) ? -fact : refuse('a number');
    case 'earliest': return typeof fact === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(fact) ? fact : refuse('a date such as 2026-01-31');
  }
}
