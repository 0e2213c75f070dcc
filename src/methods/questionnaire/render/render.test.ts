import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { isObject, type Json } from '../fhir.ts';
import { attributeOf } from '../form/posted.examples.ts';
import { choice, enabledIf, ext, filled, form, given } from '../forms.examples.ts';
import { QuestionnaireRefused } from '../issue.ts';
import { stepsOf } from '../settle.ts';
import { readingText, translationGaps } from '../translation.ts';
import { validate } from '../validate.ts';
import { renderDocument } from './document.ts';
import { renderFields, type RenderOptions } from './form.ts';
import { renderPrint } from './print.ts';

const draw = (questionnaire: Json, response?: Json, options: Partial<RenderOptions> = {}) => renderFields(compile(questionnaire), response, { language: 'en', ...options });
const translation = (lang: string, content: string) => ({ extension: [ext('translation', { extension: [{ url: 'lang', valueCode: lang }, { url: 'content', valueString: content }] })] });

/** Controls without a name for a screen reader, ids that stand twice, references that lead nowhere. */
function faultsOf(html: string): readonly string[] {
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1] ?? '');
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `twice: ${id}`);
  const references = [...html.matchAll(/ (?:for|aria-describedby|aria-labelledby)="([^"]*)"/g)].flatMap((match) => (match[1] ?? '').split(' '));
  const labelled = new Set([...html.matchAll(/<label for="([^"]*)"/g)].map((match) => match[1]));
  const controls = [...html.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag).filter((tag) => attributeOf(tag, 'type') !== 'hidden');
  const nameless = controls.filter((tag) => !labelled.has(/ id="([^"]*)"/.exec(tag)?.[1]) && attributeOf(tag, 'aria-label') === undefined);
  return [...twice, ...references.filter((id) => !ids.includes(id)).map((id) => `nowhere: ${id}`), ...nameless];
}

const everything: Json = form([
  ...['boolean', 'decimal', 'integer', 'date', 'dateTime', 'time', 'string', 'text', 'url', 'attachment', 'reference', 'quantity'].flatMap((type) => [{ linkId: `one ${type}`, type, text: type, required: true }, { linkId: `many/${type}`, type, text: type, repeats: true }]),
  choice('radio'), choice('boxes', ['a', 'b'], { repeats: true }), choice('open', ['a'], { type: 'open-choice' }), choice('opens', ['a'], { type: 'open-choice', repeats: true }),
  choice('list', ['a', 'b'], { extension: [ext('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ code: 'drop-down' }] } })] }),
  { linkId: 'away', type: 'open-choice', text: 'Away', answerValueSet: 'http://example.org/vs' },
  { linkId: 'units', type: 'quantity', text: 'Units', extension: [ext('questionnaire-unitOption', { valueCoding: { code: 'kg', system: 'http://unitsofmeasure.org' } })] },
  { linkId: 'rows', type: 'group', text: 'Rows', repeats: true, item: [{ linkId: 'cell', type: 'string', text: 'Cell', item: [{ linkId: 'tip', type: 'display', text: 'A tip', extension: [ext('questionnaire-itemControl', { valueCodeableConcept: { coding: [{ code: 'help' }] } })] }] }, choice('pick')] },
]);

test('every control has a name, ids are unique and references lead somewhere, with and without answers and errors', () => {
  expect(faultsOf(draw(everything))).toEqual([]);
  const response = filled([given('one integer', { valueInteger: 'x' }), given('many/string', { valueString: 'a' }, { valueString: 'b' }), given('opens', { valueString: 'x' }, { valueString: 'y' }), ...[1, 2].map((value) => ({ linkId: 'rows', item: [given('cell', { valueString: `${value}` })] }))]);
  const { issues } = validate(compile(everything), response);
  const html = draw(everything, response, { issues });
  expect(faultsOf(html)).toEqual([]);
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('A tip');
});

test('the same holds for the examples of HL7', () => {
  const folder = join(import.meta.dirname, '../../../../node_modules/hl7.fhir.uv.sdc/example');
  const faults = globSync('Questionnaire-*.json', { cwd: folder }).flatMap((name) => {
    try {
      const json: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return faultsOf(draw(isObject(json) ? json : {})).map((fault) => `${name} ${fault}`);
    } catch (error) {
      if (error instanceof QuestionnaireRefused) return [];
      throw error;
    }
  });
  expect(faults).toEqual([]);
});

test('nothing in a questionnaire or an answer can become markup', () => {
  const evil = '"><script>alert(1)</script>';
  const questionnaire = form([{ linkId: evil, type: 'string', text: evil, prefix: evil }, choice('c', [evil]), { linkId: 'd', type: 'display', text: evil }], { title: evil });
  const compiled = compile(questionnaire);
  for (const html of [renderDocument(compiled, filled([given(evil, { valueString: evil })]), { language: 'en' }), renderPrint(compiled, 'fr')]) expect(html).not.toContain('<script');
});

test('inputs are named by linkId, with the index of each repetition', () => {
  const questionnaire = form([{ linkId: 'a', type: 'string' }, { linkId: 'r', type: 'group', repeats: true, item: [{ linkId: 'b', type: 'string' }, { linkId: 'c', type: 'string', repeats: true }] }]);
  const html = draw(questionnaire, filled([{ linkId: 'r', item: [] }, { linkId: 'r', item: [given('c', { valueString: 'x' })] }]));
  expect([...html.matchAll(/<input type="text"[^>]* name="([^"]*)"/g)].map((match) => match[1])).toEqual(['a', 'b[0]', 'c[0][0]', 'b[1]', 'c[1][0]']);
});

const branching = form([choice('q', ['yes', 'no'], { text: 'Well?' }), { linkId: 'why', type: 'string', text: 'Why?', enableWhen: [{ question: 'q', operator: '=', answerCoding: { system: 'urn:example', code: 'no' } }] }, { linkId: 'hard', type: 'string', extension: [enabledIf("%resource.item.where(linkId='q').answer.exists()")] }]);

test('what does not apply is left out, or hidden for a script that can open it', () => {
  expect(draw(branching)).not.toContain('Why?');
  expect(draw(branching, filled([given('q', { valueCoding: { system: 'urn:example', code: 'no' } })]))).toContain('Why?');
  const html = draw(branching, undefined, { branches: 'hidden' });
  const tag = /<div class="branch"[^>]*>/.exec(html)?.[0] ?? '';
  expect(tag).toMatch(/ hidden>$/);
  expect(JSON.parse(attributeOf(tag, 'data-enable-when') ?? '')).toEqual({ behavior: 'all', conditions: [{ field: 'q', operator: '=', answer: 'no' }] });
  expect(html).not.toContain('name="hard"');
});

test('steps are the top-level items that apply', () => {
  expect(stepsOf(compile(branching), filled([]))).toEqual(['q']);
  expect(stepsOf(compile(branching), filled([given('q', { valueCoding: { system: 'urn:example', code: 'no' } })]))).toEqual(['q', 'why', 'hard']);
});

test('numbers are the same whatever applies, and on paper', () => {
  const questionnaire = form([{ linkId: 'n', type: 'display', text: 'Note' }, { linkId: 'a', type: 'boolean', text: 'A' }, { linkId: 'g', type: 'group', text: 'G', item: [{ linkId: 'b', type: 'string', text: 'B', enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }] }, { linkId: 'c', type: 'string', text: 'C' }] }, { linkId: 'p', type: 'string', text: 'P', prefix: 'IV.' }]);
  const numbers = (html: string) => [...html.matchAll(/class="item-number">([^<]*)<\/span> (\w)/g)].map((match) => `${match[1]} ${match[2]}`);
  expect(numbers(draw(questionnaire))).toEqual(['1 A', '2 G', '2.2 C', 'IV. P']);
  const paper = renderPrint(compile(questionnaire), 'en');
  expect(numbers(paper)).toEqual(['1 A', '2 G', '2.1 B', '2.2 C', 'IV. P']);
  expect(paper).toContain('Only if 1 is “Yes”');
});

const bilingual = form([
  { linkId: 'q', type: 'choice', text: 'How are you?', _text: translation('fr-CA', 'Comment allez-vous?'), prefix: 'A', answerOption: [{ valueCoding: { code: 'x', display: 'Well', _display: translation('fr', 'Bien') } }, { valueCoding: { code: 'y', display: 'Ill' } }] },
  { linkId: 's', type: 'choice', text: 'Only English', answerOption: [{ valueString: 'one', _valueString: translation('fr', 'un') }] },
  { linkId: 'v', type: 'choice', text: 'V', _text: translation('fr', 'V en français'), answerValueSet: '#v' },
], { language: 'en', title: 'Form', _title: translation('fr', 'Formulaire'), contained: [{ resourceType: 'ValueSet', id: 'v', compose: { include: [{ system: 's', concept: [{ code: 'd', display: 'Dog', designation: [{ language: 'fr', value: 'Chien' }] }] }] } }] });

test('texts are shown in French where there is a translation, else marked as English', () => {
  const html = renderDocument(compile(bilingual), undefined, { language: 'fr' });
  for (const part of ['<html lang="fr">', 'Formulaire', 'Comment allez-vous?', '>Bien<', '>un<', '>Chien<', '<span lang="en">Ill</span>', '<span lang="en">Only English</span>', 'facultatif']) expect(html).toContain(part);
  expect(html).not.toContain('How are you?');
});

test('what lacks a translation is listed, and the text that is read can be had in each language', () => {
  expect(translationGaps(compile(bilingual), 'fr')).toEqual(['q y', 's']);
  expect(translationGaps(compile(bilingual), 'en')).toEqual([]);
  expect(readingText(compile(bilingual), 'fr').split('\n')).toEqual(['Formulaire', 'Comment allez-vous?', 'Bien', 'Ill', 'Only English', 'un', 'V en français', 'Chien']);
});

test('a calculated read-only value is shown, in the form of the language', () => {
  const questionnaire = form([{ linkId: 't', type: 'decimal', text: 'T', readOnly: true, extension: [ext('sdc-questionnaire-calculatedExpression', { valueExpression: { language: 'text/fhirpath', expression: '1.5' } })] }]);
  expect(draw(questionnaire)).toMatch(/<output[^>]*>1\.5</);
  expect(draw(questionnaire, undefined, { language: 'fr' })).toMatch(/<output[^>]*>1,5</);
});
