import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileServices } from './compile.ts';
import { explain, failedRules, nextOpening, verdictOf } from './explain.ts';
import type { Profile, ServiceRules } from './service-rules.ts';
import { madeUp } from './test/made-up.ts';
import { judgePlainly } from './test/plain-loop.ts';

const open: ServiceRules = { id: 'a', needs: ['food'], minimumAge: null, maximumAge: null, areas: 'everywhere', languages: ['en'], lowestCost: 0, hours: [{ day: 0, from: 540, to: 1020 }], conditions: [] };
const one = (rules: Partial<ServiceRules>, person: Profile) => {
  const service = { ...open, ...rules };
  return explain(service, person, compileServices([service]).match(person)[0] ?? 0);
};

const words = fc.constantFrom('a', 'b', 'c', 'd');
const someWords = fc.uniqueArray(words, { maxLength: 3 });
const age = fc.oneof(fc.integer({ min: 0, max: 30 }), fc.double({ min: 0, max: 30, noNaN: true }));
const hours = fc.record({ day: fc.integer({ min: 0, max: 6 }), from: fc.integer({ min: 0, max: 1439 }), length: fc.integer({ min: 1, max: 1440 }) }).map(({ day, from, length }) => ({ day, from, to: from + length }));
const conditionWords = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'), { maxLength: 11 });
const service: fc.Arbitrary<ServiceRules> = fc.record({
  id: fc.uuid(), needs: someWords, minimumAge: fc.option(age), maximumAge: fc.option(age), areas: fc.oneof(fc.constant('everywhere' as const), fc.constant(null), someWords), languages: fc.option(someWords),
  lowestCost: fc.option(fc.integer({ min: 0, max: 5 })), hours: fc.option(fc.array(hours, { maxLength: 3 })), conditions: conditionWords,
});
const person: fc.Arbitrary<Profile> = fc.record({
  needs: someWords, age: fc.oneof(age, fc.tuple(age, age).map(([x, y]): [number, number] => [Math.min(x, y), Math.max(x, y)])), municipality: words, facts: fc.dictionary(fc.constantFrom(...'abcdefghijkl'), fc.boolean()), languages: someWords,
  mostPayable: fc.integer({ min: 0, max: 5 }), openAt: fc.integer({ min: 0, max: 10_079 }),
}, { requiredKeys: [] });

test('every service is judged as the plain reading of its rules judges it, reason by reason', () => {
  fc.assert(fc.property(fc.array(service, { minLength: 1, maxLength: 8 }), fc.array(person, { minLength: 1, maxLength: 6 }), (services, people) => {
    const compiled = compileServices(services);
    for (const who of [...people, ...people]) {
      const codes = compiled.match(who);
      for (const [place, rules] of services.entries()) {
        const plain = judgePlainly(rules, who);
        const full = explain(rules, who, codes[place] ?? 0);
        const named = (reasons: typeof full.failed) => reasons.map(({ rule, change }) => (change.kind === 'condition' ? `condition ${change.condition}` : rule));
        expect({ failed: named(full.failed), ask: named(full.ask) }).toEqual(plain);
        expect(full.verdict).toBe(plain.failed.length > 0 ? 'does-not-fit' : plain.ask.length > 0 ? 'ask' : 'fits');
        if (rules.conditions.length <= 8) expect(failedRules(codes[place] ?? 0)).toHaveLength(plain.failed.length);
      }
    }
  }), { numRuns: 400 });
});

test('the change that is named makes the rule come right, and no other rule is touched by it', () => {
  fc.assert(fc.property(service, person, (rules, who) => {
    const judged = one(rules, who);
    for (const { rule, change } of judged.failed) {
      const mended: Profile | undefined = change.kind === 'needs' ? { ...who, needs: change.anyOf } : change.kind === 'areas' ? { ...who, municipality: change.anyOf?.[0] } : change.kind === 'languages' ? { ...who, languages: change.anyOf ?? [] }
        : change.kind === 'cost' ? { ...who, mostPayable: change.atLeast ?? 0 } : change.kind === 'opens' ? (change.at === null ? undefined : { ...who, openAt: change.at }) : change.kind === 'condition' ? { ...who, facts: { ...who.facts, [change.condition]: true } }
        : change.from === undefined || change.to === undefined || change.from <= change.to ? { ...who, age: change.from ?? change.to } : undefined;
      if (!mended) continue;
      const after = one(rules, mended).failed;
      expect(after.some((reason) => reason.rule === rule && (reason.change.kind !== 'condition' || change.kind !== 'condition' || reason.change.condition === change.condition))).toBe(false);
      expect(after.length).toBeLessThan(judged.failed.length);
    }
  }), { numRuns: 400 });
});

test('what is not known of a person or of a service is asked and never refused', () => {
  fc.assert(fc.property(service, (rules) => void expect(one(rules, {}).failed).toEqual([])));
  const unknown: ServiceRules = { ...open, needs: ['food'], areas: null, languages: null, lowestCost: null, hours: null };
  expect(one(unknown, { needs: ['food'], age: 30, municipality: 'b', languages: ['fr'], mostPayable: 0, openAt: 0 })).toMatchObject({ verdict: 'ask', failed: [] });
});

test('somebody is served until the day after the last year, and an age band across a limit asks', () => {
  const youth = { minimumAge: 12, maximumAge: 24 };
  for (const [years, verdict] of [[11, 'does-not-fit'], [11.9, 'does-not-fit'], [12, 'fits'], [24, 'fits'], [24.9, 'fits'], [25, 'does-not-fit']] as const) expect([years, one(youth, { age: years }).verdict]).toEqual([years, verdict]);
  expect(one(youth, { age: [18, 29] })).toMatchObject({ verdict: 'ask', ask: [{ rule: 'age-above', change: { kind: 'age', from: 12, to: 24 } }] });
  expect(one(youth, { age: [30, 54] }).verdict).toBe('does-not-fit');
});

test('hours that pass midnight reach into the next day, on Sunday into Monday', () => {
  const night = { hours: [{ day: 6, from: 1320, to: 1560 }] };
  expect([6 * 1440 + 1319, 6 * 1440 + 1320, 0, 119, 120].map((openAt) => one(night, { openAt }).verdict)).toEqual(['does-not-fit', 'fits', 'fits', 'fits', 'does-not-fit']);
  expect(nextOpening(night.hours, 120)).toBe(6 * 1440 + 1320);
});

test('one set of services answers many people without forgetting, beyond what it remembers', () => {
  const { services, people } = madeUp({ services: 20, people: 300, seed: 3 });
  const { match } = compileServices(services);
  for (let cost = 0; cost < 5000; cost += 1) match({ mostPayable: cost });
  for (const who of people) for (const [place, code] of match(who).entries()) {
    const rules = services[place];
    if (rules) expect(verdictOf(code)).toBe(judgePlainly(rules, who).failed.length > 0 ? 'does-not-fit' : judgePlainly(rules, who).ask.length > 0 ? 'ask' : 'fits');
  }
});
