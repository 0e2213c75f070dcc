import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { branchingSurvey, surveyOf } from '#app/modules/engagement/survey/test-survey.test-tool.ts';
import { desk, expectAccessible, expectNoSideScroll, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press } from './steps.ts';

const journey = startJourney();
let address: string;
let branching: string;
beforeAll(async () => {
  const staff = await journey.enter('Maya Okafor');
  address = await makeSurvey(staff, 'Thirty questions', surveyOf(30));
  branching = await makeSurvey(staff, 'An evening', branchingSurvey);
}, 120_000);

/** Makes a survey of a file, opens it, looks at its paper form; gives its public address. */
async function makeSurvey(staff: Page, title: string, questionnaire: object): Promise<string> {
  await staff.goto(`${journey.url}/en/engagement/surveys/office/new`);
  await expectAccessible(staff);
  for (const [label, text] of [['Title in English', title], ['Title in French', `${title} (fr)`], ['What it is about, in English', 'Many things'], ['What it is about, in French', 'Bien des choses']] as const) await staff.getByLabel(label).fill(text);
  await staff.getByLabel('FHIR Questionnaire (JSON)').setInputFiles({ name: 'questions.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(questionnaire)) });
  await press(staff, 'Make a survey');
  await expectAccessible(staff);
  await staff.getByLabel('Opens on').fill('2019-06-01');
  await press(staff, 'Save');
  const made = staff.url();
  await staff.goto(`${made}/entry`);
  await expectAccessible(staff);
  return made.replace('/office', '');
}

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
  const page = await journey.open({ ...phone, javaScriptEnabled: true });
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
  const page = await journey.open({ ...phone, javaScriptEnabled: false });
  await page.goto(`${journey.url}/en/engagement/surveys`);
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
  expect((await page.context().cookies()).length).toBe(0);
  const other = await journey.open({ ...desk, javaScriptEnabled: false });
  await other.goto(`${journey.url}/fr/engagement/surveys/resume`);
  await other.getByLabel('Code').fill(code);
  await press(other, 'Continuer');
  expect(await other.getByRole('textbox').inputValue()).toBe('No light.');
}, 60_000);

test('with JavaScript a branch opens and closes while it is answered, without a post, and one branch opens the next', async () => {
  const page = await journey.open(phone);
  const refused: string[] = [];
  page.on('console', (message) => (message.type() === 'error' ? refused.push(message.text()) : undefined));
  await page.goto(branching);
  await press(page, 'Start');
  let posts = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) posts += 1;
  });
  const [why, how] = [page.getByLabel('What for?'), page.getByLabel('How do you get home?')];
  expect([await why.isVisible(), await how.isVisible()]).toEqual([false, false]);
  await page.getByRole('radio', { name: 'Yes' }).check();
  await why.fill('Choir');
  await how.fill('On foot');
  await expectUsable(page);
  await page.getByRole('radio', { name: 'No' }).check();
  expect([await why.isVisible(), await how.isVisible()]).toEqual([false, false]);
  await page.getByRole('radio', { name: 'Yes' }).check();
  expect([await why.inputValue(), await how.inputValue(), posts]).toEqual(['Choir', 'On foot', 0]);
  await press(page, 'Continue');
  expect(await page.locator('main').innerText()).toMatch(/Choir[\s\S]*On foot/);
  await page.getByLabel('You may quote my words').check();
  await expectAccessible(page);
  await press(page, 'Send');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Thank you');
  expect(refused).toEqual([]);
}, 60_000);

test('without JavaScript the same branches open after a post, one after the other', async () => {
  const page = await journey.open({ ...phone, javaScriptEnabled: false });
  await page.goto(branching.replace('/en/', '/fr/'));
  await press(page, 'Commencer');
  await page.getByRole('radio', { name: 'Oui' }).check();
  await press(page, 'Continuer');
  expect(await page.locator('.error-summary').count()).toBe(0);
  await page.getByLabel('Pour quoi?').fill('La chorale');
  await press(page, 'Continuer');
  await page.getByLabel('Comment rentrez-vous?').fill('À pied');
  await press(page, 'Continuer');
  expect(await page.locator('main').innerText()).toMatch(/La chorale[\s\S]*À pied/);
}, 60_000);
