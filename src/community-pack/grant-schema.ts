import { z } from 'zod';
import { approximate, bilingual, date, sources, text } from './values.ts';

const money = z.string().regex(/^\d{1,12}(\.\d{2})?$/, 'must be an amount such as "29999.50"');
const year = z.number().int().min(2000).max(2100);
/** What a fund gave in earlier years: totals as they were said, and grants; an amount that no source gives is left out. */
export const grantsSchema = z.strictObject({
  years: z.array(z.strictObject({ year, amount: money, approximate, note: bilingual, knownFrom: date, sources })).default([]),
  grants: z.array(z.strictObject({ year, recipient: text, purpose: bilingual.optional(), amount: money.optional(), years: z.number().int().min(1).max(5).default(1), awarded: date, approximate, knownFrom: date, sources })).default([]),
});
