import { at } from './fields.ts';
import type { People } from './people.ts';
import type { Value } from './value.ts';

/** What blocks are made of: whole numbers taken from a record's values; -1 where there is nothing to take. */
export const atomNames = ['givenSound', 'surnameSound', 'givenStart', 'surnameStart', 'date', 'year', 'month', 'monthDay', 'number', 'street', 'suburb', 'postcode', 'streetStart', 'suburbStart', 'phone', 'email'] as const;
export type AtomName = (typeof atomNames)[number];

/** Gives each text one whole number; `look` gives -1 for a text that was never kept. */
export type Texts = { readonly keep: (text: string) => number; readonly look: (text: string) => number };

function createTexts(): Texts {
  const numbers = new Map<string, number>();
  const look = (text: string) => numbers.get(text) ?? -1;
  const keep = (text: string) => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, numbers.size);
    return numbers.size - 1;
  };
  return { keep, look };
}

type Source = { readonly name: AtomName; readonly field: number; readonly take: (value: Value, number: (text: string) => number) => number };

const sources: readonly Source[] = [
  { name: 'givenSound', field: at.givenName, take: (value, number) => number(value.sound) },
  { name: 'surnameSound', field: at.surname, take: (value, number) => number(value.sound) },
  { name: 'givenStart', field: at.givenName, take: (value, number) => number(`^${value.key.slice(0, 3)}`) },
  { name: 'surnameStart', field: at.surname, take: (value, number) => number(`^${value.key.slice(0, 3)}`) },
  { name: 'date', field: at.dateOfBirth, take: ({ date }) => (date.day === 0 ? -1 : date.year * 10_000 + date.month * 100 + date.day) },
  { name: 'year', field: at.dateOfBirth, take: ({ date }) => date.year },
  { name: 'month', field: at.dateOfBirth, take: ({ date }) => (date.month === 0 ? -1 : date.year * 100 + date.month) },
  { name: 'monthDay', field: at.dateOfBirth, take: ({ date }) => (date.day === 0 ? -1 : date.month * 100 + date.day) },
  { name: 'number', field: at.streetNumber, take: (value, number) => number(value.key) },
  { name: 'street', field: at.street, take: (value, number) => number(value.parts[0] ?? value.key) },
  { name: 'suburb', field: at.suburb, take: (value, number) => number(value.key) },
  { name: 'postcode', field: at.postcode, take: (value, number) => number(value.key) },
  { name: 'streetStart', field: at.street, take: (value, number) => number(`^${value.key.slice(0, 4)}`) },
  { name: 'suburbStart', field: at.suburb, take: (value, number) => number(`^${value.key.slice(0, 4)}`) },
  { name: 'phone', field: at.phone, take: (value, number) => number(value.key) },
  { name: 'email', field: at.email, take: (value, number) => number(value.key) },
];

/** The atoms of all records, one array for each name of `atomNames`, and the numbers that texts were given. */
export type Atoms = { readonly columns: readonly Int32Array[]; readonly texts: Texts };

export function createAtoms(people: People): Atoms {
  const texts = createTexts();
  const columns = sources.map(({ field, take }) => {
    const column = people.columns[field];
    const ofValue = (column?.values ?? []).map((value) => take(value, texts.keep));
    const ofRecord = new Int32Array(people.size);
    for (let place = 0; place < people.size; place += 1) ofRecord[place] = ofValue[column?.codes[place] ?? -1] ?? -1;
    return ofRecord;
  });
  return { columns, texts };
}

/** The atoms of one record by its values, in the order of `atomNames`; texts that no record had give -1. */
export function atomsOfOne(values: readonly (Value | undefined)[], texts: Texts): number[] {
  return sources.map(({ field, take }) => {
    const value = values[field];
    return value === undefined ? -1 : take(value, texts.look);
  });
}
