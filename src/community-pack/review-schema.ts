import { z } from 'zod';
import { bilingual, date, slug } from './values.ts';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const count = z.int().min(0);
/** Made-up training: of each unit who came and who came for the first time, for the three rank bands. */
const training = z.strictObject({
  courses: z.array(z.strictObject({ id: slug, title: bilingual, covers: bilingual, hours: z.number().positive() })),
  units: z.array(z.strictObject({ id: slug, name: bilingual, officers: z.record(date, count) })),
  sessions: z.array(z.strictObject({ course: slug, on: date, place: z.string().min(1), provider: z.string().min(1), counts: z.record(slug, z.tuple([z.tuple([count, count]), z.tuple([count, count]), z.tuple([count, count])])) })),
});

/** Case review: the dated lists of clearance codes. A community can do without. */
export const reviewSchema = z.strictObject({
  codes: z.array(z.strictObject({ code: slug, from: date, to: date.optional(), unfounded: z.boolean().default(false), order: z.int(), label: bilingual, sources: z.array(slug).default([]) })).default([]),
  /** Made up, for a demonstration only: a session on the day on which it begins, of the quarter before. */
  demo: z.strictObject({
    chair: slug, liaison: slug, reviewers: z.array(slug).min(2), place: z.string().min(1), opens: time, closes: time, sample: z.int().min(0), counts: z.record(slug, z.int().min(0)), training: training.optional(),
  }).optional(),
  centres: z.array(z.strictObject({ id: slug, name: bilingual, phone: z.string().max(40).optional(), address: z.string().max(200).optional(), sources: z.array(slug).default([]) })).default([]),
});
