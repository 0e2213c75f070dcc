import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Heard, heardTotals } from './heard.ts';
import { type Cell, isSmall, protectPart, protectTable } from './protect.ts';

const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 200 })), { minLength: 1, maxLength: 7 });

/** Every table with these shown cells and this total that a reader can think of, by brute force: what each hidden cell can be. */
function possible(cells: readonly Cell[], total: number): Set<number>[] {
  const found = cells.map(() => new Set<number>());
  const walk = (index: number, left: number, chosen: number[]): void => {
    if (index === cells.length) {
      if (left === 0) for (const [at, value] of chosen.entries()) found[at]?.add(value);
      return;
    }
    const cell = cells[index];
    const [from, to] = typeof cell === 'number' ? [cell, cell] : cell === 'few' ? [1, 4] : [5, left];
    for (let value = from; value <= Math.min(to, left); value += 1) walk(index + 1, left - value, [...chosen, value]);
  };
  walk(0, total, []);
  return found;
}

test('no number from 1 to 4 is shown, and none follows from the total and what is shown', () => {
  fc.assert(fc.property(counts, (table) => {
    const cells = protectTable(table);
    if (!cells) return;
    const total = table.reduce((a, b) => a + b, 0);
    const shown = cells.filter((cell) => typeof cell === 'number');
    expect(shown.filter(isSmall)).toEqual([]);
    expect(isSmall(total - shown.reduce((a, b) => a + b, 0))).toBe(false);
    for (const [index, cell] of cells.entries()) expect(typeof cell === 'number' ? cell : isSmall(table[index] ?? 0) ? 'few' : 'guard').toBe(cell);
  }));
});

test('a reader who tries every table that fits still finds two numbers or more for each small cell', () => {
  const little = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 });
  fc.assert(fc.property(little, (table) => {
    const cells = protectTable(table);
    if (!cells) return;
    const values = possible(cells, table.reduce((a, b) => a + b, 0));
    for (const [index, cell] of cells.entries()) if (cell === 'few') expect(values[index]?.size).toBeGreaterThan(1);
  }), { numRuns: 300 });
});

test.each([
  [[98, 2], ['guard', 'few']],
  [[40, 30, 2], [40, 'guard', 'few']],
  [[40, 3, 3, 0], [40, 'few', 'few', 0]],
  [[5, 1, 60], ['guard', 'few', 'guard']],
  [[20, 0, 7], [20, 0, 7]],
  [[3], undefined],
  [[4, 4], undefined],
  [[1, 1, 1, 1, 1], undefined],
])('cells %j are published as %j', (table, cells) => expect(protectTable(table)).toEqual(cells));

test('a part is hidden where it, or what is left of the whole, is small', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (part, rest) => {
    const cell = protectPart(part, part + rest);
    if (typeof cell === 'number') expect([isSmall(cell), isSmall(part + rest - cell)]).toEqual([false, false]);
    else expect(isSmall(part) || isSmall(rest)).toBe(true);
  }));
});

const heard = (channel: string, people: number, more: Partial<Heard> = {}): Heard => ({ channel, occasion: channel, people, oneEach: true, municipality: null, age: null, language: null, ...more });

test('how many were heard is a range: at least the largest count of different people, at most all together', () => {
  expect(heardTotals([heard('meeting', 41, { occasion: 'a' }), heard('meeting', 37, { occasion: 'b' }), heard('web', 30), heard('paper', 90, { oneEach: false })])).toMatchObject({ most: 198, least: 41 });
  expect(heardTotals([heard('web', 60), heard('telephone', 3)])).toEqual({ most: 63, least: undefined, channels: [{ channel: 'web', people: 'guard' }, { channel: 'telephone', people: 'few' }] });
  expect(heardTotals([heard('web', 3)])).toEqual({ most: 'few', least: undefined, channels: undefined });
});

test('the range stays away where two channels have the same largest count and one of them a small rest', () => {
  expect(heardTotals([heard('telephone', 38), heard('web', 1, { oneEach: false }), heard('web', 38)]).least).toBeUndefined();
});

test('the range never lets a small count of a channel or an occasion be computed', () => {
  const one = fc.record({ channel: fc.constantFrom('web', 'meeting', 'telephone'), occasion: fc.constantFrom('a', 'b'), people: fc.integer({ min: 1, max: 40 }), oneEach: fc.boolean() });
  fc.assert(fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (rows) => {
    const { most, least, channels } = heardTotals(rows.map((row) => heard(row.channel, row.people, row)));
    const numbers = [most, least, ...(channels?.map((row) => row.people) ?? [])].filter((value) => typeof value === 'number');
    expect(numbers.filter(isSmall)).toEqual([]);
    if (least !== undefined && typeof most === 'number') expect(isSmall(most - least)).toBe(false);
    if (least !== undefined) for (const row of channels ?? []) if (typeof row.people === 'number' && row.people >= least) {
      const largest = rows.filter((given) => given.channel === row.channel && given.oneEach);
      if (largest.length > 0 && Math.max(...sumsOf(largest)) === least) expect(isSmall(row.people - least)).toBe(false);
    }
  }));
});

function sumsOf(rows: readonly { occasion: string; people: number }[]): number[] {
  return ['a', 'b'].map((name) => rows.filter((row) => row.occasion === name).reduce((sum, row) => sum + row.people, 0));
}
