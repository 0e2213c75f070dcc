import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { choice, coding, enabledIf, errorsOf, filled, form, given, scoreOf } from './forms.examples.ts';
import type { Json } from './fhir.ts';
import { score } from './score.ts';
import { validate } from './validate.ts';

const dependent = (condition: Json, more: Json = {}) => ({ linkId: 'd', type: 'string', enableWhen: [{ question: 'q', ...condition }], ...more });
const enabled = (question: Json, condition: Json, answers: Json) => scoreOf(form([question, dependent(condition)]), answers).enabled.d;
const whole = { linkId: 'q', type: 'integer', repeats: true };

test.each([
  [{ operator: 'exists', answerBoolean: true }, {}, false], [{ operator: 'exists', answerBoolean: true }, { q: [1] }, true],
  [{ operator: 'exists', answerBoolean: false }, {}, true], [{ operator: 'exists', answerBoolean: false }, { q: [1] }, false],
  [{ operator: '=', answerInteger: 2 }, {}, false], [{ operator: '=', answerInteger: 2 }, { q: [1, 2] }, true], [{ operator: '=', answerInteger: 2 }, { q: [1] }, false],
  [{ operator: '!=', answerInteger: 2 }, {}, true], [{ operator: '!=', answerInteger: 2 }, { q: [1, 2] }, false], [{ operator: '!=', answerInteger: 2 }, { q: [1, 3] }, true],
  [{ operator: '>', answerInteger: 2 }, { q: [1, 3] }, true], [{ operator: '>', answerInteger: 3 }, { q: [1, 3] }, false], [{ operator: '>', answerInteger: 2 }, {}, false],
  [{ operator: '<', answerInteger: 2 }, { q: [1, 3] }, true], [{ operator: '>=', answerInteger: 3 }, { q: [1, 3] }, true], [{ operator: '<=', answerInteger: 0 }, { q: [1, 3] }, false],
])('%j with the answers %j is %s', (condition, answers, expected) => {
  expect(enabled(whole, condition, answers)).toBe(expected);
});

test('answers are compared after their type: codings by system, moments by instant, amounts by unit', () => {
  expect(enabled(choice('q'), { operator: '=', answerCoding: { system: 'urn:example', code: 'a' } }, { q: 'a' })).toBe(true);
  expect(enabled(choice('q'), { operator: '=', answerCoding: { system: 'urn:other', code: 'a' } }, { q: 'a' })).toBe(false);
  expect(enabled(choice('q'), { operator: '=', answerCoding: { code: 'a' } }, { q: 'a' })).toBe(true);
  expect(enabled({ linkId: 'q', type: 'boolean' }, { operator: '=', answerBoolean: true }, { q: false })).toBe(false);
  expect(enabled({ linkId: 'q', type: 'date' }, { operator: '>', answerDate: '2024-01-31' }, { q: '2024-02-01' })).toBe(true);
  expect(enabled({ linkId: 'q', type: 'dateTime' }, { operator: '=', answerDateTime: '2024-01-01T12:00:00Z' }, { q: '2024-01-01T07:00:00-05:00' })).toBe(true);
  expect(enabled({ linkId: 'q', type: 'decimal' }, { operator: '=', answerInteger: 2 }, { q: 2 })).toBe(true);
  expect(enabled({ linkId: 'q', type: 'string' }, { operator: '=', answerInteger: 2 }, { q: '2' })).toBe(false);
  const grams = { value: 1500, system: 'http://unitsofmeasure.org', code: 'g' };
  expect(enabled({ linkId: 'q', type: 'quantity' }, { operator: '>', answerQuantity: { value: 1, system: 'http://unitsofmeasure.org', code: 'kg' } }, { q: grams })).toBe(true);
});

test('several conditions need enableBehavior; all and any mean what they say', () => {
  const two = (enableBehavior?: string) => form([whole, { ...dependent({}), enableWhen: [{ question: 'q', operator: '=', answerInteger: 1 }, { question: 'q', operator: '=', answerInteger: 2 }], ...(enableBehavior === undefined ? {} : { enableBehavior }) }]);
  expect(() => compile(two())).toThrow(/enableBehavior/);
  expect(scoreOf(two('any'), { q: [1] }).enabled.d).toBe(true);
  expect(scoreOf(two('all'), { q: [1] }).enabled.d).toBe(false);
  expect(scoreOf(two('all'), { q: [1, 2] }).enabled.d).toBe(true);
});

test('a condition must point at an item, have one answer, and exists wants a boolean', () => {
  expect(() => compile(form([{ linkId: 'd', type: 'string', enableWhen: [{ question: 'nowhere', operator: 'exists', answerBoolean: true }] }]))).toThrow(/nowhere/);
  expect(() => compile(form([whole, dependent({ operator: 'exists', answerString: 'x' })]))).toThrow(/que-7/);
  expect(() => compile(form([whole, dependent({ operator: '=' })]))).toThrow(/one answer/);
});

test('a disabled parent disables what is under it; answers there are errors, and what is required there is not missing', () => {
  const group = { linkId: 'g', type: 'group', enableWhen: [{ question: 'q', operator: '=', answerInteger: 1 }], item: [{ linkId: 'x', type: 'string', required: true, item: [{ linkId: 'y', type: 'string', required: true }] }] };
  const questionnaire = form([{ linkId: 'q', type: 'integer' }, group]);
  expect(errorsOf(questionnaire, filled([given('q', { valueInteger: 2 })]))).toEqual([]);
  expect(errorsOf(questionnaire, filled([given('q', { valueInteger: 1 })]))).toEqual(['required x']);
  const answer = { linkId: 'g', item: [given('x', { valueString: 'a', item: [given('y', { valueString: 'b' })] })] };
  expect(errorsOf(questionnaire, filled([given('q', { valueInteger: 2 }), answer]))).toEqual(['business-rule x', 'business-rule y']);
  expect(scoreOf(questionnaire, { q: 2 })).toMatchObject({ enabled: { g: false, x: false, y: false }, complete: true });
});

test('the answer of a disabled question counts as none', () => {
  const chain = form([whole, { linkId: 'm', type: 'integer', enableWhen: [{ question: 'q', operator: '=', answerInteger: 1 }] }, { linkId: 'd', type: 'string', enableWhen: [{ question: 'm', operator: 'exists', answerBoolean: true }] }]);
  expect(scoreOf(chain, { q: 1, m: 5 }).enabled.d).toBe(true);
  expect(scoreOf(chain, { q: 2, m: 5 }).enabled.d).toBe(false);
});

test('in a repeating group a condition looks at its own repetition; from outside, at all of them', () => {
  const inside = { linkId: 'i', type: 'string', required: true, enableWhen: [{ question: 'q', operator: '=', answerInteger: 1 }] };
  const questionnaire = form([{ linkId: 'r', type: 'group', repeats: true, item: [{ linkId: 'q', type: 'integer' }, inside] }, { ...dependent({ operator: '=', answerInteger: 1 }) }]);
  const row = (value: number, more: readonly Json[] = []) => ({ linkId: 'r', item: [given('q', { valueInteger: value }), ...more] });
  expect(errorsOf(questionnaire, filled([row(1, [given('i', { valueString: 'x' })]), row(2), given('d', { valueString: 'x' })]))).toEqual([]);
  expect(errorsOf(questionnaire, filled([row(2, [given('i', { valueString: 'x' })]), row(1)]))).toEqual(['business-rule i', 'required i']);
  expect(errorsOf(questionnaire, filled([row(2), given('d', { valueString: 'x' })]))).toEqual(['business-rule d']);
});

test('a repetition without the question is not decided by another repetition', () => {
  const questionnaire = form([{ linkId: 'r', type: 'group', repeats: true, item: [{ linkId: 'q', type: 'integer' }, dependent({ operator: '=', answerInteger: 1 })] }]);
  expect(errorsOf(questionnaire, filled([{ linkId: 'r', item: [given('q', { valueInteger: 1 })] }, { linkId: 'r', item: [given('d', { valueString: 'x' })] }]))).toEqual(['business-rule d']);
});

test('a nested question may depend on the answer that it stands under', () => {
  const questionnaire = form([choice('q', ['yes', 'no'], { item: [{ linkId: 'why', type: 'string', required: true, enableWhen: [{ question: 'q', operator: '=', answerCoding: { code: 'yes' } }] }] })]);
  expect(errorsOf(questionnaire, filled([given('q', { ...coding('no') })]))).toEqual([]);
  expect(errorsOf(questionnaire, filled([given('q', { ...coding('yes') })]))).toEqual(['required why']);
  expect(errorsOf(questionnaire, filled([given('q', { ...coding('no'), item: [given('why', { valueString: 'x' })] })]))).toEqual(['business-rule why']);
});

test('enableWhenExpression decides alone or together with enableWhen', () => {
  const questionnaire = form([whole, { linkId: 'd', type: 'string', extension: [enabledIf("%resource.item.where(linkId='q').answer.value.sum() > 3")], enableWhen: [{ question: 'q', operator: '!=', answerInteger: 9 }] }]);
  expect(scoreOf(questionnaire, {}).enabled.d).toBe(false);
  expect(scoreOf(questionnaire, { q: [1, 2] }).enabled.d).toBe(false);
  expect(scoreOf(questionnaire, { q: [2, 2] }).enabled.d).toBe(true);
  expect(scoreOf(questionnaire, { q: [2, 9] }).enabled.d).toBe(false);
});

test('circles are told, end, and take the answers as they stand', () => {
  const questionnaire = form(['a', 'b'].map((linkId) => ({ linkId, type: 'string', enableWhen: [{ question: linkId === 'a' ? 'b' : 'a', operator: 'exists', answerBoolean: true }] })));
  expect(compile(questionnaire).notices).toMatchObject([{ severity: 'warning' }, { severity: 'warning' }]);
  expect(scoreOf(questionnaire, {}).enabled).toEqual({ a: false, b: false });
  expect(scoreOf(questionnaire, { a: 'x', b: 'x' }).enabled).toEqual({ a: true, b: true });
  expect(scoreOf(questionnaire, { a: 'x' }).enabled).toEqual({ a: false, b: true });
  const mirror = form([{ linkId: 's', type: 'boolean', enableWhen: [{ question: 's', operator: 'exists', answerBoolean: false }] }]);
  expect(scoreOf(mirror, { s: true }).enabled).toEqual({ s: false });
});

test('any graph of conditions is decided, nested or circular, and a disabled parent always disables', () => {
  const conditions = fc.array(fc.record({ question: fc.nat(7), operator: fc.constantFrom('exists', '=', '!='), answerBoolean: fc.boolean() }), { maxLength: 3 });
  const items = fc.array(fc.record({ conditions, under: fc.nat(7), answer: fc.option(fc.boolean()) }), { minLength: 8, maxLength: 8 });
  fc.assert(fc.property(items, fc.constantFrom('all', 'any'), (drawn, enableBehavior) => {
    const parentOf = (place: number) => (place > 0 && (drawn[place]?.under ?? 0) < place ? drawn[place]?.under : undefined);
    const build = (place: number): Json => ({ linkId: `i${place}`, type: 'group', enableBehavior, enableWhen: drawn[place]?.conditions.map((one) => ({ ...one, question: `q${one.question}` })), item: [{ linkId: `q${place}`, type: 'boolean' }, ...drawn.map((_, other) => other).filter((other) => parentOf(other) === place).map(build)] });
    const compiled = compile(form(drawn.map((_, place) => place).filter((place) => parentOf(place) === undefined).map(build)));
    const fill = (place: number): Json => ({ linkId: `i${place}`, item: [...(drawn[place]?.answer === null ? [] : [given(`q${place}`, { valueBoolean: drawn[place]?.answer })]), ...drawn.map((_, other) => other).filter((other) => parentOf(other) === place).map(fill)] });
    const response = filled(drawn.map((_, place) => place).filter((place) => parentOf(place) === undefined).map(fill));
    const { enabled: states } = score(compiled, response);
    for (const item of compiled.all) if (item.parent && !states[item.parent.linkId]) expect(states[item.linkId]).toBe(false);
    expect(score(compiled, response).enabled).toEqual(states);
    expect(validate(compiled, response).valid).toBe(drawn.every((one, place) => one.answer === null || states[`q${place}`] === true));
  }), { numRuns: 150 });
});
