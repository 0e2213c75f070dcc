import { expect, test } from 'vitest';
import { methodEntries } from '../registry.ts';
import { choice, filled, form, given } from './forms.examples.ts';
import { phq9 } from './library/phq.ts';

const run = async (verb: string, input: unknown) => {
  const entry = methodEntries.find((one) => one.name === `questionnaire ${verb}`);
  const output = await (await entry?.load())?.run(input);
  return output && 'json' in output ? output.json : output?.text;
};
const questionnaire = form([choice('q', ['a', 'b'], { required: true })]);

test('validate answers with issues, even for a questionnaire that cannot be honoured', async () => {
  expect(await run('validate', { questionnaire, response: filled([]) })).toEqual({ valid: false, issues: [{ severity: 'error', code: 'required', expression: "QuestionnaireResponse.item.where(linkId='q')", text: 'An answer is required.' }] });
  expect(await run('validate', { questionnaire, response: filled([]), language: 'fr' })).toMatchObject({ issues: [{ text: 'Une réponse est obligatoire.' }] });
  expect(await run('validate', { questionnaire, response: filled([given('q', { valueCoding: { system: 'urn:example', code: 'a' } })]) })).toEqual({ valid: true, issues: [] });
  expect(await run('validate', { questionnaire: form([choice('q'), choice('q')]), response: filled([]) })).toMatchObject({ valid: false, issues: [{ code: 'duplicate' }] });
});

test('score takes a response or short answers', async () => {
  expect(await run('score', { questionnaire, answers: { q: 'a' } })).toEqual({ values: {}, enabled: { q: true }, complete: true, missing: [] });
  expect(await run('score', { questionnaire, response: filled([]) })).toEqual({ values: {}, enabled: { q: true }, complete: false, missing: ['q'] });
});

test('render gives a page in the language, a step, or paper', async () => {
  expect(await run('render', { questionnaire: phq9, language: 'fr' })).toContain('Peu d’intérêt ou de plaisir à faire des choses');
  expect(await run('render', { questionnaire: phq9, step: 'difficulty' })).not.toContain('name="phq-1"');
  expect(await run('render', { questionnaire: phq9, print: true })).toContain('☐');
  expect(await run('render', { questionnaire, answers: { q: 'b' } })).toContain('value="b" checked');
});

test('bad input is refused with the name of the field', async () => {
  await expect(run('score', { questionnaire })).rejects.toThrow('give either response or answers');
  await expect(run('score', { questionnaire, answers: { z: 1 } })).rejects.toThrow('answers.z');
  await expect(run('score', { questionnaire: form([choice('q'), choice('q')]), answers: {} })).rejects.toThrow(/linkId q stands more than once/);
  await expect(run('score', { questionnaire, response: { resourceType: 'Patient' } })).rejects.toThrow('response.resourceType');
  await expect(run('render', { questionnaire: { resourceType: 'Bundle' } })).rejects.toThrow('questionnaire.resourceType');
  await expect(run('render', { questionnaire: form([{ linkId: 'q', type: 'question' }]) })).rejects.toThrow('questionnaire.item.0.type');
  await expect(run('render', { questionnaire, step: 'none' })).rejects.toThrow('step');
  await expect(run('validate', { questionnaire })).rejects.toThrow('response');
});

test('a questionnaire of senseless depth or size is refused, not followed', async () => {
  let item: object = { linkId: 'leaf', type: 'string' };
  for (let depth = 0; depth < 50_000; depth += 1) item = { linkId: `g${depth}`, type: 'group', item: [item] };
  await expect(run('render', { questionnaire: { resourceType: 'Questionnaire', item: [item] } })).rejects.toThrow('at most');
});
