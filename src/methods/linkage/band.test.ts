import { expect, test } from 'vitest';
import { bandOf } from './band.ts';
import { nameLevels, textLevels } from './compare.ts';
import { dateLevels } from './dates.ts';
import { at, type FieldName, fieldCount } from './fields.ts';

function levelsWith(changed: Partial<Record<FieldName, number>> = {}): Uint8Array {
  const levels = new Uint8Array(fieldCount).fill(textLevels.exact);
  if (changed.givenName !== undefined) levels[at.givenName] = changed.givenName;
  if (changed.surname !== undefined) levels[at.surname] = changed.surname;
  if (changed.dateOfBirth !== undefined) levels[at.dateOfBirth] = changed.dateOfBirth;
  if (changed.sex !== undefined) levels[at.sex] = changed.sex;
  return levels;
}

test('a pair of high odds whose names and date of birth agree nearly is certain', () => {
  expect(bandOf(20, levelsWith(), 0)).toBe('certain');
  expect(bandOf(20, levelsWith({ givenName: nameLevels.nickname, surname: nameLevels.typo, dateOfBirth: dateLevels.swapped }), 0)).toBe('certain');
});

test.each([
  ['the given names differ, as those of twins', { givenName: nameLevels.different }], ['a surname is missing', { surname: nameLevels.missing }], ['the date differs in a whole part', { dateOfBirth: dateLevels.yearDiffers }],
  ['the date is missing', { dateOfBirth: dateLevels.missing }], ['a known name is like another known name', { givenName: nameLevels.typoOfKnown }], ['the sexes differ', { sex: textLevels.different }],
])('however high the odds, a pair is only suggested where %s', (_, changed) => expect(bandOf(60, levelsWith(changed), 0)).toBe('suggest'));

test('low odds are only suggested', () => expect(bandOf(5, levelsWith(), 0)).toBe('suggest'));
