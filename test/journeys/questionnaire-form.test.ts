import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { afterAll, expect, test } from 'vitest';
import { compile } from '#app/methods/questionnaire/compile.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import { answersFromForm } from '#app/methods/questionnaire/form/answers-from-form.ts';
import { phq9 } from '#app/methods/questionnaire/library/phq.ts';
import { renderDocument } from '#app/methods/questionnaire/render/document.ts';
import { validate } from '#app/methods/questionnaire/validate.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { expectAccessible, expectUsable, phone } from './browser.ts';
import { startBrowser } from './journey.ts';

const mixed: Json = {
  resourceType: 'Questionnaire', title: 'A mixed form', language: 'en', item: [
    { linkId: 'alone', type: 'boolean', text: 'Do you live alone?', required: true },
    { linkId: 'since', type: 'date', text: 'Since when?', enableWhen: [{ question: 'alone', operator: '=', answerBoolean: true }], required: true },
    { linkId: 'age', type: 'integer', text: 'Age' }, { linkId: 'note', type: 'text', text: 'Anything else' },
    { linkId: 'pets', type: 'string', text: 'Pets', repeats: true },
    { linkId: 'child', type: 'group', text: 'Child', repeats: true, item: [{ linkId: 'name', type: 'string', text: 'Name' }, { linkId: 'weight', type: 'quantity', text: 'Weight' }] },
    { linkId: 'help', type: 'open-choice', text: 'What helps?', repeats: true, answerOption: [{ valueCoding: { code: 'talk', display: 'Talking' } }, { valueCoding: { code: 'walk', display: 'Walking' } }] },
  ],
};
const forms = { mixed: compile(mixed), phq9: compile(phq9) };
let kept: Json = { resourceType: 'QuestionnaireResponse', status: 'in-progress' };
let server: Server | undefined;
let address = '';
let style = '';

const open = startBrowser(async () => {
  const bundled = await build({ entryPoints: [join(projectRoot(), 'src/ui/styles/index.css')], bundle: true, write: false, external: ['*.woff2'] });
  style = `<style>${bundled.outputFiles[0]?.text ?? ''}</style></head>`;
  server = createServer(async (request, reply) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const form = pathname === '/phq9' ? forms.phq9 : forms.mixed;
    const language = searchParams.get('lang') === 'fr' ? 'fr' : 'en';
    const posted = request.method === 'POST' ? answersFromForm(form, new URLSearchParams(await text(request)), { before: kept }) : undefined;
    if (posted) kept = posted.response;
    const issues = posted && !posted.rowsChanged ? validate(form, { ...kept, status: 'completed' }, { language }).issues : [];
    reply.setHeader('Content-Type', 'text/html; charset=utf-8').end(renderDocument(form, posted ? kept : undefined, { language, issues, blanks: posted?.blanks }).replace('</head>', () => style));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  address = typeof at === 'object' && at ? `http://127.0.0.1:${at.port}` : '';
});
afterAll(async () => {
  server?.close();
});

test('a form is filled in without JavaScript: branches open after a post, rows are added, what was mistyped is shown again', async () => {
  const page = await open({ ...phone, javaScriptEnabled: false });
  await page.goto(`${address}/mixed`);
  expect(await page.getByLabel('Since when?').count()).toBe(0);
  await page.getByLabel('Age').fill('abc');
  await page.getByLabel('Anything else').fill('\nline one\nline two');
  await page.getByRole('radio', { name: 'Yes' }).check();
  await page.getByRole('checkbox', { name: 'Walking' }).check();
  await page.getByLabel('Other answer').fill('Singing');
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await page.getByLabel('Age').inputValue()).toBe('abc');
  expect(await page.getByText('Enter a whole number').count()).toBe(1);
  expect(await page.getByLabel('Since when?').count()).toBe(1);
  await page.getByLabel('Age').fill('71');
  await page.getByLabel('Since when?').fill('2024-05-01');
  await page.getByLabel('Answer 1').fill('Cat');
  await page.getByRole('button', { name: 'Add another answer' }).click();
  await page.getByLabel('Answer 2').fill('Dog');
  await page.getByLabel('Name').fill('Ann');
  await page.getByRole('button', { name: 'Add another (Child)' }).click();
  await page.getByLabel('Name').nth(1).fill('Bo');
  await page.getByRole('button', { name: 'Continue' }).click();
  expect(await page.locator('.error-text').count()).toBe(0);
  expect(kept.item).toEqual([
    { linkId: 'alone', answer: [{ valueBoolean: true }] }, { linkId: 'since', answer: [{ valueDate: '2024-05-01' }] }, { linkId: 'age', answer: [{ valueInteger: 71 }] },
    { linkId: 'note', answer: [{ valueString: '\nline one\nline two' }] }, { linkId: 'pets', answer: [{ valueString: 'Cat' }, { valueString: 'Dog' }] },
    ...['Ann', 'Bo'].map((name) => ({ linkId: 'child', item: [{ linkId: 'name', answer: [{ valueString: name }] }] })),
    { linkId: 'help', answer: [{ valueCoding: { code: 'walk', display: 'Walking' } }, { valueString: 'Singing' }] },
  ]);
  await page.close();
});

test('forms pass axe in both languages and fit a narrow window', async () => {
  const page = await open(phone);
  for (const path of ['/mixed', '/phq9', '/phq9?lang=fr']) {
    await page.goto(address + path);
    await expectUsable(page);
  }
  await page.goto(`${address}/mixed`);
  await page.getByLabel('Age').fill('abc');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectAccessible(page);
  await page.close();
});
