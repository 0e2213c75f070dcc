import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { surveyOf } from '#app/modules/engagement/survey/test-survey.test-tool.ts';
import { desk, expectAccessible, expectNoSideScroll, launchBrowser, phone } from './browser.ts';
import { press, signIn } from './steps.ts';
import { type RunningProgram, startProgram } from './server.ts';

let browser: Browser;
let program: RunningProgram;
let address: string;
beforeAll(async () => {
  [browser, program] = await Promise.all([launchBrowser(), startProgram()]);
  const staff = await (await browser.newContext(desk)).newPage();
  await signIn(staff, program.url, 'Maya Okafor');
  await staff.goto(`${program.url}/en/engagement/surveys/office/new`);
  await expectAccessible(staff);
  for (const [label, text] of [['Title in English', 'Thirty questions'], ['Title in French', 'Trente questions'], ['What it is about, in English', 'Many things'], ['What it is about, in French', 'Bien des choses']] as const) await staff.getByLabel(label).fill(text);
  await staff.getByLabel('FHIR Questionnaire (JSON)').setInputFiles({ name: 'thirty.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(surveyOf(30))) });
  await press(staff, 'Make a survey');
  await expectAccessible(staff);
  await staff.getByLabel('Opens on').fill('2019-06-01');
  await press(staff, 'Save');
  address = staff.url().replace('/office', '');
  await staff.goto(`${staff.url()}/entry`);
  await expectAccessible(staff);
}, 120_000);
afterAll(async () => await Promise.all([browser?.close(), program?.stop()]));

/** Goes on by keyboard alone until the field of a name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted || document.activeElement?.textContent?.trim() === wanted, name)) return;
  }
  throw new Error(`the keyboard never reaches ${name} on ${page.url()}`);
}

/** Presses Enter and waits for the page that it brings. */
async function submit(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

test.each([['en', 'Start', 'Continue', 'Send', 'Thank you'], ['fr', 'Commencer', 'Continuer', 'Envoyer', 'Merci']] as const)('thirty questions with branches are answered by keyboard alone, without JavaScript, in %s', async (language, start, next, send, thanks) => {
  const page = await (await browser.newContext({ ...phone, javaScriptEnabled: true })).newPage();
  await page.route('**/*.js', async (route) => await route.abort());
  await page.goto(address.replace('/en/', `/${language}/`));
  await expectAccessible(page);
  await tabTo(page, start);
  await submit(page);
  for (let step = 0; step < 30; step += 1) {
    if (step === 0) await expectAccessible(page);
    await expectNoSideScroll(page);
    const name = `q${step + 1}`;
    await tabTo(page, name);
    if (step % 5 === 0 || step % 5 === 3) await page.keyboard.press('Space');
    else await page.keyboard.type(step % 5 === 2 ? String(step) : `Answer ${step}`);
    await tabTo(page, next);
    await submit(page);
  }
  await expectAccessible(page);
  expect(await page.locator('main').innerText()).toContain('Answer 29');
  await tabTo(page, send);
  await submit(page);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(thanks);
}, 120_000);

test('a survey about distress shows crisis lines before its first question, and works with JavaScript off, saved and resumed by its code', async () => {
  const context = await browser.newContext({ ...phone, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${program.url}/en/engagement/surveys`);
  await page.getByRole('link', { name: 'Feeling at home here (demonstration)' }).click();
  expect(await page.locator('.crisis').innerText()).toContain('9-8-8');
  await press(page, 'Start');
  await page.getByLabel('Milton').check();
  await press(page, 'Continue');
  await press(page, 'Continue');
  expect(await page.locator('.error-summary').count()).toBe(1);
  await page.getByLabel('Not safe at all').check();
  await press(page, 'Continue');
  await page.getByRole('textbox').fill('No light.');
  await press(page, 'Save and stop');
  const code = await page.locator('.code').innerText();
  expect((await context.cookies()).length).toBe(0);
  const other = await (await browser.newContext({ ...desk, javaScriptEnabled: false })).newPage();
  await other.goto(`${program.url}/fr/engagement/surveys/resume`);
  await other.getByLabel('Code').fill(code);
  await press(other, 'Continuer');
  expect(await other.getByRole('textbox').inputValue()).toBe('No light.');
}, 60_000);
