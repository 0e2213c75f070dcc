import { assumedPeople, assumedShares } from './chance.ts';
import { nameLevels } from './compare.ts';
import { at, fieldCount, fieldNames } from './fields.ts';
import type { Frequencies } from './frequency.ts';
import { differentLevel, levelLimit } from './levels.ts';
import type { People } from './people.ts';
import { emptyUsual, type Rarity, refineLevel, sharedBy } from './rarity.ts';
import type { LevelWriter } from './vector.ts';

/** What chance does: how often two different people fall on each level (Fellegi and Sunter's u), and how rare the values of a level are. */
export type ByChance = { readonly u: readonly Float64Array[]; readonly rarity: Rarity };

/** Pairs of records taken in a fixed pseudo-random order, with their levels of agreement; compared once, used whenever people are counted anew. */
export type Sample = { readonly count: number; readonly left: Int32Array; readonly right: Int32Array; readonly levels: Uint8Array };

const sampleSize = 200_000;

export function drawSample(people: People, write: LevelWriter): Sample {
  const count = Math.min(sampleSize, (people.size * (people.size - 1)) / 2);
  const next = pseudoRandom(people.size);
  const [left, right] = [Int32Array.from({ length: count }, next), Int32Array.from({ length: count }, next)];
  const levels = new Uint8Array(count * fieldCount);
  const ofPair = new Uint8Array(fieldCount);
  for (let pair = 0; pair < count; pair += 1) {
    write(left[pair] ?? 0, right[pair] ?? 0, ofPair);
    levels.set(ofPair, pair * fieldCount);
  }
  return { count, left, right, levels };
}

/** What the sampled pairs of different people have in common. */
export function sampleChance({ rows }: People, sample: Sample, personOf: Int32Array, frequencies: Frequencies): ByChance {
  const counts = fieldNames.map(() => new Float64Array(levelLimit));
  const usual = emptyUsual();
  for (let pair = 0; pair < sample.count; pair += 1) {
    const a = sample.left[pair] ?? 0;
    const b = sample.right[pair] ?? 0;
    if (personOf[a] === personOf[b]) continue;
    for (let field = 0; field < fieldCount; field += 1) {
      const base = sample.levels[pair * fieldCount + field] ?? 0;
      if (base === 0) continue;
      const codeA = rows.codes[a * fieldCount + field] ?? -1;
      const codeB = rows.codes[b * fieldCount + field] ?? -1;
      const level = refineLevel(frequencies, field, base, codeA, codeB);
      const count = counts[field];
      if (count) count[level] = (count[level] ?? 0) + 1;
      if (level === 1) continue;
      const share = sharedBy(frequencies, field, level, codeA, codeB);
      if (share !== undefined) usual[field * levelLimit + level] = (usual[field * levelLimit + level] ?? 0) + Math.log2(share);
    }
  }
  const u = counts.map((count, field) => sharesOf(count, field, frequencies));
  for (let field = 0; field < fieldCount; field += 1) {
    const equal = Math.log2(u[field]?.[1] ?? 1);
    usual[field * levelLimit + 1] = equal;
    if (field === at.givenName) usual[field * levelLimit + nameLevels.swapped] = Math.log2(u[field]?.[nameLevels.swapped] ?? 1);
    for (let level = 2; level < levelLimit; level += 1) {
      const place = field * levelLimit + level;
      if (field <= at.surname && level === nameLevels.swapped) continue;
      usual[place] = ((usual[place] ?? 0) + 5 * equal) / ((counts[field]?.[level] ?? 0) + 5);
    }
  }
  return { u, rarity: { usual, frequencies } };
}

function sharesOf(count: Float64Array, field: number, frequencies: Frequencies): Float64Array {
  const name = fieldNames[field] ?? 'givenName';
  const assumed = assumedShares(name, differentLevel(field), levelLimit);
  const known = count.reduce((sum, one) => sum + one, 0);
  const shares = count.map((one, level) => (one + assumedPeople * (assumed[level] ?? 0)) / (known + assumedPeople));
  shares[1] = chanceOfEqual(frequencies, field, assumed[1] ?? 0);
  return shares;
}

/** The chance that two different people have the same value, from the counts of all values. */
function chanceOfEqual({ counts }: Frequencies, field: number, assumed: number): number {
  let [total, equal] = [0, 0];
  for (const count of counts[field] ?? []) {
    total += count;
    equal += count * (count - 1);
  }
  const pairs = total * Math.max(0, total - 1);
  const weight = assumedPeople * assumedPeople;
  return (equal + weight * assumed) / (pairs + weight);
}

function pseudoRandom(limit: number): () => number {
  let state = 0x2545f491;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 4_294_967_296) * limit);
  };
}
