import { doubleMetaphone } from 'double-metaphone';
import { type DateParts, dateDigits, packDate, readDate } from './dates.ts';
import type { FieldName } from './fields.ts';
import { compact, emailKey, foldText, nameParts, phoneDigits, streetParts } from './normalise.ts';
import { nicknameGroups } from './nicknames.ts';

/** What a field holds, made ready for comparison. All fields share one shape, so that the engine sees one kind of object. */
export type Value = {
  /** Two values with the same key are equal. */
  readonly key: string;
  /** The words of a name, or the name of a street without its kind. */
  readonly parts: readonly string[];
  /** How a name sounds (double metaphone); empty for other fields. */
  readonly sound: string;
  readonly nicknames: readonly number[];
  readonly date: DateParts;
  /**
   * The letters that occur, one bit each, and `manyForms` where a name has other forms (nicknames, parts, an initial); or the eight digits of
   * a date, four bits each. Differences in bits tell early that two values are far apart.
   */
  readonly marks: number;
};

/** Set in the marks of a name that can agree with a name of quite other letters. */
export const manyForms = 1 << 31;

/** In the marks of a code, what stands above this many bits is the same for the same three first letters. */
export const startShift = 22;

const noDate: DateParts = { year: 0, month: 0, day: 0 };
const nothing: readonly never[] = [];

/** Reads what was written in a field; undefined when it says nothing. */
export function readValue(field: FieldName, text: string): Value | undefined {
  switch (field) {
    case 'givenName':
    case 'surname':
      return nameValue(nameParts(text), field === 'givenName');
    case 'dateOfBirth': {
      const date = readDate(text);
      return date && { key: dateDigits(date), parts: nothing, sound: '', nicknames: nothing, date, marks: packDate(date) };
    }
    case 'street': {
      const { words, name } = streetParts(text);
      return plain(words.join(''), [name.join('')], letterMarks(name.join('')));
    }
    case 'sex':
      return plain(foldText(text).slice(0, 1).replace('h', 'm'));
    case 'phone':
      return plain(phoneDigits(text));
    case 'email':
      return plain(emailKey(text));
    case 'streetNumber':
    case 'postcode': {
      const key = compact(text);
      return plain(key, nothing, codeMarks(key));
    }
    default:
      return plain(compact(text));
  }
}

function plain(key: string, parts: readonly string[] = nothing, marks = letterMarks(key)): Value | undefined {
  return key === '' ? undefined : { key, parts, sound: '', nicknames: nothing, date: noDate, marks };
}

function nameValue(parts: string[], given: boolean): Value | undefined {
  const key = parts.join('');
  if (key === '') return undefined;
  const nicknames = given ? [...new Set([key, ...parts].flatMap(nicknameGroups))] : nothing;
  return { key, parts: parts.length > 1 ? parts : nothing, sound: doubleMetaphone(key)[0] || key, nicknames, date: noDate, marks: letterMarks(key) | (nicknames.length > 0 || parts.length > 1 || key.length === 1 ? manyForms : 0) };
}

function letterMarks(key: string): number {
  let marks = 0;
  for (let place = 0; place < key.length; place += 1) marks |= 1 << (key.charCodeAt(place) % 31);
  return marks;
}

function codeMarks(key: string): number {
  let [marks, start] = [0, 0];
  for (let place = 0; place < key.length; place += 1) marks |= 1 << (key.charCodeAt(place) % startShift);
  for (let place = 0; place < Math.min(3, key.length); place += 1) start = (start * 37 + key.charCodeAt(place)) % 1009;
  return marks | (start << startShift);
}
