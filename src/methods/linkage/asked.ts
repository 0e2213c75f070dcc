import { compareValues, levelByMarks, nameLevels } from './compare.ts';
import { at, fieldCount, fieldNames, type PersonRecord } from './fields.ts';
import { levelLimit } from './levels.ts';
import type { People } from './people.ts';
import { areSwapped } from './swap.ts';
import { readValue, type Value } from './value.ts';
import type { Floor } from './vector.ts';
import type { RecordCodes } from './weigh.ts';

/** A record that somebody asks about: its values, and their codes in the register; -1 for what the register does not hold. */
export type Asked = RecordCodes & { readonly values: readonly (Value | undefined)[] };

export function readAsked(record: PersonRecord, codesByKey: readonly ReadonlyMap<string, number>[]): Asked {
  const values = fieldNames.map((field) => readValue(field, record[field] ?? ''));
  const codes = Int32Array.from(values, (value, field) => (value === undefined ? -1 : (codesByKey[field]?.get(value.key) ?? -1)));
  return { values, codes, offset: 0 };
}

/** Writes the levels of the asked record and one of the register into `levels`; false when it stopped because the floor is out of reach. */
export function writeAskedLevels({ values, codes }: Asked, { columns, rows }: People, place: number, levels: Uint8Array, floor: Floor): boolean {
  const row = place * fieldCount;
  const swapped = isExchanged(values, columns, rows.codes, row);
  let reach = 0;
  for (let field = 0; field < fieldCount; field += 1) {
    const value = values[field];
    const held = rows.codes[row + field] ?? -1;
    const equal = codes[field] === held;
    const level = value === undefined || held < 0 ? 0 : equal && field !== at.dateOfBirth ? 1 : levelByMarks(field, value.marks, rows.marks[row + field] ?? 0);
    levels[field] = level;
    if (value !== undefined && held >= 0) reach += (level > 0 ? floor.weights[field * levelLimit + level] : floor.close[field]) ?? 0;
  }
  if (reach < floor.least && !swapped) return false;
  for (const [field, name] of fieldNames.entries()) {
    const value = values[field];
    const held = columns[field]?.values[rows.codes[row + field] ?? -1];
    if (levels[field] === 0 && value && held) levels[field] = compareValues(name, value, held);
  }
  if (swapped && levels[at.givenName] === nameLevels.different && levels[at.surname] === nameLevels.different) levels[at.givenName] = levels[at.surname] = nameLevels.swapped;
  return true;
}

function isExchanged(values: Asked['values'], columns: People['columns'], codes: Int32Array, row: number): boolean {
  const given = columns[at.givenName]?.values[codes[row + at.givenName] ?? -1];
  const surname = columns[at.surname]?.values[codes[row + at.surname] ?? -1];
  return areSwapped(values[at.givenName], values[at.surname], given, surname);
}
