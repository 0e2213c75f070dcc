import { expect, test } from 'vitest';
import { findFigureProblems } from './figure-problems.ts';
import type { PackFigure, PackSeries } from './figure-schema.ts';
import { figuresSchema } from './figure-schema.ts';

const both = { en: 'x', fr: 'x' };
const definition = { version: 1, text: both };
const base = { value: '5', number: 5, period: { en: '2018', fr: '2018' }, place: 'here', knownFrom: '2019-01-01' };
type Given<T> = { readonly [K in keyof T]?: unknown };

/** What is said about a series of the given figures; each is a plain one but for what is given. */
function problemsOf(figures: readonly Given<PackFigure>[], more: Given<PackSeries> = {}): string[] {
  const pack = figuresSchema.parse({
    places: [{ id: 'here', name: both }, { id: 'there', name: both }],
    series: [{ id: 'count', name: both, label: both, unit: 'people', countedBy: 'residence', definitions: [definition], figures: figures.map((figure, index) => ({ id: `figure-${index + 1}`, ...base, ...figure })), ...more }],
  });
  return findFigureProblems(pack, new Set(['safety']));
}

test('a plain series, a revision of the same period and place, and a later period beside it are accepted', () => {
  expect(problemsOf([{}, { knownFrom: '2019-06-01', supersedes: 'figure-1' }, { period: { en: '2019', fr: '2019' } }], { domain: 'safety' })).toEqual([]);
});

test('a value of another period or place cannot supersede, and the sentence says why', () => {
  expect(problemsOf([{}, { knownFrom: '2024-12-15', supersedes: 'figure-1', period: { en: '2024', fr: '2024' } }]))
    .toEqual(['figures.yaml: figure-2 (2024) cannot supersede figure-1 (2018): it tells of another period of the same series, so both stand']);
  expect(problemsOf([{}, { knownFrom: '2019-06-01', supersedes: 'figure-1', place: 'there' }])).toEqual(['figures.yaml: figure-2 cannot supersede figure-1: it tells of another place or part, so both stand']);
  expect(problemsOf([{}, { knownFrom: '2019-06-01', supersedes: 'figure-1', breakdown: { id: 'part', en: 'x', fr: 'x' } }])[0]).toContain('another place or part');
});

test('a revision comes later, once, and from its own series', () => {
  expect(problemsOf([{}, { supersedes: 'figure-1' }])).toEqual(['figures.yaml: figure-2 must be known later than figure-1, which it supersedes']);
  expect(problemsOf([{}, { knownFrom: '2019-02-01', supersedes: 'figure-1' }, { knownFrom: '2019-03-01', supersedes: 'figure-1' }])[0]).toContain('figure-1 is superseded twice');
  expect(problemsOf([{ supersedes: 'elsewhere' }])[0]).toContain('elsewhere, which is not a figure of the same series');
});

test('a figure has a value or a reason to withhold it, never both, never neither', () => {
  const withheld = { value: undefined, number: undefined, withheld: both };
  expect(problemsOf([withheld])).toEqual([]);
  for (const figure of [{ withheld: both }, { ...withheld, number: 3 }, { value: undefined }, { number: undefined }, { ...withheld, inputs: ['figure-1'] }]) expect(problemsOf([figure])[0]).toContain('figure-1 must have a value and a number, or be withheld');
});

test('a number that is not in the printed value, a turned period and a value stale from the start are refused', () => {
  expect(problemsOf([{ value: '3,115', number: 3115 }, { value: '−36%', number: -36 }, { value: '$14.3M', number: 14.3 }])).toEqual([]);
  expect(problemsOf([{ value: '3,115', number: 3151 }])).toEqual(['figures.yaml: figure-1 prints 3,115 but holds the number 3151']);
  expect(problemsOf([{ period: { ...base.period, from: '2019-01-01', to: '2018-01-01' } }])[0]).toContain('ends before it begins');
  expect(problemsOf([{ freshUntil: '2018-12-31' }])[0]).toContain('figure-1 is stale before it is known');
});

test('versions of a definition are numbered, dated and explained, and figures name one that exists', () => {
  const second = { ...definition, version: 2, validFrom: '2024-01-01', why: both };
  expect(problemsOf([{ version: 2 }], { definitions: [definition, second] })).toEqual([]);
  expect(problemsOf([{ version: 2 }])).toEqual(['figures.yaml: figure-1 names version 2 of the definition count, which does not exist']);
  expect(problemsOf([{}], { definitions: [definition, { ...second, why: undefined }] })[0]).toContain('version 2 of the definition count must say why it changed');
  expect(problemsOf([{}], { definitions: [definition, { ...second, validFrom: undefined }] })[0]).toContain('must say from when');
  expect(problemsOf([{}], { definitions: [definition, { ...second, version: 3 }] })[0]).toContain('must be 1, 2, 3');
});

test('a derived figure names inputs that exist, are released and were known', () => {
  const derived = { definitions: [{ ...definition, formula: both }, { ...definition, version: 2, validFrom: '2019-01-01', why: both }] };
  expect(problemsOf([{ inputs: ['figure-2'] }, { version: 2 }], derived)).toEqual([]);
  expect(problemsOf([{}], derived)[0]).toContain('must name its inputs');
  expect(problemsOf([{ inputs: ['figure-1'] }])[0]).toContain('has no formula');
  expect(problemsOf([{ inputs: ['none'] }], derived)[0]).toContain('names the figure none, which does not exist');
  expect(problemsOf([{ inputs: ['figure-2'] }, { version: 2, value: undefined, number: undefined, withheld: both }], derived)[0]).toContain('which is withheld');
  expect(problemsOf([{ inputs: ['figure-2'] }, { version: 2, knownFrom: '2019-06-01' }], derived)[0]).toContain('known before its input');
});

test('a place or domain that does not exist and a name given twice are refused', () => {
  expect(problemsOf([{ place: 'nowhere' }])).toEqual(['figures.yaml: figure-1 names the place nowhere, which does not exist']);
  expect(problemsOf([{}], { domain: 'joy' })).toEqual(['figures.yaml: the series count names the domain joy, which does not exist']);
  expect(problemsOf([{}, { id: 'figure-1' }])).toEqual(['figures.yaml: there are two figures figure-1']);
});
