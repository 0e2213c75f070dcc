import { z } from 'zod';
import type { Method } from '../method.ts';
import { commitmentOf, lotOf } from './draw.ts';
import { orderOf } from './decision.ts';
import { compareGroups, replay } from './replay.ts';
import { failedRequirements, requirementShape } from './requirement.ts';
import { ruleSetShape } from './rule.ts';

const facts = z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.null()]));
const draw = z.strictObject({ seed: z.string(), beacon: z.string().default('') });
const day = z.iso.date('must be a date such as 2026-01-31');

const rankInput = z.strictObject({
  ruleSet: ruleSetShape,
  people: z.array(z.strictObject({ person: z.string().min(1), facts })),
  requirements: z.array(requirementShape).default([]),
  draw,
  overrides: z.array(z.strictObject({ person: z.string(), place: z.int(), by: z.string(), reason: z.string() })).default([]),
});
/** `method priority rank`: the order of the eligible with its reasons, and what the others lack. */
export const priorityRank: Method = {
  name: 'priority rank',
  summary: 'orders people by an ordered list of rules, with reasons, and says why others do not fit',
  run: (raw) => {
    const { ruleSet, people, requirements, draw: drawn, overrides } = rankInput.parse(raw);
    const ranked = orderOf({ vacancy: { id: 'asked', requirements }, people, ruleSet, draw: drawn, overrides });
    const refused = people.map((one) => ({ person: one.person, failed: failedRequirements(requirements, one.facts) })).filter(({ failed }) => failed.length > 0);
    return { json: { ruleSet: { id: ruleSet.id, version: ruleSet.version }, commitment: commitmentOf(drawn.seed), ranked, refused } };
  },
};

const drawInput = z.strictObject({ ...draw.shape, tokens: z.array(z.string().min(1)) });
/** `method priority draw`: the lots of tokens, in the order they come, and the hash that had to be published before. */
export const priorityDraw: Method = {
  name: 'priority draw',
  summary: 'draws lots from a committed seed, so that anyone can check the draw',
  run: (raw) => {
    const { tokens, ...drawn } = drawInput.parse(raw);
    const lots = tokens.map((token) => ({ token, lot: lotOf(drawn, token) })).sort((a, b) => (a.lot < b.lot ? -1 : 1));
    return { json: { commitment: commitmentOf(drawn.seed), beacon: drawn.beacon, lots } };
  },
};

const replayInput = z.strictObject({
  first: ruleSetShape,
  second: ruleSetShape,
  vacancies: z.array(z.strictObject({ id: z.string().min(1), day, requirements: z.array(requirementShape).default([]), draw })),
  people: z.array(z.strictObject({
    person: z.string().min(1), from: day, to: day.nullable(), groups: z.array(z.string()).default([]),
    facts: z.array(z.strictObject({ from: day, facts })), declines: z.array(z.string()).default([]),
  })),
});
/** `method priority replay`: the same vacancies under two rule sets, and how groups fare. */
export const priorityReplay: Method = {
  name: 'priority replay',
  summary: 'runs the vacancies of the past under two rule sets and compares who would have been offered what',
  run: (raw) => {
    const { first, second, vacancies, people } = replayInput.parse(raw);
    const [one, other] = [replay(vacancies, people, first), replay(vacancies, people, second)];
    const offers = vacancies.map(({ id, day: on }) => ({ vacancy: id, day: on, first: one.offered.get(id) ?? null, second: other.offered.get(id) ?? null }));
    return { json: { offers, differ: offers.filter((offer) => offer.first !== offer.second).length, groups: compareGroups(people, one, other) } };
  },
};
