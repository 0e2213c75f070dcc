import { z } from 'zod';
import { bilingual, slug, text } from './values.ts';

export const columnTypes = ['whole', 'decimal', 'date', 'month', 'code', 'text'] as const;
const column = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be small letters, digits and underscores, and begin with a letter'), label: bilingual, type: z.enum(columnTypes), required: z.boolean().default(true),
  /** The list of a code column; `also` are other words that files write for the code. */
  codes: z.array(z.strictObject({ code: slug, en: text, fr: text, also: z.array(text).default([]) })).default([]),
  from: z.number().optional(), to: z.number().optional(),
}).refine((one) => (one.type === 'code') === (one.codes.length > 0), { path: ['codes'], message: 'a code column, and only that, has a list of codes' })
  .refine((one) => (one.from === undefined && one.to === undefined) || one.type === 'whole' || one.type === 'decimal', { path: ['from'], message: 'only a number has a range' })
  .refine((one) => one.from === undefined || one.to === undefined || one.from <= one.to, { path: ['to'], message: 'must not be less than from' })
  .refine((one) => new Set(one.codes.map(({ code }) => code)).size === one.codes.length, { path: ['codes'], message: 'a code stands there twice' });

/** A dataset with one version of its schema: what a row is, its columns, and the key columns that tell rows apart. */
export const datasetSchema = z.strictObject({
  id: slug, name: bilingual, text: bilingual, version: z.int().positive().default(1), why: bilingual.optional(), row: bilingual,
  columns: z.array(column).min(2, 'needs two columns or more').max(60), key: z.array(z.string()).default([]),
}).refine((one) => new Set(one.columns.map(({ name }) => name)).size === one.columns.length, { path: ['columns'], message: 'a column stands there twice' })
  .refine((one) => one.key.every((name) => one.columns.some((own) => own.name === name && own.required)), { path: ['key'], message: 'names a column that is not there or not required' })
  .refine((one) => (one.version > 1) === (one.why !== undefined), { path: ['why'], message: 'a second version, and only that, says why it changed' });
export const datasetsSchema = z.strictObject({ datasets: z.array(datasetSchema).default([]) });
