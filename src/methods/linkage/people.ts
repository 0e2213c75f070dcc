import { type FieldName, fieldCount, fieldNames, type PersonRecord } from './fields.ts';
import { readValue, type Value } from './value.ts';

/** One field of all records: equal values share a code; -1 where nothing is known. */
export type Column = { readonly field: FieldName; readonly codes: Int32Array; readonly values: Value[] };

/** Records made ready: a column for each field, in the order of `fieldNames`. Records from `rightFrom` on are the other side; equal to `size` when there is one side. */
export type People = { readonly size: number; readonly rightFrom: number; readonly ids: readonly string[]; readonly columns: readonly Column[]; readonly rows: Rows };

/** Codes and marks record by record, so that a comparison reads what lies together: `fieldCount` numbers for each record. */
export type Rows = { readonly codes: Int32Array; readonly marks: Int32Array };

/** Reads every field of every record once for each distinct text. */
export function encodePeople(left: readonly PersonRecord[], right: readonly PersonRecord[] = []): People {
  const size = left.length + right.length;
  const recordAt = (place: number) => (place < left.length ? left[place] : right[place - left.length]);
  const columns = fieldNames.map((field) => encodeColumn(field, size, (place) => recordAt(place)?.[field] ?? ''));
  return { size, rightFrom: left.length, ids: Array.from({ length: size }, (_, place) => recordAt(place)?.id ?? ''), columns, rows: rowsOf(columns, size) };
}

function rowsOf(columns: readonly Column[], size: number): Rows {
  const [codes, marks] = [new Int32Array(size * fieldCount), new Int32Array(size * fieldCount)];
  for (const [field, column] of columns.entries()) {
    const ofValue = Int32Array.from(column.values, (value) => value.marks);
    for (let place = 0; place < size; place += 1) {
      const code = column.codes[place] ?? -1;
      codes[place * fieldCount + field] = code;
      marks[place * fieldCount + field] = code < 0 ? 0 : (ofValue[code] ?? 0);
    }
  }
  return { codes, marks };
}

function encodeColumn(field: FieldName, size: number, textAt: (place: number) => string): Column {
  const codes = new Int32Array(size).fill(-1);
  const values: Value[] = [];
  const byText = new Map<string, number>([['', -1]]);
  const byKey = new Map<string, number>();
  for (let place = 0; place < size; place += 1) {
    const text = textAt(place);
    let code = byText.get(text);
    if (code === undefined) {
      code = encodeText(field, text, values, byKey);
      byText.set(text, code);
    }
    codes[place] = code;
  }
  return { field, codes, values };
}

function encodeText(field: FieldName, text: string, values: Value[], byKey: Map<string, number>): number {
  const value = readValue(field, text);
  if (value === undefined) return -1;
  const known = byKey.get(value.key);
  if (known !== undefined) return known;
  byKey.set(value.key, values.length);
  values.push(value);
  return values.length - 1;
}
