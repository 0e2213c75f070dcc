import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { choice, coding, errorsOf, ext, filled, form, given, lastName } from './forms.examples.ts';
import type { Json } from './fhir.ts';
import { validate } from './validate.ts';

const one = (type: string, more: Json = {}) => form([{ linkId: 'q', type, text: 'Q', ...more }]);
const answers = (...values: readonly Json[]) => filled([given('q', ...values)]);

test.each([
  ['boolean', { valueBoolean: false }], ['integer', { valueInteger: -3 }], ['decimal', { valueDecimal: 0.5 }], ['date', { valueDate: '2024-02-29' }], ['date', { valueDate: '2024' }],
  ['dateTime', { valueDateTime: '2024-02-29T23:59:60-05:00' }], ['dateTime', { valueDateTime: '2024-02' }], ['time', { valueTime: '23:59:59.5' }], ['string', { valueString: 'a b' }],
  ['text', { valueString: 'a\nb' }], ['url', { valueUri: 'https://example.org/a' }], ['reference', { valueReference: { reference: 'Patient/1' } }],
  ['quantity', { valueQuantity: { value: 3, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' } }], ['attachment', { valueAttachment: { contentType: 'text/plain', data: 'YQ==' } }],
])('a %s takes %j', (type, value) => {
  expect(errorsOf(one(type), answers(value))).toEqual([]);
});

test.each([
  ['boolean', { valueBoolean: 'true' }], ['integer', { valueInteger: 1.5 }], ['integer', { valueInteger: '3' }], ['integer', { valueInteger: 2_147_483_648 }], ['decimal', { valueDecimal: '0.5' }],
  ['date', { valueDate: '2023-02-29' }], ['date', { valueDate: '2024-13-01' }], ['date', { valueDate: '2024-1-1' }], ['date', { valueDate: '2024-01-01T00:00:00Z' }],
  ['dateTime', { valueDateTime: '2024-01-01T10:00:00' }], ['dateTime', { valueDateTime: '2024-01-01T24:00:00Z' }], ['dateTime', { valueDateTime: '2023-02-30T10:00:00Z' }],
  ['time', { valueTime: '24:00:00' }], ['time', { valueTime: '10:00' }], ['string', { valueString: '' }], ['string', { valueString: '  ' }], ['url', { valueUri: 'a b' }], ['url', { valueUri: 'example.org' }],
  ['reference', { valueReference: { reference: 'nobody' } }], ['reference', { valueReference: {} }], ['quantity', { valueQuantity: { value: '3' } }], ['quantity', { valueQuantity: { value: 3, code: 'kg' } }],
  ['quantity', { valueQuantity: { value: 3, comparator: '~' } }], ['attachment', { valueAttachment: { data: 'YQ==' } }], ['attachment', { valueAttachment: { contentType: 'text/plain', data: 'Y' } }],
])('a %s refuses %j', (type, value) => {
  expect(errorsOf(one(type), answers(value))).toEqual(['value q']);
});

test('the name of the value must fit the type of the question', () => {
  expect(errorsOf(one('integer'), answers({ valueDecimal: 3 }))).toEqual(['structure q']);
  expect(errorsOf(one('text'), answers({ valueMarkdown: 'x' }))).toEqual(['structure q']);
  expect(errorsOf(form([choice('q')]), answers({ valueString: 'a' }))).toEqual(['structure q']);
  expect(errorsOf(one('string'), answers({ valueString: 'a', valueInteger: 1 }))).toEqual(['structure q']);
  expect(errorsOf(one('string'), answers({}))).toContain('required q');
});

test('a choice takes what is offered, by system and code; an open choice also takes a text', () => {
  expect(errorsOf(form([choice('q')]), answers(coding('b')))).toEqual([]);
  expect(errorsOf(form([choice('q')]), answers(coding('z')))).toEqual(['code-invalid q']);
  expect(errorsOf(form([choice('q')]), answers(coding('b', 'urn:other')))).toEqual(['code-invalid q']);
  expect(errorsOf(form([choice('q')]), answers({ valueCoding: { code: 'b' } }))).toEqual(['code-invalid q']);
  expect(errorsOf(form([choice('q', ['a'], { type: 'open-choice' })]), answers({ valueString: 'my own' }))).toEqual([]);
  expect(errorsOf(form([choice('q', ['a'], { type: 'open-choice' })]), answers(coding('z')))).toEqual(['code-invalid q']);
  const numbers = one('choice', { answerOption: [{ valueInteger: 1 }, { valueInteger: 2 }] });
  expect(errorsOf(numbers, answers({ valueInteger: 2 }))).toEqual([]);
  expect(errorsOf(numbers, answers({ valueInteger: 3 }))).toEqual(['code-invalid q']);
  expect(errorsOf(numbers, answers(coding('1')))).toEqual(['structure q']);
});

test('a contained value set is looked up; one that is not at hand lets any coding pass and says so', () => {
  const contained = [{ resourceType: 'ValueSet', id: 'vs', compose: { include: [{ system: 'urn:s', concept: [{ code: 'x' }] }], exclude: [{ system: 'urn:s', concept: [{ code: 'y' }] }] } }];
  const local = form([{ linkId: 'q', type: 'choice', answerValueSet: '#vs' }], { contained });
  expect(errorsOf(local, answers(coding('x', 'urn:s')))).toEqual([]);
  expect(errorsOf(local, answers(coding('y', 'urn:s')))).toEqual(['code-invalid q']);
  const elsewhere = compile(one('choice', { answerValueSet: 'http://example.org/vs' }));
  const { valid, issues } = validate(elsewhere, answers(coding('any')));
  expect([valid, issues.map(({ severity }) => severity)]).toEqual([true, ['information']]);
  const brought = compile(one('choice', { answerValueSet: 'http://example.org/vs|2' }), { valueSets: [{ resourceType: 'ValueSet', url: 'http://example.org/vs', expansion: { contains: [{ system: 'urn:s', code: 'x', contains: [{ system: 'urn:s', code: 'y' }] }] } }] });
  expect(validate(brought, answers(coding('y', 'urn:s'))).valid).toBe(true);
  expect(validate(brought, answers(coding('any'))).valid).toBe(false);
});

test('structure: unknown, misplaced, repeated and disordered items, answers where none belong', () => {
  const questionnaire = form([{ linkId: 'a', type: 'string' }, { linkId: 'g', type: 'group', item: [{ linkId: 'b', type: 'string' }, { linkId: 'note', type: 'display' }] }]);
  const text = { valueString: 'x' };
  expect(errorsOf(questionnaire, filled([given('a', text), { linkId: 'g', item: [given('b', text)] }]))).toEqual([]);
  expect(errorsOf(questionnaire, filled([given('zzz', text)]))).toEqual(['structure zzz']);
  expect(errorsOf(questionnaire, filled([given('b', text)]))).toEqual(['structure b']);
  expect(errorsOf(questionnaire, filled([{ linkId: 'g', item: [given('b', text)] }, given('a', text)]))).toEqual(['structure a']);
  expect(errorsOf(questionnaire, filled([given('a', text), given('a', text)]))).toEqual(['structure a']);
  expect(errorsOf(questionnaire, filled([given('a', text, text)]))).toEqual(['structure a']);
  expect(errorsOf(questionnaire, filled([{ linkId: 'g', item: [given('b', text)] }, { linkId: 'g', item: [given('b', text)] }]))).toEqual(['structure g']);
  expect(errorsOf(questionnaire, filled([{ linkId: 'g', answer: [text] }]))).toEqual(['structure g']);
  expect(errorsOf(questionnaire, filled([{ linkId: 'g', item: [given('note', text)] }]))).toEqual(['structure note']);
  expect(errorsOf(questionnaire, filled([{ linkId: 'a', value: 'x' }]))).toEqual(['structure a']);
  expect(errorsOf(questionnaire, filled([{ text: 'no linkId' }]))).toEqual(['required QuestionnaireResponse.item[0]']);
  expect(errorsOf(questionnaire, { ...filled([]), item: {} })).toEqual(['structure QuestionnaireResponse']);
});

test('the envelope: type, status, questionnaire, unknown members', () => {
  const questionnaire = form([{ linkId: 'a', type: 'string' }], { url: 'http://example.org/q', version: '1' });
  const response = filled([given('a', { valueString: 'x' })]);
  expect(errorsOf(questionnaire, { ...response, questionnaire: 'http://example.org/q|1' })).toEqual([]);
  expect(errorsOf(questionnaire, { ...response, questionnaire: 'http://example.org/other' })).toHaveLength(1);
  expect(errorsOf(questionnaire, { ...response, resourceType: 'Patient' })).toHaveLength(1);
  expect(errorsOf(questionnaire, { ...response, status: 'done' })).toHaveLength(1);
  expect(errorsOf(questionnaire, { ...response, colour: 'red' })).toHaveLength(1);
  expect(errorsOf(questionnaire, null)).toHaveLength(1);
  expect(validate(compile(questionnaire), { ...response, questionnaire: 'http://example.org/q|2' })).toMatchObject({ valid: true, issues: [{ severity: 'warning' }] });
});

test('limits: length in characters, range, precision, pattern, unit, file, reference', () => {
  const error = (item: Json, value: Json) => errorsOf(form([{ linkId: 'q', text: 'Q', ...item }]), answers(value));
  expect(error({ type: 'string', maxLength: 3 }, { valueString: '😀é漢' })).toEqual([]);
  expect(error({ type: 'string', maxLength: 2 }, { valueString: 'abc' })).toEqual(['too-long q']);
  expect(error({ type: 'string', extension: [ext('minLength', { valueInteger: 2 })] }, { valueString: 'a' })).toEqual(['value q']);
  expect(error({ type: 'integer', extension: [ext('minValue', { valueInteger: 0 }), ext('maxValue', { valueInteger: 5 })] }, { valueInteger: 6 })).toEqual(['value q']);
  expect(error({ type: 'integer', extension: [ext('minValue', { valueInteger: 0 })] }, { valueInteger: 0 })).toEqual([]);
  expect(error({ type: 'date', extension: [ext('maxValue', { valueDate: '2024-05-01' })] }, { valueDate: '2024-05-02' })).toEqual(['value q']);
  expect(error({ type: 'dateTime', extension: [ext('minValue', { valueDateTime: '2024-05-01T12:00:00Z' })] }, { valueDateTime: '2024-05-01T07:30:00-05:00' })).toEqual([]);
  expect(error({ type: 'decimal', extension: [ext('maxDecimalPlaces', { valueInteger: 1 })] }, { valueDecimal: 1.25 })).toEqual(['value q']);
  expect(error({ type: 'string', extension: [ext('regex', { valueString: '[A-Z]\\d[A-Z] ?\\d[A-Z]\\d' })] }, { valueString: 'L6H 1A1x' })).toEqual(['value q']);
  const kilograms = ext('sdc-questionnaire-maxQuantity', { valueQuantity: { value: 2, system: 'http://unitsofmeasure.org', code: 'kg' } });
  expect(error({ type: 'quantity', extension: [kilograms] }, { valueQuantity: { value: 1999, system: 'http://unitsofmeasure.org', code: 'g' } })).toEqual([]);
  expect(error({ type: 'quantity', extension: [kilograms] }, { valueQuantity: { value: 2001, system: 'http://unitsofmeasure.org', code: 'g' } })).toEqual(['value q']);
  expect(error({ type: 'quantity', extension: [kilograms] }, { valueQuantity: { value: 1, system: 'http://unitsofmeasure.org', code: 's' } })).toEqual(['value q']);
  expect(error({ type: 'attachment', extension: [ext('mimeType', { valueCode: 'image/*' }), ext('maxSize', { valueDecimal: 2 })] }, { valueAttachment: { contentType: 'text/plain', data: 'YWJj' } })).toEqual(['value q', 'too-long q']);
  expect(error({ type: 'reference', extension: [ext('questionnaire-referenceResource', { valueCode: 'Patient' })] }, { valueReference: { reference: 'Group/1' } })).toEqual(['value q']);
});

test('a pattern that would run for ages elsewhere is matched at once, and one beyond RE2 is refused', () => {
  const slow = form([{ linkId: 'q', type: 'string', extension: [ext('regex', { valueString: '(a+)+$' })] }]);
  const started = performance.now();
  expect(errorsOf(slow, answers({ valueString: `${'a'.repeat(10_000)}!` }))).toEqual(['value q']);
  expect(performance.now() - started).toBeLessThan(2_000);
  expect(() => compile(form([{ linkId: 'q', type: 'string', extension: [ext('regex', { valueString: '(a)\\1' })] }]))).toThrow(/linear/);
});

test('repeats: minOccurs, maxOccurs, an exclusive option', () => {
  const extension = [ext('questionnaire-minOccurs', { valueInteger: 2 }), ext('questionnaire-maxOccurs', { valueInteger: 3 })];
  const many = form([choice('q', ['a', 'b', 'c', 'd'], { repeats: true, required: true, extension })]);
  expect(errorsOf(many, answers(coding('a'), coding('b')))).toEqual([]);
  expect(errorsOf(many, answers(coding('a')))).toEqual(['required q']);
  expect(errorsOf(many, answers(coding('a'), coding('b'), coding('c'), coding('d')))).toEqual(['structure q']);
  const none = form([{ linkId: 'q', type: 'choice', repeats: true, answerOption: [{ valueCoding: { code: 'x' } }, { valueCoding: { code: 'none' }, extension: [ext('questionnaire-optionExclusive', { valueBoolean: true })] }] }]);
  expect(errorsOf(none, answers({ valueCoding: { code: 'none' } }))).toEqual([]);
  expect(errorsOf(none, answers({ valueCoding: { code: 'x' } }, { valueCoding: { code: 'none' } }))).toEqual(['business-rule q']);
  const rows = form([{ linkId: 'g', type: 'group', repeats: true, extension: [ext('questionnaire-maxOccurs', { valueInteger: 1 })], item: [{ linkId: 'q', type: 'string' }] }]);
  expect(errorsOf(rows, filled([1, 2].map(() => ({ linkId: 'g', item: [given('q', { valueString: 'x' })] }))))).toEqual(['structure g']);
});

test('what is required is asked for of a completed response only, in every repetition, under every answer', () => {
  const questionnaire = form([
    { linkId: 'g', type: 'group', item: [{ linkId: 'a', type: 'string', required: true }] },
    { linkId: 'r', type: 'group', repeats: true, item: [{ linkId: 'b', type: 'string', required: true }, { linkId: 'c', type: 'string' }] },
    { linkId: 'p', type: 'string', item: [{ linkId: 'n', type: 'string', required: true }] },
  ]);
  expect(errorsOf(questionnaire, filled([]))).toEqual(['required a']);
  expect(errorsOf(questionnaire, { ...filled([]), status: 'in-progress' })).toEqual([]);
  const base = [{ linkId: 'g', item: [given('a', { valueString: 'x' })] }];
  const second = { linkId: 'r', item: [given('c', { valueString: 'x' })] };
  expect(errorsOf(questionnaire, filled([...base, { linkId: 'r', item: [given('b', { valueString: 'x' })] }, second]))).toEqual(['required b']);
  expect(errorsOf(questionnaire, filled([...base, given('p', { valueString: 'x' })]))).toEqual(['required n']);
  expect(errorsOf(questionnaire, filled([...base, given('p', { valueString: 'x', item: [given('n', { valueString: 'y' })] })]))).toEqual([]);
  const group = form([{ linkId: 'g', type: 'group', required: true, repeats: true, item: [{ linkId: 'q', type: 'string' }] }]);
  expect(errorsOf(group, filled([]))).toEqual(['required g']);
});

test('nested items of a question belong under its answer', () => {
  const questionnaire = form([{ linkId: 'p', type: 'string', item: [{ linkId: 'n', type: 'string' }] }]);
  expect(errorsOf(questionnaire, filled([{ linkId: 'p', item: [given('n', { valueString: 'x' })] }]))).toEqual(['structure p']);
});

test('the expression of an issue is FHIRPath that leads to the item', () => {
  const questionnaire = form([{ linkId: 'r', type: 'group', repeats: true, item: [{ linkId: "it's", type: 'integer' }] }]);
  const { issues } = validate(compile(questionnaire), filled([{ linkId: 'r', item: [] }, { linkId: 'r', item: [given("it's", { valueInteger: 'x' })] }]));
  expect(issues.map((issue) => issue.expression)).toEqual(["QuestionnaireResponse.item.where(linkId='r')[1].item.where(linkId='it\\'s').answer[0]"]);
  expect(lastName("a.where(linkId='x')")).toBe('x');
});

test('constraints of the definition are checked with their severity', () => {
  const constraint = (severity: string) => ext('targetConstraint', { extension: [{ url: 'key', valueId: 'k' }, { url: 'severity', valueCode: severity }, { url: 'human', valueString: 'Too far apart.' }, { url: 'expression', valueExpression: { language: 'text/fhirpath', expression: "%resource.item.where(linkId='a').answer.value <= %resource.item.where(linkId='b').answer.value" } }] });
  const questionnaire = (severity: string) => form([{ linkId: 'a', type: 'integer' }, { linkId: 'b', type: 'integer' }], { extension: [constraint(severity)] });
  const response = filled([given('a', { valueInteger: 2 }), given('b', { valueInteger: 1 })]);
  expect(errorsOf(questionnaire('error'), response)).toHaveLength(1);
  expect(validate(compile(questionnaire('warning')), response)).toMatchObject({ valid: true, issues: [{ text: 'Too far apart.' }] });
  expect(errorsOf(questionnaire('error'), filled([given('a', { valueInteger: 1 }), given('b', { valueInteger: 1 })]))).toEqual([]);
});
