import { expect, test } from 'vitest';
import type { Figure } from '../figure/figure.ts';
import { compile } from './compile.ts';
import { councilWords } from './council/words.ts';
import { changeBlocks } from './council/changes.ts';
import { textOf } from './document/model.ts';
import { figureRefusal, refusalSentence } from './refusal/refusal.ts';
import { highestPrinted, joinNumbers, openActs } from './rules.ts';
import type { Snapshot } from './snapshot.ts';
import type { Gathered, Template } from './template.ts';

const figure = (slug: string, more: Partial<Figure> = {}): Figure => ({
  slug, label: { en: `label of ${slug}`, fr: `libellé de ${slug}` }, definition: { slug: 'd', series: 's', version: 1, name: { en: 'n', fr: 'n' }, text: { en: 'd', fr: 'd' }, unit: 'people', geographyKind: 'residence', disclosureRule: 'as-published', validFrom: '2018-01-01' }, value: '3,115', number: 3115, unit: 'people', period: { en: '2018', fr: '2018' },
  geography: { en: 'here', fr: 'ici' }, place: 'here', provisional: false, featured: false, releasable: true, sources: [], approximate: false, asOf: '2019-01-01', inputs: [], knownFrom: '2019-01-01', ...more,
});
const part = (key: string, required: boolean) => ({ key, required, textFirst: true, heading: { en: `H ${key}`, fr: `T ${key}` }, hint: { en: 'h', fr: 'h' } });
const gathered: Gathered = { today: '2019-06-03', snapshot: {}, figures: [], automatic: (key, language) => (key === 'b' ? [{ kind: 'paragraph', content: [{ kind: 'text', text: `auto ${language}` }] }] : []) };
const template: Template = { name: 't', title: { en: 'T', fr: 'T' }, sections: [part('a', true), part('b', false), part('c', false)], steps: { submit: ['plan-manager'], approve: ['leadership-member', 'plan-manager'], publish: ['plan-manager'] }, gather: async () => gathered };
const furniture = () => ({ title: 'T', date: '2019-06-03', author: 'A', notice: undefined, kicker: 'K', details: [] });
const figures = [figure('good'), figure('soft', { provisional: true }), figure('old', { supersededBy: 'new' }), figure('new', { supersedes: 'old' }), figure('stale', { freshUntil: '2019-06-02' }), figure('secret', { releasable: false })];
const run = (texts: Record<string, { en: string; fr: string }>, more: Partial<Gathered> = {}) => compile({ template, gathered: { ...gathered, ...more }, figures, texts, earlier: undefined, furniture });

test('a section stands with its text before what the records say, and one with neither is left out', () => {
  const { documents, refusals } = run({ a: { en: 'Text {figure:good}.', fr: 'Texte {figure:good}.' }, b: { en: 'More', fr: 'Plus' } });
  expect(refusals).toEqual([]);
  expect(textOf(documents.en)).toEqual(['K', 'T', 'H a', 'Text 3,115 label of good, 2018.', 'H b', 'More', 'auto en']);
  expect(textOf(documents.fr).map((line) => line.replaceAll(/\s/g, ' '))).toEqual(['K', 'T', 'T a', 'Texte 3 115 libellé de good, 2018.', 'T b', 'Plus', 'auto fr']);
});

test('every figure that is missing, superseded, stale or not releasable stops the compile with a sentence that names it, all at once', () => {
  const line = '{figure:good} {figure:gone} {figure:old} {figure:stale} {figure:secret} {figure:gone}';
  const { refusals } = run({ a: { en: line, fr: line } });
  expect(refusals.map((one) => [one.kind, 'slug' in one ? one.slug : ''])).toEqual([['missing', 'gone'], ['superseded', 'old'], ['stale', 'stale'], ['not-releasable', 'secret']]);
  for (const refusal of refusals) for (const language of ['en', 'fr'] as const) expect(refusalSentence(language, refusal)).toContain('slug' in refusal ? refusal.slug : '-');
  expect(refusalSentence('fr', refusals[1] ?? { kind: 'missing', slug: '' })).toBe('Le chiffre « old » (libellé de old) a été révisé : nommez « new », ou écrivez {figure:old superseded} pour citer la valeur antérieure en le précisant.');
});

test('a figure that the report shows by itself is checked like one that is named', () => {
  expect(run({ a: { en: 'x', fr: 'x' } }, { figures: ['secret', 'good'] }).refusals).toEqual([{ kind: 'not-releasable', slug: 'secret', label: { en: 'label of secret', fr: 'libellé de secret' } }]);
});

test('an earlier value may be cited when the text says so, and a provisional one says that it is', () => {
  const line = '{figure:old superseded}, {figure:soft}';
  const { documents, refusals } = run({ a: { en: line, fr: line } });
  expect(refusals).toEqual([]);
  expect(textOf(documents.en)).toContain('3,115 label of old, 2018 (revised since), 3,115 label of soft, 2018 (provisional)');
  expect(textOf(documents.fr).join()).toContain('(révisé depuis)');
  expect(figureRefusal(figure('secret', { releasable: false }), '2019-06-03', true)?.kind).toBe('not-releasable');
});

test('a required text, and the other language of one that was written, are asked for', () => {
  const { refusals } = run({ a: { en: '', fr: 'x' }, c: { en: 'y', fr: '' } });
  expect(refusals.map((one) => refusalSentence('en', one))).toEqual(['The section “H a” has no text in English.', 'The section “H c” has no text in French.']);
});

test('what changed since the last report is told by record: new, changed, revised, gone', () => {
  const record = (label: string, value: Record<string, string> = {}) => ({ label: { en: label, fr: label }, path: `/${label}`, value });
  const before: Snapshot = {
    'priority:a': record('A'), 'milestone:1': record('M1', { state: 'on-time', due: '2019-06-30' }), 'milestone:2': record('M2', { state: 'late', due: '2019-01-01' }),
    'figure:f': record('F', { value: '40', number: '40', supersededBy: '' }),
  };
  const after: Snapshot = {
    'priority:a': record('A'), 'priority:b': record('B'), 'milestone:1': record('M1', { state: 'late', due: '2019-06-30' }), 'decision:d': record('D'),
    'figure:f': record('F', { value: '40', number: '40', supersededBy: 'g' }), 'figure:g': record('G', { value: '44', number: '44', supersededBy: '' }),
  };
  const blocks = changeBlocks('en', { snapshot: before, name: { en: 'SS-01-19', fr: 'SS-01-19' }, date: '2019-06-03' }, after);
  expect(textOf({ language: 'en', ...furniture(), blocks }).slice(2)).toEqual([
    'Compared with SS-01-19 of 3 June 2019.', 'New key issue: B', 'M1: from “on time” to “late”', 'New decision: D', 'F: revised from 40 to 44', 'No longer in the records: M2',
  ]);
  const same = changeBlocks('fr', { snapshot: before, name: { en: 'x', fr: 'x' }, date: '2019-06-01' }, before);
  expect(textOf({ language: 'fr', ...furniture(), blocks: same })).toContain(councilWords.fr.unchanged);
});

test('two departments make one number, and each goes on from what was printed before', () => {
  expect(joinNumbers([{ department: 'SS', year: 2019, sequence: 11 }, { department: 'MO', year: 2019, sequence: 5 }])).toBe('SS-11-19/MO-05-19');
  expect(joinNumbers([])).toBeUndefined();
  const printed = ['SS-11-19/MO-15-19', 'SS-40-18'];
  expect([highestPrinted(printed, 'SS', 2019), highestPrinted(printed, 'MO', 2019), highestPrinted(printed, 'SS', 2018), highestPrinted(printed, 'MO', 2018)]).toEqual([11, 15, 40, 0]);
});

test('nobody may approve what she worked on, and each step is open only in its time', () => {
  const manager = { account: 'm', roles: ['plan-manager'] };
  const leader = { account: 'l', roles: ['leadership-member'] };
  const acts = (person: typeof manager, state: 'draft' | 'in-review' | 'approved' | 'published') => openActs(template, person, { state, authors: ['m'] });
  expect([acts(manager, 'draft'), acts(manager, 'in-review'), acts(manager, 'approved'), acts(manager, 'published')]).toEqual([['submit'], ['return'], ['publish'], []]);
  expect([acts(leader, 'draft'), acts(leader, 'in-review'), acts(leader, 'approved')]).toEqual([[], ['approve', 'return'], []]);
  expect(openActs(template, { account: 'other', roles: ['plan-manager'] }, { state: 'in-review', authors: ['m'] })).toEqual(['approve', 'return']);
});

test('an indicator that a text sets stands there in each language; one that does not exist stops the compile once', () => {
  const texts = { a: { en: 'Text\n\n{indicator:known}', fr: 'Texte\n\n{indicator:known}\n\n{indicator:gone}' } };
  const indicator = (language: 'en' | 'fr', slug: string) => (slug === 'known' ? [{ kind: 'paragraph' as const, content: [{ kind: 'text' as const, text: `shown ${language}` }] }] : undefined);
  const { documents, refusals } = compile({ template, gathered, figures, indicator, texts, earlier: undefined, furniture });
  expect(textOf(documents.fr)).toContain('shown fr');
  expect(refusals).toEqual([{ kind: 'no-indicator', slug: 'gone' }]);
  expect(refusals.map((one) => refusalSentence('en', one))).toEqual(['The indicator “gone” does not exist today. Correct its name in the text, or take it out.']);
});
