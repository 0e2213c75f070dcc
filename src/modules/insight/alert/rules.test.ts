import { expect, test } from 'vitest';
import { exactChance } from '#app/methods/aberration/stated-rules.ts';
import { drawPoisson, seededRandom } from '#app/methods/distribution/random.ts';
import { addDays } from '#app/ui/format.ts';
import { type DayCount, daysOf, mondayOf, timelineOf, unitsPerYear } from './counts.ts';
import { curveOf } from './curve-units.ts';
import { detectorOf } from './detect.ts';
import { poissonInterval } from './interval.ts';
import { nowcastWeeks, triangleOf } from './nowcast-weeks.ts';
import { clusterOnsets, judge, onsetsOf } from './onsets.ts';
import type { MethodName, Rule, Unit } from './rule.ts';
import { oftenText } from './sentences.ts';
import { actsFor, stateOf } from './state.ts';
import { stateRate } from './state-rate.ts';

const text = { en: 'x', fr: 'y' };
const rule = (method: MethodName, unit: Unit, options: Rule['options'] = {}): Rule => ({ id: 'r', rule: 'r', version: 1, series: 's', name: text, method, unit, eachArea: false, options, active: true, validFrom: '2019-01-01', reason: null });
const at = (hours: number) => new Date(Date.parse('2019-06-01T00:00:00Z') + hours * 3_600_000);
const event = (hours: number, more: { area?: string; samePlace?: number; contaminated?: boolean } = {}) => ({ at: at(hours), area: 'milton', samePlace: 1, contaminated: false, ...more });
/** Daily rows with a seeded Poisson number each. */
const rows = (days: number, mean: number, first = '2016-06-06'): DayCount[] => {
  const random = seededRandom(7);
  return Array.from({ length: days }, (_, day) => ({ day: addDays(first, day), area: day % 2 ? 'milton' : 'oakville', n: drawPoisson(random, mean) }));
};

test('the sixth overdose within 48 hours begins a cluster, and one exactly 48 hours after the first does not', () => {
  const police = rule('cluster', 'hour');
  const five = [0, 10, 20, 30, 40].map((hours) => event(hours));
  expect(clusterOnsets(police, [...five, event(48)], 'America/Toronto')).toEqual([]);
  expect(clusterOnsets(police, [...five, event(47.9)], 'America/Toronto')).toMatchObject([{ kind: 'window', observed: 6, bound: 5, area: 'milton', from: '2019-05-31', to: '2019-06-02' }]);
  expect(clusterOnsets(police, [...five, event(47, { area: 'oakville' })], 'America/Toronto')[0]?.area).toBeUndefined();
  expect(clusterOnsets(rule('cluster', 'hour', { threshold: 3, hours: 12 }), [0, 5, 10].map((hours) => event(hours)), 'America/Toronto')).toHaveLength(1);
});

test('a responder who saw three at one place, or a contaminated drug, begins an alarm without any count', () => {
  const seen = clusterOnsets(rule('cluster', 'hour'), [event(1, { samePlace: 2 }), event(2, { samePlace: 3 }), event(3, { contaminated: true })], 'America/Toronto');
  expect(seen.map(({ kind, observed }) => [kind, observed])).toEqual([['place', 3], ['contamination', 1]]);
});

test('weeks run from Monday to Sunday, only whole ones count, and what came before the first day is not zero', () => {
  expect([mondayOf('2019-06-03'), mondayOf('2019-06-09')]).toEqual(['2019-06-03', '2019-06-03']);
  const some: DayCount[] = [{ day: '2019-05-15', area: 'a', n: 2 }, { day: '2019-05-20', area: 'b', n: 3 }, { day: '2019-06-02', area: 'a', n: 1 }, { day: '2019-06-03', area: 'a', n: 9 }];
  const weeks = timelineOf(some, 'week', '2019-06-05');
  expect([weeks?.first, Array.from(weeks?.counts ?? [])]).toEqual(['2019-05-20', [3, 1]]);
  expect(Array.from(timelineOf(some, 'day', '2019-05-17', 'a')?.counts ?? [])).toEqual([2, 0]);
  expect(weeks && daysOf(weeks, 1)).toEqual({ from: '2019-05-27', to: '2019-06-02' });
  expect(timelineOf(some, 'week', '2019-05-21')).toBeUndefined();
});

test('every method judges a history that is long enough, finds a great rise, and says so once, where it begins', () => {
  const calm = rows(1090, 0.6);
  const cases: [MethodName, Unit, Rule['options']][] = [
    ['ears-c1', 'day', { minSigma: 1, baseline: 28 }], ['ears-c2', 'day', { minSigma: 1, baseline: 28 }], ['ears-c3', 'day', { minSigma: 1, baseline: 28 }], ['daily', 'day', { falsePositiveRate: 0.005 }],
    ['farrington-flexible', 'week', { b: 2, w: 3, alpha: 0.01, thresholdMethod: 'nbPlugin' }], ['cusum', 'week', { trans: 'rossi', h: 3.5 }], ['exact', 'week', { alpha: 0.005, baseline: 52 }], ['rolling-window', 'day', { threshold: 8, window: 2 }],
  ];
  const today = mondayOf(addDays('2016-06-06', 1090));
  const risen = [...calm.filter(({ day }) => day < addDays(today, -7)), ...[7, 6, 5, 4, 3, 2, 1].map((back) => ({ day: addDays(today, -back), area: 'milton', n: 6 }))];
  for (const [method, unit, options] of cases) {
    const timeline = timelineOf(risen, unit === 'week' ? 'week' : 'day', today);
    const judgement = timeline && judge(rule(method, unit, options), timeline);
    const found = judgement ? onsetsOf(judgement, unit === 'week' ? 1 : 7) : [];
    expect([method, found.length > 0, (found[0]?.from ?? '') >= addDays(today, -7)]).toEqual([method, true, true]);
  }
  const short = timelineOf(rows(100, 0.6), 'day', '2016-09-14');
  expect(short && judge(rule('daily', 'day'), short)).toBeUndefined();
  expect(short && curveOf(rule('daily', 'day'), short, 42).every(({ bound }) => bound === undefined)).toBe(true);
});

test('the stated rate of clusters agrees with the formula, and that of the exact test with its exact sum, within 10 %', async () => {
  const baseline = Float64Array.from(rows(728, 208 / 365.25), ({ n }) => n);
  const clusters = await stateRate(rule('cluster', 'hour'), baseline, { seed: 1, years: 3000 });
  expect(clusters?.formula).toBeGreaterThan(0.3);
  expect(Math.abs((clusters?.perYear ?? 0) / (clusters?.formula ?? 1) - 1)).toBeLessThan(0.1);
  expect(await stateRate(rule('cluster', 'hour'), baseline, { seed: 1, years: 50 })).toEqual(await stateRate(rule('cluster', 'hour'), baseline, { seed: 1, years: 50 }));
  const weekly = timelineOf(rows(728, 208 / 365.25), 'week', '2018-06-04')?.counts ?? new Float64Array();
  const exact = rule('exact', 'week', { alpha: 0.05, baseline: 52 });
  const stated = await stateRate(exact, weekly, { seed: 1, years: 3000 });
  const sum = (exactChance(weekly, { first: 52, last: weekly.length - 1 }, { alpha: 0.05, baseline: 52 })?.begins ?? 0) * unitsPerYear.week;
  expect(Math.abs((stated?.perYear ?? 0) / sum - 1)).toBeLessThan(0.1);
  expect(detectorOf(exact)?.before).toBe(52);
});

test('a baseline without an event, or without a unit, states nothing', async () => {
  expect(await stateRate(rule('exact', 'week'), new Float64Array(60), { seed: 1, years: 10 })).toBeUndefined();
  expect(await stateRate(rule('exact', 'week'), new Float64Array(), { seed: 1, years: 10 })).toBeUndefined();
});

test('the interval of a rate is that of Garwood', () => {
  expect(poissonInterval(0, 1).low).toBe(0);
  expect(poissonInterval(0, 1).high).toBeCloseTo(3.6889, 3);
  expect(poissonInterval(10, 1).low).toBeCloseTo(4.7954, 3);
  expect(poissonInterval(10, 2).high).toBeCloseTo(18.3904 / 2, 3);
});

test('what is still to come in is estimated with an interval, never below what is known, and not from too few weeks', () => {
  const arrivals = Array.from({ length: 40 }, (_, week) => [[0, 3], [6, 2], [13, 1]].map(([days = 0, n = 0]) => ({ day: addDays('2018-08-27', week * 7), reported: addDays('2018-08-27', week * 7 + days + 1), n }))).flat().filter(({ reported }) => reported < '2019-06-03');
  const triangle = triangleOf(arrivals, 2, '2019-06-03');
  expect([triangle?.first, triangle?.rows.length, triangle?.rows[0]]).toEqual(['2018-08-27', 40, [3, 2, 1]]);
  const weeks = nowcastWeeks(arrivals, 2, '2019-06-03');
  expect(weeks.map(({ monday }) => monday)).toEqual(['2019-05-20', '2019-05-27']);
  for (const { reported, expected, low, high } of weeks) expect([low >= reported, expected > reported, high > low]).toEqual([true, true, true]);
  expect(nowcastWeeks(arrivals.slice(0, 9), 2, '2018-09-24')).toEqual([]);
});

test('an alert stands as its steps say, and can be closed only once it was judged', () => {
  const after = (...kinds: readonly ('confirmed' | 'dismissed' | 'judged' | 'closed' | 'review-due')[]) => ({ steps: kinds.map((step) => ({ step, verdict: step === 'judged' ? ('false' as const) : null, reason: null, at: '' })) });
  expect([after(), after('confirmed'), after('confirmed', 'review-due'), after('dismissed'), after('confirmed', 'judged', 'closed')].map(stateOf)).toEqual(['drafted', 'confirmed', 'review-due', 'dismissed', 'closed']);
  expect([actsFor(after()), actsFor(after('confirmed')), actsFor(after('confirmed', 'judged')), actsFor(after('dismissed')), actsFor(after('confirmed', 'judged', 'closed'))])
    .toEqual([['confirm', 'dismiss'], ['judge'], ['judge', 'close'], ['judge'], ['judge']]);
});

test('how often is said in words that fit the number', () => {
  expect([2.34, 1, 0.5, 0.08, 0.001].map((rate) => oftenText('en', rate))).toEqual(['about 2.3 times a year', 'about once a year', 'about once in 2 years', 'about once in 13 years', 'less than once in 500 years']);
  expect(oftenText('fr', 2.34)).toBe('environ 2,3 fois par année');
});
