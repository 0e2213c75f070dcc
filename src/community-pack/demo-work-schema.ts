import { z } from 'zod';
import { bilingual, slug, text } from './values.ts';

/** Days before the demonstration begins. */
const ago = z.int().min(0).max(365);
const by = slug;
/** What the made-up staff of a demonstration did in the months before it begins. People, accounts, agencies and services are those of the demonstration. */
export const demoWorkSchema = z.strictObject({
  /** By-name lists; they are brought up to date every ten days from `from` on, and each month is stated once. */
  lists: z.array(z.strictObject({ id: slug, agency: slug, name: bilingual, qualifying: z.array(slug).min(1), from: ago, refusals: z.array(z.strictObject({ by, on: ago })).default([]) })).default([]),
  stays: z.array(z.strictObject({
    person: slug, by, kind: z.enum(['unsheltered', 'shelter', 'hidden', 'transitional', 'institution', 'housed']), place: text.optional(), from: ago, to: ago.optional(), evidence: z.enum(['observed', 'reported', 'verified']),
  })).default([]),
  news: z.array(z.strictObject({ person: slug, by, kind: z.enum(['contact', 'case', 'assessment', 'service', 'meal', 'placement', 'call']), on: ago })).default([]),
  /** `answers` by the question's linkId: the code of an option. */
  assessments: z.array(z.strictObject({ person: slug, by, instrument: slug, on: ago, language: z.enum(['en', 'fr']).default('en'), answers: z.record(slug, text) })).default([]),
  referrals: z.array(z.strictObject({
    person: slug, by, service: slug, need: slug, on: ago, request: text,
    steps: z.array(z.strictObject({ by, step: slug, on: ago, reason: slug.optional(), note: text.optional() })).default([]),
  })).default([]),
  plans: z.array(z.strictObject({
    person: slug, pathway: slug, by, on: ago, leavingCare: z.boolean().default(false), coordinator: slug,
    steps: z.array(z.strictObject({ by, step: z.enum(['intake', 'strengths', 'coordinator', 'goals', 'team', 'plan', 'shared', 'monitoring']), on: ago })).default([]),
    strengths: text, needs: text, goals: z.array(z.strictObject({ words: text, owner: text, reviewIn: z.int() })).default([]),
    team: z.array(z.strictObject({ agency: slug, provides: text })).default([]), reviewIn: z.int().positive(),
  })).default([]),
  /** Older adults who were referred to outreach. `weekday` 1 is Monday. */
  seniors: z.array(z.strictObject({
    agency: slug, name: text, telephone: text, goodTimes: text.optional(), language: z.enum(['en', 'fr']).default('en'), referredBy: z.enum(['neighbour', 'family', 'paramedic', 'pharmacist', 'other']), consent: z.enum(['agrees', 'unsure']), on: ago,
    attempts: z.array(z.strictObject({ by, on: ago, outcome: z.enum(['talked', 'missed', 'declined']), note: z.string().default('') })).default([]),
    joined: z.strictObject({ by, on: ago, caller: slug, weekday: z.int().min(1).max(7), at: z.string().regex(/^\d{2}:\d{2}$/) }).optional(),
    scores: z.array(z.strictObject({ by, measure: z.enum(['own', 'lsns-6', 'ucla-3']), score: z.int(), on: ago })).default([]),
  })).default([]),
});
