import { z } from 'zod';
import { accessPointsSchema } from './access-point-schema.ts';
import { alertsSchema } from './alert-schema.ts';
import { reviewSchema } from './review-schema.ts';
import { careSchema } from './care-schema.ts';
import { datasetsSchema } from './dataset-schema.ts';
import { demoWorkSchema } from './demo-work-schema.ts';
import { figuresSchema } from './figure-schema.ts';
import { indicatorsSchema } from './indicator-schema.ts';
import { fundSchema } from './fund-schema.ts';
import { grantsSchema } from './grant-schema.ts';
import { pilotsSchema } from './pilot-schema.ts';
import { servicesSchema } from './service-schema.ts';
import { situationSchema } from './situation-schema.ts';
import { statementsSchema } from './statement-schema.ts';
import { approximate, bilingual, date, demonstration, slug, sources, text } from './values.ts';

export const communitySchema = z.strictObject({
  id: slug, name: bilingual, place: bilingual, notServiceOf: bilingual,
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'is not a time zone'),
  demonstrationStart: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, 'must be a local time such as 2019-06-03T09:00'),
  adopted: z.boolean(), referencePrefix: z.string().regex(/^[A-Z]{2,6}$/),
  /** `tile` is where the municipality stands on a board of equal tiles, roughly as on a map: columns and rows from 0, halves allowed. */
  municipalities: z.array(z.strictObject({ id: slug, name: bilingual, tile: z.strictObject({ column: z.number().min(0).max(9), row: z.number().min(0).max(9) }).optional() })),
  /** Who numbers reports to council; a report carries one number of each department that makes it. */
  departments: z.array(z.strictObject({ code: z.string().regex(/^[A-Z]{2,4}$/, 'must be two to four capital letters'), name: bilingual })).default([]),
  mail: z.strictObject({ sender: bilingual, onBehalfOf: bilingual, postalAddress: text, contact: z.email() }),
  privacy: z.strictObject({ authority: bilingual, purpose: bilingual, contact: z.email() }),
  /** Under what everybody may use the open data. */
  licence: z.strictObject({ name: bilingual, url: z.url() }),
});
export const sourcesSchema = z.record(slug, z.strictObject({ title: text, publisher: text, url: z.url() }));
export const planSchema = z.strictObject({
  title: bilingual, lead: bilingual,
  about: z.array(z.strictObject({ heading: bilingual, text: bilingual, sources })),
  domains: z.array(z.strictObject({ id: slug, name: bilingual, text: bilingual })),
  areas: z.array(z.strictObject({ id: slug, order: z.number(), name: bilingual, text: bilingual })),
  topics: z.array(z.strictObject({ id: slug, name: bilingual, hint: bilingual })),
  history: z.array(z.strictObject({ date, approximate, knownFrom: date, text: bilingual, sources })),
});
export const organisationsSchema = z.array(z.strictObject({ id: slug, kind: slug, name: bilingual, from: date.optional(), to: date.optional(), approximate, successor: slug.optional(), sources }));
export const bodyStates = ['proposed', 'forming', 'active', 'paused', 'completed', 'merged', 're-activated'] as const;
export const bodiesSchema = z.array(z.strictObject({
  id: slug, kind: z.enum(['leadership-group', 'action-table', 'committee', 'situation-table', 'council', 'board']),
  text: bilingual.optional(),
  names: z.array(z.strictObject({ name: bilingual, from: date, to: date.optional() })).min(1),
  states: z.array(z.strictObject({ state: z.enum(bodyStates), from: date, approximate, reason: bilingual, mergedInto: slug.optional(), sources })).min(1),
  members: z.array(z.strictObject({ organisation: slug, from: date, to: date.optional(), sources })).default([]),
}));
export const seatsSchema = z.array(z.strictObject({ id: slug, body: slug, name: bilingual, law: bilingual, knownFrom: date, sources }));
export const prioritiesSchema = z.array(z.strictObject({
  id: slug, order: z.number(), body: slug, title: bilingual, summary: bilingual, isNew: z.strictObject({ from: date, to: date }).optional(),
  areas: z.array(slug), domains: z.array(slug), tagging: z.enum(['sourced', 'proposed']),
  facts: z.array(z.strictObject({ kind: z.enum(['done', 'new', 'next']), knownFrom: date, until: date.optional(), text: bilingual, sources })),
}));
export const milestonesSchema = z.array(z.strictObject({
  id: slug, priority: slug, body: slug, title: bilingual, due: date, approximate, demonstration, knownFrom: date, sources,
  evidence: z.array(z.strictObject({ kind: z.enum(['document', 'decision', 'figure', 'event']), title: bilingual, date, knownFrom: date, sources })).default([]),
  confirmed: z.array(z.strictObject({ date, body: slug })).default([]),
  withdrawn: z.strictObject({ date, reason: bilingual }).optional(),
}));
const after = { unit: z.enum(['days', 'months']), count: z.number().int().positive() };
/** By when a duty must be met: see `duty/rules.ts` of the plan. */
export const termSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('adoption'), due: date }), z.strictObject({ kind: z.literal('fixed'), due: date }),
  z.strictObject({ kind: z.literal('after-adoption'), ...after }), z.strictObject({ kind: z.literal('recurring'), ...after }),
  z.strictObject({ kind: z.literal('continuous') }), z.strictObject({ kind: z.literal('groups') }),
]);
export const dutiesSchema = z.strictObject({
  duties: z.array(z.strictObject({
    id: slug, title: bilingual, must: bilingual, owner: z.union([z.strictObject({ role: slug }), z.strictObject({ body: slug })]), note: bilingual.optional(), demonstration,
    rules: z.array(z.strictObject({
      from: date, until: date.optional(), knownFrom: date.optional(), law: bilingual, section: bilingual.optional(), confirmed: z.boolean(), text: bilingual, term: termSchema, sources,
    })).min(1),
    groups: z.array(z.strictObject({ id: slug, name: bilingual, from: date, sources })).default([]),
    evidence: z.array(z.strictObject({ kind: z.enum(['document', 'decision', 'engagement', 'review']), title: bilingual, date, approximate, knownFrom: date, group: slug.optional(), url: z.url().optional(), sources })).default([]),
  })),
  adoptions: z.array(z.strictObject({ date, resolution: text, by: bilingual, url: z.url().optional(), knownFrom: date, sources })),
});
export const documentsSchema = z.array(z.strictObject({ id: slug, kind: z.enum(['plan', 'council-report', 'board-report', 'release']), number: text.optional(), date, approximate, knownFrom: date, title: bilingual, note: bilingual.optional(), url: z.url().optional(), sources }));
export const newsSchema = z.array(z.strictObject({ id: slug, topic: slug, date, text: bilingual, priority: slug.optional(), sources }));
export const eventsSchema = z.array(z.strictObject({ id: slug, date, time: z.string().regex(/^\d{2}:\d{2}$/).optional(), demonstration, knownFrom: date, title: bilingual }));
export const meetingsSchema = z.array(z.strictObject({
  id: slug, title: bilingual, about: bilingual, municipality: slug.optional(), place: bilingual, entrance: bilingual.optional(), date,
  when: bilingual.optional(), time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 18:30').optional(), minutes: z.number().int().min(5).max(1440).optional(),
  languages: z.array(z.enum(['en', 'fr'])).default([]), capacity: z.number().int().positive().optional(), childCare: z.boolean().default(false), distressing: z.boolean().default(false),
  demonstration, knownFrom: date, sources, consultation: slug.optional(),
}).refine((one) => one.time !== undefined || one.when !== undefined, { path: ['time'], message: 'needs a time, or words for when it was' }));
const channel = z.enum(['web', 'paper', 'telephone', 'meeting', 'email', 'letter', '311']);
const answer = z.union([
  z.strictObject({ priority: slug, words: bilingual.optional() }), z.strictObject({ milestone: slug, words: bilingual.optional() }), z.strictObject({ no: bilingual }),
]);
const theme = z.strictObject({ id: slug, name: bilingual, answers: z.array(answer).default([]) });
/** Made-up voices, for a consultation that is a demonstration: who of the demonstration's accounts coded what, one approved quote at most. */
const pieceSchema = z.strictObject({
  kind: z.enum(['survey-answer', 'meeting-note', 'telephone', 'letter']), channel: channel.optional(), language: z.enum(['en', 'fr']), date, text,
  municipality: slug.optional(), age: slug.optional(), home: slug.optional(), codes: z.record(slug, z.array(slug)).default({}), quote: text.optional(),
});
export const consultationsSchema = z.array(z.strictObject({
  id: slug, name: bilingual, question: bilingual, from: date, until: date, approximate, demonstration, knownFrom: date, sources,
  facts: z.array(z.strictObject({ label: bilingual, value: bilingual, sources })).default([]),
  heard: z.array(z.strictObject({ id: slug, channel, people: z.number().int().positive(), oneEach: z.boolean() })).default([]),
  themes: z.array(theme.extend({ children: z.array(theme).default([]) })).default([]),
  pieces: z.array(pieceSchema).default([]), publish: z.strictObject({ weightBy: z.array(z.enum(['municipality', 'age', 'language'])) }).optional(),
}).refine((one) => one.demonstration || (one.pieces.length === 0 && one.heard.length === 0 && one.themes.length === 0), { path: ['demonstration'], message: 'must be true where pieces, themes or counts are made up' })
  .refine((one) => one.from <= one.until, { path: ['until'], message: 'must not be before from' }));
export const censusSchema = z.array(z.strictObject({
  year: z.number().int(), knownFrom: date, total: z.number().int().positive(), sources,
  margins: z.array(z.strictObject({
    dimension: z.enum(['municipality', 'age', 'language']), confirmed: z.boolean(), sources, categories: z.array(z.strictObject({ id: slug, label: bilingual, people: z.number().int().positive() })).min(2),
  })).default([]),
}));
const demoEntry = z.strictObject({ by: slug, text });
const section = z.enum(['identity', 'contact', 'health', 'housing', 'note']);
/** A made-up person who is helped; without `given` and `family` anonymous. Accounts and agencies are those of the demonstration. */
const demoPersonSchema = z.strictObject({
  id: slug, agency: slug, given: text.optional(), family: text.optional(), birth: date.optional(), estimated: z.boolean().default(false), gender: text.optional(), municipality: text.optional(), languages: z.array(text).default([]),
  interpreter: z.boolean().default(false), language: z.enum(['en', 'fr']).default('en'), aliases: z.array(z.strictObject({ given: text, family: text })).default([]), assigned: z.array(slug).min(1),
  contact: z.strictObject({ phone: text.optional(), email: z.email().optional(), postcode: text.optional(), message: z.boolean().default(false), preference: z.enum(['phone', 'text', 'email', 'post', 'in-person', 'none']).default('phone') }).optional(),
  housing: z.array(demoEntry).default([]), health: z.array(demoEntry).default([]), notes: z.array(demoEntry).default([]),
  /** Days before the demonstration begins on which the record was entered, with all but its break-glass. */
  since: z.int().min(0).max(365).default(0),
  consents: z.array(z.strictObject({ to: z.array(slug).min(1), categories: z.array(section).min(1), purposes: z.array(z.enum(['care', 'referral', 'coordination', 'list', 'report'])).min(1), how: z.enum(['spoken', 'written', 'electronic']), months: z.int().positive() })).default([]),
  instructions: z.array(z.strictObject({ what: section.optional(), agency: slug.optional(), account: slug.optional(), said: text })).default([]),
  /** Break-glass of the past, to be reviewed. */
  glass: z.array(z.strictObject({ by: slug, ground: z.enum(['serious-bodily-harm', 'child-in-need', 'emergency-care']), reason: text, hoursAgo: z.int().positive() })).default([]),
});
export const demoSchema = z.strictObject({
  agencies: z.array(z.strictObject({ id: slug, kind: slug, name: bilingual })),
  accounts: z.array(z.strictObject({ id: slug, name: text, email: z.email(), role: slug, agency: slug, body: slug.optional(), title: bilingual })),
  members: z.array(z.strictObject({
    body: slug, name: text, office: bilingual, agency: slug, chairs: z.boolean().default(false), email: z.email().optional(), language: z.enum(['en', 'fr']).default('en'), seats: z.array(slug).default([]),
  })).default([]),
  surveys: z.array(z.strictObject({
    id: slug, title: bilingual, lead: bilingual, distress: z.boolean().default(false), opensOn: date, consultation: slug.optional(),
    questions: z.array(z.strictObject({
      id: slug, type: z.enum(['choice', 'open-choice', 'boolean', 'string', 'text', 'integer']), text: bilingual, needed: z.boolean().default(false), many: z.boolean().default(false),
      options: z.array(bilingual).default([]), tells: z.enum(['municipality', 'age', 'language']).optional(), after: z.strictObject({ question: slug, option: z.int().positive() }).optional(),
    })).min(1),
  })).default([]),
  people: z.array(demoPersonSchema).default([]),
  work: demoWorkSchema.prefault({}),
  /** Made-up organisations that take referrals of older adults. */
  outreach: z.array(slug).default([]),
  issues: z.array(z.strictObject({ channel: z.enum(['web', '311', 'email', 'open311']), language: z.enum(['en', 'fr']), municipality: slug, title: text, description: text, affected: text })),
  requests: z.array(z.strictObject({ point: slug, language: z.enum(['en', 'fr']), age: z.int().min(0).max(120).optional(), given: text.optional(), phone: text.optional(), story: text })).default([]),
  publications: z.array(z.strictObject({ template: slug, title: bilingual, departments: z.array(z.string()), preparedFor: bilingual, sections: z.record(slug, bilingual) })).default([]),
});

/** The files of a pack and what each must hold. */
export const packFiles = {
  community: communitySchema,
  access_points: accessPointsSchema,
  alerts: alertsSchema,
  sources: sourcesSchema,
  plan: planSchema,
  organisations: organisationsSchema,
  bodies: bodiesSchema,
  seats: seatsSchema,
  priorities: prioritiesSchema,
  milestones: milestonesSchema,
  duties: dutiesSchema,
  documents: documentsSchema,
  figures: figuresSchema,
  indicators: indicatorsSchema,
  news: newsSchema,
  events: eventsSchema,
  meetings: meetingsSchema,
  consultations: consultationsSchema,
  census: censusSchema,
  care: careSchema,
  demo: demoSchema,
  services: servicesSchema,
  datasets: datasetsSchema,
  review: reviewSchema,
  situation: situationSchema,
  grants: grantsSchema,
  fund: fundSchema,
  pilots: pilotsSchema,
  statements: statementsSchema,
} as const;
/** Files that a community can do without. */
export const optionalFiles: ReadonlySet<string> = new Set([
  'services',
  'alerts',
  'datasets',
  'review',
  'indicators',
  'situation',
  'grants',
  'fund',
  'pilots',
  'statements',
]);
export type Pack = { readonly [K in keyof typeof packFiles]: z.infer<(typeof packFiles)[K]> };
