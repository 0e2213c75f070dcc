import { expect, test } from 'vitest';
import type { PersonRecord } from './fields.ts';
import { linkRecords } from './link.ts';
import { febrlLike } from './test/febrl-like.ts';
import { febrlPerson, readFebrl } from './test/febrl-files.ts';
import { germanLike } from './test/german-like.ts';
import { beforeDash, measure } from './test/measure.ts';
import { registerLike } from './test/register-like.ts';

test.each(['febrl1', 'febrl2'] as const)('%s: F1 of 0.998 or more without the national id, nothing false among the certain', (name) => {
  const records = readFebrl(name);
  if (records === undefined) return;
  const quality = measure(records, linkRecords(records), febrlPerson);
  expect(quality.f1).toBeGreaterThanOrEqual(0.998);
  expect(quality.certainFalse).toBe(0);
  expect(quality.certain).toBeGreaterThan(quality.pairs / 2);
});

test('a set like FEBRL 3, up to five damaged copies of a person: F1 of 0.993 or more', () => {
  const source = readFebrl('febrl2')?.filter(({ id }) => id.endsWith('-org')) ?? registerLike({ records: 4000, copies: 0, seed: 2 });
  const records = febrlLike(source, { copies: [835, 368, 256, 212, 161, 168], slipsPerRecord: 10, slipsPerField: 2, spread: 'few', seed: 11 });
  const quality = measure(records, linkRecords(records), beforeDash);
  expect(quality.f1).toBeGreaterThanOrEqual(0.993);
  expect(quality.certainFalse).toBe(0);
});

test('German names and dates alone, one slip in each copy: F1 of 0.965 or more, nothing false among the certain', () => {
  const records = germanLike({ records: 10_000, copies: 1000, surnames: 100, seed: 1, secondSlip: 0 });
  const quality = measure(records, linkRecords(records), beforeDash);
  expect(quality.f1).toBeGreaterThanOrEqual(0.965);
  expect(quality.certainFalse).toBe(0);
});

test('people of one household are not taken for one person', () => {
  const records = registerLike({ records: 4000, copies: 200, seed: 3 });
  const quality = measure(records, linkRecords(records), beforeDash);
  expect(quality.precision).toBeGreaterThanOrEqual(0.99);
  expect(quality.recall).toBeGreaterThanOrEqual(0.95);
  expect(quality.certainFalse).toBe(0);
});

const home = { streetNumber: '12', street: 'Elm Road', suburb: 'Riverton', postcode: 'A1B 2C3', phone: '555-010-2000' };
const strangers = registerLike({ records: 150, copies: 0, seed: 9 });
const linksOf = (...records: PersonRecord[]) => linkRecords([...records, ...strangers]).links;

test('twins at one address are never certain', () => {
  const links = linksOf({ id: 'one', givenName: 'Amélie', surname: 'Roy', dateOfBirth: '2011-04-05', ...home }, { id: 'two', givenName: 'Nadia', surname: 'Roy', dateOfBirth: '2011-04-05', ...home });
  expect(links.filter(({ band }) => band === 'certain')).toEqual([]);
});

test('names in exchanged order and a familiar form are recognised and said', () => {
  const [exchanged] = linksOf({ id: 'one', givenName: 'Fatoumata', surname: 'Zielinski', dateOfBirth: '1980-03-12' }, { id: 'two', givenName: 'Zielinski', surname: 'Fatoumata', dateOfBirth: '1980-12-03' });
  expect(exchanged).toMatchObject({ left: 'one', right: 'two' });
  expect(exchanged?.fields.map(({ agreement }) => agreement)).toEqual(['swapped', 'swapped', 'swapped']);
  const [familiar] = linksOf({ id: 'one', givenName: 'Peggy', surname: 'Zielinski', dateOfBirth: '1980-03-12' }, { id: 'two', givenName: 'Margaret', surname: 'Zielinski', dateOfBirth: '1980-03-12' });
  expect(familiar?.fields[0]).toMatchObject({ field: 'givenName', agreement: 'nickname' });
});

test('a rare name tells more than a common one', () => {
  const pair = (surname: string) => [{ id: 'one', givenName: 'Lou', surname, dateOfBirth: '1980-03-12' }, { id: 'two', givenName: 'Lou', surname, dateOfBirth: '1980-03-12' }];
  const weightOf = (surname: string) => linksOf(...pair(surname), ...Array.from({ length: 40 }, (_, n) => ({ id: `s${n}`, givenName: `Ann${n}`, surname: 'Smith', dateOfBirth: '' })))[0]?.fields[1]?.weight ?? 0;
  expect(weightOf('Zielinski')).toBeGreaterThan(weightOf('Smith') + 2);
});

test('the score is the prior and the weights of the fields, less what a household explains', () => {
  const { links, prior } = linkRecords(germanLike({ records: 1000, copies: 100, surnames: 300, seed: 4, secondSlip: 0 }));
  expect(links.length).toBeGreaterThan(80);
  for (const { score, fields, via } of links) if (via === undefined) expect(score).toBeLessThanOrEqual(prior + fields.reduce((sum, { weight }) => sum + weight, 0) + 0.01);
});

test('two lists are compared across and never within', () => {
  const person = { givenName: 'Amélie', surname: 'Roy', dateOfBirth: '1980-03-12', ...home };
  const { links } = linkRecords([{ id: 'a', ...person }, { id: 'b', ...person }], [{ id: 'a', ...person }]);
  expect(links.map(({ left, right }) => [left, right]).sort()).toEqual([['a', 'a'], ['b', 'a']]);
});

test('the order of the records does not matter', () => {
  const records = registerLike({ records: 300, copies: 30, seed: 6 });
  const named = (list: readonly PersonRecord[]) => linkRecords(list).links.map(({ left, right }) => [left, right].sort().join(' ')).sort();
  expect(named(records.toReversed())).toEqual(named(records));
});

test('no record, one record and empty records give no pair', () => {
  expect(linkRecords([]).links).toEqual([]);
  expect(linkRecords([{ id: 'one', surname: 'Roy' }]).links).toEqual([]);
  expect(linkRecords([{ id: 'one' }, { id: 'two' }]).links).toEqual([]);
});
