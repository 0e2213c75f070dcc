import { z } from 'zod';
import { bilingual, date, slug, text } from './values.ts';

const money = z.string().regex(/^\d{1,12}\.\d{2}$/, 'must be an amount with two decimals in quotes, such as "18400.00"');
const local = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'must be a local moment such as "2019-05-24T14:00"');
const code = z.string().regex(/^[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}$/, 'must be a code such as "MAPLE-24FUN"');
/** What an application answers, in its own language: the questions with which a call begins. */
const answers = z.strictObject({ need: text, activities: text, served: text, change: text, people: z.int().positive(), risks: text });
const application = z.strictObject({
  organisation: text, language: z.enum(['en', 'fr']).default('en'), category: z.int().min(1), kind: z.enum(['charity', 'non-profit', 'sponsored']), board: z.int().min(0), revenue: money, title: text, summary: text, from: date, until: date,
  lines: z.array(z.strictObject({ label: text, cost: money, fund: money })).min(1), priorities: z.array(slug).min(1), municipalities: z.array(slug).min(1), population: z.enum(['children', 'youth', 'adults', 'older-adults', 'families', 'newcomers', 'everybody']), answers,
  /** The points of each scorer for each criterion, in their order; none of one who has not scored it. */
  scores: z.array(z.array(z.int().min(0))).default([]),
  /** A code that opens it, told in the text of the call: whoever looks at the demonstration can act as its applicant. */
  code: code.optional(),
  report: z.strictObject({ sent: date, spent: money, people: z.int().positive(), done: text, changed: text, learned: text, accepted: date.optional() }).optional(),
});
/**
 * Calls of a fund for the demonstration alone, with made-up organisations: one that is open, one whose applications wait for scores, one that gave grants.
 * `decided` is the day on which what the ranking shows was given; `signed` and `paid` those of the agreements and the first instalments.
 */
export const fundSchema = z.strictObject({
  officer: slug.optional(), scorers: z.array(slug).default([]),
  categories: z.array(z.strictObject({ name: bilingual, most: money.nullable(), years: z.int().min(1).max(5), kinds: z.array(z.enum(['charity', 'non-profit', 'sponsored'])).min(1), board: z.int().min(0), auditedAbove: money.nullable() })).default([]),
  criteria: z.array(z.strictObject({ name: bilingual, weight: z.int().min(1).max(100), most: z.int().min(1).max(100) })).default([]),
  calls: z.array(z.strictObject({
    id: slug, year: z.int(), title: bilingual, lead: bilingual, opens: local, closes: local, envelope: money, reserve: money, follow: z.int().min(1).max(36).optional(), sessions: z.array(z.strictObject({ at: local, place: bilingual })).default([]),
    questions: z.array(z.strictObject({ asked: text, on: date, question: bilingual, answer: bilingual })).default([]), applications: z.array(application).default([]), assigned: date.optional(), decided: date.optional(), signed: date.optional(), paid: date.optional(),
  })).default([]),
});
