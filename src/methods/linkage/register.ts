import { type Band, bandOf, suggestFrom } from './band.ts';
import { atomsOfOne, type Texts } from './atoms.ts';
import { blockHash, hashOf, passes, placeLimit, placeOf, sortIntoBlocks } from './blocks.ts';
import { compareValues, nameLevels } from './compare.ts';
import type { Model } from './estimate.ts';
import { explainLevels, type FieldEvidence, rounded } from './explain.ts';
import { at, fieldCount, fieldNames, type PersonRecord } from './fields.ts';
import { householdBits, isOfHousehold } from './household.ts';
import { blockLimit } from './pairs.ts';
import { encodePeople, type People } from './people.ts';
import { swapBits } from './rarity.ts';
import { areSwapped } from './swap.ts';
import { train } from './train.ts';
import { readValue, type Value } from './value.ts';
import { createSwapWeigher, type RecordCodes, weighLevels } from './weigh.ts';

/** A register made ready for looking up one person at a time: what was learned from it, and its records sorted into blocks. */
export type RegisterIndex = {
  readonly people: People;
  readonly model: Model;
  readonly texts: Texts;
  readonly blocks: readonly Float64Array[];
  readonly codesByKey: readonly ReadonlyMap<string, number>[];
  readonly swapOf: (place: number) => number;
};

export type Match = { readonly id: string; readonly score: number; readonly band: Band; readonly fields: readonly FieldEvidence[] };

/** Learns from the records and sorts them; takes as long as linking them with each other. The index does not follow later changes. */
export function createIndex(records: readonly PersonRecord[]): RegisterIndex {
  const { people, model, atoms } = train(encodePeople(records));
  return {
    people, model, texts: atoms.texts,
    blocks: passes.map((pass) => sortIntoBlocks(pass, atoms.columns, people.size)),
    codesByKey: people.columns.map(({ values }) => new Map(values.map(({ key }, code) => [key, code]))),
    swapOf: createSwapWeigher(people, model.rarity),
  };
}

/** The records of the register that may be of the same person, best first; the record's own id is not looked at. */
export function findMatches(index: RegisterIndex, record: PersonRecord): Match[] {
  const values = fieldNames.map((field) => readValue(field, record[field] ?? ''));
  const asked: RecordCodes = { codes: Int32Array.from(values, (value, field) => (value === undefined ? -1 : (index.codesByKey[field]?.get(value.key) ?? -1))), offset: 0 };
  const matches: Match[] = [];
  for (const place of placesNear(index, values)) {
    const match = scorePlace(index, values, asked, place);
    if (match) matches.push(match);
  }
  return matches.sort((a, b) => b.score - a.score);
}

function placesNear({ blocks, texts }: RegisterIndex, values: readonly (Value | undefined)[]): Set<number> {
  const atoms = atomsOfOne(values, texts);
  const near = new Set<number>();
  for (const [number, pass] of passes.entries()) {
    const entries = blocks[number] ?? new Float64Array();
    const hash = blockHash(pass, (atom) => atoms[atom] ?? -1);
    if (hash < 0) continue;
    const from = firstAtLeast(entries, hash * placeLimit);
    if (from + blockLimit < entries.length && hashOf(entries[from + blockLimit] ?? 0) === hash) continue;
    for (let entry = from; entry < entries.length && hashOf(entries[entry] ?? 0) === hash; entry += 1) near.add(placeOf(entries[entry] ?? 0));
  }
  return near;
}

function firstAtLeast(entries: Float64Array, value: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function scorePlace({ people, model, swapOf, codesByKey }: RegisterIndex, values: readonly (Value | undefined)[], asked: RecordCodes, place: number): Match | undefined {
  const held: RecordCodes = { codes: people.rows.codes, offset: place * fieldCount };
  const levels = levelsOf(people, values, held);
  const weighed = weighLevels(model.rarity, asked, held, levels, 0);
  let [odds, home] = [model.prior + weighed.bits, model.household + weighed.home];
  for (let field = 0; field < fieldCount; field += 1) {
    const weight = model.weights[field]?.[levels[field] ?? 0] ?? 0;
    odds += weight;
    if (isOfHousehold(field)) home += weight;
  }
  const crossed = [codesByKey[at.givenName]?.get(values[at.surname]?.key ?? '') ?? -1, codesByKey[at.surname]?.get(values[at.givenName]?.key ?? '') ?? -1] as const;
  const swapped = levels[at.givenName] === nameLevels.swapped ? Math.min(swapOf(place), swapBits(model.rarity, asked.codes[at.givenName] ?? -1, asked.codes[at.surname] ?? -1, crossed)) : 0;
  const score = odds + swapped + householdBits(home);
  if (score < suggestFrom) return undefined;
  return { id: people.ids[place] ?? '', score: rounded(score), band: bandOf(score, levels, 0), fields: explainLevels(model, asked, held, levels, 0, swapped) };
}

function levelsOf(people: People, values: readonly (Value | undefined)[], held: RecordCodes): Uint8Array {
  const theirs = people.columns.map((column, field) => column.values[held.codes[held.offset + field] ?? -1]);
  const levels = Uint8Array.from(fieldNames, (name, field) => {
    const [mine, other] = [values[field], theirs[field]];
    return mine && other ? compareValues(name, mine, other) : 0;
  });
  if (levels[at.givenName] === nameLevels.different && levels[at.surname] === nameLevels.different && areSwapped(values[at.givenName], values[at.surname], theirs[at.givenName], theirs[at.surname]))
    levels[at.givenName] = levels[at.surname] = nameLevels.swapped;
  return levels;
}
