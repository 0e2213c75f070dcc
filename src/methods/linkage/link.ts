import { atomsOfAll, createTexts } from './atoms.ts';
import { addCandidate, createCandidates } from './candidates.ts';
import { learn, type Model, scorePairs, startingModel, withChance } from './estimate.ts';
import { fieldCount, type PersonRecord } from './fields.ts';
import { countValues } from './frequency.ts';
import { visitPairs } from './pairs.ts';
import { encodePeople, type People } from './people.ts';
import { eachItsOwn, joinPersons } from './persons.ts';
import { sampleChance } from './sample.ts';
import { createLevelWriter, floorOf } from './vector.ts';
import { weighPairs } from './weigh.ts';

const hopeless = -12;
const joining = 8;

export function link(left: readonly PersonRecord[], right: readonly PersonRecord[] = []) {
  const people: People = encodePeople(left, right);
  const { size, rightFrom } = people;
  const pairCount = rightFrom < size ? rightFrom * (size - rightFrom) : (size * (size - 1)) / 2;
  const write = createLevelWriter(people);
  let persons = eachItsOwn(size);
  let chance = sampleChance(people, persons.personOf, countValues(people, persons.personOf, persons.count), write);
  let model: Model = startingModel(chance, size, pairCount);
  const candidates = createCandidates();
  const levels = new Uint8Array(fieldCount);
  const floor = floorOf(model.weights, hopeless - model.prior);
  const t=performance.now();
  const compared = visitPairs(atomsOfAll(people, createTexts()), size, rightFrom, (a, b) => {
    if (write(a, b, levels, floor)) addCandidate(candidates, a, b, levels);
  });
  if (process.env.T) console.log('visit', performance.now()-t);
  let weighed = weighPairs(people, candidates, chance);
  model = learn(model, weighed, pairCount);
  let scores = scorePairs(model, weighed);
  persons = joinPersons(size, candidates.left, candidates.right, scores.odds, joining);
  chance = sampleChance(people, persons.personOf, countValues(people, persons.personOf, persons.count), write);
  weighed = weighPairs(people, candidates, chance);
  model = learn(withChance(model, chance, pairCount), weighed, pairCount);
  scores = scorePairs(model, weighed);
  return { people, candidates, levels: weighed.levels, bits: weighed.bits, model, scores: scores.odds, compared, persons };
}
