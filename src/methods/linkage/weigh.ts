import type { Candidates } from './candidates.ts';
import { nameLevels } from './compare.ts';
import { dateLevels } from './dates.ts';
import { at, fieldCount } from './fields.ts';
import { shareOf } from './frequency.ts';
import { isOfHousehold } from './household.ts';
import type { People } from './people.ts';
import { type Rarity, rarityBits, refineLevel, swapBits } from './rarity.ts';
import { crossing } from './swap.ts';

/** Pairs with what does not change while m is learned: levels refined by how known the values are, and the bits of their rarity. */
export type Weighed = {
  readonly levels: Uint8Array;
  readonly bits: Float64Array;
  /** Of `bits` those that two people of one household share too, and what twins and namesakes of a family have in common beyond chance. */
  readonly homeBits: Float64Array;
};

/** The codes of a record: `fieldCount` numbers from `offset` on. */
export type RecordCodes = { readonly codes: Int32Array; readonly offset: number };

/** One pair in a hundred of a household are twins, or bear one given name. */
const sharedInFamily = Math.log2(0.01);

/** Refines the levels of one pair in place; gives the bits of rarity and the part of them that a household explains. Swapped names are not in it. */
export function weighLevels(rarity: Rarity, a: RecordCodes, b: RecordCodes, levels: Uint8Array, offset: number): { bits: number; home: number } {
  let bits = 0;
  let home = 0;
  for (let field = 0; field < fieldCount; field += 1) {
    const base = levels[offset + field] ?? 0;
    if (base === 0) continue;
    const codeA = a.codes[a.offset + field] ?? -1;
    const codeB = b.codes[b.offset + field] ?? -1;
    const level = refineLevel(rarity.frequencies, field, base, codeA, codeB);
    levels[offset + field] = level;
    const rare = rarityBits(rarity, field, level, codeA, codeB);
    bits += rare;
    if (isOfHousehold(field)) home += rare;
    else if ((field === at.dateOfBirth && level === dateLevels.exact) || (field === at.givenName && level === nameLevels.exact)) home += Math.max(0, sharedInFamily - Math.log2(shareOf(rarity.frequencies, field, codeA)));
  }
  return { bits, home };
}

export function weighPairs(people: People, candidates: Candidates, rarity: Rarity): Weighed {
  const { codes } = people.rows;
  const levels = candidates.levels.slice(0, candidates.count * fieldCount);
  const [bits, homeBits] = [new Float64Array(candidates.count), new Float64Array(candidates.count)];
  const swapOf = createSwapWeigher(people, rarity);
  for (let pair = 0; pair < candidates.count; pair += 1) {
    const [a, b] = [candidates.left[pair] ?? 0, candidates.right[pair] ?? 0];
    const weighed = weighLevels(rarity, { codes, offset: a * fieldCount }, { codes, offset: b * fieldCount }, levels, pair * fieldCount);
    const isSwapped = levels[pair * fieldCount] === nameLevels.swapped;
    bits[pair] = weighed.bits + (isSwapped ? Math.min(swapOf(a), swapOf(b)) : 0);
    homeBits[pair] = weighed.home;
  }
  return { levels, bits, homeBits };
}

/** The bits of rarity of a record's names in exchanged order. */
export function createSwapWeigher(people: People, rarity: Rarity): (place: number) => number {
  const [givenNames, surnames] = [people.columns[at.givenName], people.columns[at.surname]];
  const crossed = [crossing(surnames, givenNames), crossing(givenNames, surnames)] as const;
  return (place) => {
    const [given, surname] = [givenNames?.codes[place] ?? -1, surnames?.codes[place] ?? -1];
    return swapBits(rarity, given, surname, [crossed[0][surname] ?? -1, crossed[1][given] ?? -1]);
  };
}
