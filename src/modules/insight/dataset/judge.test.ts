import { expect, test } from 'vitest';
import { checkSchema, type GivenSchema, isProblems, readSchema } from './schema.ts';
import { namesPerson, showsPerson } from './identifier.ts';
import { decimalOf, judge, readMonth, wholeOf } from './judge.ts';
import { guessMapping } from './mapping.ts';
import { previewOf } from './preview.ts';

const both = (text: string) => ({ en: text, fr: text });
const given = {
  id: 'calls', name: both('Calls'), text: both('Calls'), row: both('one place in one month'), key: ['month', 'place'],
  columns: [
    { name: 'month', label: { en: 'Month', fr: 'Mois' }, type: 'month' },
    { name: 'place', label: both('Place'), type: 'code', codes: [{ code: 'north', en: 'North', fr: 'Nord', also: ['Town of North'] }, { code: 'south', en: 'South', fr: 'Sud' }] },
    { name: 'calls', label: { en: 'Calls', fr: 'Appels' }, type: 'whole', from: 0, to: 100 },
    { name: 'note', label: both('Remark'), type: 'text', required: false },
  ],
};
const read = (value: unknown): GivenSchema => {
  const schema = checkSchema(value);
  if (isProblems(schema)) throw new Error(JSON.stringify(schema));
  return schema;
};
const schema = read(given);
const headers = ['Mois', 'place', 'Calls', 'note'];
const mapping = guessMapping(schema, headers, undefined);
const reasonOf = (...cells: string[]) => {
  const one = judge(schema, headers, mapping, '2019-06-03')({ line: 2, cells });
  return 'reason' in one ? `${one.column} ${one.reason}` : one.values;
};

test('headings are found by the name or either label of a column', () => {
  expect(mapping.columns).toEqual({ month: 'Mois', place: 'place', calls: 'Calls', note: 'note' });
  expect(guessMapping(schema, ['when', 'place'], { dates: 'dmy', columns: { month: 'when' } })).toEqual({ dates: 'dmy', columns: { month: 'when', place: 'place' } });
});

test('a row is typed, or refused with its column and reason', () => {
  expect(reasonOf('mai 2019', 'Town of North', '1 ', '')).toEqual({ month: '2019-05', place: 'north', calls: 1 });
  expect(reasonOf('2019-05', 'nord', '7', 'a snowy month')).toEqual({ month: '2019-05', place: 'north', calls: 7, note: 'a snowy month' });
  for (const [cells, reason] of [
    [['2019-05', 'north', '7'], 'null cells'], [['2019-13', 'north', '7', ''], 'month bad-month'], [['2019-07', 'north', '7', ''], 'month future'], [['2019-05', 'east', '7', ''], 'place unknown-code'], [['2019-05', 'north', '', ''], 'calls missing'],
    [['2019-05', 'north', '1.5', ''], 'calls not-whole'], [['2019-05', 'north', '-1', ''], 'calls too-small'], [['2019-05', 'north', '101', ''], 'calls too-large'], [['2019-05', 'north', '7', 'x'.repeat(201)], 'note too-long'], [['2019-05', 'north', '7', 'ask ada@example.org'], 'note person'],
  ] as const) expect(reasonOf(...cells), cells.join('|')).toBe(reason);
});

test('numbers and months are read as files write them, and what can be read in two ways is not guessed', () => {
  expect([wholeOf('1,234'), wholeOf('1 234'), wholeOf('12.0'), wholeOf('1,23'), wholeOf('1e3')]).toEqual([1234, 1234, 12, undefined, undefined]);
  expect([decimalOf('1.5'), decimalOf('1,5'), decimalOf('1,500'), decimalOf('−2,25'), decimalOf('6.94e-05')]).toEqual([1.5, 1.5, undefined, -2.25, 0.0000694]);
  expect(['2019-5', '05/2019', 'May 2019', 'août 2019', 'févr. 2019', 'Jul-2019', '2019-05-01', 'ma 2019', 'ju 2019'].map((text) => readMonth(text, 'ymd'))).toEqual(['2019-05', '2019-05', '2019-05', '2019-08', '2019-02', '2019-07', '2019-05', undefined, undefined]);
});

test('of two rows with the same key the first is taken and the other refused; without a key both are events', () => {
  const lines = [['2019-05', 'north', '7', ''], ['May 2019', 'North', '8', ''], ['2019-05', 'south', '1', '']].map((cells, index) => ({ line: index + 2, cells }));
  expect(previewOf(schema, headers, mapping, lines, '2019-06-03')).toMatchObject({ accepted: 2, refusals: [{ line: 3, column: null, reason: 'twice' }] });
  expect(previewOf({ ...schema, key: [] }, headers, mapping, lines, '2019-06-03')).toMatchObject({ accepted: 3, refusals: [] });
});

test('headings that point at a person are known in both languages, and those of things are left', () => {
  for (const heading of ['Name', 'first_name', 'Last Name', 'Nom de famille', 'Prénom', 'Health Card #', 'HCN', 'SIN', 'NAS', 'DOB', 'BirthDate', 'date_of_birth', 'Date de naissance', 'Address', 'Adresse', 'Home phone', 'Téléphone', 'E-mail', 'Courriel', 'Postal code', 'Code postal', 'ClientID', 'patient', 'Chart number'])
    expect(namesPerson(heading), heading).toBe(true);
  for (const heading of ['month', 'Municipality name', 'Nom de la municipalité', 'calls', 'naloxone', 'drug_name', 'Responder', 'since', 'business', 'age group', 'Service', 'mailings']) expect(namesPerson(heading), heading).toBe(false);
  for (const text of ['905-555-0100', '(905) 555 0100', '1234567890', 'L7R 3Z9', 'x@y.ca']) expect(showsPerson(text), text).toBe(true);
  for (const text of ['2019-05-06', 'cold 12', 'T40.4', 'station 7']) expect(showsPerson(text), text).toBe(false);
});

test('a schema that asks for a person is refused, and one that cannot be is told with its place', () => {
  const withName = readSchema(JSON.stringify({ ...given, columns: [...given.columns, { name: 'given', label: { en: 'First name', fr: 'Prénom' }, type: 'text' }] }));
  expect(withName).toEqual([{ kind: 'person', column: 'given' }]);
  expect(readSchema('id: [')).toMatchObject([{ kind: 'form', at: '' }]);
  expect(checkSchema({ ...given, key: ['note'] })).toMatchObject([{ at: 'key' }]);
  expect(checkSchema({ ...given, columns: [{ name: 'place', label: both('Place'), type: 'code' }, ...given.columns.slice(0, 1)], key: [] })).toMatchObject([{ at: 'columns, 1, codes' }]);
});
