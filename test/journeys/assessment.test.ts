import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { mailOf, press, untilShown } from './steps.ts';

const journey = startJourney();

async function look(page: Page, path: string, status = 200): Promise<void> {
  const response = await page.goto(`${journey.url}${path}`);
  expect(response?.status(), path).toBe(status);
  await expectUsable(page);
}
/** Chooses an answer by the arrow keys alone, and says which question has the focus. */
async function choose(page: Page, question: string, downs: number): Promise<void> {
  await page.locator(`#${question}`).focus();
  await page.keyboard.press('Space');
  for (let down = 0; down < downs; down += 1) await page.keyboard.press('ArrowDown');
}
const task = 'Check in today with a person you work with';
let person = '';
let alert = '';

test('a clinician fills in a PHQ-9 by the keyboard, without scripts; the ninth answer brings the crisis lines and a task for today though the form is unfinished', async () => {
  const page = await journey.enter('Claire Bouchard', { ...phone, javaScriptEnabled: false });
  await page.goto(`${journey.url}/en/access/persons/new`);
  await page.getByLabel('Given name').fill('Robin (demo)');
  await page.getByLabel('Family name').fill('Example');
  await press(page, 'Save');
  person = new URL(page.url()).pathname.slice(3);
  await page.getByRole('link', { name: 'Assessments' }).click();
  await page.getByRole('link', { name: /Fill in now.*PHQ-9/ }).click();
  expect(await page.locator('main').innerText()).toContain('call or text 9-8-8');
  await choose(page, 'phq-1', 2);
  await choose(page, 'phq-9', 1);
  await page.getByRole('button', { name: 'Save, finish later' }).focus();
  await Promise.all([page.waitForURL(/safety-alerts/), page.keyboard.press('Enter')]);
  alert = new URL(page.url()).pathname.slice(3);
  const text = await page.locator('main').innerText();
  expect(text.indexOf('call or text 9-8-8')).toBeGreaterThan(0);
  expect(text.indexOf('call or text 9-8-8')).toBeLessThan(text.indexOf('What to do now'));
  expect(text).toContain('“Thoughts that you would be better off dead or of hurting yourself in some way” was answered with “Several days”.');
  await page.goto(`${journey.url}/en/commitment/my-day`);
  expect(await page.locator('main').innerText()).toContain(task);
  expect(await page.locator('main').innerText()).not.toMatch(/PHQ|suicid|Robin/);
  await page.getByRole('link', { name: task }).click();
  await press(page, 'Record what was done');
  expect(await page.locator('.error-summary').innerText()).toContain('Choose what was done');
  await page.getByLabel('We made a plan for safety together').check();
  await page.getByLabel('In your own words').fill('We talked. Her sister stays tonight, and we speak again at nine.');
  await press(page, 'Record what was done');
  expect(await page.locator('main').innerText()).toContain('We made a plan for safety together');
  await page.context().close();
}, 120_000);

test('the mail about the task says no word of what it is about, and the task is gone once somebody has answered', async () => {
  const staff = await journey.enter('Maya Okafor');
  const mail = (await mailOf(staff, journey.url, /A task for today/)).replace(/^To .*$/m, '');
  expect(mail).not.toMatch(/PHQ|suicid|Robin|health/i);
  const clinician = await journey.enter('Claire Bouchard');
  await untilShown(clinician, `${journey.url}/en/commitment/my-day`, 'Done');
  expect(await clinician.locator('[aria-labelledby=waiting]').innerText()).not.toContain(task);
  await Promise.all([staff.context().close(), clinician.context().close()]);
}, 120_000);

test('the form is gone on with and finished; its score, its answers and how it was made are shown', async () => {
  const page = await journey.enter('Claire Bouchard');
  await page.goto(`${journey.url}/en${person}/assessments`);
  await page.getByRole('link', { name: 'Patient Health Questionnaire (PHQ-9)' }).first().click();
  await page.getByRole('link', { name: 'Go on with it' }).click();
  await press(page, /^Finish$/);
  expect(await page.locator('.error-summary a').count()).toBe(7);
  await expectUsable(page);
  for (let question = 2; question < 9; question += 1) await choose(page, `phq-${question}`, 1);
  await press(page, /^Finish$/);
  expect((await page.locator('.large').innerText()).split('\n')).toEqual(['10', 'Score 10 to 14']);
  await page.getByText('How the score was made').click();
  await expectUsable(page);
  for (const answer of [0, 3]) {
    await page.goto(`${journey.url}/en${person}/assessments/new/gad-2`);
    for (const question of ['gad-1', 'gad-2']) await choose(page, question, answer);
    await press(page, /^Finish$/);
  }
  await page.goto(`${journey.url}/en${person}/assessments`);
  expect(await page.locator('figure.chart').count()).toBe(1);
  await page.context().close();
}, 120_000);

test('two who save one form at once see both answers, and nothing typed is lost', async () => {
  const [one, two] = [await journey.enter('Claire Bouchard'), await journey.enter('Claire Bouchard', phone)];
  await one.goto(`${journey.url}/en${person}/assessments/new/needs`);
  await one.getByLabel('Is there anything else you need?').fill('A warm coat');
  await press(one, 'Save, finish later');
  await two.goto(one.url());
  await one.getByLabel('Is there anything else you need?').fill('A warm coat and boots');
  await press(one, 'Save, finish later');
  await two.getByLabel('Is there anything else you need?').fill('A warm coat and a bus pass');
  await press(two, 'Save, finish later');
  expect(await two.locator('[role=alert]').innerText()).toContain('A warm coat and boots');
  expect(await two.getByLabel('Is there anything else you need?').inputValue()).toBe('A warm coat and a bus pass');
  await expectUsable(two);
  await press(two, 'Save, finish later');
  expect(await two.locator('[role=status]').innerText()).toContain('Saved at');
  await Promise.all([one.context().close(), two.context().close()]);
}, 120_000);

test('the person fills in a form alone by a code, on a phone, in French, and is shown help first', async () => {
  const [staff, own] = [await journey.enter('Claire Bouchard'), await journey.open({ ...phone, javaScriptEnabled: false })];
  await staff.goto(`${journey.url}/en${person}/assessments`);
  await press(staff, /Give a link to the person.*What you need/);
  await expectUsable(staff);
  const code = await staff.locator('.code').innerText();
  await own.goto(`${journey.url}/fr/access/fill`);
  await own.getByLabel('Code').fill(code.toLowerCase());
  await press(own, 'Ouvrir le formulaire');
  expect(await own.locator('main').innerText()).not.toContain('Robin');
  await own.getByLabel('Non, je ne suis pas en sécurité').check();
  await press(own, 'Enregistrer et continuer plus tard');
  expect(await own.locator('h1').innerText()).toContain('Vous n’êtes pas seul');
  await press(own, 'Continuer le formulaire');
  expect(await own.getByLabel('Non, je ne suis pas en sécurité').isChecked()).toBe(true);
  await staff.goto(`${journey.url}/en/commitment/my-day`);
  expect(await staff.locator('main').innerText()).toContain(task);
  for (const size of [phone, desk]) {
    const page = await journey.open(size);
    for (const language of ['en', 'fr']) {
      await look(page, `/${language}/access/fill`);
      await look(page, `/${language}/access/fill?key=${code}`);
      await look(page, `/${language}/access/fill?key=AAAA`, 422);
    }
    await page.context().close();
  }
  await Promise.all([staff.context().close(), own.context().close()]);
}, 120_000);

test('the pages pass axe at 320 and 1280 pixels in both languages', async () => {
  for (const size of [phone, desk]) {
    // Each of the long forms in one language a size.
    const long = (language: string) => ((size === phone) === (language === 'fr') ? ['intake', 'needs', 'connection', 'readiness'] : []);
    const [page, supervisor] = [await journey.enter('Claire Bouchard', size), await journey.enter('Samir Haddad', size)];
    for (const language of ['en', 'fr']) {
      for (const path of ['', '/assessments', ...[...long(language), 'phq-9'].map((form) => `/assessments/new/${form}`)]) await look(page, `/${language}${person}${path}`);
      await look(page, `/${language}${alert}`);
      await look(supervisor, `/${language}/access/instruments`);
      await page.goto(`${journey.url}/${language}${person}/assessments`);
      await page.locator('tbody a').last().click();
      await expectUsable(page);
    }
    await Promise.all([page.context().close(), supervisor.context().close()]);
  }
}, 240_000);
