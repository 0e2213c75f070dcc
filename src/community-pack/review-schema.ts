import { z } from 'zod';
import { bilingual, date, slug } from './values.ts';

/** Case review: the dated lists of clearance codes; and where survivors find people. A community can do without. */
export const reviewSchema = z.strictObject({
  codes: z.array(z.strictObject({ code: slug, from: date, to: date.optional(), unfounded: z.boolean().default(false), order: z.int(), label: bilingual, sources: z.array(slug).default([]) })).default([]),
  centres: z.array(z.strictObject({ id: slug, name: bilingual, phone: z.string().max(40).optional(), address: z.string().max(200).optional(), sources: z.array(slug).default([]) })).default([]),
});
