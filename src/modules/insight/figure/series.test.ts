import { expect, test } from 'vitest';
import type { Figure } from './figure.ts';
import { groupSeries, isStale, pickFeatured } from './series.ts';

const both = { en: 'x', fr: 'x' };
function figure(slug: string, more: Partial<Figure> & { version?: number } = {}): Figure {
  return {
    slug, label: both, unit: 'people', period: both, geography: both, place: 'here', value: '1', number: 1, provisional: false, featured: false, releasable: true, sources: [], inputs: [],
    knownFrom: '2019-01-01', approximate: false, asOf: '2019-01-01',
    definition: { slug: 's/1', series: 's', version: more.version ?? 1, name: both, text: both, unit: 'people', geographyKind: 'not-stated', disclosureRule: 'as-published', validFrom: '2019-01-01' },
    ...more,
  };
}

test('a series begins with its newest period; what has no period stands by the day on which it held', () => {
  const [series] = groupSeries([figure('first', { periodTo: '2016-12-31' }), figure('reported', { asOf: '2020-02-29' }), figure('second', { periodTo: '2018-12-31', version: 2 })]);
  expect(series?.figures.map(({ slug }) => slug)).toEqual(['reported', 'second', 'first']);
  expect([series?.newest.slug, series?.definition.version]).toEqual(['reported', 2]);
});

test('a superseded figure stays in its series after its revision and is never the newest', () => {
  const [series] = groupSeries([figure('old', { periodTo: '2018-12-31', supersededBy: 'new' }), figure('new', { periodTo: '2018-12-31', supersedes: 'old' })]);
  expect(series?.figures.map(({ slug }) => slug)).toEqual(['new', 'old']);
  expect(series?.newest.slug).toBe('new');
});

test('the first page shows of a featured series the newest value that stands, for each place', () => {
  const figures = [figure('2016', { featured: true, periodTo: '2016-12-31' }), figure('2018', { featured: true, periodTo: '2018-12-31' }), figure('2024', { periodTo: '2024-12-31' }),
    figure('there', { featured: true, place: 'there', periodTo: '2016-12-31' }), figure('old', { featured: true, periodTo: '2018-12-31', supersededBy: '2018' })];
  expect(pickFeatured(figures).map(({ slug }) => slug)).toEqual(['2018', 'there']);
});

test('a value is stale after its last day, unless it was revised or never ends', () => {
  expect(isStale(figure('a', { freshUntil: '2019-06-03' }), '2019-06-03')).toBe(false);
  expect(isStale(figure('a', { freshUntil: '2019-06-03' }), '2019-06-04')).toBe(true);
  expect(isStale(figure('a', { freshUntil: '2019-06-03', supersededBy: 'b' }), '2019-06-04')).toBe(false);
  expect(isStale(figure('a'), '2999-01-01')).toBe(false);
});
