import { z } from 'zod';
import { InputRefused, type Method } from '../method.ts';
import { cohenKappa } from './cohen-kappa.ts';

const code = z.union([z.string(), z.number()], 'a code must be a text or a number');
const input = z.strictObject({
  pairs: z.array(z.tuple([code, code], 'must be two codes')).min(1, 'must hold one pair or more'),
  weighting: z.enum(['none', 'linear', 'quadratic']).default('none'),
  order: z.array(code).optional(),
});

/** `method agreement`: how well two coders agree, beyond chance. */
export const agreement: Method = {
  name: 'agreement',
  summary: 'agreement of two coders: kappa with its 95 % interval',
  run: (raw) => {
    const { pairs, weighting, order } = input.parse(raw);
    if (weighting !== 'none') checkOrder(pairs, order);
    return { json: cohenKappa(pairs, weighting, order) };
  },
};

function checkOrder(pairs: readonly (readonly [string | number, string | number])[], order: readonly (string | number)[] | undefined): void {
  if (!order) throw new InputRefused('order: weighted kappa asks for the codes from lowest to highest');
  const known = new Set(order.map(String));
  if (known.size !== order.length) throw new InputRefused('order: a code stands there twice');
  for (const [index, pair] of pairs.entries())
    for (const one of pair) if (!known.has(String(one))) throw new InputRefused(`pairs.${index}: the code ${JSON.stringify(one)} is not in order`);
}
