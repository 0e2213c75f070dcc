import { z } from 'zod';
import { bilingual, date, demonstration, slug, sources, text } from './values.ts';

const years = z.number().int().min(0).max(120).optional();
/** A target that the community sets itself; none is law. */
const term = z.strictObject({ unit: z.enum(['hours', 'days', 'working-days']), count: z.number().int().min(0).max(366) });

/** Where people ask for help: whom a point is for, its doors, and by when it answers. */
export const accessPointsSchema = z.array(z.strictObject({
  id: slug, order: z.number().int(), name: bilingual, about: bilingual, agency: slug, telephone: text, place: bilingual.optional(),
  ages: z.strictObject({ from: years, to: years, toInSchool: years }).default({}),
  condition: bilingual.optional(),
  doors: z.array(z.enum(['telephone', 'web', 'professional', 'walk-in', 'printed'])).min(1),
  professions: z.array(z.strictObject({ id: slug, name: bilingual, toAge: years, note: bilingual.optional(), sources })).default([]),
  triage: term, levels: z.array(z.strictObject({ id: slug, name: bilingual, hint: bilingual, within: term })).min(1),
  priority: slug.optional(), demonstration, knownFrom: date,
}).refine((one) => one.ages.from === undefined || one.ages.to === undefined || one.ages.from <= one.ages.to, { path: ['ages'], message: 'must not end before they begin' })
  .refine((one) => !one.doors.includes('professional') || one.professions.length > 0, { path: ['professions'], message: 'must name who may send somebody' }));
