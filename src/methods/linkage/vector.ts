import { compareValues, levelByMarks, nameLevels } from './compare.ts';
import { at, fieldCount } from './fields.ts';
import { levelLimit } from './levels.ts';
import type { Column, People } from './people.ts';
import { createSwapFinder } from './swap.ts';

/** The least sum of weights that is worth going on for, the weights by field × levelLimit + level, and the best of them for equal and for other values. */
export type Floor = { readonly weights: Float64Array; readonly equal: Float64Array; readonly close: Float64Array; readonly least: number };

export function floorOf(byField: readonly Float64Array[], least: number): Floor {
  const weights = new Float64Array(fieldCount * levelLimit);
  for (const [field, ofField] of byField.entries()) weights.set(ofField, field * levelLimit);
  const [equal, close] = [Float64Array.from(byField, (ofField) => ofField[1] ?? 0), Float64Array.from(byField, (ofField) => Math.max(0, ...ofField.slice(2)))];
  return { weights, equal, close, least };
}

/** Writes the levels of agreement of a pair into `levels`, one for each field; false when it stopped because the floor is out of reach. */
export type LevelWriter = (a: number, b: number, levels: Uint8Array, floor?: Floor) => boolean;

const slots = 1 << 15;
const open = 255;

/**
 * Compares records by their codes and marks first, which decides most pairs; only what stays open is compared letter by letter, and the level
 * of two values that were just compared is remembered.
 */
export function createLevelWriter({ columns, rows: { codes, marks } }: People): LevelWriter {
  const compared = columns.map((column) => rememberLevels(column));
  const areSwapped = createSwapFinder(columns, codes);
  return (a, b, levels, floor) => {
    const rowA = a * fieldCount;
    const rowB = b * fieldCount;
    let reach = 0;
    for (let field = 0; field < fieldCount; field += 1) {
      const first = codes[rowA + field] ?? -1;
      const second = codes[rowB + field] ?? -1;
      const level = first < 0 || second < 0 ? 0 : first === second && field !== at.dateOfBirth ? 1 : levelByMarks(field, marks[rowA + field] ?? 0, marks[rowB + field] ?? 0) || open;
      levels[field] = level;
      if (floor !== undefined && level !== 0) reach += (level !== open ? floor.weights[field * levelLimit + level] : first === second ? floor.equal[field] : floor.close[field]) ?? 0;
    }
    const mayBeSwapped = areSwapped(a, b);
    if (floor !== undefined && reach < floor.least && !mayBeSwapped) return false;
    for (let field = 0; field < fieldCount; field += 1) {
      if (levels[field] !== open) continue;
      const first = codes[rowA + field] ?? -1;
      const second = codes[rowB + field] ?? -1;
      const level = compared[field]?.(first, second) ?? 0;
      levels[field] = level;
      if (floor === undefined) continue;
      reach += (floor.weights[field * levelLimit + level] ?? 0) - ((first === second ? floor.equal[field] : floor.close[field]) ?? 0);
      if (reach < floor.least && !mayBeSwapped) return false;
    }
    if (mayBeSwapped && levels[at.givenName] === nameLevels.different && levels[at.surname] === nameLevels.different) levels[at.givenName] = levels[at.surname] = nameLevels.swapped;
    return true;
  };
}

/** Each slot holds the last pair of codes that fell on it together with its level, in one number. */
function rememberLevels({ field, values }: Column): (a: number, b: number) => number {
  const known = new Float64Array(slots).fill(-1);
  return (a, b) => {
    const low = Math.min(a, b);
    const high = Math.max(a, b);
    const pair = (low * 0x200000 + high) * 16;
    const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 17;
    const held = (known[slot] ?? -1) - pair;
    if (held >= 0 && held < 16) return held;
    const first = values[low];
    const second = values[high];
    const level = first && second ? compareValues(field, first, second) : 0;
    known[slot] = pair + level;
    return level;
  };
}
