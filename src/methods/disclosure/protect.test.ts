import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '#test/seeded.ts';
import { groupCode } from './group.ts';
import { protectCount, protectTable, withTotals } from './protect.ts';
import { disclosureProtect } from './protect-command.ts';
import { protectedRate } from './rate.ts';
import { randomTable } from './random-table.examples.ts';

const rule = { base: 5, k: 6 };
const group = fc.dictionary(fc.constantFrom('sex', 'region', 'age', 'year'), fc.string(), { minKeys: 1 });

test('a published number is a neighbouring multiple of the base, and a count under k is not a number', () => {
  fc.assert(fc.property(group, fc.nat(5000), fc.string({ minLength: 1 }), (keys, count, secret) => {
    const published = protectCount(rule, secret, { keys, count });
    if (count < 6) expect(published).toBe('fewer than 6');
    else expect([Number(published) % 5, Math.abs(Number(published) - count) < 5]).toEqual([0, true]);
  }));
});

test('the same group has the same value in every table, whatever the order of its dimensions', () => {
  const table = randomTable(seeded(1), { a: 3, b: 3, c: 2 }, 20);
  const one = new Map(protectTable(rule, 'secret', table, ['a', 'b', 'c']).map(({ keys, published }) => [groupCode(keys), published]));
  const turned = [...table].reverse().map(({ keys, count }) => ({ keys: Object.fromEntries(Object.entries(keys).reverse()), count }));
  for (const { keys, published } of protectTable(rule, 'secret', turned, ['c', 'a', 'b'])) expect(one.get(groupCode(keys))).toBe(published);
  const margin = withTotals(table, ['c']).slice(table.length);
  for (const { keys, published } of protectTable(rule, 'secret', margin, ['a', 'b'])) expect(one.get(groupCode(keys))).toBe(published);
});

test('rounding does not push numbers up or down on average, and another secret rounds otherwise', () => {
  const groups = Array.from({ length: 10_000 }, (_, n) => ({ keys: { n: String(n) }, count: 6 + (n % 5) }));
  const errors = groups.map((cell) => Number(protectCount(rule, 'secret', cell)) - cell.count);
  expect(Math.abs(errors.reduce((a, b) => a + b) / errors.length)).toBeLessThan(0.07);
  const moved = groups.filter((cell) => protectCount(rule, 'other', cell) !== protectCount(rule, 'secret', cell)).length;
  expect(moved / groups.length).toBeCloseTo(0.32, 1);
});

test('a total is protected from its own true count, every subset of the dimensions once, and other dimensions stay', () => {
  const cells = [{ keys: { year: '2025', sex: 'F', region: 'N' }, count: 4 }, { keys: { year: '2025', sex: 'M', region: 'N' }, count: 4 }];
  const published = protectTable({ base: 5, k: 6 }, 'secret', cells, ['sex', 'region']);
  expect(published.map(({ keys }) => keys)).toEqual([cells[0]?.keys, cells[1]?.keys, { year: '2025', region: 'N' }, { year: '2025', sex: 'F' }, { year: '2025', sex: 'M' }, { year: '2025' }]);
  expect(published[0]?.published).toBe('fewer than 6');
  expect([5, 10]).toContain(published[2]?.published);
});

test('a zero is hidden unless the rule shows it', () => {
  expect(protectCount(rule, 's', { keys: {}, count: 0 })).toBe('fewer than 6');
  expect(protectCount({ ...rule, zeros: 'shown' }, 's', { keys: {}, count: 0 })).toBe(0);
});

test('a rate needs a numerator of k or more and a denominator of 100 or more, both published', () => {
  expect(protectedRate(rule, 10, 200)).toBe(50);
  expect(protectedRate(rule, 10, 200, 100)).toBe(5);
  for (const [numerator, denominator] of [[5, 200], [10, 95], ['fewer than 6', 200], [10, 'fewer than 6']] as const) expect(protectedRate(rule, numerator, denominator)).toBeUndefined();
});

test('the command publishes the table with its rule, and says which field is wrong', async () => {
  const cells = [{ keys: { sex: 'F', age: 1 }, count: 12 }];
  const input = { rule, key: 'secret', cells, dimensions: ['sex', 'age'] };
  expect(await disclosureProtect.run(input)).toMatchObject({ json: { rule, cells: [{ keys: { sex: 'F', age: '1' } }, {}, {}, {}] } });
  expect(() => disclosureProtect.run({ ...input, key: '' })).toThrow('must not be empty');
  expect(() => disclosureProtect.run({ ...input, cells: [...cells, ...cells] })).toThrow('cells.1.keys: the same group as cells.0');
  expect(() => disclosureProtect.run({ ...input, dimensions: ['sex', 'age', 'year'] })).toThrow('cells.0.keys: the dimension year is missing');
  expect(() => disclosureProtect.run({ ...input, cells: [{ keys: { sex: 'F', age: 1 }, count: 1.5 }] })).toThrow('whole number');
});
