import { z } from 'zod';
import type { Method } from '../method.ts';
import { listStates } from './event.ts';
import { listMeasures } from './ledger.ts';

const input = z.object({
  events: z.array(z.object({
    person: z.union([z.string().min(1), z.int().transform(String)], 'must be a text that names the person'),
    effective: z.string(),
    recorded: z.string().nullish(),
    from: z.enum(listStates).nullish(),
    to: z.enum(listStates),
    reason: z.string().nullish(),
  })),
  months: z.array(z.string()),
  knownAt: z.string().nullish(),
});

/** Active people, inflow, outflow, corrections and balance of a by-name list by month, as known at a moment. */
export const list: Method = {
  name: 'list',
  summary: 'monthly measures of a by-name list, as known now or at a moment',
  run: (value) => {
    const { events, months, knownAt } = input.parse(value);
    return { json: { months: listMeasures(events, months, knownAt) } };
  },
};
