import { expect, test } from 'vitest';
import { seeded } from '#test/seeded.ts';
import { audit } from './audit.ts';
import { differencing } from './differencing.ts';
import { groupCode } from './group.ts';
import { releaseHash } from './ledger.ts';
import { withTotals } from './protect.ts';
import { linkedReleases, randomTable } from './random-table.examples.ts';
import type { Release } from './release.ts';
import { suppress, withhold } from './suppress.ts';
import { auditSentence, differenceSentence } from './words.ts';

test('an exact table passes the audit after suppression, its numbers are true, and nothing is left out needlessly', async () => {
  const random = seeded(11);
  for (const sizes of [{ a: 3, b: 4 }, { a: 2, b: 3, c: 3 }]) {
    const table = randomTable(random, sizes, 25);
    const { release, withheld, safe } = await suppress(table, Object.keys(sizes), 6);
    expect(safe).toBe(true);
    expect((await audit([release], 6)).safe).toBe(true);
    const truth = new Map(withTotals(table, Object.keys(sizes)).map(({ keys, count }) => [groupCode(keys), count]));
    for (const { keys, published } of release.cells) if (typeof published === 'number') expect(published).toBe(truth.get(groupCode(keys)));
    for (const keys of withheld) {
      const shown = release.cells.map((cell) => (groupCode(cell.keys) === groupCode(keys) ? { keys, published: truth.get(groupCode(keys)) ?? 0 } : cell));
      expect((await audit([{ cells: shown }], 6)).safe).toBe(false);
    }
  }
});

test('a table without small cells loses nothing', async () => {
  const cells = [{ keys: { s: 'F' }, count: 10 }, { keys: { s: 'M' }, count: 20 }];
  expect(await suppress(cells, ['s'], 6)).toMatchObject({ withheld: [], safe: true });
});

test('an earlier release that already gives the cell away cannot be mended', async () => {
  const earlier: Release = { cells: [{ keys: { s: 'F' }, published: 3 }] };
  expect(await suppress([{ keys: { s: 'F' }, count: 3 }, { keys: { s: 'M' }, count: 20 }], ['s'], 6, [earlier])).toMatchObject({ safe: false });
});

test('rounded tables pass the gate of k values once the numbers that say too much are left out', async () => {
  const random = seeded(5);
  for (let n = 0; n < 3; n += 1) {
    const { releases: [first, second] } = linkedReleases(random, { base: 5, k: 6 }, `secret ${n}`);
    if (!first || !second) throw new Error('two releases are made');
    const one = await withhold(first, 6);
    const two = await withhold(second, 6, [one.release]);
    expect(one.safe).toBe(true);
    if (two.safe) expect((await audit([one.release, two.release], 6)).safe).toBe(true);
  }
});

test('a group that changes by a few people between releases is found, and so is the rest of a group', () => {
  const before: Release = { cells: [{ keys: { region: 'N' }, published: 120 }, { keys: { region: 'S' }, published: 80 }] };
  const after: Release = { cells: [{ keys: { region: 'N' }, published: 117 }, { keys: { region: 'S' }, published: 80 }, { keys: { region: 'S', sex: 'F' }, published: 78 }] };
  expect(differencing(before, after, 6)).toEqual([{ kind: 'changed', keys: { region: 'N' } }, { kind: 'rest', keys: { region: 'S' }, part: { region: 'S', sex: 'F' } }]);
  expect(differencing({ ...before, rule: { base: 5 } }, { cells: [{ keys: { region: 'N' }, published: 115 }], rule: { base: 5 } }, 6)).toEqual([]);
});

test('sentences name the group in both languages and never a value', () => {
  const difference = { kind: 'rest', keys: { region: 'S' }, part: { region: 'S', sex: 'F' } } as const;
  expect(differenceSentence('en', difference, 6)).toBe('Subtracting region = S, sex = F from region = S leaves fewer than 6 people.');
  expect(differenceSentence('fr', { kind: 'changed', keys: {} }, 6)).toContain('le total général');
  expect(auditSentence('fr', { region: 'S' }, 6)).toContain('region = S');
});

test('the hash of a release is that of its content, not of its order', () => {
  const cells = [{ keys: { a: '1', b: '2' }, published: 10 }, { keys: { a: '1' }, published: 15 }];
  expect(releaseHash({ cells })).toBe(releaseHash({ cells: [{ keys: { a: '1' }, published: 15 }, { keys: { b: '2', a: '1' }, published: 10 }] }));
  expect(releaseHash({ cells })).not.toBe(releaseHash({ cells, rule: { base: 5 } }));
  expect(releaseHash({ cells })).not.toBe(releaseHash({ cells: [{ keys: { a: '1', b: '2' }, published: 15 }, { keys: { a: '1' }, published: 15 }] }));
});
