import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FieldName, PersonRecord } from '../fields.ts';

const columns: ReadonlyMap<string, FieldName> = new Map([
  ['given_name', 'givenName'], ['surname', 'surname'], ['street_number', 'streetNumber'], ['address_1', 'street'], ['suburb', 'suburb'], ['postcode', 'postcode'], ['state', 'province'], ['date_of_birth', 'dateOfBirth'],
]);

/** A FEBRL data set from the reference data beside the project; undefined where that is not there. The national id is left out. */
export function readFebrl(name: 'febrl1' | 'febrl2'): PersonRecord[] | undefined {
  const path = resolve('../shared/cases/linkage', `${name}.csv`);
  if (!existsSync(path)) return undefined;
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n');
  const names = head.split(',').map((cell) => cell.trim());
  return lines.map((line) => {
    const record: { id: string } & { [field in FieldName]?: string } = { id: '' };
    for (const [place, cell] of line.split(',').entries()) {
      const field = columns.get(names[place] ?? '');
      if (field) record[field] = cell.trim();
      else if (names[place] === 'rec_id') record.id = cell.trim();
    }
    return record;
  });
}

/** `rec-223-org` and `rec-223-dup-0` are of person 223. */
export const febrlPerson = (id: string): string => id.split('-')[1] ?? '';
