import { type Asked, readAsked, writeAskedLevels } from './asked.ts';
import { atomsOfOne, type Texts } from './atoms.ts';
import { type Band, bandOf, suggestFrom } from './band.ts';
import { type Blocks, blockHash, passes, sortIntoBlocks } from './blocks.ts';
import { nameLevels } from './compare.ts';
import type { Model } from './estimate.ts';
import { explainLevels, type FieldEvidence, rounded } from './explain.ts';
import { at, fieldCount, type PersonRecord } from './fields.ts';
import { householdBits, isOfHousehold } from './household.ts';
import { blockLimit } from './pairs.ts';
import { encodePeople, type People } from './people.ts';
import { swapBits } from './rarity.ts';
import { train } from './train.ts';
import type { Value } from './value.ts';
import { type Floor, floorOf } from './vector.ts';
import { createSwapWeigher, type RecordCodes, weighLevels } from './weigh.ts';

/** A register made ready for looking up one person at a time: what was learned from it, and its records sorted into blocks. */
export type RegisterIndex = {
  readonly people: People;
  readonly model: Model;
  readonly texts: Texts;
  readonly blocks: readonly Blocks[];
  readonly codesByKey: readonly ReadonlyMap<string, number>[];
  readonly swapOf: (place: number) => number;
  readonly floor: Floor;
};

/** Rare values may add so many bits to the weights of their levels. */
const rarityMargin = 24;

export type Match = { readonly id: string; readonly score: number; readonly band: Band; readonly fields: readonly FieldEvidence[] };

/** Before anything is compared, so many intakes are taken to be of somebody whom the register knows. */
const knownShare = 0.3;

/**
 * Learns from the records and sorts them; takes as long as linking them with each other. The index does not follow later changes. A register
 * without copies says nothing about how often intakes are of known people, so that share is assumed.
 */
export function createIndex(records: readonly PersonRecord[]): RegisterIndex {
  const { people, model: learned, atoms } = train(encodePeople(records));
  const model = { ...learned, prior: Math.log2(knownShare / Math.max(1, people.size)) };
  return {
    people, model, texts: atoms.texts,
    blocks: passes.map((pass) => sortIntoBlocks(pass, atoms.columns, people.size)),
    codesByKey: people.columns.map(({ values }) => new Map(values.map(({ key }, code) => [key, code]))),
    swapOf: createSwapWeigher(people, model.rarity),
    floor: floorOf(model.weights, suggestFrom - model.prior - rarityMargin),
  };
}

/** The records of the register that may be of the same person, best first. */
export function findMatches(index: RegisterIndex, record: PersonRecord): Match[] {
  const asked = readAsked(record, index.codesByKey);
  const levels = new Uint8Array(fieldCount);
  const matches: Match[] = [];
  for (const place of placesNear(index, asked.values)) {
    if (!writeAskedLevels(asked, index.people, place, levels, index.floor)) continue;
    const match = scorePlace(index, asked, place, levels);
    if (match) matches.push(match);
  }
  return matches.sort((a, b) => b.score - a.score);
}

function placesNear({ blocks, texts }: RegisterIndex, values: readonly (Value | undefined)[]): Set<number> {
  const atoms = atomsOfOne(values, texts);
  const near = new Set<number>();
  for (const [number, pass] of passes.entries()) {
    const sorted = blocks[number];
    const hash = blockHash(pass, atoms[pass.first] ?? -1, pass.second < 0 ? 0 : (atoms[pass.second] ?? -1));
    if (hash < 0 || sorted === undefined) continue;
    const from = firstAtLeast(sorted.hashes, hash);
    if (sorted.hashes[from + blockLimit] === hash) continue;
    for (let entry = from; sorted.hashes[entry] === hash; entry += 1) near.add(sorted.places[entry] ?? 0);
  }
  return near;
}

function firstAtLeast(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}

function scorePlace({ people, model, swapOf, codesByKey }: RegisterIndex, asked: Asked, place: number, levels: Uint8Array): Match | undefined {
  const held: RecordCodes = { codes: people.rows.codes, offset: place * fieldCount };
  const weighed = weighLevels(model.rarity, asked, held, levels, 0);
  let odds = model.prior + weighed.bits;
  let home = model.household + weighed.home;
  for (let field = 0; field < fieldCount; field += 1) {
    const weight = model.weights[field]?.[levels[field] ?? 0] ?? 0;
    odds += weight;
    if (isOfHousehold(field)) home += weight;
  }
  const swapped = levels[at.givenName] === nameLevels.swapped ? Math.min(swapOf(place), swapOfAsked(model, asked, codesByKey)) : 0;
  const score = odds + swapped + householdBits(home);
  if (score < suggestFrom) return undefined;
  return { id: people.ids[place] ?? '', score: rounded(score), band: bandOf(score, levels, 0), fields: explainLevels(model, asked, held, levels, 0, swapped) };
}

function swapOfAsked({ rarity }: Model, { codes, values }: Asked, codesByKey: RegisterIndex['codesByKey']): number {
  const keyOf = (field: number) => values[field]?.key ?? '';
  const crossed = [codesByKey[at.givenName]?.get(keyOf(at.surname)) ?? -1, codesByKey[at.surname]?.get(keyOf(at.givenName)) ?? -1] as const;
  return swapBits(rarity, codes[at.givenName] ?? -1, codes[at.surname] ?? -1, crossed);
}
