import { z } from 'zod';
import type { Keys } from './group.ts';
import type { Release } from './release.ts';

const value = z.union([z.string(), z.number(), z.boolean()], 'must be a text, a number or true or false').transform(String);
const keys = z.record(z.string(), value, 'must be an object of dimension and value').transform((record): Keys => record);
const whole = z.number('must be a whole number').int('must be a whole number').nonnegative('must be 0 or more');
const base = z.number('must be a whole number').int('must be a whole number').min(1, 'must be 1 or more').max(1000, 'must be 1000 or less');

export const protectInput = z.strictObject({
  rule: z.strictObject({ base, k: whole, zeros: z.enum(['hidden', 'shown']).default('hidden') }),
  key: z.string('must be a text').min(1, 'must not be empty'),
  cells: z.array(z.strictObject({ keys, count: whole }), 'must be a list'),
  dimensions: z.array(z.string(), 'must be a list of names'),
});

// What the public sees is `published`; a true count beside it is not looked at.
const line = z
  .object({ keys, published: z.union([whole, z.string(), z.null()], 'must be a whole number, "fewer than N", "suppressed" or null').optional(), count: whole.optional() })
  .refine((cell) => cell.published !== undefined || cell.count !== undefined, 'must have published or count')
  .transform((cell) => (cell.published !== undefined || cell.count === undefined ? { keys: cell.keys, published: cell.published ?? null } : { keys: cell.keys, published: cell.count, exact: true }));
const lines = z.array(line, 'must be a list');
const rule = z.strictObject({ base, k: whole.optional(), zeros: z.enum(['hidden', 'shown']).optional() });

export const auditInput = z
  .strictObject({
    releases: z.array(z.object({ cells: lines.default([]), totals: lines.default([]), rule: rule.optional() }), 'must be a list').min(1, 'must hold one release or more'),
    k: whole.min(1, 'must be 1 or more'),
    rule: rule.optional(),
  })
  .transform(({ releases, k, rule: general }) => ({
    k,
    releases: releases.map(({ cells, totals, rule: own }): Release => {
      const read = own ?? general;
      return read === undefined ? { cells: [...cells, ...totals] } : { cells: [...cells, ...totals], rule: read };
    }),
  }));
