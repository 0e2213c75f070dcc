import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press } from './steps.ts';

const journey = startJourney();

/** Each page is held to the rules in both languages, on a phone and at a desk. */
async function look(page: Page): Promise<void> {
  const address = page.url();
  for (const [there, size] of [[address, phone], [address.replace('/en/', '/fr/'), desk], [address.replace('/en/', '/fr/'), phone], [address, desk]] as const) {
    if (size.viewport) await page.setViewportSize(size.viewport);
    await page.goto(there);
    await expectUsable(page);
  }
}
const text = async (page: Page) => await page.locator('main').innerText();

test('a family tells its story once: people, stays on a timeline, why they are not on the list and then that they are, and help for the mind from the same record', async () => {
  const page = await journey.enter('Ines Walker', { ...desk, javaScriptEnabled: true });
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('link', { name: 'Enter a household' }).click();
  await look(page);
  await press(page, 'Enter the household');
  expect(await page.locator('.error-summary').count()).toBe(1);
  await expectUsable(page);
  const fill = async (name: string, value: string) => await page.locator(`[name="${name}"]`).fill(value);
  for (const [place, given, birth, relation] of [[1, 'Marguerite', '1991-02-03', 'head'], [2, 'Théo', '2014-09-30', 'child']] as const) {
    await fill(`given-${place}`, given);
    await fill(`family-${place}`, 'Demo-Laframboise');
    await fill(`birth-${place}`, birth);
    await page.locator(`[name="relation-${place}"]`).selectOption(relation);
  }
  await page.getByLabel('With others, no security').check();
  await fill('place', 'A sofa of friends (demo)');
  await fill('start', '2018-05-01');
  await fill('end', '2018-10-15');
  await page.getByLabel('Told by the person').check();
  await fill('needs', 'Two rooms that lock, near the school.');
  await press(page, 'Enter the household');
  expect(await text(page)).toContain('Théo Demo-Laframboise');
  await look(page);
  const record = page.url().replace(/\/household$/, '');

  await page.goto(`${record}/stays`);
  await page.getByLabel('Shelter', { exact: true }).check();
  await fill('start', '2018-10-15');
  await page.getByLabel('Seen by a service').check();
  await page.getByLabel('Théo Demo-Laframboise').check();
  await press(page, 'Save');
  // One line of the timeline for each kind of stay.
  expect(await page.locator('main svg').count()).toBe(2);
  // As it is drawn: 168 days with friends, then the shelter until today, at the right end.
  const drawn = await page.locator('main svg').evaluateAll((lanes) => lanes.map((lane) => [...lane.querySelectorAll('rect')].map((one) => one.getBoundingClientRect()).map(({ left, right }) => [left, right])));
  const [[ground = [], shelter = []] = [], [, friends = []] = []] = drawn;
  const days = ([left = 0, right = 0]: number[]) => Math.round(((right - left) / ((ground[1] ?? 0) - (ground[0] ?? 0))) * 1095);
  expect([days(friends), days(shelter), Math.round((ground[1] ?? 0) - (shelter[1] ?? 1))]).toEqual([168, 232, 0]);
  for (const piece of ['Household: Marguerite Demo-Laframboise (head), Théo Demo-Laframboise', 'Not on the list today', 'There is no live consent for a list']) expect(await text(page)).toContain(piece);
  await look(page);

  await page.goto(`${record}/consents/new`);
  await page.getByLabel('The person herself or himself').check();
  await page.getByLabel('A waiting list or by-name list').check();
  await page.getByLabel('Identity').check();
  await page.getByLabel('Housing and daily life').check();
  await page.getByLabel('Bayview Access Point (demo)').check();
  await page.getByLabel('Spoken').check();
  await press(page, 'Save');
  await page.goto(`${record}/stays`);
  expect(await text(page)).toContain('On the list today');

  await page.goto(record);
  await page.getByRole('link', { name: 'Referrals of this person' }).click();
  await page.getByRole('link', { name: 'Choose a service' }).click();
  await page.getByLabel('Words in the name of a service or organisation').fill('counselling');
  await press(page, 'Search');
  await page.locator('li.issue a').first().click();
  await page.waitForLoadState();
  const form = page.url();
  await page.getByRole('link', { name: 'Record the consent' }).click();
  await page.getByLabel('The person herself or himself').check();
  await page.getByLabel('Referral to a service').check();
  await page.getByLabel('Identity').check();
  await page.getByLabel('Spoken').check();
  await press(page, 'Save');
  await page.goto(form);
  await page.getByLabel('What does the person need?').selectOption('mental-health');
  await page.getByLabel('What is asked for').fill('Somebody to talk with about sleeping badly since the winter.');
  await page.getByLabel('Routine').check();
  await press(page, 'Send');
  expect(await page.locator('.code').innerText()).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await look(page);
  await page.context().close();
}, 180_000);

test('whoever keeps the list finds the family on it, with the days of each', async () => {
  const page = await journey.enter('Samir Haddad', { ...desk, javaScriptEnabled: true });
  await page.goto(`${journey.url}/en/access/lists/halton-by-name-demo`);
  expect(await text(page)).toContain('Marguerite Demo-Laframboise');
  await look(page);
  await page.context().close();
}, 120_000);
