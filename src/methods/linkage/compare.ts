import { compareDates } from './dates.ts';
import { at, type FieldName } from './fields.ts';
import { bitCount, editDistance, jaroWinkler } from './similarity.ts';
import { manyForms, startShift, type Value } from './value.ts';

/** Levels of agreement of a name; `swapped` is given by the pair of names, not by one alone. */
export const nameLevels = { missing: 0, exact: 1, nickname: 2, typo: 3, near: 4, part: 5, similar: 6, different: 7, swapped: 8, typoOfKnown: 9, nearOfKnown: 10, similarToKnown: 11 } as const;
/** Levels of agreement of other words: a street, a suburb, a number, a postcode. */
export const textLevels = { missing: 0, exact: 1, sameName: 2, typo: 3, near: 4, similar: 5, different: 6 } as const;

/** The level of agreement of two values of a field; never `missing`. */
export function compareValues(field: FieldName, a: Value, b: Value): number {
  switch (field) {
    case 'givenName':
    case 'surname':
      return compareNames(a, b);
    case 'dateOfBirth':
      return compareDates(a.marks, b.marks);
    case 'street':
    case 'suburb':
      return compareWords(a, b);
    case 'email':
      return compareAddresses(a.key, b.key);
    case 'phone':
      return comparePhones(a, b);
    case 'sex':
      return a.key === b.key ? textLevels.exact : textLevels.different;
    default:
      return compareCodes(a.key, b.key);
  }
}

export function compareNames(a: Value, b: Value): number {
  if (a.key === b.key) return nameLevels.exact;
  for (const group of a.nicknames) if (b.nicknames.includes(group)) return nameLevels.nickname;
  const shorter = Math.min(a.key.length, b.key.length);
  const longer = Math.max(a.key.length, b.key.length);
  const apart = bitsApart(a.marks, b.marks);
  const edits = longer - shorter > 3 || apart > 6 ? 4 : editDistance(a.key, b.key);
  if (edits === 1 && shorter > 2) return nameLevels.typo;
  if (edits === 2 && shorter > 4) return nameLevels.near;
  if (sharesPart(a, b)) return nameLevels.part;
  if (edits === 1 || (edits <= 3 && a.sound === b.sound)) return nameLevels.near;
  if ((edits <= 3 && shorter > 6) || (edits === 2 && shorter > 3) || (apart < 7 && jaroWinkler(a.key, b.key) >= 0.88)) return nameLevels.similar;
  return nameLevels.different;
}

/** A part of a compound name stands for the whole, or an initial for the name. */
function sharesPart(a: Value, b: Value): boolean {
  if (a.key.length === 1 || b.key.length === 1) return a.key[0] === b.key[0];
  for (const part of a.parts) if (part.length > 2 && (part === b.key || b.parts.includes(part))) return true;
  return b.parts.includes(a.key) && a.key.length > 2;
}

function compareWords(a: Value, b: Value): number {
  if (a.key === b.key) return textLevels.exact;
  const nameA = a.parts[0] ?? '';
  const nameB = b.parts[0] ?? '';
  if (nameA !== '' && nameA === nameB) return textLevels.sameName;
  const shorter = Math.min(a.key.length, b.key.length);
  const apart = bitsApart(a.marks, b.marks);
  const edits = Math.abs(a.key.length - b.key.length) > 4 || apart > 6 ? 5 : editDistance(a.key, b.key);
  if (edits === 1 && shorter > 2) return textLevels.typo;
  if (edits <= 3 && shorter > 6) return textLevels.near;
  if (edits <= 2 || (apart < 7 && jaroWinkler(nameA || a.key, nameB || b.key) >= 0.9)) return textLevels.similar;
  return textLevels.different;
}

/** Postcodes, numbers and telephone numbers: one slip, the same beginning (the delivery area), or nothing. */
function compareCodes(a: string, b: string): number {
  if (a === b) return textLevels.exact;
  const shorter = Math.min(a.length, b.length);
  const edits = Math.abs(a.length - b.length) > 2 ? 3 : editDistance(a, b);
  if (edits === 1) return shorter > 1 ? textLevels.typo : textLevels.near;
  if (shorter >= 6 && edits === 2) return textLevels.near;
  return shorter > 2 && a.slice(0, 3) === b.slice(0, 3) ? textLevels.similar : textLevels.different;
}

function comparePhones(a: Value, b: Value): number {
  if (a.key === b.key) return textLevels.exact;
  const edits = Math.abs(a.key.length - b.key.length) > 2 || bitsApart(a.marks, b.marks) > 4 ? 3 : editDistance(a.key, b.key);
  if (edits > 2) return textLevels.different;
  return edits === 1 ? textLevels.typo : textLevels.near;
}

function compareAddresses(a: string, b: string): number {
  if (a === b) return textLevels.exact;
  if (a.slice(0, a.indexOf('@')) === b.slice(0, b.indexOf('@'))) return textLevels.sameName;
  const edits = Math.abs(a.length - b.length) > 2 ? 3 : editDistance(a, b);
  return edits === 1 ? textLevels.typo : edits === 2 ? textLevels.near : textLevels.different;
}

/** How many letters one text has and the other has not: an edit changes two at most. */
function bitsApart(a: number, b: number): number {
  return bitCount((a ^ b) & ~manyForms);
}

/** The level that `compareValues` would give where the marks alone tell it: that of dates, and `different` of others; 0 where they do not. */
export function levelByMarks(field: number, a: number, b: number): number {
  if (field === at.givenName || field === at.surname) return ((a | b) & manyForms) === 0 && bitsApart(a, b) > 6 ? nameLevels.different : 0;
  if (field === at.street || field === at.suburb) return bitsApart(a, b) > 6 ? textLevels.different : 0;
  if (field === at.postcode || field === at.streetNumber) return (a ^ b) >>> startShift !== 0 && bitCount((a ^ b) & (2 ** startShift - 1)) > (field === at.postcode ? 4 : 2) ? textLevels.different : 0;
  if (field === at.phone) return bitsApart(a, b) > 4 ? textLevels.different : 0;
  return field === at.dateOfBirth ? compareDates(a, b) : 0;
}
