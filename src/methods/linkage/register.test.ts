import { expect, test } from 'vitest';
import { linkRecords } from './link.ts';
import { createIndex, findMatches } from './register.ts';
import { registerLike } from './test/register-like.ts';

const records = registerLike({ records: 3000, copies: 150, seed: 8 });
const index = createIndex(records);

test('looking a record up scores its copies as linking the whole register does', () => {
  const links = linkRecords(records).links.filter(({ via }) => via === undefined);
  expect(links.length).toBeGreaterThan(120);
  for (const link of links.slice(0, 60)) {
    const record = records.find(({ id }) => id === link.left) ?? { id: '' };
    const match = findMatches(index, record).find(({ id }) => id === link.right);
    expect(match?.score).toBeCloseTo(link.score, 2);
    expect(match?.band).toBe(link.band);
  }
});

test('a new intake with slips, exchanged names and values never seen finds its person', () => {
  const known = records.find(({ dateOfBirth, givenName }) => dateOfBirth !== '' && givenName !== '') ?? { id: '' };
  const exchanged = { ...known, id: 'new', givenName: known.surname ?? '', surname: known.givenName ?? '', postcode: 'Z9Z 9Z9', street: 'never seen lane' };
  expect(findMatches(index, exchanged)[0]).toMatchObject({ id: known.id });
  expect(findMatches(index, { ...known, id: 'new', surname: `${known.surname}x` })[0]).toMatchObject({ id: known.id });
});

test('somebody nobody knows finds nobody, and an empty record finds nothing', () => {
  expect(findMatches(index, { id: 'new', givenName: 'Zbigniewa', surname: 'Qwertyuiop', dateOfBirth: '1899-12-31' })).toEqual([]);
  expect(findMatches(index, { id: 'new' })).toEqual([]);
});
