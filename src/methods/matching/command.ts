import { z } from 'zod';
import { InputRefused, type Method } from '../method.ts';
import { compileServices } from './compile.ts';
import { explain } from './explain.ts';

const code = z.string().min(1).max(200);
const years = z.number().min(0).max(150);
const hours = z.strictObject({ day: z.int().min(0).max(6), from: z.int().min(0).max(1439), to: z.int().min(1).max(2880) }).refine((one) => one.to > one.from && one.to - one.from <= 1440, 'must close after it opens, within a day');
const service = z.strictObject({
  id: code, needs: z.array(code).default([]), minimumAge: years.nullable().default(null), maximumAge: years.nullable().default(null),
  areas: z.union([z.array(code), z.literal('everywhere')]).nullable().default(null), languages: z.array(code).nullable().default(null),
  lowestCost: z.number().min(0).nullable().default(null), hours: z.array(hours).nullable().default(null), conditions: z.array(code).default([]),
});
const person = z.strictObject({
  id: code.optional(), needs: z.array(code).optional(), age: z.union([years, z.tuple([years, years]).refine(([from, to]) => from <= to, 'must not end before it begins')]).optional(),
  municipality: code.optional(), facts: z.record(code, z.boolean()).optional(), languages: z.array(code).optional(), mostPayable: z.number().min(0).optional(), openAt: z.int().min(0).max(10_079).optional(),
});
const input = z.strictObject({ services: z.array(service).min(1).max(20_000), people: z.array(person).min(1).max(20_000) });

/** `method matching`: which services fit whom, and for each that does not every reason and what would change it. */
export const matching: Method = {
  name: 'matching',
  summary: 'which services fit whom, with every reason where one does not fit and what would change it',
  run: (raw) => {
    const { services, people } = input.parse(raw);
    const twice = services.find(({ id }, place) => services.findIndex((one) => one.id === id) !== place);
    if (twice) throw new InputRefused(`services: the id ${JSON.stringify(twice.id)} stands there twice`);
    if (services.length * people.length > 2_000_000) throw new InputRefused('services and people: at most 2,000,000 pairs at a time');
    const compiled = compileServices(services);
    return { json: { people: people.map((one) => {
      const codes = compiled.match(one);
      return { ...(one.id === undefined ? {} : { id: one.id }), services: services.map((rules, place) => ({ id: rules.id, ...explain(rules, one, codes[place] ?? 0) })) };
    }) } };
  },
};
