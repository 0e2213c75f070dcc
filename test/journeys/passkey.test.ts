import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, expectAccessible, launchBrowser } from './browser.ts';
import { type RunningProgram, startProgram } from './server.ts';

let browser: Browser;
let program: RunningProgram;
beforeAll(async () => {
  // A passkey belongs to a name, never to a number: the program is reached as localhost.
  [browser, program] = await Promise.all([launchBrowser(), startProgram({ HOST: 'localhost' })]);
}, 120_000);
afterAll(async () => await Promise.all([browser?.close(), program?.stop()]));

test('a person adds a passkey, signs in with it, and a removed one opens nothing', async () => {
  const context = await browser.newContext(desk);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await page.goto(`${program.url}/en/identity/sign-in`);
  await page.getByRole('button', { name: /Sign in as Maya/ }).click();
  await page.goto(`${program.url}/en/identity/account`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.waitForURL('**/identity/account');
  expect(await page.getByRole('button', { name: 'Remove this passkey' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/commitment/my-day');
  expect(await page.locator('.who').innerText()).toContain('Maya Okafor');
  await page.goto(`${program.url}/en/identity/account`);
  await page.getByRole('button', { name: 'Remove this passkey' }).click();
  await page.waitForLoadState();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/passkey/finish');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('was not accepted');
}, 60_000);
