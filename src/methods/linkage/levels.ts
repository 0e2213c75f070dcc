import { dateLevels } from './dates.ts';
import { nameLevels, textLevels } from './compare.ts';
import { at, type FieldName, fieldNames } from './fields.ts';

/** The most levels a field has; levels are below it. */
export const levelLimit = 16;

const isDate = (field: FieldName) => field === 'dateOfBirth';
const isName = (field: FieldName) => field === 'givenName' || field === 'surname';

const codesOf = (levels: Readonly<Record<string, number>>): ReadonlyMap<number, string> => new Map(Object.entries(levels).map(([code, level]) => [level, code]));
const nameCodes = codesOf(nameLevels);
const dateCodes = codesOf(dateLevels);
const textCodes = codesOf(textLevels);

/** The code of a level, such as `exact`, `typo`, `swapped`, `dayDiffers`. */
export function agreementCode(field: FieldName, level: number): string {
  return (isName(field) ? nameCodes : isDate(field) ? dateCodes : textCodes).get(level) ?? 'missing';
}

/** The level of a field that says that nothing agrees. */
export function differentLevel(field: number): number {
  return field === at.dateOfBirth ? dateLevels.different : field <= at.surname ? nameLevels.different : textLevels.different;
}

/** How often two records of one person fall on each level, before any data is seen: what Fellegi and Sunter call m. */
const beforeData = {
  name: { exact: 0.74, nickname: 0.02, typo: 0.07, near: 0.03, part: 0.015, similar: 0.01, different: 0.04, swapped: 0.02, typoOfKnown: 0.02, nearOfKnown: 0.01, similarToKnown: 0.01 },
  date: { exact: 0.84, swapped: 0.01, dayTypo: 0.02, monthTypo: 0.02, yearTypo: 0.02, dayDiffers: 0.015, monthDiffers: 0.01, yearDiffers: 0.015, digitsMoved: 0.005, partial: 0.005, near: 0.015, different: 0.025 },
  text: { exact: 0.7, sameName: 0.01, typo: 0.08, near: 0.04, similar: 0.03, different: 0.14 },
} as const satisfies Readonly<Record<string, Readonly<Record<string, number>>>>;

/** The starting m of every level of a field, indexed by level; they add up to 1. */
export function startingShares(field: FieldName): Float64Array {
  const shares = new Float64Array(levelLimit);
  const [levels, before]: [Readonly<Record<string, number>>, Readonly<Record<string, number>>] = isName(field) ? [nameLevels, beforeData.name] : isDate(field) ? [dateLevels, beforeData.date] : [textLevels, beforeData.text];
  for (const [code, share] of Object.entries(before)) shares[levels[code] ?? 0] = share;
  if (field === 'surname') shares[nameLevels.nickname] = 0;
  if (field === 'sex') shares.set([0, 0.97, 0, 0, 0, 0, 0.03]);
  if (field === 'province') shares.set([0, 0.94, 0, 0.02, 0, 0, 0.04]);
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

export const allStartingShares: readonly Float64Array[] = fieldNames.map(startingShares);
