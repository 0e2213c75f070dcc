import { z } from 'zod';
import { InputRefused, type Method } from '../method.ts';
import { formatDay, parseDay } from '../timeline/day.ts';
import { ageOn, amountOn, changesOf, nextLoss, supportCalendar, withinHours } from './calendar.ts';

const day = z.string().transform((text, context) => {
  const read = parseDay(text);
  if (read === undefined) context.addIssue({ code: 'custom', message: 'is not a date such as 2026-01-31' });
  return read ?? 0;
});
const dates = { from: day, until: day.nullish().transform((value) => value ?? null) };
const input = z.strictObject({
  birth: day, asOf: day, studies: z.boolean().default(false), hoursPerWeek: z.number().min(0).max(168).optional(),
  endsAtAge: z.int().min(1).max(120),
  amounts: z.array(z.strictObject({ age: z.int().min(0).max(119), kind: z.enum(['monthly', 'study']), cents: z.int().positive(), ...dates })),
  work: z.array(z.strictObject({ hours: z.number().positive().max(168), ...dates })).default([]),
});

/** `method supports`: steps of support by day, every change, the next loss after a day. Money is whole cents. */
export const supports: Method = {
  name: 'supports',
  summary: 'calendar of supports of a young person who leaves care, with the next day on which less is paid',
  run: (raw) => {
    const { birth, asOf, studies, hoursPerWeek, ...scheme } = input.parse(raw);
    if (birth > asOf) throw new InputRefused('birth: comes after asOf');
    const steps = supportCalendar(birth, studies, scheme);
    const changes = changesOf(steps, birth);
    const dated = ({ on, ...rest }: (typeof changes)[number]) => ({ on: formatDay(on), ...rest });
    const loss = nextLoss(changes, asOf);
    return { json: {
      age: ageOn(birth, asOf), now: amountOn(birth, asOf, studies, scheme),
      steps: steps.map(({ from, to, ...rest }) => ({ from: formatDay(from), to: formatDay(to), ...rest })),
      changes: changes.map(dated), nextLoss: loss ? { ...dated(loss), days: loss.on - asOf } : null,
      ...(hoursPerWeek === undefined ? {} : { hours: withinHours(hoursPerWeek, asOf, scheme) ?? null }),
    } };
  },
};
