import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '#test/seeded.ts';
import { methodEntries } from '../registry.ts';
import { decide, recompute } from './decision.ts';
import { lotOf } from './draw.ts';
import { pairedDifference, wilson } from './interval.ts';
import { type Candidate, rank } from './rank.ts';
import { replay } from './replay.ts';
import { failedRequirements, type Requirement } from './requirement.ts';
import type { RuleSet } from './rule.ts';

const label = { en: 'x', fr: 'x' };
const ruleSet: RuleSet = {
  id: 'demo', version: '1', protected: ['indigenous'], rules: [
    { kind: 'holds', id: 'youth', label, field: 'youth', is: true }, { kind: 'holds', id: 'chronic', label, field: 'chronic', is: true },
    { kind: 'band', id: 'depth', label, field: 'depth', values: ['high', 'middle', 'low'] }, { kind: 'most', id: 'days', label, field: 'days' }, { kind: 'earliest', id: 'since', label, field: 'since' },
  ],
};
const draw = { seed: 'a1'.repeat(32), beacon: 'list of 2019-06-03' };
const fact = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const facts = fc.record({ youth: fact(fc.boolean()), chronic: fact(fc.boolean()), depth: fact(fc.constantFrom('high', 'middle', 'low')), days: fact(fc.nat(3)), since: fact(fc.constantFrom('2019-01-01', '2019-02-01')) });
const people = fc.array(facts, { maxLength: 25 }).map((all): Candidate[] => all.map((one, n) => ({ person: `p${n}`, facts: one })));

/** Says, rule by rule and without sorting, whether one person comes before another. */
function before(a: Candidate, b: Candidate): boolean {
  const later = (x: unknown, y: unknown, better: boolean) => (x === null && y !== null ? false : x !== null && y === null ? true : better);
  if (a.facts.youth !== b.facts.youth) return later(a.facts.youth, b.facts.youth, a.facts.youth === true);
  if (a.facts.chronic !== b.facts.chronic) return later(a.facts.chronic, b.facts.chronic, a.facts.chronic === true);
  if (a.facts.depth !== b.facts.depth) return later(a.facts.depth, b.facts.depth, 'high middle low'.indexOf(String(a.facts.depth)) < 'high middle low'.indexOf(String(b.facts.depth)));
  if (a.facts.days !== b.facts.days) return later(a.facts.days, b.facts.days, Number(a.facts.days) > Number(b.facts.days));
  if (a.facts.since !== b.facts.since) return later(a.facts.since, b.facts.since, String(a.facts.since) < String(b.facts.since));
  return lotOf(draw, a.person) < lotOf(draw, b.person);
}

test('each person stands after exactly those who come before her by the first rule that tells them apart, and the reasons add up to her place', () => {
  fc.assert(fc.property(people, (all) => {
    for (const one of rank(all, ruleSet, draw)) {
      const self = all.find(({ person }) => person === one.person);
      expect(one.place).toBe(1 + all.filter((other) => self && other !== self && before(other, self)).length);
      expect(one.reasons.reduce((sum, { ahead }) => sum + ahead, 0)).toBe(one.byRule - 1);
      expect(one.reasons.at(-1)).toMatchObject({ rule: 'draw', equal: 0 });
    }
  }), { numRuns: 300 });
});

test('an override moves one person, keeps her place by rule, and asks for a name and a reason', () => {
  const all = ['a', 'b', 'c'].map((person, n) => ({ person, facts: { days: 30 - n } }));
  const by = { by: 'Supervisor (demo)', reason: 'Leaves hospital on Friday' };
  expect(rank(all, ruleSet, draw, [{ person: 'c', place: 1, ...by }]).map(({ person, place, byRule }) => [person, place, byRule])).toEqual([['c', 1, 3], ['a', 2, 1], ['b', 3, 2]]);
  expect(() => rank(all, ruleSet, draw, [{ person: 'c', place: 1, by: 'Supervisor (demo)', reason: ' ' }])).toThrow('a name and a reason');
  expect(() => rank(all, ruleSet, draw, [{ person: 'z', place: 1, ...by }])).toThrow('not among the people');
  expect(() => rank(all, ruleSet, draw, [{ person: 'c', place: 4, ...by }])).toThrow('1 to 3');
});

test('no rule puts people back for a protected field', () => {
  const guarded = (rule: RuleSet['rules'][number]) => () => rank([], { ...ruleSet, rules: [rule] }, draw);
  expect(guarded({ kind: 'holds', id: 'i', label, field: 'indigenous', is: true })).not.toThrow();
  expect(guarded({ kind: 'holds', id: 'i', label, field: 'indigenous', is: false })).toThrow('protected');
  expect(guarded({ kind: 'most', id: 'i', label, field: 'indigenous' })).toThrow('protected');
});

test('whoever does not fit sees each failed requirement, and meeting the changes that are named makes her eligible', () => {
  const field = fc.constantFrom('a', 'b', 'c');
  const requirement = fc.oneof(
    fc.record({ test: fc.constant<'least'>('least'), field, value: fc.nat(5) }), fc.record({ test: fc.constant<'most'>('most'), field, value: fc.integer({ min: 6, max: 9 }) }),
  ).map((one, n = 0): Requirement => ({ ...one, id: `${one.test} ${one.field} ${one.value} ${n}`, label }));
  fc.assert(fc.property(fc.array(requirement, { maxLength: 5 }), fc.record({ a: fact(fc.nat(12)), b: fact(fc.nat(12)), c: fact(fc.nat(12)) }), (requirements, known) => {
    let mended: Record<string, number | null> = { ...known };
    for (let round = 0; round < 5; round += 1) for (const failed of failedRequirements(requirements, mended)) mended = { ...mended, [failed.field]: Number(failed.needed) };
    expect(failedRequirements(requirements, mended)).toEqual([]);
    for (const failed of failedRequirements(requirements, known)) expect(failed.known).toBe(failed.fact !== null);
  }));
});

test('a thousand decisions are made again to the same result, and each changed input is found and named', () => {
  const random = seeded(11);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] ?? of[0] as never;
  let equal = 0;
  for (let n = 0; n < 1000; n += 1) {
    const all = Array.from({ length: 12 }, (_, p) => ({ person: `p${p}`, facts: { youth: pick([true, false, null]), chronic: pick([true, false]), depth: pick(['high', 'middle', 'low']), days: Math.floor(random() * 400), since: pick(['2019-01-01', '2019-05-01']) } }));
    const made = decide({ vacancy: { id: `v${n}`, requirements: [{ test: 'least', id: 'month', label, field: 'days', value: 30 }] }, people: all, ruleSet, draw: { ...draw, beacon: `v${n}` }, overrides: [] });
    // As it comes back from the database, where keys of an object have no order.
    const kept: typeof made = JSON.parse(JSON.stringify(made, (_, value: unknown) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toReversed()) : value)));
    if (recompute(kept).equal) equal += 1;
    const victim = `p${Math.floor(random() * 12)}`;
    const forged = { ...kept, inputs: { ...kept.inputs, people: kept.inputs.people.map((one) => (one.person === victim ? { ...one, facts: { ...one.facts, days: 401 } } : one)) } };
    expect(recompute(forged)).toMatchObject({ equal: false, changed: [`people.${victim}.facts.days`] });
  }
  expect(equal).toBe(1000);
});

test('the script in the documents checks a draw, and finds a changed seed, lot and order', async () => {
  const entry = methodEntries.find(({ name }) => name === 'priority draw');
  const answer = await (await entry?.load())?.run({ ...draw, tokens: ['t1', 't2', 't3', 't4', 't5'] });
  const published: { commitment: string; lots: { token: string; lot: string }[] } = JSON.parse(JSON.stringify(answer && 'json' in answer ? answer.json : {}));
  const folder = mkdtempSync(join(tmpdir(), 'ct-draw-'));
  const check = (of: object): string => {
    writeFileSync(join(folder, 'draw.json'), JSON.stringify(of));
    try {
      return execFileSync(process.execPath, ['docs/how-to/check-a-draw.mjs', join(folder, 'draw.json'), published.commitment], { encoding: 'utf8' });
    } catch (error) {
      return error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    }
  };
  const whole = { ...published, ...draw };
  expect(check(whole)).toBe('The draw of 5 lots is right.\n');
  expect(check({ ...whole, seed: 'b2'.repeat(32) })).toContain('not the one whose hash was published');
  expect(check({ ...whole, lots: whole.lots.toReversed() })).toContain('wrong place');
  expect(check({ ...whole, lots: whole.lots.map((one, n) => (n === 2 ? { ...one, token: 'friend' } : one)) })).toContain('lot of friend is wrong');
  rmSync(folder, { recursive: true });
});

test('a replay offers nobody twice, only to people on the list that day, and gives the same result under the same rules', () => {
  const random = seeded(5);
  const day = (n: number) => new Date(Date.UTC(2019, 0, 1 + n)).toISOString().slice(0, 10);
  const all = Array.from({ length: 60 }, (_, n) => {
    const from = Math.floor(random() * 300);
    return { person: `p${n}`, from: day(from), to: random() < 0.3 ? day(from + 40) : null, groups: [n % 2 ? 'odd' : 'even'], facts: [{ from: day(from), facts: { days: Math.floor(random() * 90) } }, { from: day(from + 30), facts: { days: 120 } }], declines: n % 7 === 0 ? ['v3'] : [] };
  });
  const vacancies = Array.from({ length: 30 }, (_, n) => ({ id: `v${n}`, day: day(n * 12), requirements: [], draw: { ...draw, beacon: `v${n}` } }));
  const first = replay(vacancies, all, ruleSet);
  expect(new Set(first.offered.values()).size).toBe(first.offered.size);
  expect(first.offered.size + first.waiting.length).toBe(30);
  for (const [id, person] of first.offered) {
    const [vacancy, one] = [vacancies.find((other) => other.id === id), all.find((other) => other.person === person)];
    expect(vacancy && one && one.from <= vacancy.day && (one.to === null || vacancy.day < one.to) && !(id === 'v3' && one.declines.includes(id))).toBe(true);
  }
  expect([...replay(vacancies.toReversed(), all.toReversed(), ruleSet).offered]).toEqual([...first.offered]);
});

test('intervals equal published ones', () => {
  // Wilson for 8 of 10; approval of 1,600 people asked twice (150 left, 86 came): Agresti, Categorical Data Analysis, chapter on matched pairs.
  expect(wilson(8, 10)).toMatchObject({ low: expect.closeTo(0.4902, 4), high: expect.closeTo(0.9433, 4) });
  expect(pairedDifference(150, 86, 1600)).toMatchObject({ value: -0.04, low: expect.closeTo(-0.059, 3), high: expect.closeTo(-0.021, 3) });
});
