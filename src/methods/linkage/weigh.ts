import type { Candidates } from './candidates.ts';
import { nameLevels } from './compare.ts';
import { dateLevels } from './dates.ts';
import { at, fieldCount } from './fields.ts';
import { shareOf } from './frequency.ts';
import type { Column, People } from './people.ts';
import { rarityBits, refineLevel, swapBits } from './rarity.ts';
import type { ByChance } from './sample.ts';

/** Pairs with what does not change while m is learned: levels refined by how known the values are, and the bits of their rarity. */
export type Weighed = {
  readonly levels: Uint8Array;
  readonly bits: Float64Array;
  /** Of `bits` those that two people of one household share too, and what twins and namesakes of a family have in common beyond chance. */
  readonly homeBits: Float64Array;
};

const sameDateAtHome = Math.log2(0.01);
const sameNameAtHome = Math.log2(0.01);

export function weighPairs(people: People, candidates: Candidates, { rarity }: ByChance): Weighed {
  const levels = candidates.levels.slice(0, candidates.count * fieldCount);
  const [bits, homeBits] = [new Float64Array(candidates.count), new Float64Array(candidates.count)];
  const { frequencies } = rarity;
  const swapOf = swapWeigher(people, rarity);
  for (let pair = 0; pair < candidates.count; pair += 1) {
    const [a, b] = [candidates.left[pair] ?? 0, candidates.right[pair] ?? 0];
    let [sum, home] = [0, 0];
    for (let field = 0; field < fieldCount; field += 1) {
      const place = pair * fieldCount + field;
      if (levels[place] === 0) continue;
      const [codeA, codeB] = [people.columns[field]?.codes[a] ?? -1, people.columns[field]?.codes[b] ?? -1];
      const level = refineLevel(frequencies, field, levels[place] ?? 0, codeA, codeB);
      levels[place] = level;
      const rare = rarityBits(rarity, field, level, codeA, codeB);
      sum += rare;
      if (field === at.surname || (field >= at.streetNumber && field <= at.phone)) home += rare;
      else if (field === at.dateOfBirth && level === dateLevels.exact) home += Math.max(0, sameDateAtHome - Math.log2(shareOf(frequencies, field, codeA)));
      else if (field === at.givenName && level === nameLevels.exact) home += Math.max(0, sameNameAtHome - Math.log2(shareOf(frequencies, field, codeA)));
    }
    if (levels[pair * fieldCount] === nameLevels.swapped) sum += Math.min(swapOf(a), swapOf(b));
    bits[pair] = sum;
    homeBits[pair] = home;
  }
  return { levels, bits, homeBits };
}

function swapWeigher(people: People, rarity: ByChance['rarity']): (place: number) => number {
  const [givenNames, surnames] = [people.columns[at.givenName], people.columns[at.surname]];
  const crossed = [crossing(surnames, givenNames), crossing(givenNames, surnames)] as const;
  return (place) => {
    const [given, surname] = [givenNames?.codes[place] ?? -1, surnames?.codes[place] ?? -1];
    return swapBits(rarity, given, surname, [crossed[0][surname] ?? -1, crossed[1][given] ?? -1]);
  };
}

/** The code among the values of `to` of each value of `from`; -1 where it has none. */
function crossing(from: Column | undefined, to: Column | undefined): Int32Array {
  const codes = new Map(to?.values.map(({ key }, code) => [key, code]));
  return Int32Array.from(from?.values ?? [], ({ key }) => codes.get(key) ?? -1);
}
