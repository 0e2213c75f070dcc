import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { calculated, choice, enabledIf, ext, fhirpath, filled, form, given, scoreOf, variable } from './forms.examples.ts';
import type { Json } from './fhir.ts';
import { score } from './score.ts';
import { settleResponse } from './settle.ts';
import { validate } from './validate.ts';

const total = { linkId: 'total', type: 'integer', readOnly: true, extension: [calculated("%resource.descendants().where(linkId != 'total').answer.value.weight().sum()")] };
const scale = ['0', '1', '2', '3'];
const four = (required: boolean) => form([{ linkId: 'g', type: 'group', item: ['a', 'b', 'c', 'd'].map((linkId) => choice(linkId, scale, { required })) }, total]);

test('a total adds the weights of the answers', () => {
  expect(scoreOf(four(true), { a: '0', b: '0', c: '0', d: '0' })).toMatchObject({ values: { total: 0 }, complete: true, missing: [] });
  expect(scoreOf(four(true), { a: '3', b: '2', c: { system: 'urn:example', code: '1' }, d: '3' }).values).toEqual({ total: 9 });
});

test('an incomplete form has no values and names what is missing, in the order of the form', () => {
  expect(scoreOf(four(true), { b: '2' })).toEqual(expect.objectContaining({ values: {}, complete: false, missing: ['a', 'c', 'd'] }));
  expect(scoreOf(four(true), {})).toEqual(expect.objectContaining({ values: {}, complete: false, missing: ['a', 'b', 'c', 'd'] }));
});

test('where answers are optional a sparse form is complete, and a sum of nothing is nothing', () => {
  expect(scoreOf(four(false), { a: '2', d: '1' })).toMatchObject({ values: { total: 3 }, complete: true });
  expect(scoreOf(four(false), {})).toEqual(expect.objectContaining({ values: {}, complete: true }));
});

test('weights come from the definition: one that a response brings is ignored, and so is a total', () => {
  const forged = (code: string) => ({ valueCoding: { system: 'urn:example', code, extension: [ext('ordinalValue', { valueDecimal: 99 })] } });
  const response = filled([{ linkId: 'g', item: ['a', 'b', 'c', 'd'].map((linkId) => given(linkId, forged('1'))) }, given('total', { valueInteger: 1000 })]);
  expect(score(compile(four(true)), response).values).toEqual({ total: 4 });
  expect(validate(compile(four(true)), response).issues).toMatchObject([{ severity: 'warning', code: 'business-rule' }]);
  expect(settleResponse(compile(four(true)), response, 'completed')).toMatchObject({ item: [{}, given('total', { valueInteger: 4 })] });
});

test('weights of two questionnaires with the same address are not mixed up', () => {
  const weighing = (weight: number) => form([{ linkId: 'a', type: 'choice', answerValueSet: '#v' }, total], { url: 'http://example.org/q', contained: [{ resourceType: 'ValueSet', id: 'v', compose: { include: [{ system: 'urn:s', concept: [{ code: 'x', extension: [ext('ordinalValue', { valueDecimal: weight })] }] }] } }] });
  expect(scoreOf(weighing(1), { a: 'x' }).values).toEqual({ total: 1 });
  expect(scoreOf(weighing(7), { a: 'x' }).values).toEqual({ total: 7 });
});

test.each([
  ['the option', { answerOption: [{ valueCoding: { code: 'x' }, extension: [ext('ordinalValue', { valueDecimal: 2.5 })] }] }, {}],
  ['the coding of the option', { answerOption: [{ valueCoding: { code: 'x', extension: [ext('itemWeight', { valueDecimal: 2.5 })] } }] }, {}],
  ['a concept of the value set', { answerValueSet: '#v' }, { contained: [{ resourceType: 'ValueSet', id: 'v', compose: { include: [{ system: 's', concept: [{ code: 'x', extension: [ext('itemWeight', { valueDecimal: 2.5 })] }] }] } }] }],
  ['the expansion', { answerValueSet: '#v' }, { contained: [{ resourceType: 'ValueSet', id: 'v', expansion: { contains: [{ system: 's', code: 'x', extension: [ext('ordinalValue', { valueDecimal: 2.5 })] }] } }] }],
  ['a property of the expansion', { answerValueSet: '#v' }, { contained: [{ resourceType: 'ValueSet', id: 'v', expansion: { contains: [{ system: 's', code: 'x', extension: [{ url: 'http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.contains.property', extension: [{ url: 'code', valueCode: 'itemWeight' }, { url: 'value[x]', valueDecimal: 2.5 }] }] }] } }] }],
  ['the code system', { answerValueSet: '#v' }, { contained: [{ resourceType: 'ValueSet', id: 'v', compose: { include: [{ system: 'urn:s' }] } }, { resourceType: 'CodeSystem', id: 'c', url: 'urn:s', concept: [{ code: 'x', extension: [ext('ordinalValue', { valueDecimal: 2.5 })] }] }] }],
])('a weight may stand at %s', (_, item, more) => {
  const decimal = { ...total, type: 'decimal' };
  expect(scoreOf(form([{ linkId: 'a', type: 'choice', ...item }, decimal], more), { a: 'x' }).values).toEqual({ total: 2.5 });
});

test('an option that is a number or a text may have a weight too', () => {
  const options = [{ valueInteger: 10, extension: [ext('ordinalValue', { valueDecimal: 1 })] }, { valueInteger: 20, extension: [ext('ordinalValue', { valueDecimal: 2 })] }];
  expect(scoreOf(form([{ linkId: 'a', type: 'choice', answerOption: options }, total]), { a: 20 }).values).toEqual({ total: 2 });
});

test('answers that are not valid or do not apply are not scored', () => {
  const questionnaire = form([{ linkId: 'n', type: 'integer', required: true, extension: [ext('maxValue', { valueInteger: 3 })] }, { linkId: 'off', type: 'integer', enableWhen: [{ question: 'n', operator: '>', answerInteger: 2 }] }, { ...total, extension: [calculated("%resource.item.where(linkId != 'total').answer.value.sum()")] }]);
  const compiled = compile(questionnaire);
  expect(score(compiled, filled([given('n', { valueInteger: 99 })]))).toEqual(expect.objectContaining({ values: {}, missing: ['n'] }));
  expect(score(compiled, filled([given('n', { valueInteger: 2 }), given('off', { valueInteger: 5 })])).values).toEqual({ total: 2 });
  expect(score(compiled, filled([given('n', { valueInteger: 3 }), given('off', { valueInteger: 5 })])).values).toEqual({ total: 8 });
});

test('variables are seen in the order and scope in which they stand; the context is the item', () => {
  const group = { linkId: 'g', type: 'group', extension: [variable('sum', "item.where(linkId='w').answer.value.sum()"), variable('double', '%sum * 2')], item: [{ linkId: 'w', type: 'decimal', repeats: true }, { linkId: 'out', type: 'decimal', extension: [calculated('%double + %base')] }] };
  const questionnaire = form([group], { extension: [variable('base', '%resource.item.count()')] });
  expect(scoreOf(questionnaire, { w: [0.1, 0.2] }).values).toEqual({ out: 1.6 });
});

test('each repetition computes its own value', () => {
  const row = { linkId: 'r', type: 'group', repeats: true, extension: [variable('n', "item.where(linkId='n').answer.value")], item: [{ linkId: 'n', type: 'integer' }, { linkId: 'twice', type: 'integer', extension: [calculated('%n * 2')] }] };
  expect(score(compile(form([row])), filled([1, 2].map((value) => ({ linkId: 'r', item: [given('n', { valueInteger: value })] })))).values).toEqual({ twice: [2, 4] });
});

test('calculated values build on each other, whatever their order, and may enable items', () => {
  const from = (linkId: string, source: string) => ({ linkId, type: 'integer', extension: [calculated(`%resource.item.where(linkId='${source}').answer.value + 1`)] });
  const chain = Array.from({ length: 20 }, (_, place) => from(`c${place}`, `c${place + 1}`));
  const follow = { linkId: 'follow', type: 'string', required: true, enableWhen: [{ question: 'c0', operator: '>', answerInteger: 20 }] };
  const questionnaire = form([...chain, { linkId: 'c20', type: 'integer' }, follow]);
  expect(scoreOf(questionnaire, { c20: 0 })).toMatchObject({ values: { c0: 20, c19: 1 }, enabled: { follow: false } });
  expect(scoreOf(questionnaire, { c20: 1 })).toEqual(expect.objectContaining({ values: {}, enabled: expect.objectContaining({ follow: true }), missing: ['follow'] }));
});

test('a circle of expressions ends without a value and says so', () => {
  const plus = (linkId: string, other: string) => ({ linkId, type: 'integer', extension: [calculated(`iif(%resource.item.where(linkId='${other}').answer.exists(), %resource.item.where(linkId='${other}').answer.value + 1, 1)`)] });
  const result = scoreOf(form([plus('a', 'b'), plus('b', 'a')]), {});
  expect(result.values).toEqual({});
  expect(result.issues).toMatchObject([{ code: 'business-rule' }, { code: 'business-rule' }]);
  const flip = form([{ linkId: 'x', type: 'boolean', extension: [enabledIf("%resource.item.where(linkId='x').answer.empty()")] }]);
  expect(scoreOf(flip, { x: true }).issues).toMatchObject([{ code: 'business-rule' }]);
});

test('what an expression gives must fit its item: codings, amounts with their unit, dates at the given moment', () => {
  const unit = ext('questionnaire-unit', { valueCoding: { system: 'http://unitsofmeasure.org', code: 'kg', display: 'kg' } });
  const questionnaire = form([
    choice('pick', ['low', 'high'], { extension: [calculated("%qitem.answerOption.value.where(code='high')")] }),
    { linkId: 'mass', type: 'quantity', extension: [calculated('2.5'), unit] }, { linkId: 'bare', type: 'quantity', extension: [calculated('13')] },
    { linkId: 'day', type: 'date', extension: [calculated('today() + 7 days')] }, { linkId: 'whole', type: 'integer', extension: [calculated('2.5')] },
    { linkId: 'many', type: 'integer', extension: [calculated('1 | 2')] }, { linkId: 'words', type: 'string', extension: [calculated("'a' & 'b'")] }, { linkId: 'yes', type: 'boolean', extension: [calculated('1 < 2')] },
  ]);
  const { values, issues } = score(compile(questionnaire), filled([]), { now: '2026-01-28T23:30:00-05:00' });
  expect(values).toEqual({ pick: { system: 'urn:example', code: 'high', display: 'HIGH' }, mass: { value: 2.5, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' }, bare: 13, day: '2026-02-04', words: 'ab', yes: true });
  expect(issues).toHaveLength(2);
});

test('the way of LHC-Forms works: variables that look the weight of an answer up in the questionnaire, by code', () => {
  const look = (linkId: string) => `%questionnaire.item.where(linkId = '${linkId}').answerOption.where(valueCoding.code=%resource.item.where(linkId = '${linkId}').answer.valueCoding.code).extension.where(url='http://hl7.org/fhir/StructureDefinition/ordinalValue').valueDecimal`;
  const names = ['a', 'b', 'c'];
  const sum = `iif(${names.map((name) => `%${name}.exists()`).join(' or ')}, ${names.map((name) => `iif(%${name}.exists(), %${name}, 0)`).join(' + ')}, {})`;
  const questionnaire = form([...names.map((name) => choice(`/${name}`, scale)), { ...total, extension: [calculated(sum)] }], { extension: names.map((name) => variable(name, look(`/${name}`))) });
  expect(scoreOf(questionnaire, {}).values).toEqual({});
  expect(scoreOf(questionnaire, { '/a': '2', '/c': '1' }).values).toEqual({ total: 3 });
  expect(scoreOf(questionnaire, { '/a': '0', '/b': '0', '/c': '0' }).values).toEqual({ total: 0 });
});

test('launch contexts are used where they are given and empty where they are not', () => {
  const questionnaire = form([{ linkId: 'who', type: 'string', extension: [calculated('%patient.name.family')] }], { extension: [ext('sdc-questionnaire-launchContext', { extension: [{ url: 'name', valueCoding: { code: 'patient' } }, { url: 'type', valueCode: 'Patient' }] })] });
  expect(score(compile(questionnaire), filled([])).values).toEqual({});
  expect(score(compile(questionnaire), filled([]), { context: { patient: { resourceType: 'Patient', name: [{ family: 'Roy' }] } } }).values).toEqual({ who: 'Roy' });
});

test('an expression that fails gives no value and is told', () => {
  const result = scoreOf(form([{ linkId: 'x', type: 'integer', extension: [calculated('%unknown + 1')] }]), {});
  expect(result).toEqual(expect.objectContaining({ values: {}, issues: [expect.objectContaining({ code: 'exception' })] }));
});

test('the short form refuses what the questionnaire does not know, and names it', () => {
  expect(() => scoreOf(four(true), { zz: 1 })).toThrow('answers.zz');
  expect(() => scoreOf(four(true), { a: 'nine' })).toThrow('answers.a');
  expect(() => scoreOf(four(true), { a: ['0', '1'] })).toThrow('answers.a');
  expect(() => scoreOf(form([{ linkId: 'n', type: 'integer' }]), { n: 'x' })).toThrow('answers.n');
  expect(scoreOf(four(true), { a: 3, b: 3, c: 3, d: null }).missing).toEqual(['d']);
});

test('expressions in other languages and endless ones are refused', () => {
  const item = (value: Json): Json => form([{ linkId: 'x', type: 'integer', extension: [ext('sdc-questionnaire-calculatedExpression', value)] }]);
  expect(() => compile(item({ valueExpression: { language: 'text/cql', expression: 'Total' } }))).toThrow(/text\/cql/);
  expect(() => compile(item(fhirpath('1 +')))).toThrow(/FHIRPath/);
  expect(() => compile(item(fhirpath('1.repeat($this + 1)')))).toThrow(/repeat/);
  expect(() => compile(item(fhirpath(`${'('.repeat(100)}1${')'.repeat(100)}`)))).toThrow(/deep/);
  expect(() => compile(item(fhirpath(`'${'a'.repeat(6000)}'`)))).toThrow(/longer/);
  expect(compile(item(fhirpath("%resource.repeat(item | answer.item).where(linkId='a').count()"))).dynamic).toBe(true);
});

test('matches() runs in linear time', () => {
  const slow = form([{ linkId: 's', type: 'string' }, { linkId: 'x', type: 'boolean', extension: [calculated("%resource.item.where(linkId='s').answer.value.matches('^(a+)+$')")] }]);
  const started = performance.now();
  expect(scoreOf(slow, { s: `${'a'.repeat(5_000)}!` }).values).toEqual({ x: false });
  expect(performance.now() - started).toBeLessThan(2_000);
});
