import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSideScroll, launchBrowser, phone } from './browser.ts';
import { type RunningProgram, startProgram } from './server.ts';
import { signIn } from './steps.ts';

let browser: Browser;
let program: RunningProgram;
beforeAll(async () => {
  [browser, program] = await Promise.all([launchBrowser(), startProgram()]);
}, 120_000);
afterAll(async () => await Promise.all([browser?.close(), program?.stop()]));

const shots = process.env.SCREENSHOTS;
async function check(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
  await expectNoSideScroll(page);
  await expectAccessible(page);
}

test('an intake worker enters a household on one form, without scripts, at 320 pixels, and sees it on a desk', async () => {
  const page = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  await signIn(page, program.url, 'Ines Walker');
  await page.goto(`${program.url}/en/access/households/new`);
  await check(page, 'household-empty');
  await page.locator('#given-2').fill('Half');
  await page.getByRole('button', { name: 'Enter the household' }).click();
  expect(await page.locator('main').innerText()).toContain('Give both names of the first person');
  await check(page, 'household-errors');
  for (const [field, value] of [['given-1', 'Winifred'], ['family-1', 'Examplecott'], ['given-2', 'Wilbur'], ['family-2', 'Examplecott'], ['birth-2', '2015-02-03'], ['needs', 'A door that locks']] as const) await page.locator(`#${field}`).fill(value);
  await page.locator('#relation-2').selectOption('child');
  await page.getByRole('button', { name: 'Enter the household' }).click();
  await page.getByRole('heading', { name: 'Household', exact: true }).waitFor();
  expect(await page.locator('main').innerText()).toContain('Wilbur Examplecott');
  await check(page, 'household-phone');
  await page.setViewportSize({ width: 1280, height: 800 });
  await check(page, 'household-desk');
  await page.goto(page.url().replace(/household$/, 'stays').replace('/en/', '/fr/'));
  await check(page, 'stays-desk');
});
