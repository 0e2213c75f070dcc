import { z } from 'zod';
import type { Fact, Facts } from './rule.ts';

const named = { id: z.string().min(1), label: z.strictObject({ en: z.string().min(1), fr: z.string().min(1) }), field: z.string().min(1) };
/** The shape of one requirement of a vacancy. */
export const requirementShape = z.discriminatedUnion('test', [
  z.strictObject({ test: z.literal('is'), ...named, value: z.union([z.boolean(), z.string()]) }),
  z.strictObject({ test: z.literal('in'), ...named, value: z.array(z.string()).min(1) }),
  z.strictObject({ test: z.literal('least'), ...named, value: z.number() }),
  z.strictObject({ test: z.literal('most'), ...named, value: z.number() }),
]);
export type Requirement = z.infer<typeof requirementShape>;

/** A requirement that a person does not meet: what is known of her, and the smallest change of that one fact that would meet it. */
export type Failed = { readonly requirement: string; readonly field: string; readonly fact: Fact; readonly known: boolean; readonly needed: boolean | number | string | readonly string[] };

/** Every requirement that the facts do not meet; none means eligible. A fact that is not known meets nothing and is marked, so that it can be asked. */
export function failedRequirements(requirements: readonly Requirement[], facts: Facts): Failed[] {
  return requirements.filter((one) => !meets(one, facts[one.field] ?? null)).map(({ id, field, value }) => {
    const fact = facts[field] ?? null;
    return { requirement: id, field, fact, known: fact !== null, needed: value };
  });
}

function meets(one: Requirement, fact: Fact): boolean {
  switch (one.test) {
    case 'is': return fact === one.value;
    case 'in': return typeof fact === 'string' && one.value.includes(fact);
    case 'least': return typeof fact === 'number' && fact >= one.value;
    case 'most': return typeof fact === 'number' && fact <= one.value;
  }
}
