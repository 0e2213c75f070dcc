import { expect, test } from 'vitest';
import { desk, expectAccessible } from './browser.ts';
import { startJourney } from './journey.ts';

// A passkey belongs to a name, never to a number: the program is reached as localhost.
const journey = startJourney({ HOST: 'localhost' });

test('a person adds a passkey, signs in with it, and a removed one opens nothing', async () => {
  const page = await journey.open(desk);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await page.goto(`${journey.url}/en/identity/sign-in`);
  await page.getByRole('button', { name: /Sign in as Maya/ }).click();
  await page.goto(`${journey.url}/en/identity/account`);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.waitForURL('**/identity/account');
  expect(await page.getByRole('button', { name: 'Remove this passkey' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/commitment/my-day');
  expect(await page.locator('.who').innerText()).toContain('Maya Okafor');
  await page.goto(`${journey.url}/en/identity/account`);
  await page.getByRole('button', { name: 'Remove this passkey' }).click();
  await page.waitForLoadState();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL('**/passkey/finish');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('was not accepted');
}, 60_000);
