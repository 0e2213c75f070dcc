import { compareNames, compareValues, levelByMarks, nameLevels } from './compare.ts';
import { at, fieldCount } from './fields.ts';
import type { Column, People } from './people.ts';
import type { Value } from './value.ts';

/** The least sum of weights that is worth going on for, the weights, and the best of them for equal and for other values; comparison stops where it is out of reach. */
export type Floor = { readonly weights: readonly Float64Array[]; readonly equal: Float64Array; readonly close: Float64Array; readonly least: number };

export function floorOf(weights: readonly Float64Array[], least: number): Floor {
  const [equal, close] = [Float64Array.from(weights, (ofField) => ofField[1] ?? 0), Float64Array.from(weights, (ofField) => Math.max(0, ...ofField.slice(2)))];
  return { weights, equal, close, least };
}

/** Writes the levels of agreement of a pair into `levels`, one for each field; false when it stopped because the floor is out of reach. */
export type LevelWriter = (a: number, b: number, levels: Uint8Array, floor?: Floor) => boolean;

const slots = 1 << 15;
/** Names and dates first: they decide early. */
const order = Uint8Array.of(at.givenName, at.surname, at.dateOfBirth, at.postcode, at.street, at.suburb, at.phone, at.streetNumber, at.email, at.sex, at.province);

/** Compares records by their codes; the level of two values that were just compared is remembered. */
export function createLevelWriter({ columns, rows: { codes, marks } }: People): LevelWriter {
  const compared = columns.map((column) => rememberLevels(column));
  const areSwappedHere = swapFinder(columns);
  return (a, b, levels, floor) => {
    const [rowA, rowB] = [a * fieldCount, b * fieldCount];
    let reach = floor === undefined ? 0 : bestReach(codes, rowA, rowB, floor);
    for (let step = 0; step < fieldCount; step += 1) {
      const field = order[step] ?? 0;
      const [first, second] = [codes[rowA + field] ?? -1, codes[rowB + field] ?? -1];
      if (first < 0 || second < 0) {
        levels[field] = 0;
        continue;
      }
      const equal = first === second;
      const level = equal && field !== at.dateOfBirth ? 1 : levelByMarks(field, marks[rowA + field] ?? 0, marks[rowB + field] ?? 0) || (compared[field]?.(first, second) ?? 0);
      levels[field] = level;
      if (step === 1 && level === nameLevels.different && levels[at.givenName] === nameLevels.different && areSwappedHere(a, b)) levels[at.givenName] = levels[at.surname] = nameLevels.swapped;
      if (floor === undefined) continue;
      reach += (floor.weights[field]?.[level] ?? 0) - ((equal ? floor.equal[field] : floor.close[field]) ?? 0);
      if (step > 1 && reach < floor.least && levels[at.givenName] !== nameLevels.swapped) return false;
    }
    return true;
  };
}

function bestReach(codes: Int32Array, rowA: number, rowB: number, { equal, close }: Floor): number {
  let reach = 0;
  for (let field = 0; field < fieldCount; field += 1) {
    const [first, second] = [codes[rowA + field] ?? -1, codes[rowB + field] ?? -1];
    if (first >= 0 && second >= 0) reach += (first === second ? equal[field] : close[field]) ?? 0;
  }
  return reach;
}

function swapFinder(columns: readonly Column[]): (a: number, b: number) => boolean {
  const [givenNames, surnames] = [columns[at.givenName], columns[at.surname]];
  const crossed = new Int32Array(givenNames?.values.length ?? 0);
  const places = new Map(surnames?.values.map(({ key }, code) => [key, code]));
  for (const [code, { key }] of givenNames?.values.entries() ?? []) crossed[code] = places.get(key) ?? -1;
  return (a, b) => {
    const [givenA, givenB, surnameA, surnameB] = [givenNames?.codes[a] ?? -1, givenNames?.codes[b] ?? -1, surnames?.codes[a] ?? -1, surnames?.codes[b] ?? -1];
    if (crossed[givenA] !== surnameB && crossed[givenB] !== surnameA) return false;
    return areSwapped(givenNames?.values[givenA], surnames?.values[surnameA], givenNames?.values[givenB], surnames?.values[surnameB]);
  };
}

/** The given name of one is the surname of the other and the other way round, at least one of them to the letter. */
export function areSwapped(givenA: Value | undefined, surnameA: Value | undefined, givenB: Value | undefined, surnameB: Value | undefined): boolean {
  if (!givenA || !surnameA || !givenB || !surnameB) return false;
  const [first, second] = [givenA.key === surnameB.key, givenB.key === surnameA.key];
  if (first && second) return true;
  if (first) return compareNames(givenB, surnameA) < nameLevels.part;
  return second && compareNames(givenA, surnameB) < nameLevels.part;
}

/** Each slot holds the last pair of codes that fell on it together with its level, in one number. */
function rememberLevels({ field, values }: Column): (a: number, b: number) => number {
  const known = new Float64Array(slots).fill(-1);
  return (a, b) => {
    const [low, high] = a < b ? [a, b] : [b, a];
    const pair = (low * 0x200000 + high) * 16;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 17;
    const held = (known[slot] ?? -1) - pair;
    if (held >= 0 && held < 16) return held;
    const [first, second] = [values[low], values[high]];
    const level = first && second ? compareValues(field, first, second) : 0;
    known[slot] = pair + level;
    return level;
  };
}
