import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import type { Json } from './fhir.ts';
import { calculated, choice, ext, form } from './forms.examples.ts';
import { answersFromForm } from './form/answers-from-form.ts';
import { initialResponse } from './initial.ts';
import { QuestionnaireRefused } from './issue.ts';
import { renderDocument } from './render/document.ts';
import { score } from './score.ts';
import { settleResponse } from './settle.ts';
import { readingText, translationGaps } from './translation.ts';
import { validate } from './validate.ts';

const names = ['linkId', 'item', 'answer', 'answerOption', 'valueString', 'valueInteger', 'valueCoding', 'valueQuantity', 'valueDate', 'valueDateTime', 'valueTime', 'valueAttachment', 'valueReference', 'valueUri', 'valueBoolean', 'code', 'system', 'value', 'unit', 'text', 'type', 'extension', 'url', 'enableWhen', 'question', 'operator', 'answerString', 'initial', 'repeats', 'contained', 'compose', 'include', 'concept', 'expansion', 'contains', '__proto__', 'constructor', 'toString', '_text', 'status', 'resourceType', 'modifierExtension', 'valueExpression', 'language', 'expression'];
const leaves = fc.oneof(fc.constantFrom('a', 'b', 'g', 'c', 'q', 'group', 'string', 'integer', 'choice', '2024-01-01', '', 'text/fhirpath', '1+1', 'Questionnaire', 'QuestionnaireResponse', 'completed', 'urn:example', '='), fc.integer({ min: -3, max: 300 }), fc.boolean(), fc.constant(null), fc.double());
const { tree } = fc.letrec((tie) => ({ tree: fc.oneof({ depthSize: 'medium' }, leaves, fc.array(tie('tree'), { maxLength: 4 }), fc.uniqueArray(fc.tuple(fc.constantFrom(...names), tie('tree')), { maxLength: 6, selector: ([name]) => name }).map((entries) => Object.fromEntries(entries))) }));
const object = tree.filter((value): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value));

const known = compile(form([
  { linkId: 'a', type: 'integer', repeats: true, extension: [ext('maxValue', { valueInteger: 5 })] }, choice('c', ['x', 'y'], { repeats: true, item: [{ linkId: 'n', type: 'string' }] }),
  { linkId: 'g', type: 'group', repeats: true, item: [{ linkId: 'b', type: 'string', enableWhen: [{ question: 'a', operator: '>', answerInteger: 1 }] }, { linkId: 'q', type: 'quantity' }, { linkId: 'd', type: 'dateTime' }] },
  { linkId: 'sum', type: 'integer', extension: [calculated("%resource.descendants().where(linkId='a').answer.value.sum()")] },
]));

test('no response makes the engine fail: it is judged, scored, settled and drawn', () => {
  fc.assert(fc.property(object, fc.array(object, { maxLength: 4 }), (response, item) => {
    for (const one of [response, { ...response, resourceType: 'QuestionnaireResponse', status: 'completed', item: item.map((entry, place) => ({ linkId: ['a', 'c', 'g', 'g'][place], ...entry })) }]) {
      expect(validate(known, one).issues.every((issue) => issue.text !== '')).toBe(true);
      score(known, one);
      settleResponse(known, one, 'completed');
      expect(renderDocument(known, one, { language: 'fr' })).toContain('</form>');
    }
  }), { numRuns: 300 });
});

test('any questionnaire is either refused with a reason or works', () => {
  fc.assert(fc.property(fc.array(object, { maxLength: 4 }), object, (items, more) => {
    const questionnaire = { ...more, resourceType: 'Questionnaire', item: items.map((item, place) => ({ text: 'T', type: place % 2 ? 'string' : 'choice', linkId: `i${place}`, ...item })) };
    try {
      const compiled = compile(questionnaire);
      validate(compiled, initialResponse(compiled));
      renderDocument(compiled, undefined, { language: 'en', print: true });
      translationGaps(compiled, 'fr');
      readingText(compiled, 'fr');
    } catch (error) {
      expect(error).toBeInstanceOf(QuestionnaireRefused);
      expect(error instanceof Error ? error.message : '').not.toBe('');
    }
  }), { numRuns: 500 });
});

test('any entries of a form give a response that can be judged', () => {
  const entry = fc.tuple(fc.oneof(fc.constantFrom('a[0]', 'a[1]', 'c', 'c~other', 'n[0]', 'b[0]', 'b[7]', 'q[0]', 'q[0]~unit', 'q[0]~kept', 'd[0]', 'g[0]~row', 'add', 'remove', 'sum', 'sum~kept'), fc.string()), fc.oneof(fc.constantFrom('x', 'g', 'a', 'g[0]', '5', '1e999', '{"value":3}', '2024-01-01T10:00', '9999-99-99T99:99'), fc.string()));
  fc.assert(fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
    const { response } = answersFromForm(known, entries, { zone: 'America/Toronto' });
    expect(validate(known, response)).toHaveProperty('valid');
  }), { numRuns: 500 });
});

test('value sets that include each other over and over, and very long ones, are compiled within a second', () => {
  const round = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, n, all) => ({ resourceType: 'ValueSet', id, compose: { include: Array.from({ length: 40 }, () => ({ valueSet: [`#${all[n + 1] ?? 'a'}`] })) } }));
  const codes = Array.from({ length: 8000 }, (_, n) => ({ code: `c${n}` }));
  const long = [
    { resourceType: 'CodeSystem', id: 'cs', url: 'urn:s', concept: codes },
    { resourceType: 'ValueSet', id: 'long', compose: { include: [{ system: 'urn:s', concept: codes }], exclude: [{ system: 'urn:s', concept: codes.slice(1) }] }, expansion: { contains: codes.map((one) => ({ system: 'urn:s', ...one })) } },
  ];
  const begun = performance.now();
  const compiled = compile(form([{ linkId: 'x', type: 'choice', answerValueSet: '#a' }, { linkId: 'y', type: 'choice', answerValueSet: '#long' }], { contained: [...round, ...long] }));
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(compiled.notices.map((notice) => notice.text).join()).toContain('#a');
});
