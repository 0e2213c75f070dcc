import { compareNames, nameLevels } from './compare.ts';
import { at, fieldCount } from './fields.ts';
import type { Column, People } from './people.ts';
import type { Value } from './value.ts';

/** Tells whether the given name of one record is the surname of another and the other way round, at least one of them to the letter. */
export function createSwapFinder(columns: readonly Column[], codes: People['rows']['codes']): (a: number, b: number) => boolean {
  const [givenNames, surnames] = [columns[at.givenName], columns[at.surname]];
  const crossed = crossing(givenNames, surnames);
  return (a, b) => {
    const givenA = codes[a * fieldCount + at.givenName] ?? -1;
    const givenB = codes[b * fieldCount + at.givenName] ?? -1;
    const surnameA = codes[a * fieldCount + at.surname] ?? -1;
    const surnameB = codes[b * fieldCount + at.surname] ?? -1;
    if (givenA < 0 || givenB < 0 || surnameA < 0 || surnameB < 0 || (crossed[givenA] !== surnameB && crossed[givenB] !== surnameA)) return false;
    return areSwapped(givenNames?.values[givenA], surnames?.values[surnameA], givenNames?.values[givenB], surnames?.values[surnameB]);
  };
}

export function areSwapped(givenA: Value | undefined, surnameA: Value | undefined, givenB: Value | undefined, surnameB: Value | undefined): boolean {
  if (!givenA || !surnameA || !givenB || !surnameB) return false;
  const [first, second] = [givenA.key === surnameB.key, givenB.key === surnameA.key];
  if (first && second) return true;
  if (first) return compareNames(givenB, surnameA) < nameLevels.part;
  return second && compareNames(givenA, surnameB) < nameLevels.part;
}

/** The code among the values of `to` of each value of `from`; -1 where it has none. */
export function crossing(from: Column | undefined, to: Column | undefined): Int32Array {
  const codes = new Map(to?.values.map(({ key }, code) => [key, code]));
  return Int32Array.from(from?.values ?? [], ({ key }) => codes.get(key) ?? -1);
}
