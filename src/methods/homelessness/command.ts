import { z } from 'zod';
import { InputRefused, type Method } from '../method.ts';
import { parseDay } from '../timeline/day.ts';
import { chronicStates } from './chronic.ts';
import { reachingHome } from './definition.ts';
import { communityOutcomes, identityClaims } from './outcomes.ts';
import { readPeriod } from './period.ts';
import { conventions, stayKinds } from './stay.ts';
import { stayTable } from './stay-table.ts';

const input = z.object({
  asOf: z.string(),
  stays: z.array(z.object({
    person: z.union([z.string().min(1), z.int().transform(String)], 'must be a text that names the person'),
    start: z.string(),
    end: z.string().nullish().transform((end) => end ?? null),
    kind: z.enum(stayKinds),
  })),
  convention: z.enum(conventions).default('touched'),
  outcomes: z.object({
    periods: z.array(z.string()),
    indigenous: z.record(z.string(), z.enum(identityClaims)).default({}),
    inactiveAfter: z.int().min(0).default(90),
  }).optional(),
});

/** Days in both windows, chronic state, days short and gaps for every person, under the definition of Reaching Home; with `outcomes` the five outcomes of periods too. */
export const homelessness: Method = {
  name: 'homelessness',
  summary: 'days of homelessness, chronic state and its evidence on a date',
  run: (value) => {
    const { asOf, stays, convention, outcomes } = input.parse(value);
    const day = parseDay(asOf);
    if (day === undefined) throw new InputRefused('asOf: is not a date such as 2026-01-31');
    const table = stayTable(stays);
    const states = chronicStates(table, day, { convention });
    const people: Record<string, unknown> = Object.create(null);
    for (const [person, state] of states) people[person] = state;
    const { id, version, label, source } = reachingHome;
    const counted = outcomes && communityOutcomes(table, outcomes.periods.map(readPeriod), { convention, asOf: day, indigenous: new Map(Object.entries(outcomes.indigenous)), inactiveAfter: outcomes.inactiveAfter });
    return { json: { asOf, convention, definition: { id, version, label, source }, people, ...(counted ? { outcomes: counted } : {}) } };
  },
};
