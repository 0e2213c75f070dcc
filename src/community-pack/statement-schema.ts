import { z } from 'zod';
import { bilingual, date, demonstration, slug, sources } from './values.ts';

/** How strong the evidence for a statement is, strongest first. */
export const strengths = ['strong', 'moderate', 'limited', 'opinion'] as const;
/** Guidance on drinking: Canada's Low-Risk Alcohol Drinking Guidelines of 2011, and Canada's Guidance on Alcohol and Health of 2023. */
export const guidances = ['lradg-2011', 'cgah-2023'] as const;

/** A sentence of a report with where it is known from and how well; one without a source is made up, and says so. */
const statement = z.strictObject({ id: slug, report: slug, section: slug, text: bilingual, strength: z.enum(strengths), guidance: z.enum(guidances).optional(), demonstration, knownFrom: date, sources })
  .refine((one) => one.demonstration || one.sources.length > 0, { path: ['sources'], message: 'must name a source, unless the statement is a demonstration' });

export const statementsSchema = z.strictObject({ statements: z.array(statement).default([]) })
  .refine((one) => new Set(one.statements.map(({ id }) => id)).size === one.statements.length, { path: ['statements'], message: 'a statement stands there twice' });
