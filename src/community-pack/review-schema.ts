import { z } from 'zod';
import { bilingual, date, slug } from './values.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Case review: the dated lists of clearance codes. A community can do without. */
export const reviewSchema = z.strictObject({
  codes: z.array(z.strictObject({ code: slug, from: date, to: date.optional(), unfounded: z.boolean().default(false), order: z.int(), label: bilingual, sources: z.array(slug).default([]) })).default([]),
  /** Made up, for a demonstration only: a session on the day on which it begins, of the quarter before. */
  demo: z.strictObject({
    chair: slug, liaison: slug, reviewers: z.array(slug).min(2), place: z.string().min(1), opens: time, closes: time, sample: z.int().min(0), counts: z.record(slug, z.int().min(0)),
  }).optional(),
  centres: z.array(z.strictObject({ id: slug, name: bilingual, phone: z.string().max(40).optional(), address: z.string().max(200).optional(), sources: z.array(slug).default([]) })).default([]),
});
