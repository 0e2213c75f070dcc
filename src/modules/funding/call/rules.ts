import { z } from 'zod';
import { type Cents, centsOf } from '../money.ts';

/** What an organisation can be. An unincorporated group applies under a registered charity that sponsors it. */
export const legalKinds = ['charity', 'non-profit', 'sponsored'] as const;
export type LegalKind = (typeof legalKinds)[number];
/** How financial statements were checked, from least to most. */
export const statementKinds = ['none', 'compiled', 'reviewed', 'audited'] as const;
export type StatementKind = (typeof statementKinds)[number];

const decimal = z.string().regex(/^\d{1,12}\.\d{2}$/);
const rulesSchema = z.strictObject({
  most: decimal.nullable(), mostYears: z.number().int().min(1).max(5), kinds: z.array(z.enum(legalKinds)).min(1), boardUnrelated: z.number().int().min(0).max(20),
  statements: z.enum(statementKinds), auditedAbove: decimal.nullable(),
});

/**
 * What a category asks of an application, as the call keeps it: the most money in all (a decimal, null for no set maximum), the most years, the kinds of
 * organisation, how many board members unrelated to each other by blood or marriage, the least that financial statements must be, and the gross revenue above
 * which, in both of the two latest years, they must be audited.
 */
export type CategoryRules = z.infer<typeof rulesSchema>;

/** Rules as the database gives them. Throws where they are none. */
export function rulesFrom(value: unknown): CategoryRules {
  return rulesSchema.parse(value);
}

export type CallState = 'draft' | 'to-come' | 'open' | 'closed';
type Dated = { readonly opensAt: Date; readonly closesAt: Date; readonly publishedAt: Date | null };

/** Where a call stands at a moment. The instant of its deadline is still within it; a millisecond later is not. */
export function stateOf(call: Dated, now: Date): CallState {
  if (call.publishedAt === null || call.publishedAt > now) return 'draft';
  if (now < call.opensAt) return 'to-come';
  return now <= call.closesAt ? 'open' : 'closed';
}

/** What keeps a call from being published. */
export type Lack = 'category' | 'criterion' | 'weights' | 'past';
export function lacksOf(call: Dated & { readonly categories: readonly unknown[]; readonly criteria: readonly { readonly weight: number }[] }, now: Date): Lack[] {
  const weights = call.criteria.reduce((sum, one) => sum + one.weight, 0);
  return [
    ...(call.categories.length === 0 ? ['category' as const] : []),
    ...(call.criteria.length === 0 ? ['criterion' as const] : weights === 100 ? [] : ['weights' as const]),
    ...(call.closesAt <= now ? ['past' as const] : []),
  ];
}

export function mostOf(rules: CategoryRules): Cents | undefined {
  return rules.most === null ? undefined : centsOf(rules.most);
}
