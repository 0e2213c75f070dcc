import { z } from 'zod';
import { bilingual, date, slug } from './values.ts';

/** The early warning of overdoses: what is watched, by which rules, and what follows a confirmed alert. A community can do without. */
export const alertsSchema = z.strictObject({
  series: z.array(z.strictObject({ id: slug, name: bilingual, text: bilingual, basis: z.enum(['pickup', 'residence']), source: z.enum(['events', 'reports']), delayWeeks: z.int().min(1).max(26) })).default([]),
  rules: z.array(z.strictObject({
    id: slug, series: slug, name: bilingual, from: date, eachArea: z.boolean().default(false),
    method: z.enum(['cluster', 'ears-c1', 'ears-c2', 'ears-c3', 'farrington-flexible', 'cusum', 'exact', 'daily', 'rolling-window']), unit: z.enum(['hour', 'day', 'week']),
    options: z.record(z.string(), z.union([z.number(), z.string(), z.boolean(), z.array(z.number())])).default({}),
  })).default([]),
  protocol: z.array(z.strictObject({ id: slug, what: bilingual, owedBy: slug, hours: z.int().min(1).max(2160) })).default([]),
  /** Made up, for a demonstration only: about how many overdoses a year and area, and which desks are told. */
  demo: z.strictObject({
    agency: slug, years: z.int().min(1).max(6), growth: z.number(), eventsPerYear: z.record(slug, z.number().positive()), visitsPerYear: z.record(slug, z.number().positive()).default({}), visits: slug.optional(),
    contacts: z.array(z.strictObject({ name: bilingual, email: z.email(), language: z.enum(['en', 'fr']) })).default([]),
  }).optional(),
});
