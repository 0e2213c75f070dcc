import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Day, formatDay, parseDay } from '../timeline/day.ts';
import { ageOn, amountOn, birthday, changesOf, nextLoss, type Scheme, supportCalendar, withinHours } from './calendar.ts';
import { supports } from './command.ts';

const day = (text: string): Day => parseDay(text) ?? Number.NaN;
const from = day('2023-04-01');
/** Ready, Set, Go as the guide of the province states it. */
const scheme: Scheme = {
  endsAtAge: 23,
  amounts: [
    ...([[18, 1800], [19, 1500], [20, 1000], [21, 1000], [22, 500]] as const).map(([age, dollars]) => ({ age, kind: 'monthly' as const, cents: dollars * 100, from, until: null })),
    ...[20, 21, 22].map((age) => ({ age, kind: 'study' as const, cents: 50_000, from, until: null })),
  ],
  work: [{ hours: 40, from, until: null }],
};

test('somebody who turns 18 under the scheme gets each amount of the guide for its year, and nothing from the 23rd birthday on', () => {
  const birth = day('2006-03-15');
  expect(supportCalendar(birth, false, scheme).map((one) => [formatDay(one.from), formatDay(one.to), one.cents])).toEqual([
    ['2024-03-15', '2025-03-14', 180_000], ['2025-03-15', '2026-03-14', 150_000], ['2026-03-15', '2028-03-14', 100_000], ['2028-03-15', '2029-03-14', 50_000],
  ]);
  expect(supportCalendar(birth, true, scheme).map((one) => [one.cents, one.study])).toEqual([[180_000, 0], [150_000, 0], [150_000, 50_000], [100_000, 50_000]]);
  expect(changesOf(supportCalendar(birth, false, scheme), birth).map((one) => [formatDay(one.on), one.age, one.before, one.after, one.kind])).toEqual([
    ['2025-03-15', 19, 180_000, 150_000, 'less'], ['2026-03-15', 20, 150_000, 100_000, 'less'], ['2028-03-15', 22, 100_000, 50_000, 'less'], ['2029-03-15', 23, 50_000, 0, 'end'],
  ]);
});

test('the next loss is after the day asked about, never on it, and none comes after the end', () => {
  const birth = day('2006-03-15');
  const changes = changesOf(supportCalendar(birth, false, scheme), birth);
  expect(nextLoss(changes, day('2024-12-31'))?.on).toBe(day('2025-03-15'));
  expect(nextLoss(changes, day('2025-03-15'))?.on).toBe(day('2026-03-15'));
  expect(nextLoss(changes, day('2029-03-14'))).toMatchObject({ kind: 'end', on: day('2029-03-15') });
  expect(nextLoss(changes, day('2029-03-15'))).toBeUndefined();
});

test('study at 20 hides the fall of that birthday: 1,500 dollars before and after', () => {
  const birth = day('2006-03-15');
  expect(nextLoss(changesOf(supportCalendar(birth, true, scheme), birth), day('2026-01-01'))?.on).toBe(day('2028-03-15'));
  expect(amountOn(birth, day('2026-03-15'), true, scheme)).toEqual({ cents: 150_000, study: 50_000 });
});

test('before the scheme begins nothing is said, and its first day falls in the middle of a year of age', () => {
  const birth = day('2003-09-10');
  expect(amountOn(birth, from - 1, false, scheme).cents).toBe(0);
  expect(supportCalendar(birth, false, scheme)[0]).toMatchObject({ from, cents: 150_000, age: 19 });
});

test('whoever was born on 29 February reaches an age on the 28th where there is none, and the end of a rate is its last day', () => {
  const birth = day('2004-02-29');
  expect(formatDay(birthday(birth, 23))).toBe('2027-02-28');
  expect([ageOn(birth, day('2027-02-27')), ageOn(birth, day('2027-02-28')), ageOn(birth, day('2024-02-28')), ageOn(birth, day('2024-02-29'))]).toEqual([22, 23, 19, 20]);
  const ended: Scheme = { ...scheme, amounts: scheme.amounts.map((one) => (one.age === 21 && one.kind === 'monthly' ? { ...one, until: day('2025-06-30') } : one)) };
  expect([amountOn(birth, day('2025-06-30'), false, ended).cents, amountOn(birth, day('2025-07-01'), false, ended).cents]).toEqual([100_000, 0]);
  // A gap in the middle is a step of nothing, not a missing stretch.
  expect(supportCalendar(birth, false, ended).map((one) => one.cents)).toEqual([150_000, 100_000, 0, 50_000]);
});

test('forty hours a week are within the rule, more are not, and before it nothing is said', () => {
  expect([withinHours(40, from, scheme), withinHours(40.5, from, scheme), withinHours(10, from - 1, scheme)]).toEqual([{ limit: 40, within: true }, { limit: 40, within: false }, undefined]);
});

test('the steps cover every day up to the end once, and say of each what the day itself says', () => {
  fc.assert(fc.property(fc.integer({ min: day('1998-01-01'), max: day('2012-12-31') }), fc.boolean(), fc.integer({ min: 0, max: 9000 }), (birth, studies, offset) => {
    const steps = supportCalendar(birth, studies, scheme);
    for (const [index, step] of steps.entries()) {
      expect(step.to).toBeGreaterThanOrEqual(step.from);
      expect(steps[index + 1]?.from ?? birthday(birth, 23)).toBe(step.to + 1);
    }
    const asked = birth + offset;
    const inside = steps.find((one) => one.from <= asked && asked <= one.to);
    expect(inside?.cents ?? 0).toBe(amountOn(birth, asked, studies, scheme).cents);
    const age = ageOn(birth, asked);
    expect(birthday(birth, age) <= asked && asked < birthday(birth, age + 1)).toBe(true);
  }), { numRuns: 300 });
});

test('the command answers with dates and days, and refuses a date that is none', async () => {
  const amounts = [{ age: 18, kind: 'monthly', cents: 180_000, from: '2023-04-01' }];
  expect(await supports.run({ birth: '2006-03-15', asOf: '2025-03-01', endsAtAge: 23, amounts })).toMatchObject({ json: { age: 18, now: { cents: 180_000 }, nextLoss: { on: '2025-03-15', days: 14 } } });
  expect(() => supports.run({ birth: '2006-02-30', asOf: '2025-03-01', endsAtAge: 23, amounts })).toThrow('is not a date');
  expect(() => supports.run({ birth: '2026-02-03', asOf: '2025-03-01', endsAtAge: 23, amounts })).toThrow('birth: comes after asOf');
});
