import { expect, test } from 'vitest';
import { linkRecords } from './link.ts';
import { createIndex, findMatches } from './register.ts';
import { registerLike } from './test/register-like.ts';

const records = registerLike({ records: 2000, copies: 150, seed: 8 });
const index = createIndex(records);

test('looking a record up weighs its copies as linking the whole register does; only the odds beforehand differ', () => {
  const { links, prior } = linkRecords(records);
  const direct = links.filter(({ via }) => via === undefined).slice(0, 100);
  expect(direct.length).toBe(100);
  for (const link of direct) {
    const match = findMatches(index, records.find(({ id }) => id === link.left) ?? { id: '' }).find(({ id }) => id === link.right);
    expect((match?.score ?? 0) - index.model.prior).toBeCloseTo(link.score - prior, 1);
    expect(match?.fields).toEqual(link.fields);
  }
});

test('a register without a single copy still finds the person of a new intake', () => {
  const fresh = registerLike({ records: 2000, copies: 200, seed: 12 });
  const clean = createIndex(fresh.slice(0, 1800));
  const found = fresh.slice(1800).filter((copy) => findMatches(clean, copy)[0]?.id === copy.id.replace('-b', '-a'));
  expect(found.length).toBeGreaterThanOrEqual(188);
});

test('a new intake with slips, exchanged names and values never seen finds its person', () => {
  const known = records.find(({ id }) => id === '1-a') ?? { id: '' };
  const exchanged = { ...known, id: 'new', givenName: known.surname ?? '', surname: known.givenName ?? '', postcode: 'Z9Z 9Z9', street: 'never seen lane' };
  expect(findMatches(index, exchanged)[0]).toMatchObject({ id: known.id });
  expect(findMatches(index, { ...known, id: 'new', surname: `${known.surname}x` })[0]).toMatchObject({ id: known.id });
});

test('somebody nobody knows finds nobody, and an empty record finds nothing', () => {
  expect(findMatches(index, { id: 'new', givenName: 'Zbigniewa', surname: 'Qwertyuiop', dateOfBirth: '1899-12-31' })).toEqual([]);
  expect(findMatches(index, { id: 'new' })).toEqual([]);
});

test('a year of birth alone tells less than a whole date', () => {
  const known = records[0] ?? { id: '' };
  const weightOf = (dateOfBirth: string) => findMatches(index, { ...known, id: 'new', dateOfBirth })[0]?.fields.find(({ field }) => field === 'dateOfBirth');
  expect(weightOf((known.dateOfBirth ?? '').slice(0, 4))).toMatchObject({ agreement: 'partial' });
  expect(weightOf((known.dateOfBirth ?? '').slice(0, 4))?.weight).toBeLessThan((weightOf(known.dateOfBirth ?? '')?.weight ?? 0) - 4);
});
