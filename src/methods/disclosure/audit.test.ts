import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '#test/seeded.ts';
import { audit } from './audit.ts';
import { disclosureAudit } from './audit-command.ts';
import { groupCode } from './group.ts';
import { fewerThan, protectCount, withTotals } from './protect.ts';
import { linkedReleases, randomTable } from './random-table.examples.ts';
import { rangeOf, type Release } from './release.ts';

const region = (value: string, sex?: string) => ({ region: value, ...(sex === undefined ? {} : { sex }) });

test('a small cell that is merely hidden comes back from the totals', async () => {
  const release: Release = { cells: [{ keys: region('N', 'F'), published: 'fewer than 6' }, { keys: region('N', 'M'), published: 12 }, { keys: region('N'), published: 15 }] };
  expect(await audit([release], 6)).toEqual({ safe: false, cells: [{ keys: region('N', 'F'), low: 3, high: 3 }] });
});

test('two releases that are safe alone are attacked together', async () => {
  const table: Release = { cells: [{ keys: region('N', 'F'), published: 'fewer than 6' }, { keys: region('N', 'M'), published: 12 }] };
  const total: Release = { cells: [{ keys: region('N'), published: 15 }] };
  expect((await audit([table], 6)).safe).toBe(true);
  expect((await audit([total], 6)).safe).toBe(true);
  expect((await audit([table, total], 6)).safe).toBe(false);
});

test('tables without a common dimension meet in the grand total', async () => {
  const bySex: Release = { cells: [{ keys: { sex: 'F' }, published: 20 }, { keys: { sex: 'M' }, published: 15 }] };
  const byAge: Release = { cells: [{ keys: { age: 'young' }, published: null }, { keys: { age: 'old' }, published: 31 }] };
  expect(await audit([bySex, byAge], 6)).toEqual({ safe: false, cells: [{ keys: { age: 'young' }, low: 4, high: 4 }] });
});

test('periods that every line names are attacked apart from each other', async () => {
  const year = (value: string, hidden: number | null): Release => ({ cells: [{ keys: { year: value, sex: 'F' }, published: hidden }, { keys: { year: value, sex: 'M' }, published: 10 }, { keys: { year: value }, published: 40 }] });
  expect((await audit([year('2024', 30), year('2025', null)], 6)).cells).toEqual([{ keys: { year: '2025', sex: 'F' }, low: 30, high: 30 }]);
});

test('a number that was left out has no upper end without a total', async () => {
  expect(await audit([{ cells: [{ keys: { sex: 'F' }, published: null }] }], 6)).toEqual({ safe: true, cells: [{ keys: { sex: 'F' }, low: 0, high: null }] });
});

/** The groups of a table of two by two with its totals, and what each is the sum of. */
const groups: [Record<string, string>, number[]][] = [
  [{ r: '0', s: '0' }, [0]], [{ r: '0', s: '1' }, [1]], [{ r: '1', s: '0' }, [2]], [{ r: '1', s: '1' }, [3]],
  [{ r: '0' }, [0, 1]], [{ r: '1' }, [2, 3]], [{ s: '0' }, [0, 2]], [{ s: '1' }, [1, 3]], [{}, [0, 1, 2, 3]],
];

/** Every whole-number table that fits, tried one by one: the truth that the programmes must find. */
function bruteForce(release: Release): Map<string, { low: number; high: number }> {
  const known = new Map(release.cells.map((cell) => [groupCode(cell.keys), rangeOf(cell, release.rule)]));
  const limits = groups.map(([keys, of]) => ({ of, ...(known.get(groupCode(keys)) ?? { low: 0, high: Number.POSITIVE_INFINITY }) }));
  const found = groups.map(() => ({ low: Number.POSITIVE_INFINITY, high: 0 }));
  const tops = limits.slice(0, 4).map(({ high }) => Math.min(high, 14));
  for (const values of tables(tops)) {
    const sums = limits.map(({ of }) => of.reduce((sum, cell) => sum + (values[cell] ?? 0), 0));
    if (!limits.every(({ low, high }, n) => low <= (sums[n] ?? 0) && (sums[n] ?? 0) <= high)) continue;
    for (const [n, range] of found.entries()) Object.assign(range, { low: Math.min(range.low, sums[n] ?? 0), high: Math.max(range.high, sums[n] ?? 0) });
  }
  return new Map(groups.map(([keys], n) => [groupCode(keys), found[n] ?? { low: 0, high: 0 }]));
}

function* tables([top = 0, ...rest]: readonly number[]): Generator<number[]> {
  for (let value = 0; value <= top; value += 1) {
    if (rest.length === 0) yield [value];
    else for (const others of tables(rest)) yield [value, ...others];
  }
}

test('the attack finds exactly what trying every table finds, for exact and for rounded releases', async () => {
  const counts = fc.array(fc.nat(9), { minLength: 4, maxLength: 4 });
  await fc.assert(fc.asyncProperty(counts, fc.boolean(), async (values, rounded) => {
    const cells = values.map((count, n) => ({ keys: { r: String(n >> 1), s: String(n & 1) }, count }));
    const lines = withTotals(cells, ['r', 's']).map(({ keys, count }, n) => ({ keys, published: count < 4 ? fewerThan(4) : rounded ? count - (count % 5) + (n % 2 && count % 5 ? 5 : 0) : count }));
    const release: Release = rounded ? { cells: lines, rule: { base: 5, k: 4 } } : { cells: lines };
    const truth = bruteForce(release);
    for (const { keys, low, high } of (await audit([release], 4)).cells) expect({ keys, low, high }).toEqual({ keys, ...truth.get(groupCode(keys)) });
  }), { numRuns: 25 });
});

test('whatever the rule, the range that a published count leaves holds the true count', () => {
  fc.assert(fc.property(fc.nat(40), fc.integer({ min: 1, max: 7 }), fc.nat(9), fc.constantFrom<'hidden' | 'shown'>('hidden', 'shown'), fc.string(), (count, base, k, zeros, secret) => {
    const { low, high } = rangeOf({ keys: { s: 'F' }, published: protectCount({ base, k, zeros }, secret, { keys: { s: 'F' }, count }) }, { base, k, zeros });
    expect(low <= count && count <= high, `${count} outside ${low}..${high}`).toBe(true);
  }), { numRuns: 2000 });
});

test('rounding alone keeps every hidden count of forty pairs of linked tables', async () => {
  const random = seeded(7);
  for (let n = 0; n < 40; n += 1) {
    const { releases } = linkedReleases(random, { base: 5, k: 6 }, `secret ${n}`);
    for (const { low, high } of (await audit(releases, 6)).cells) expect(high === null || high > low).toBe(true);
  }
});

test('hiding small cells alone gives nearly all of them away', async () => {
  const table = randomTable(seeded(3), { a: 4, b: 5 }, 30);
  const cells = withTotals(table, ['a', 'b']).map(({ keys, count }) => ({ keys, published: count < 6 ? fewerThan(6) : count }));
  const found = (await audit([{ cells }], 6)).cells;
  expect(found.filter(({ low, high }) => low === high).length).toBe(found.length);
});

test('exact numbers that contradict each other and are multiples of 5 are read as rounded; others are refused', async () => {
  const release = (total: number) => ({ cells: [{ keys: { s: 'F' }, published: 'fewer than 6' }, { keys: { s: 'M' }, published: 20 }], totals: [{ keys: {}, published: total }] });
  expect(await disclosureAudit.run({ releases: [release(30)], k: 4 })).toEqual({ json: { safe: true, cells: [{ keys: { s: 'F' }, low: 2, high: 5 }] } });
  await expect(disclosureAudit.run({ releases: [release(31)], k: 4 })).rejects.toThrow('contradict each other');
  expect(await disclosureAudit.run({ releases: [{ ...release(25), rule: { base: 5 } }], k: 6 })).toMatchObject({ json: { safe: true } });
});

test('the command names what it cannot read', async () => {
  await expect(disclosureAudit.run({ releases: [{ cells: [{ keys: { s: 'F' }, published: 'some' }] }], k: 6 })).rejects.toThrow('"some" are not known');
  await expect(disclosureAudit.run({ releases: [{ cells: [{ keys: { s: 'F' } }] }], k: 6 })).rejects.toThrow('published or count');
  await expect(disclosureAudit.run({ releases: [], k: 6 })).rejects.toThrow('one release or more');
});
