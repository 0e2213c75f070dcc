import { type Atoms, createAtoms } from './atoms.ts';
import { addCandidate, type Candidates, createCandidates } from './candidates.ts';
import { learn, type Model, type Scores, scorePairs, startingModel, withChance } from './estimate.ts';
import { fieldCount } from './fields.ts';
import { countValues } from './frequency.ts';
import { visitPairs } from './pairs.ts';
import type { People } from './people.ts';
import { eachItsOwn, joinPersons } from './persons.ts';
import { drawSample, sampleChance } from './sample.ts';
import { createLevelWriter, floorOf, type LevelWriter } from './vector.ts';
import { type Weighed, weighPairs } from './weigh.ts';

export type Trained = {
  readonly people: People;
  readonly atoms: Atoms;
  readonly model: Model;
  readonly candidates: Candidates;
  readonly weighed: Weighed;
  readonly scores: Scores;
  /** How many pairs of records were compared. */
  readonly compared: number;
  readonly write: LevelWriter;
};

/** A pair whose odds stay below this power of 2 with the starting weights is not kept. */
const hopeless = -10;
/** Records with such odds count as one person when values are counted anew. */
const joining = 8;

/**
 * Compares the records that share a block and learns from them, without examples: first with every record as a person of its own, then with
 * the values counted over the persons found.
 */
export function train(people: People): Trained {
  const { size, rightFrom } = people;
  const pairCount = Math.max(1, rightFrom < size ? rightFrom * (size - rightFrom) : (size * (size - 1)) / 2);
  const write = createLevelWriter(people);
  const sample = drawSample(people, write);
  const alone = eachItsOwn(size);
  const firstChance = sampleChance(people, sample, alone.personOf, countValues(people, alone));
  const start = startingModel(firstChance, size, pairCount);
  const atoms = createAtoms(people);
  const candidates = createCandidates();
  const floor = floorOf(start.weights, hopeless - start.prior);
  const levels = new Uint8Array(fieldCount);
  const compared = visitPairs(atoms.columns, size, rightFrom, (a, b) => {
    if (write(a, b, levels, floor)) addCandidate(candidates, a, b, levels);
  });
  const firstWeighed = weighPairs(people, candidates, firstChance.rarity);
  const first = learn(start, firstWeighed, pairCount, 10);
  const persons = joinPersons(size, candidates, scorePairs(first, firstWeighed).odds, joining);
  const chance = sampleChance(people, sample, persons.personOf, countValues(people, persons));
  const weighed = weighPairs(people, candidates, chance.rarity);
  const model = learn(withChance(first, chance, pairCount), weighed, pairCount, 5);
  return { people, atoms, model, candidates, weighed, scores: scorePairs(model, weighed), compared, write };
}
