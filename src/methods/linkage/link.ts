import { type Band, bandOf, suggestFrom } from './band.ts';
import { nameLevels } from './compare.ts';
import { explainLevels, type FieldEvidence, rounded } from './explain.ts';
import { fieldCount, type PersonRecord } from './fields.ts';
import { encodePeople } from './people.ts';
import { findThroughThird } from './through.ts';
import { type Trained, train } from './train.ts';
import { createSwapWeigher, weighLevels } from './weigh.ts';

/** Two records that may be of one person. `score` is log2 of the odds that they are; it is what all records taught plus what each field says. */
export type Link = {
  readonly left: string;
  readonly right: string;
  readonly score: number;
  readonly band: Band;
  readonly fields: readonly FieldEvidence[];
  /** The record that both link to, when the pair is suggested through it and not by its own likeness; `score` is then that of the weaker link. */
  readonly via?: string;
};

export type Linkage = {
  readonly links: readonly Link[];
  readonly compared: number;
  /** log2 of the odds that two records taken at random are of one person, as learned. */
  readonly prior: number;
};

/**
 * Suggests which records are of one person: the probabilistic linkage of Fellegi and Sunter (1969) with parameters learned from the records
 * themselves. With one list each record is compared with the others, with two only across. Ids must be unique in each list.
 */
export function linkRecords(left: readonly PersonRecord[], right: readonly PersonRecord[] = []): Linkage {
  const trained = train(encodePeople(left, right));
  const links = [...directLinks(trained), ...(right.length > 0 ? [] : linksThroughThird(trained))];
  return { links: links.sort((a, b) => b.score - a.score), compared: trained.compared, prior: rounded(trained.model.prior) };
}

function directLinks({ people, model, candidates, weighed, scores }: Trained): Link[] {
  const { codes } = people.rows;
  const swapOf = createSwapWeigher(people, model.rarity);
  const links: Link[] = [];
  for (const [pair, odds] of scores.odds.entries()) {
    if (odds < suggestFrom) continue;
    const [a, b] = [candidates.left[pair] ?? 0, candidates.right[pair] ?? 0];
    const offset = pair * fieldCount;
    const swapped = weighed.levels[offset] === nameLevels.swapped ? Math.min(swapOf(a), swapOf(b)) : 0;
    const fields = explainLevels(model, { codes, offset: a * fieldCount }, { codes, offset: b * fieldCount }, weighed.levels, offset, swapped);
    links.push({ left: people.ids[a] ?? '', right: people.ids[b] ?? '', score: rounded(odds), band: bandOf(odds, weighed.levels, offset), fields });
  }
  return links;
}

function linksThroughThird({ people, model, candidates, scores, write }: Trained): Link[] {
  const { codes } = people.rows;
  const levels = new Uint8Array(fieldCount);
  const swapOf = createSwapWeigher(people, model.rarity);
  return findThroughThird(candidates, scores.odds, people.size, suggestFrom).map(({ a, b, third, odds }): Link => {
    const [codesA, codesB] = [{ codes, offset: a * fieldCount }, { codes, offset: b * fieldCount }];
    write(a, b, levels);
    weighLevels(model.rarity, codesA, codesB, levels, 0);
    const fields = explainLevels(model, codesA, codesB, levels, 0, Math.min(swapOf(a), swapOf(b)));
    return { left: people.ids[a] ?? '', right: people.ids[b] ?? '', score: rounded(odds), band: 'suggest', fields, via: people.ids[third] ?? '' };
  });
}
