import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compile, serialise } from './compile.ts';
import { isObject, type Json } from './fhir.ts';
import { initialResponse } from './initial.ts';
import { QuestionnaireRefused } from './issue.ts';
import { renderDocument } from './render/document.ts';
import { score } from './score.ts';
import { responseFromShort } from './short-answers.ts';
import { validate } from './validate.ts';

/** The examples of HL7's Structured Data Capture guide (CC0), an npm package. */
const folder = join(import.meta.dirname, '../../../node_modules/hl7.fhir.uv.sdc/example');
const read = (name: string): Json => {
  const json: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return isObject(json) ? json : {};
};
const names = globSync('Questionnaire-*.json', { cwd: folder }).sort();
const load = (id: string) => compile(read(`Questionnaire-questionnaire-sdc-profile-example-${id}.json`));

const refused: Readonly<Record<string, RegExp>> = {
  'Questionnaire-questionnaire-sdc-profile-example-PHQ9-search.json': /adaptive/,
  'Questionnaire-questionnaire-sdc-profile-example-form-behavior.json': /answerOptionsToggleExpression must be honoured/,
  'Questionnaire-sdc-modular-contact.json': /assembled/,
  'Questionnaire-sdc-modular-root.json': /assembled/,
};

test('the package holds the examples that are meant', () => {
  expect(names).toHaveLength(32);
});

test.each(names)('%s is read, kept whole and drawn in both languages, or refused with the reason', (name) => {
  const json = read(name);
  const reason = refused[name];
  if (reason) {
    expect(() => compile(json)).toThrow(QuestionnaireRefused);
    try {
      compile(json);
    } catch (error) {
      expect(error instanceof QuestionnaireRefused ? error.issues.map((issue) => issue.text).join('\n') : '').toMatch(reason);
    }
    return;
  }
  const compiled = compile(json);
  expect(serialise(compiled)).toEqual(json);
  for (const language of ['en', 'fr'] as const) expect(renderDocument(compiled, undefined, { language })).toMatch(/<form method="post"[\s\S]+(<fieldset|<label|<p)/);
  const start = initialResponse(compiled);
  expect(validate(compiled, start).issues.filter((issue) => issue.severity === 'error')).toEqual([]);
});

test.each([
  ['questionnaireresponse-sdc-profile-example-loinc', 'loinc'],
  ['questionnaireresponse-sdc-profile-example-multi-subject', 'multi-subject'],
])('the example response %s answers its questionnaire', (name, id) => {
  const { issues } = validate(load(id), read(`QuestionnaireResponse-${name}.json`));
  expect(issues.filter((issue) => issue.severity === 'error')).toEqual([]);
});

test('the body mass index of the growth panel is computed from weight and height', () => {
  const compiled = load('weight-height-tracking-panel');
  expect(score(compiled, responseFromShort(compiled, { '/29463-7': 70, '/8302-2': 70 })).values).toMatchObject({ '/39156-5': 22.1 });
});

test('the Framingham risk of a woman of 55 who smokes is what its equation gives', () => {
  const compiled = load('framingham-hchd-lhc');
  const short = { '/age': 55, '/46098-0': 'LA3-6', '/smokes': 'Y', '/8480-6': 140, '/2093-3': 200, '/2085-9': 50, '/antihypertensive': 'N' };
  const risk = score(compiled, responseFromShort(compiled, short)).values.riskDecimal;
  const sum = 31.764001 * (Math.log(55) - 3.9213204) + 22.465206 * (Math.log(200) - 5.3628984) - 1.187731 * (Math.log(50) - 4.0146369) + 2.552905 * (Math.log(140) - 4.8376494) + 0.420251 * (0 - 0.142802) + 13.07543 * (1 - 0.3236202) - 5.060998 * (Math.log(55) * Math.log(200) - 21.0557746) - 2.996945 * (Math.log(55) * 1 - 1.2519882);
  expect(risk).toBeCloseTo(1 - 0.98767 ** Math.exp(sum), 6);
});
