import { z } from 'zod';
import { InputRefused, type Method } from '../method.ts';
import { effectiveSize, marginOfError } from './effective-size.ts';
import { MarginsUnreachable, rake } from './rake.ts';

const name = z.string().min(1).max(200);
const input = z.strictObject({
  units: z.array(z.strictObject({ in: z.record(name, name), weight: z.number('must be a number').positive('must be above 0').default(1), value: z.boolean('must be true or false').optional() })).min(1, 'must hold one unit or more').max(200_000, 'must hold 200,000 units or fewer'),
  margins: z.record(name, z.record(name, z.number('must be a number').min(0, 'must be 0 or more'))),
  tolerance: z.number().positive().max(0.01).default(1e-10),
  maxRounds: z.number().int().min(1).max(10_000).default(1000),
  trimAt: z.number().min(1, 'must be 1 or more').optional(),
});

/** `method raking`: weights that reproduce known totals, with what they leave of the sample; of units with a value also their weighted share. */
export const raking: Method = {
  name: 'raking',
  summary: 'weights that reproduce known totals (iterative proportional fitting), with the effective sample size and margins of error',
  run: (raw) => {
    const { units, margins, trimAt, ...options } = input.parse(raw);
    const raked = settle(() => rake(units, margins, trimAt === undefined ? options : { ...options, trimAt }));
    const size = effectiveSize(raked.weights);
    const valued = units.flatMap(({ value }, index) => (value === undefined ? [] : [{ value, weight: raked.weights[index] ?? 0 }]));
    return { json: { ...raked, ...size, ...(valued.length > 0 ? { proportion: proportionOf(valued) } : {}) } };
  },
};

function proportionOf(valued: readonly { value: boolean; weight: number }[]) {
  const sum = (part: typeof valued) => part.reduce((total, { weight }) => total + weight, 0);
  const share = sum(valued.filter(({ value }) => value)) / sum(valued);
  return { share, margin: marginOfError(share, effectiveSize(valued.map(({ weight }) => weight)).effective), n: valued.length };
}

function settle<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof MarginsUnreachable) throw new InputRefused(`margins: ${error.message}`);
    throw error;
  }
}
