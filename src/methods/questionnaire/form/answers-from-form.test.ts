import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import type { Json } from '../fhir.ts';
import { choice, coding, ext, filled, form, given } from '../forms.examples.ts';
import { renderFields } from '../render/form.ts';
import { validate } from '../validate.ts';
import { answersFromForm } from './answers-from-form.ts';
import { postedBy } from './posted.examples.ts';

const itemsOf = (questionnaire: Json, entries: readonly (readonly [string, string])[], more = {}) => answersFromForm(compile(questionnaire), entries, more).response.item;
const texts = { linkId: 's', type: 'string', repeats: true };
const rows = { linkId: 'r', type: 'group', repeats: true, item: [{ linkId: 'a', type: 'string' }, { linkId: 'b', type: 'boolean' }] };

test('what cannot be read stays as it was typed, is refused, and is shown again', () => {
  const questionnaire = form([{ linkId: 'n', type: 'integer' }, { linkId: 'd', type: 'date' }, { linkId: 'q', type: 'quantity' }, choice('c')]);
  const { response } = answersFromForm(compile(questionnaire), [['n', 'abc'], ['d', '12/05/2024'], ['q', 'much'], ['c', 'zz']]);
  expect(response.item).toEqual([given('n', { valueInteger: 'abc' }), given('d', { valueDate: '12/05/2024' }), given('q', { valueQuantity: { value: 'much' } }), given('c', { valueCoding: { code: 'zz' } })]);
  expect(validate(compile(questionnaire), response).issues.filter((issue) => issue.severity === 'error')).toHaveLength(4);
  const { issues } = validate(compile(questionnaire), response);
  const html = renderFields(compile(questionnaire), response, { language: 'en', issues });
  expect(html).toContain('<input type="text" id="n" name="n" value="abc"');
  expect(html).toContain('<input type="text" id="d" name="d" value="12/05/2024"');
  expect(html).toContain('value="much"');
  expect(html.match(/class="error-text"/g)).toHaveLength(4);
});

test('blank inputs are no answers; numbers may have a comma, times no seconds', () => {
  const questionnaire = form([{ linkId: 'a', type: 'string' }, { linkId: 'n', type: 'decimal' }, { linkId: 't', type: 'time' }, { linkId: 'm', type: 'dateTime' }]);
  expect(itemsOf(questionnaire, [['a', '  '], ['n', ' 1,5 '], ['t', '09:30'], ['m', '2026-07-01T08:00']], { zone: 'America/Toronto' })).toEqual([given('n', { valueDecimal: 1.5 }), given('t', { valueTime: '09:30:00' }), given('m', { valueDateTime: '2026-07-01T08:00:00-04:00' })]);
  expect(itemsOf(questionnaire, [['m', '2026-01-01T08:00:30']], { zone: 'America/Toronto' })).toEqual([given('m', { valueDateTime: '2026-01-01T08:00:30-05:00' })]);
  expect(itemsOf(questionnaire, [])).toBeUndefined();
});

test('an open choice keeps its own words beside the boxes', () => {
  const questionnaire = form([choice('c', ['a', 'b'], { type: 'open-choice', repeats: true })]);
  expect(itemsOf(questionnaire, [['c', 'b'], ['c~other', 'mine']])).toEqual([given('c', { valueCoding: { system: 'urn:example', code: 'b', display: 'B' } }, { valueString: 'mine' })]);
});

test('adding and removing rows keeps everything, even blank rows; going on drops blank rows', () => {
  const compiled = compile(form([texts, rows]));
  const page: readonly (readonly [string, string])[] = [['s[0]', 'one'], ['s[1]', ''], ['r[0]~row', '1'], ['r[0][1]', ''], ['a[0]', ''], ['r[1]~row', '1'], ['a[1]', 'x']];
  expect(answersFromForm(compiled, page)).toMatchObject({ rowsChanged: false, response: { item: [given('s', { valueString: 'one' }), { linkId: 'r', item: [given('a', { valueString: 'x' })] }] } });
  const more = answersFromForm(compiled, [...page, ['add', 's']]);
  expect([...more.blanks]).toEqual([['s', 2]]);
  expect(renderFields(compiled, more.response, { language: 'en', blanks: more.blanks }).match(/name="s\[\d\]"/g)).toHaveLength(3);
  const row = answersFromForm(compiled, [...page, ['add', 'r']]);
  expect(renderFields(compiled, row.response, { language: 'en', blanks: row.blanks }).match(/name="a\[\d\]"/g)).toHaveLength(3);
  const less = answersFromForm(compiled, [...page, ['remove', 'r[0]']]);
  expect(less.response.item).toEqual([given('s', { valueString: 'one' }), { linkId: 'r', item: [given('a', { valueString: 'x' })] }]);
});

test('what is nested under an unanswered question is not lost', () => {
  const compiled = compile(form([{ linkId: 'p', type: 'string', item: [{ linkId: 'n', type: 'string' }] }]));
  const { response } = answersFromForm(compiled, [['p', ''], ['n', 'typed']]);
  expect(postedBy(renderFields(compiled, response, { language: 'en' }))).toContainEqual(['n', 'typed']);
});

test('hidden and read-only answers are taken from the response before, not from the form', () => {
  const compiled = compile(form([{ linkId: 'h', type: 'string', extension: [ext('questionnaire-hidden', { valueBoolean: true })] }, { linkId: 'o', type: 'integer', readOnly: true }, { linkId: 'a', type: 'string' }]));
  const before = filled([given('h', { valueString: 'kept' }), given('o', { valueInteger: 1 })]);
  const html = renderFields(compiled, before, { language: 'en' });
  expect(html).not.toMatch(/type="text"[^>]*name="(h|o)"/);
  expect(answersFromForm(compiled, postedBy(html)).response.item).toEqual(before.item);
  expect(answersFromForm(compiled, [['h', 'forged'], ['o~kept', '{"type":"Integer","value":9}'], ['a', 'x']], { before }).response.item).toEqual([given('h', { valueString: 'kept' }), given('o', { valueInteger: 1 }), given('a', { valueString: 'x' })]);
});

test('a step replaces its own answers and leaves the others', () => {
  const compiled = compile(form([{ linkId: 'one', type: 'group', item: [{ linkId: 'a', type: 'string' }] }, { linkId: 'two', type: 'string' }]));
  const before = filled([{ linkId: 'one', item: [given('a', { valueString: 'x' })] }, given('two', { valueString: 'y' })]);
  expect(answersFromForm(compiled, [['a', 'z']], { before, step: 'one' }).response.item).toEqual([{ linkId: 'one', item: [given('a', { valueString: 'z' })] }, given('two', { valueString: 'y' })]);
  expect(renderFields(compiled, before, { language: 'en', step: 'two' })).not.toContain('name="a"');
});

test('a flood of entries is refused', () => {
  expect(() => answersFromForm(compile(form([texts])), Array.from({ length: 20_001 }, () => ['s[0]', 'x'] as const))).toThrow(RangeError);
});

const linkIds = ['a', 'add', 'csrf', 'x[0]', 'x', 'p~unit', 'p', '50%', 'é 1/2', '%61dd', 'q.1.2', 'é 1/3', 'constructor', '__proto__'];
const text = fc.string({ unit: fc.constantFrom('a', 'É', '"', "'", '<', '&', ' ', '\n', '😀', '\\', '0'), minLength: 1, maxLength: 6 }).filter((value) => value.trim() !== '');
const line = text.map((value) => value.replaceAll('\n', '-'));
const answerFor: Readonly<Record<string, fc.Arbitrary<Json>>> = {
  boolean: fc.boolean().map((valueBoolean) => ({ valueBoolean })), integer: fc.integer({ min: -2e9, max: 2e9 }).map((valueInteger) => ({ valueInteger })),
  decimal: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => ({ valueDecimal: value + 0 })), date: fc.constantFrom('2024', '2024-02', '2024-02-29').map((valueDate) => ({ valueDate })),
  dateTime: fc.constantFrom('2024', '2024-02-29T10:00:00Z', '1999-12-31T23:59:59Z').map((valueDateTime) => ({ valueDateTime })), time: fc.constantFrom('10:00:00', '23:59:59').map((valueTime) => ({ valueTime })),
  string: line.map((valueString) => ({ valueString })), text: text.map((valueString) => ({ valueString })), url: fc.constant({ valueUri: 'https://example.org/?a=b&c' }),
  reference: fc.constantFrom({ reference: 'Patient/1' }, { reference: 'Patient/1', display: 'One' }).map((valueReference) => ({ valueReference })),
  quantity: fc.constantFrom({ value: 1.5 }, { value: 2, unit: 'kg' }, { value: 3, comparator: '<', unit: 'g', system: 'http://unitsofmeasure.org', code: 'g' }).map((valueQuantity) => ({ valueQuantity })),
  attachment: fc.constant({ valueAttachment: { contentType: 'text/plain', data: 'YQ==' } }),
};
type Draw = { type: string; repeats: boolean; children: readonly Draw[] };
const { draw } = fc.letrec<{ draw: Draw }>((tie) => ({
  draw: fc.record({ type: fc.constantFrom('group', 'choice', ...Object.keys(answerFor)), repeats: fc.boolean(), children: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constant([]), fc.array(tie('draw'), { maxLength: 3 })) }),
}));

function build(draws: readonly Draw[], ids: string[]): readonly Json[] {
  return draws.flatMap(({ type, repeats, children }): readonly Json[] => {
    const linkId = ids.pop();
    if (linkId === undefined) return [];
    const own = { linkId, type: type === 'group' && children.length === 0 ? 'string' : type, text: linkId, repeats };
    const item = build(children, ids);
    return [{ ...(own.type === 'choice' ? choice(linkId, ['a', '~b', 'c d'], { repeats }) : own), ...(item.length > 0 ? { item } : own.type === 'group' ? { type: 'string' } : {}) }];
  });
}

function fill(items: readonly Json[]): fc.Arbitrary<readonly Json[]> {
  return fc.tuple(...items.map((item) => fillOne(item))).map((filledItems) => filledItems.flat());
}

function fillOne(item: Json): fc.Arbitrary<readonly Json[]> {
  const nested = Array.isArray(item.item) ? fill(item.item) : fc.constant([]);
  const many = { minLength: 0, maxLength: item.repeats ? 3 : 1 };
  if (item.type === 'group') return fc.array(nested.filter((inner) => inner.length > 0), many).map((rowsGiven) => rowsGiven.map((inner) => ({ linkId: item.linkId, item: inner })));
  const values = item.type === 'choice' ? fc.subarray(['a', '~b', 'c d'], many).map((codes) => codes.map((code) => ({ valueCoding: { ...coding(code).valueCoding, display: code.toUpperCase() } }))) : fc.array(answerFor[String(item.type)] ?? fc.constant({ valueString: 'x' }), many);
  return values.chain((list) => fc.tuple(...list.map(() => nested)).map((under) => (list.length === 0 ? [] : [{ linkId: item.linkId, answer: list.map((value, place) => ({ ...value, ...((under[place]?.length ?? 0) > 0 ? { item: under[place] } : {}) })) }])));
}

const cases = fc.tuple(fc.array(draw, { minLength: 1, maxLength: 5 }), fc.shuffledSubarray(linkIds, { minLength: linkIds.length })).map(([draws, ids]) => form(build(draws, [...ids]))).chain((questionnaire) => fc.tuple(fc.constant(questionnaire), fill(Array.isArray(questionnaire.item) ? questionnaire.item : []).map((item) => filled(item))));

test.each(['en', 'fr'] as const)('a form drawn in %s posts back the very response that it was drawn from', (language) => {
  fc.assert(fc.property(cases, ([questionnaire, response]) => {
    const compiled = compile(questionnaire);
    expect(validate(compiled, response).issues.filter((issue) => issue.severity === 'error')).toEqual([]);
    const posted = answersFromForm(compiled, postedBy(renderFields(compiled, response, { language })));
    expect(posted.response.item ?? []).toEqual(response.item);
  }), { numRuns: 250 });
});
