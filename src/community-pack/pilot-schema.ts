import { z } from 'zod';
import { bilingual, date, demonstration, slug, sources, text } from './values.ts';

const money = z.string().regex(/^\d{1,12}\.\d{2}$/, 'must be an amount with two decimals in quotes, such as "100669.00"');
const dated = { from: date, until: date.optional() };
const cents = (amount: string) => BigInt(amount.replace('.', ''));
/**
 * Young people who leave care: rules of support (their amounts are those of care.yaml), the basics that should be there before 18, and pilots with their
 * money. `confirmed: false`: no source confirms it; the page says so. A pilot names an agency only where that is made up, or has agreed.
 */
export const pilotsSchema = z.strictObject({
  schemes: z.array(z.strictObject({
    id: slug, name: bilingual, ...dated, endsAtAge: z.int().min(1).max(120), work: z.array(z.strictObject({ hours: z.number().positive().max(168), ...dated })).default([]), advice: z.array(bilingual).default([]), sources,
  })).default([]),
  readiness: z.array(z.strictObject({ id: slug, text: bilingual, confirmed: z.boolean(), from: date, sources })).default([]),
  pilots: z.array(z.strictObject({
    id: slug, name: bilingual, purpose: bilingual, recipient: bilingual, agency: slug.optional(), amount: money, granted: date, knownFrom: date, demonstration, sources,
    instalments: z.array(z.strictObject({ amount: money, due: date, paid: date.optional(), condition: bilingual })).default([]),
    activities: z.array(z.strictObject({ amount: money, name: bilingual })).default([]),
    goal: z.strictObject({ text: bilingual, sources }).optional(), comparison: z.strictObject({ text: bilingual, knownFrom: date, sources }).optional(),
  }).superRefine((one, context) => {
    for (const part of ['instalments', 'activities'] as const)
      if (one[part].reduce((sum, { amount }) => sum + cents(amount), 0n) > cents(one.amount)) context.addIssue({ code: 'custom', path: [part], message: 'come to more than the grant' });
  })).default([]),
  /** Made-up people of the demonstration who take part, by their names in demo.yaml; `ago`: days before it begins. Her own goals are written with her code. */
  demo: z.array(z.strictObject({
    pilot: slug, by: slug, given: text, family: text, ago: z.int().min(1).max(300), goals: z.array(z.strictObject({ area: z.enum(['health', 'education', 'identity', 'relationships', 'feelings', 'self-care']), words: text, own: z.boolean(), step: text.optional(), said: text.optional() })).default([]),
    contacts: z.array(z.strictObject({ ago: z.int().min(0).max(300), how: z.enum(['in-person', 'phone', 'message', 'video']), reached: z.boolean(), minutes: z.int().min(0).default(0) })).default([]),
  })).default([]),
});
