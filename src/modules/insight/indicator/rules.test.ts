import { expect, test } from 'vitest';
import type { Figure } from '../figure/figure.ts';
import { comparable } from '../figure/trend.ts';
import type { Indicator } from './indicator.ts';
import { addMonths, completeness, expectedPeriods, monthsBetween, needsWork, readIndicator } from './rules.ts';

const both = { en: 'x', fr: 'x' };
const indicator: Indicator = {
  slug: 'a', version: 1, position: 0, name: both, outcome: both, baseline: both, source: both, method: both, months: 12, responsibility: both, level: 'output', accountability: 'programme', domain: 'd', areas: [], priorities: [],
  series: 's', place: 'here', expectedFrom: '2016-01-01', lagDays: 90, sources: [], madeUp: [], knownFrom: '2016-01-01',
};
function figure(slug: string, from: string | undefined, to: string | undefined, more: Partial<Figure> = {}): Figure {
  return {
    slug, label: both, unit: 'people', period: { en: slug, fr: slug }, periodFrom: from, periodTo: to, geography: both, place: 'here', value: '1', number: 1, provisional: false, featured: false, releasable: true, sources: [], inputs: [],
    knownFrom: '2019-01-01', approximate: false, asOf: '2019-01-01',
    definition: { slug: 's/1', series: 's', version: 1, name: both, text: both, unit: 'people', geographyKind: 'not-stated', disclosureRule: 'as-published', validFrom: '2016-01-01' }, ...more,
  };
}
const year = (y: number, more: Partial<Figure> = {}) => figure(`y${y}`, `${y}-01-01`, `${y}-12-31`, more);

test('months are added as a calendar has them', () => {
  expect([addMonths('2019-01-31', 1), addMonths('2020-02-29', 12), addMonths('2019-11-01', 3), addMonths('2019-03-31', -1)]).toEqual(['2019-02-28', '2021-02-28', '2020-02-01', '2019-02-28']);
  expect([monthsBetween('2018-12-31', '2019-06-03'), monthsBetween('2019-01-01', '2019-06-01'), monthsBetween('2019-06-03', '2019-06-01')]).toEqual([5, 5, 0]);
});

test('a value is expected only once its period and its delay are over', () => {
  const ends = (today: string) => expectedPeriods(indicator, today).map((one) => one.to);
  expect(ends('2017-03-30')).toEqual([]);
  expect(ends('2017-03-31')).toEqual(['2016-12-31']);
  expect(ends('2019-06-03')).toEqual(['2016-12-31', '2017-12-31', '2018-12-31']);
});

test('a missing period is counted as missing, a withheld value as there, a superseded one not twice', () => {
  const reading = readIndicator(indicator, [year(2016), year(2018, { supersededBy: 'z' }), year(2018, { slug: 'z', supersedes: 'y2018', releasable: false, value: undefined, number: undefined })], '2019-06-03');
  expect(completeness(reading)).toEqual({ met: 2, all: 3 });
  expect(reading.expected.filter((one) => !one.met).map((one) => one.from)).toEqual(['2017-01-01']);
  expect(reading.newest?.slug).toBe('z');
  expect(needsWork(reading)).toBe(true);
});

test('an indicator is out of date when the next value is overdue or its figure says so, and has nothing to do once retired', () => {
  const at = (today: string, more: Partial<Figure> = {}) => readIndicator(indicator, [year(2016), year(2017), year(2018, more)], today);
  expect([at('2020-03-30').freshness, at('2020-04-01').freshness, at('2019-06-03', { freshUntil: '2019-06-01' }).freshness]).toEqual(['fresh', 'stale', 'stale']);
  expect(at('2019-06-03')).toMatchObject({ nextBy: '2020-03-30', ageMonths: 5 });
  expect(readIndicator(indicator, [], '2019-06-03').freshness).toBe('none');
  expect(needsWork(at('2019-06-03'))).toBe(false);
  expect(needsWork({ ...at('2020-06-03'), indicator: { ...indicator, retired: { on: '2020-01-01', reason: both } } })).toBe(false);
});

test('only values of one place, one part and one length of period stand in a line, and those of another place never count', () => {
  const all = [year(2016), year(2018), figure('half', '2018-01-01', '2018-06-30'), year(2017, { place: 'there' }), year(2017, { slug: 'part', breakdown: { slug: 'p', name: both } })];
  expect(comparable(all, { place: 'here' }).map((one) => one.slug)).toEqual(['y2016', 'y2018']);
  expect(comparable(all, { place: 'here', part: 'p' }).map((one) => one.slug)).toEqual(['part']);
  expect(readIndicator(indicator, all, '2019-06-03').figures.map((one) => one.slug)).toEqual(['y2018', 'half', 'y2016']);
});
