import { z } from 'zod';
import { bilingual, date, slug, sources } from './values.ts';

/** The nine steps of coordinated service planning, in the order of the provincial guidelines. */
export const careSteps = ['referral', 'intake', 'strengths', 'coordinator', 'goals', 'team', 'plan', 'shared', 'monitoring'] as const;

const validity = { from: date, until: date.optional(), sources };
/** What agencies agreed on for plans of care, with the day from which it holds. `confirmed: false`: no source confirms it; the page says so. */
export const careSchema = z.strictObject({
  pathways: z.array(z.strictObject({
    id: slug, name: bilingual, note: bilingual.optional(), confirmed: z.boolean(), from: date, sources,
    steps: z.array(z.strictObject({ step: z.enum(careSteps), days: z.int().min(0).max(3650), again: z.boolean().default(true) })).min(1)
      .refine((steps) => new Set(steps.map((one) => one.step)).size === steps.length, 'names a step twice'),
  })).default([]),
  ages: z.array(z.strictObject({ id: slug, audience: z.enum(['everybody', 'leaving-care']), age: z.int().min(0).max(120), due: z.enum(['on', 'before']), text: bilingual, confirmed: z.boolean(), ...validity })).default([]),
  amounts: z.array(z.strictObject({ age: z.int().min(0).max(120), kind: z.enum(['monthly', 'study']), dollars: z.number().positive(), ...validity })).default([]),
});
