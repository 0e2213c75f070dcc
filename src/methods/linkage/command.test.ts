import { expect, test } from 'vitest';
import { ZodError } from 'zod';
import { InputRefused } from '../method.ts';
import { linkage } from './command.ts';

const fields = { givenName: 'first', surname: 'last', dateOfBirth: 'born' };
const rows = [
  { rec: 1, first: 'Amélie', last: 'Gagnon', born: '1980-03-12', card: '9' },
  { rec: 2, first: 'Amelie', last: 'Gagnom', born: '19800312', card: '8' },
  { rec: 3, first: 'Omar', last: 'Dhillon', born: null, card: '9' },
];

test('columns may have any name, numbers and empty cells are read, and each pair says what each field weighs', async () => {
  const output = await linkage.run({ id: 'rec', fields, left: rows });
  expect(output).toMatchObject({ json: { pairs: [{ left: '1', right: '2', fields: { givenName: expect.any(Number), surname: expect.any(Number), dateOfBirth: expect.any(Number) } }], compared: expect.any(Number) } });
  expect(JSON.stringify(output)).not.toContain('card');
});

test.each([
  ['a health card number', { id: 'rec', fields: { ...fields, healthNumber: 'card' }, left: rows }, /^fields\.healthNumber: unknown field; health card numbers/],
  ['no field', { id: 'rec', fields: {}, left: rows }, /^fields: name at least one field/],
  ['the id as a field', { id: 'rec', fields: { surname: 'rec' }, left: rows }, /^fields\.surname: the column of the id/],
  ['a row without id', { id: 'rec', fields, left: [...rows, { first: 'A' }] }, /^left\.3\.rec: the id is missing/],
  ['an id twice', { id: 'rec', fields, left: rows, right: [rows[0], rows[0]] }, /^right\.1\.rec: the id 1 stands in row 0 too/],
  ['a row that is a list', { id: 'rec', fields, left: [[]] }, /^left\.0: must be an object/],
  ['a cell that is a list', { id: 'rec', fields, left: [{ rec: 1, first: [] }] }, /^left\.0\.first: must be text/],
])('%s is refused in one line that names the place', (_, input, message) => {
  expect(() => linkage.run(input)).toThrow(InputRefused);
  expect(() => linkage.run(input)).toThrow(message);
});

test('input of another shape is refused', () => {
  for (const input of [null, { id: 'rec', fields, left: 'x' }, { id: '', fields, left: [] }, { id: 'rec', fields, left: [], threshold: 3 }]) expect(() => linkage.run(input)).toThrow(ZodError);
});
