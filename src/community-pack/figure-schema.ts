import { z } from 'zod';
import { guidances } from './statement-schema.ts';
import { approximate, bilingual, date, slug, sources, text } from './values.ts';

/** The time that a figure tells of; `from` and `to` where the source says them. */
const period = z.strictObject({ en: text, fr: text, from: date.optional(), to: date.optional() });

/** What a series counts. A second version says from when it counts so, and why. */
const definition = z.strictObject({
  version: z.int().positive(), text: bilingual, method: bilingual.optional(), formula: bilingual.optional(), validFrom: date.optional(), why: bilingual.optional(),
  disclosure: z.enum(['as-published', 'small-counts']).default('as-published'),
});

/**
 * One number: of a period and a place, perhaps of a part (`breakdown`). `value` is what was printed, `number` the number in it; a figure that
 * may not be released has neither, but says why (`withheld`). `knownFrom` is the day of publication, `retrievedOn` a later day on which it
 * still held. `supersedes` names the figure that this one revises. A derived figure names its `inputs`.
 */
const figure = z.strictObject({
  id: slug, version: z.int().positive().default(1), value: text.optional(), number: z.number().optional(), withheld: bilingual.optional(), label: bilingual.optional(),
  period, place: slug, breakdown: z.strictObject({ id: slug, en: text, fr: text }).optional(), note: bilingual.optional(),
  knownFrom: date, approximate, retrievedOn: date.optional(), freshUntil: date.optional(),
  /** The interval in which the true value lies, as the source states it; `level` is its confidence in percent. */
  interval: z.strictObject({ low: z.number(), high: z.number(), level: z.number().gt(0).lt(100).optional() }).optional(),
  provisional: z.boolean().default(false), featured: z.boolean().default(false), supersedes: slug.optional(), inputs: z.array(slug).default([]), sources,
});

/** Figures that share their definition. `guidance` is the guidance on drinking that they rest on: a series has one, so values by another are another series. `countedBy` says whose a number of a place is: who lives there, what happened there, whom a service there helped. */
const series = z.strictObject({
  id: slug, domain: slug.optional(), name: bilingual, label: bilingual, unit: slug, countedBy: z.enum(['residence', 'occurrence', 'service', 'not-stated']), guidance: z.enum(guidances).optional(),
  definitions: z.array(definition).min(1), figures: z.array(figure).min(1),
});

export const figuresSchema = z.strictObject({ places: z.array(z.strictObject({ id: slug, name: bilingual })), series: z.array(series) });

export type PackFigure = z.infer<typeof figure>;
export type PackSeries = z.infer<typeof series>;
export type PackFigures = z.infer<typeof figuresSchema>;
