import { z } from 'zod';

/** The kinds of value that the files of a pack are made of. */
export const text = z.string().trim().min(1);
export const bilingual = z.strictObject({ en: text, fr: text });
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words with hyphens');
export const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2019-06-03').refine((value) => new Date(`${value}T00:00:00Z`).toISOString().startsWith(value), 'is not a day of the calendar');
export const sources = z.array(slug).default([]);
export const approximate = z.boolean().default(false);
export const demonstration = z.boolean().default(false);
