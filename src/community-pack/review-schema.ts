import { z } from 'zod';
import { bilingual, date, slug } from './values.ts';

/** Case review: the dated lists of clearance codes. A community can do without. */
export const reviewSchema = z.strictObject({
  codes: z.array(z.strictObject({ code: slug, from: date, to: date.optional(), unfounded: z.boolean().default(false), order: z.int(), label: bilingual, sources: z.array(slug).default([]) })).default([]),
});
