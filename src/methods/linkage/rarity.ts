import { assumedPeople } from './chance.ts';
import { nameLevels, textLevels } from './compare.ts';
import { at, fieldCount } from './fields.ts';
import { type Frequencies, shareOf } from './frequency.ts';
import { levelLimit } from './levels.ts';

/** How much more (or less) agreement on these very values tells than agreement on that level does on average. */
export type Rarity = {
  /** log2 of the shares that the average pair of different people has on each level, by field × levelLimit + level. */
  readonly usual: Float64Array;
  readonly frequencies: Frequencies;
};

const typoPull = 0.7;

/** True where agreement is close but not exact, so that the commoner of the two values tells how many others it could have been. */
function isClose(field: number, level: number): boolean {
  if (field === at.givenName || field === at.surname) return (level >= nameLevels.typo && level <= nameLevels.similar) || level >= nameLevels.typoOfKnown;
  return (field === at.street || field === at.suburb) && level > textLevels.exact && level < textLevels.different;
}

/** The share that stands for a pair of values on a level; undefined where rarity says nothing. */
export function sharedBy(frequencies: Frequencies, field: number, level: number, a: number, b: number): number | undefined {
  if (level === 1) return shareOf(frequencies, field, a);
  return isClose(field, level) ? Math.max(shareOf(frequencies, field, a), shareOf(frequencies, field, b)) : undefined;
}

/** Bits to add to the weight of a level for these values. */
export function rarityBits({ usual, frequencies }: Rarity, field: number, level: number, a: number, b: number): number {
  if (level === 0 || (level === nameLevels.swapped && field <= at.surname)) return 0;
  const share = sharedBy(frequencies, field, level, a, b);
  if (share === undefined) return 0;
  const bits = (usual[field * levelLimit + level] ?? 0) - Math.log2(share);
  return level === 1 ? bits : Math.max(-6, Math.min(6, typoPull * bits));
}

/** A slip makes a name that nobody else has; when both names are had by others, two people with similar names are as likely. */
export function refineLevel(frequencies: Frequencies, field: number, level: number, a: number, b: number): number {
  if (field > at.surname || level < nameLevels.typo || level === nameLevels.part || level > nameLevels.similar) return level;
  const counts = frequencies.counts[field];
  if (Math.min(counts?.[a] ?? 0, counts?.[b] ?? 0) < 2) return level;
  return level === nameLevels.typo ? nameLevels.typoOfKnown : level === nameLevels.near ? nameLevels.nearOfKnown : nameLevels.similarToKnown;
}

const swapHabit = 0.02;

/**
 * Bits to add when given name and surname are exchanged: other people may bear the same names in either order. The codes are those of one
 * record, `crossed` those of its surname among the given names and of its given name among the surnames (-1 when no record has them there).
 */
export function swapBits({ usual, frequencies }: Rarity, given: number, surname: number, crossed: readonly [number, number]): number {
  const [crossedGiven, crossedSurname] = crossed.map((code, field) => (Math.max(0, (frequencies.counts[field]?.[code] ?? 0) - 1) + 0.1) / (frequencies.people + assumedPeople));
  const straight = shareOf(frequencies, at.givenName, given) * shareOf(frequencies, at.surname, surname);
  return (usual[at.givenName * levelLimit + nameLevels.swapped] ?? 0) - Math.log2(swapHabit * straight + (crossedGiven ?? 0) * (crossedSurname ?? 0));
}

export const emptyUsual = (): Float64Array => new Float64Array(fieldCount * levelLimit);
