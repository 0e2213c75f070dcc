import { nameLevels } from './compare.ts';
import { dateLevels } from './dates.ts';
import { at, fieldCount } from './fields.ts';
import { householdBits, isOfHousehold } from './household.ts';
import { allStartingShares, differentLevel, levelLimit } from './levels.ts';
import type { ByChance } from './sample.ts';
import type { Weighed } from './weigh.ts';

/** What was learned from the records at hand. */
export type Model = ByChance & {
  readonly m: readonly Float64Array[];
  /** log2(m / u) by field and level; 0 where a value is missing. */
  readonly weights: readonly Float64Array[];
  /** log2 of the odds that two records taken at random are of one person. */
  readonly prior: number;
  /** The same for two people of one household, who share surname, address and telephone. */
  readonly household: number;
};

const assumedMatches = 20;

/** The model before any pair was seen: one record in ten has a copy, and households are as many. */
export function startingModel(chance: ByChance, size: number, pairCount: number): Model {
  const matches = Math.max(1, size * 0.1);
  return modelOf(chance, allStartingShares, matches, matches, pairCount);
}

function modelOf(chance: ByChance, m: readonly Float64Array[], matches: number, households: number, pairCount: number): Model {
  const weights = m.map((shares, field) => weightsOf(shares, chance.u[field] ?? shares, field));
  const surname = weights[at.surname];
  if (surname) surname[nameLevels.swapped] = 0;
  const oddsOf = (count: number) => Math.log2(Math.min(0.5, count / Math.max(1, pairCount)));
  return { ...chance, m, weights, prior: oddsOf(matches), household: oddsOf(households) };
}

/** No close agreement tells more than so many bits beyond equality: that slips are rare among strangers is seen only where there are slips. */
const closeMargin = 2;

/** What a year alone, or a year and a month, can tell. */
const mostOfPartialDate = 6;

function weightsOf(m: Float64Array, u: Float64Array, field: number): Float64Array {
  const weights = m.map((share, level) => (level === 0 || share <= 0 ? 0 : Math.log2(share / Math.max(1e-9, u[level] ?? 1))));
  const most = (weights[1] ?? 0) + closeMargin;
  const different = differentLevel(field);
  return weights.map((weight, level) => {
    if (level === different) return Math.min(0, weight);
    if (field === at.dateOfBirth) return Math.min(weight, level === dateLevels.partial ? mostOfPartialDate : most);
    return level === nameLevels.swapped ? weight : Math.min(weight, most);
  });
}

/** The same m and shares with other chances: what is known of copies does not change when values are counted anew. */
export function withChance(model: Model, chance: ByChance, pairCount: number): Model {
  return modelOf(chance, model.m, 2 ** model.prior * pairCount, 2 ** model.household * pairCount, pairCount);
}

/** log2 of the odds that each pair is one person, and the part of them that the household explains (0 or less). */
export type Scores = { readonly odds: Float64Array; readonly household: Float64Array };

export function scorePairs(model: Model, { levels, bits, homeBits }: Weighed): Scores {
  const [odds, household] = [new Float64Array(bits.length), new Float64Array(bits.length)];
  const weights = new Float64Array(fieldCount * levelLimit);
  for (const [field, ofField] of model.weights.entries()) weights.set(ofField, field * levelLimit);
  for (let pair = 0; pair < bits.length; pair += 1) {
    let sum = (bits[pair] ?? 0) + model.prior;
    let home = (homeBits[pair] ?? 0) + model.household;
    for (let field = 0; field < fieldCount; field += 1) {
      const weight = weights[field * levelLimit + (levels[pair * fieldCount + field] ?? 0)] ?? 0;
      sum += weight;
      if (isOfHousehold(field)) home += weight;
    }
    const explained = householdBits(home);
    household[pair] = explained;
    odds[pair] = sum + explained;
  }
  return { odds, household };
}

/** Expectation and maximisation of m and of the shares of matches and households, with u held (Winkler 1988; Jaro 1989). */
export function learn(start: Model, weighed: Weighed, pairCount: number, rounds: number): Model {
  let model = start;
  for (let round = 0; round < rounds; round += 1) {
    const { odds, household } = scorePairs(model, weighed);
    const counts = allStartingShares.map((shares) => shares.map((share) => share * assumedMatches));
    let [matches, households] = [0.5, 0.5];
    for (let pair = 0; pair < odds.length; pair += 1) {
      const probability = 1 / (1 + 2 ** -(odds[pair] ?? 0));
      households += (1 - probability) * (1 - 2 ** (household[pair] ?? 0));
      if (probability < 0.001) continue;
      matches += probability;
      for (let field = 0; field < fieldCount; field += 1) {
        const level = weighed.levels[pair * fieldCount + field] ?? 0;
        const count = counts[field];
        if (level > 0 && count) count[level] = (count[level] ?? 0) + probability;
      }
    }
    model = modelOf(start, counts.map(sharesOf), matches, households, pairCount);
  }
  return model;
}

/**
 * Names and dates of birth of one person differ wholly at most so often. Without this bound a register without copies would take another
 * large class of pairs, the families, for the matches.
 */
const mostDifferent = 0.2;
function sharesOf(count: Float64Array, field: number): Float64Array {
  const total = count.reduce((sum, one) => sum + one, 0);
  const different = differentLevel(field);
  const share = (count[different] ?? 0) / total;
  if (field > at.dateOfBirth || share <= mostDifferent) return count.map((one) => one / total);
  return count.map((one, level) => (level === different ? mostDifferent : ((one / total) * (1 - mostDifferent)) / (1 - share)));
}
