import { nameLevels, textLevels } from './compare.ts';
import { dateLevels } from './dates.ts';
import { at } from './fields.ts';

/** `certain`: on the sets we measure no false pair was ever among these. `suggest`: a person should look. Neither is ever merged by itself. */
export type Band = 'certain' | 'suggest';

/** log2 of the odds from which a pair is suggested: even odds, where the balance of precision and recall is best when odds are true. */
export const suggestFrom = 0;
const certainFrom = 13;

/** The band of a pair by its odds (log2) and its refined levels: certain needs both names and the date of birth to agree at least nearly. */
export function bandOf(odds: number, levels: Uint8Array, offset: number): Band {
  const [given, surname, date, sex] = [levels[offset + at.givenName] ?? 0, levels[offset + at.surname] ?? 0, levels[offset + at.dateOfBirth] ?? 0, levels[offset + at.sex] ?? 0];
  const dateAgrees = date > dateLevels.missing && date <= dateLevels.yearTypo;
  return odds >= certainFrom && nameAgrees(given) && nameAgrees(surname) && dateAgrees && sex !== textLevels.different ? 'certain' : 'suggest';
}

function nameAgrees(level: number): boolean {
  return (level > nameLevels.missing && level <= nameLevels.near) || level === nameLevels.swapped;
}
