import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press } from './steps.ts';

const journey = startJourney();

const at = (path: string, language = 'en') => `${journey.url}/${language}/access/${path}`;
async function look(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(200);
  await expectUsable(page);
}

test('an intake worker searches, is asked before she enters a known person, and enters, by the keyboard, at 320 pixels', async () => {
  const page = await journey.enter('Ines Walker', phone);
  await expectUsable(page);
  await page.getByRole('link', { name: 'People', exact: true }).click();
  expect(await page.locator('main').innerText()).toContain('Catherine Sampleton (demo)');
  await expectUsable(page);
  await page.getByLabel('Family name').focus();
  await page.keyboard.type('Simpelton');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Found' }).waitFor();
  expect(await page.locator('main').innerText()).toContain('Catherine Sampleton');
  await expectUsable(page);
  await look(page, at('persons/new'));
  await page.getByLabel('Given name').focus();
  await page.keyboard.type('Cathy');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Sampleton');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1984-03-12');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Could it be one of these?' }).waitFor();
  expect(await page.getByLabel('Given name').inputValue()).toBe('Cathy');
  expect(await page.locator('#alike ~ article').first().innerText()).toContain('a familiar form of the other');
  await expectUsable(page);
  await press(page, 'None of these');
  expect(await page.locator('h1').innerText()).toBe('Cathy Sampleton');
  await expectUsable(page);
  await page.context().close();
}, 120_000);

test('consent with its receipt, an instruction in plain words, and what the record then shows, at a desk in both languages', async () => {
  const page = await journey.enter('Ines Walker');
  await page.goto(at('persons'));
  await page.getByRole('link', { name: /Liam Madeup/ }).click();
  const record = page.url();
  await page.getByRole('link', { name: 'Consent and instructions' }).click();
  await expectUsable(page);
  await page.getByRole('link', { name: 'Record a consent' }).click();
  await expectUsable(page);
  for (const label of ['Care and support', 'Identity', 'Old Mill Health (demo)', 'Spoken']) await page.getByLabel(label, { exact: true }).check();
  await press(page, 'Save');
  await page.getByRole('link', { name: /^Receipt/ }).first().click();
  expect(await page.locator('main').innerText()).toContain('Old Mill Health (demo)');
  await expectUsable(page);
  await page.goto(`${record}/instructions/new`);
  await page.getByLabel('What the person said').fill('Nobody but you should read where I live.');
  await page.getByLabel('Housing and daily life', { exact: true }).check();
  await page.getByLabel('From whom').selectOption({ label: 'Cora Lindqvist (demo)' });
  await expectUsable(page);
  await press(page, 'Save');
  await page.goto(`${record}/consents`);
  expect(await page.locator('main').innerText()).toContain('Nobody but you should read where I live.');
  for (const size of [phone, desk]) {
    await page.setViewportSize(size.viewport ?? { width: 320, height: 640 });
    for (const path of ['', '/consents', '/consents/new', '/instructions/new']) await look(page, `${record.replace('/en/', '/fr/')}${path}`);
    await look(page, at('persons', 'fr'));
    await look(page, at('persons/new', 'fr'));
  }
  await page.context().close();
}, 120_000);

test('a supervisor sees who looked and judges possible duplicates, and undoes it', async () => {
  const page = await journey.enter('Samir Haddad');
  await page.getByRole('link', { name: 'Possible duplicates' }).click();
  await expectUsable(page);
  await page.locator('article', { hasText: 'Kate Sampelton' }).first().getByLabel(/^Yes. The first record/).check();
  await page.locator('article', { hasText: 'Kate Sampelton' }).first().getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Judged' }).waitFor();
  await expectUsable(page);
  await page.goto(at('persons'));
  expect(await page.locator('main').innerText()).toContain('leads to another record of the same person');
  await page.getByRole('link', { name: /Catherine Sampleton/ }).click();
  await expectUsable(page);
  await page.getByRole('link', { name: 'Who has looked at this record' }).click();
  expect(await page.locator('main').innerText()).toContain('Bayview Access Point (demo)');
  await expectUsable(page);
  for (const size of [phone, desk]) {
    await page.setViewportSize(size.viewport ?? { width: 320, height: 640 });
    for (const language of ['en', 'fr']) await look(page, at('duplicates', language));
  }
  await page.goto(at('duplicates'));
  await press(page, /^Undo/);
  expect(await page.locator('main').innerText()).not.toContain('Judged');
  await page.context().close();
}, 120_000);

test('the privacy officer finds a break-glass in her day and reviews it; a volunteer finds a day without records', async () => {
  const officer = await journey.enter('Priya Nair', phone);
  await expectUsable(officer);
  await officer.getByRole('link', { name: /Review a break-glass|break-glass/i }).first().click();
  expect(await officer.locator('main').innerText()).toContain('Found unconscious at the bus terminal');
  await expectUsable(officer);
  await look(officer, at('glass', 'fr'));
  await officer.goto(at('glass'));
  await officer.getByLabel('Justified', { exact: true }).check();
  await press(officer, 'Save');
  await expectUsable(officer);
  expect(await officer.getByRole('button', { name: 'Save' }).count()).toBe(0);
  const volunteer = await journey.enter('Vera Stone', phone);
  await expectUsable(volunteer);
  expect(await volunteer.getByRole('link', { name: 'People', exact: true }).count()).toBe(0);
  const coordinator = await journey.enter('Cora Lindqvist');
  await look(coordinator, at('persons'));
  expect(await coordinator.locator('main').innerText()).toContain('Robin Fictive');
  await Promise.all([officer, volunteer, coordinator].map(async (page) => await page.context().close()));
}, 120_000);

test('a clinician reads what was shared with her organisation, and that some of it is withheld', async () => {
  const page = await journey.enter('Claire Bouchard');
  await page.goto(at('persons'));
  await page.getByRole('link', { name: /Robin Fictive/ }).click();
  await expectUsable(page);
  await look(page, at('glass/new'));
  await press(page, /glass/i);
  await page.locator('.error-summary').waitFor();
  await expectUsable(page);
  await page.context().close();
}, 120_000);
