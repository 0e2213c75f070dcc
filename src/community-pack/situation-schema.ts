import { z } from 'zod';
import { bilingual, slug } from './values.ts';

const category = z.strictObject({
  id: slug, name: bilingual,
  /** Whether a source confirms the entries; the pages mark those that none confirms. */
  confirmed: z.boolean().default(false),
  /** Told of nobody under 18. */
  criminal: z.boolean().default(false),
  items: z.array(z.strictObject({ id: slug, name: bilingual })).min(1),
});
const list = z.array(category).default([]);
/** The reference lists of the Situation Table; the codes are stable, the names may be improved. */
export const situationSchema = z.strictObject({ risk: list, protective: list, flags: list, affected: list, services: list, rejectReasons: list, closeReasons: list })
  .refine((lists) => {
    const ids = Object.values(lists).flatMap((one) => one.flatMap(({ items }) => items.map(({ id }) => id)));
    return new Set(ids).size === ids.length;
  }, 'names a code twice');
