import { z } from 'zod';
import { InputRefused, type Method } from '../method.ts';
import { parseDay } from '../timeline/day.ts';
import { checkConformance, sumConformance } from './conformance.ts';

const day = z.string();
const input = z.object({
  asOf: day,
  pathway: z.array(z.object({ step: z.string().min(1), days: z.int().min(0).max(36_500) })).min(1).max(1000),
  cases: z.array(z.object({
    case: z.union([z.string().min(1), z.int().transform(String)], 'must be a text that names the case'),
    opened: day.nullish(), ended: z.boolean().default(false),
    events: z.array(z.object({ step: z.string().min(1), on: day })).max(1000),
  })),
});

/** How each case left its agreed pathway (skipped, out of order, repeated, unknown, late, waiting), and the sum over all. */
export const conformance: Method = {
  name: 'conformance',
  summary: 'how real cases left an agreed pathway: skipped, out of order, late, repeated',
  run: (value) => {
    const { asOf, pathway, cases } = input.parse(value);
    const steps = pathway.map((one) => one.step);
    if (new Set(steps).size < steps.length) throw new InputRefused('pathway: a step stands there twice');
    const until = dayOf('asOf', asOf);
    const seen = new Set<string>();
    const found = cases.map((one, place) => {
      if (seen.has(one.case)) throw new InputRefused(`cases.${place}.case: stands there twice`);
      seen.add(one.case);
      const events = one.events.map((event, index) => ({ step: event.step, day: dayOf(`cases.${place}.events.${index}.on`, event.on) }));
      const opened = one.opened ? dayOf(`cases.${place}.opened`, one.opened) : undefined;
      return { case: one.case, ...checkConformance(pathway, { events, opened, ended: one.ended, asOf: until }) };
    });
    return { json: { asOf, cases: found.map((one) => ({ ...one, waiting: one.waiting ?? null })), sum: sumConformance(steps, found) } };
  },
};

function dayOf(place: string, text: string): number {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new InputRefused(`${place}: is not a date such as 2026-01-31`);
  return parsed;
}
