import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, expectAccessible, expectUsable, phone, untilShown } from './browser.ts';
import { startJourney } from './journey.ts';
import { press } from './steps.ts';

const journey = startJourney();

const base = (language: string) => `${journey.url}/${language}/engagement/consultations`;
async function look(page: Page, address: string): Promise<void> {
  const response = await page.goto(address);
  expect(response?.status(), address).toBe(200);
  await expectUsable(page);
}

test('everybody reads what was asked, said and done, on a phone and at a desk, in both languages', async () => {
  for (const size of [phone, desk]) {
    const page = await journey.open(size);
    for (const language of ['en', 'fr']) for (const path of ['', '/plan-2017', '/demonstration-2019']) await look(page, `${base(language)}${path}`);
    expect(await page.locator('script').count()).toBe(0);
    await page.context().close();
  }
}, 120_000);

test('an analyst codes by the keyboard alone, at 320 pixels and without scripts, and the next piece follows', async () => {
  const page = await journey.enter('Anouk Lee', phone);
  await look(page, `${base('en')}/demonstration-2019/pieces`);
  expect(await page.locator('script').count()).toBe(0);
  await page.goto(`${base('en')}/demonstration-2019/pieces/next`);
  const first = page.url();
  const said = await page.locator('blockquote').innerText();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('numbers');
  await expectAccessible(page);
  await page.keyboard.type('99');
  await page.keyboard.press('Enter');
  await page.locator('.error-summary').waitFor();
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  await expectAccessible(page);
  await page.locator('#numbers').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('2 6');
  await Promise.all([page.waitForURL((url) => url.href !== first && !url.href.endsWith('/codes')), page.keyboard.press('Enter')]);
  expect(page.url()).not.toBe(first);
  expect(await page.locator('blockquote').innerText()).not.toBe(said);
  await page.goto(first);
  const given = await page.locator('dd').first().innerText();
  expect(given.split('; ').sort()).toEqual(['People without a home', 'Waiting']);
  await page.context().close();
}, 120_000);

test('one proposes a quote, another approves it, and the report shows it to everybody', async () => {
  const [analyst, manager] = [await journey.enter('Anouk Lee'), await journey.enter('Maya Okafor', phone)];
  await analyst.goto(`${base('en')}/demonstration-2019/pieces?show=coded`);
  await analyst.getByRole('link', { name: /The crossing by the plaza|Cars race|Nobody keeps|speeding|speed bump/ }).last().click();
  await analyst.getByRole('link', { name: 'Quote it' }).click();
  await expectAccessible(analyst);
  await analyst.getByLabel('The quote').fill('The cars are too fast where children cross.');
  await analyst.getByLabel('For which theme?').selectOption({ label: 'Waiting' });
  await press(analyst, 'Propose it');
  expect(await analyst.locator('main').innerText()).toContain('You proposed it');
  await look(manager, `${base('en')}/demonstration-2019/quotes`);
  await press(manager, 'Approve the wording');
  for (const path of ['themes', 'agreement', 'report', 'pieces/new']) await look(manager, `${base('en')}/demonstration-2019/${path}`);
  await manager.goto(`${base('en')}/demonstration-2019/report`);
  await press(manager, /^Publish/);
  // The report stands once its counts have passed the gate.
  expect(await untilShown(manager, 'The cars are too fast where children cross.')).toContain('The cars are too fast where children cross.');
  await Promise.all([analyst.context().close(), manager.context().close()]);
}, 120_000);
