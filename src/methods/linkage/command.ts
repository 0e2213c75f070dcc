import { z } from 'zod';
import { InputRefused, type Method } from '../method.ts';
import { type FieldName, fieldNames, type PersonRecord } from './fields.ts';
import { linkRecords } from './link.ts';

const column = z.string('must be the name of a column').min(1, 'must be the name of a column');
const shape = z.strictObject({
  id: column,
  fields: z.partialRecord(z.string(), column, 'must map names of fields to columns'),
  left: z.array(z.unknown(), 'must be a list of rows'),
  right: z.array(z.unknown(), 'must be a list of rows').optional(),
});

/** Codes of values take 21 bits. */
const recordLimit = 2 ** 21;

/** `method linkage`: suggests pairs of records that may be of one person, each with its score and the weight of every field. */
export const linkage: Method = {
  name: 'linkage',
  summary: 'suggests which records are of one person, field by field explained',
  run: (input) => {
    const { id, fields, left, right } = shape.parse(input);
    const columns = readFields(fields, id);
    const [leftRecords, rightRecords] = [readRows('left', left, id, columns), readRows('right', right ?? [], id, columns)];
    if (leftRecords.length + rightRecords.length > recordLimit) throw new InputRefused(`left: more than ${recordLimit} rows in all`);
    if (right?.length === 0) return { json: { pairs: [], compared: 0 } };
    const { links, compared, prior } = linkRecords(leftRecords, rightRecords);
    const pairs = links.map(({ fields: evidence, ...link }) => ({ ...link, fields: Object.fromEntries(evidence.map(({ field, weight }) => [field, weight])) }));
    return { json: { pairs, compared, prior } };
  },
};

type Columns = readonly (readonly [FieldName, string])[];

function readFields(fields: Readonly<Record<string, string | undefined>>, id: string): Columns {
  const columns: [FieldName, string][] = [];
  for (const [given, source] of Object.entries(fields)) {
    const name = fieldNames.find((one) => one === given);
    if (name === undefined) throw new InputRefused(`fields.${given}: unknown field; health card numbers and social insurance numbers are never compared; there are ${fieldNames.join(', ')}`);
    if (source === id) throw new InputRefused(`fields.${given}: the column of the id cannot be compared`);
    if (source !== undefined) columns.push([name, source]);
  }
  if (columns.length === 0) throw new InputRefused('fields: name at least one field');
  return columns;
}

function readRows(side: string, rows: readonly unknown[], id: string, columns: Columns): PersonRecord[] {
  const places = new Map<string, number>();
  return rows.map((row, place) => {
    if (!isRow(row)) throw new InputRefused(`${side}.${place}: must be an object of columns`);
    const own = readCell(row, id, side, place).trim();
    if (own === '') throw new InputRefused(`${side}.${place}.${id}: the id is missing`);
    const before = places.get(own);
    if (before !== undefined) throw new InputRefused(`${side}.${place}.${id}: the id ${own.slice(0, 40)} stands in row ${before} too`);
    places.set(own, place);
    const record: { id: string } & { [field in FieldName]?: string } = { id: own };
    for (const [field, source] of columns) record[field] = readCell(row, source, side, place);
    return record;
  });
}

type Row = { readonly [column: string]: unknown };

function isRow(row: unknown): row is Row {
  return typeof row === 'object' && row !== null && !Array.isArray(row);
}

function readCell(row: Row, column: string, side: string, place: number): string {
  const cell = Object.hasOwn(row, column) ? row[column] : undefined;
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number' && Number.isFinite(cell)) return String(cell);
  throw new InputRefused(`${side}.${place}.${column}: must be text, a number or empty`);
}
