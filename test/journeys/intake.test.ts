import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press, untilShown } from './steps.ts';

const journey = startJourney();

const at = (language: string, path: string) => `${journey.url}/${language}/access/${path}`;
async function look(page: Page, address?: string): Promise<void> {
  if (address) expect((await page.goto(address))?.status(), address).toBe(200);
  await expectUsable(page);
}
const points = ['child-youth-mental-health', 'dual-diagnosis', 'older-adults', 'homelessness'] as const;

test('every door stands open on a phone and at a desk, in both languages, reached from the first page', async () => {
  for (const size of [phone, desk]) {
    const page = await journey.open(size);
    for (const language of ['en', 'fr']) {
      await page.goto(`${journey.url}/${language}/plan`);
      await page.getByRole('link', { name: language === 'en' ? 'Ask for help' : 'Demander de l’aide', exact: true }).first().click();
      await look(page);
      for (const path of ['points/dual-diagnosis/ask', 'points/child-youth-mental-health/refer', 'points/homelessness/print', 'follow-intake']) await look(page, at(language, path));
      if (size === phone) for (const point of points) await look(page, at(language, `points/${point}/ask`));
    }
    expect(await page.locator('script').count()).toBe(0);
    await page.context().close();
  }
}, 180_000);

let code = '';
test('somebody asks without scripts on a small phone, is led to the right point, and gets a code', async () => {
  const page = await journey.open({ ...phone, javaScriptEnabled: false });
  await page.goto(at('en', 'points/child-youth-mental-health/ask'));
  await press(page, 'Send the request');
  expect(await page.locator('.error-summary').innerText()).toContain('Write a few words about what is happening');
  await page.getByLabel('2. How old is the person?').fill('19');
  await page.getByLabel(/What is happening/).fill('My brother is nineteen and still at school. Nights are hard for us.');
  await page.getByLabel('By phone').check();
  await page.getByLabel('Phone', { exact: true }).fill('905-555-0177');
  await page.getByLabel(/When is it safe/).fill('Not in the evening.');
  await press(page, 'Send the request');
  expect(await page.locator('h1').innerText()).toBe('Another door may be the right one');
  await press(page, 'Go on at: Developmental disability and mental health');
  expect(await page.getByLabel(/What is happening/).inputValue()).toContain('My brother is nineteen');
  await press(page, 'Send the request');
  expect(await page.locator('.error-summary').innerText()).toContain('whether the person still goes there');
  await page.getByRole('group', { name: /still go to school/ }).getByLabel('Yes').check();
  await page.getByRole('group', { name: /developmental disability/ }).getByLabel('Not sure').check();
  await page.getByLabel('Given name').fill('Teodor');
  await press(page, 'Send the request');
  expect(await page.locator('h1').innerText()).toBe('We have your request');
  code = await page.locator('.code').innerText();
  expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
  await page.context().close();
}, 120_000);

test('the pages between are accessible too: errors, another door, somebody who does not know, the last page', async () => {
  for (const [language, send] of [['en', 'Send the request'], ['fr', 'Envoyer la demande']] as const) {
    const page = await journey.open(phone);
    await page.goto(at(language, 'points/older-adults/ask'));
    await press(page, send);
    await look(page);
    await page.locator('#age').fill('54');
    await page.locator('#story').fill('Days are long.');
    await page.locator('#preference-none').check();
    await press(page, send);
    await look(page);
    await page.goto(at(language, 'points/older-adults/refer'));
    await page.locator('#knows-no').check();
    await press(page, send);
    await look(page);
    await page.goto(at(language, 'points/homelessness/ask'));
    await page.locator('#story').fill('We must leave on Friday.');
    await page.locator('#preference-in-person').check();
    await press(page, send);
    await look(page);
    await page.context().close();
  }
}, 120_000);

test('a worker sees what is due on her day, looks at it, calls, hands over together, and makes a record of it', async () => {
  const page = await journey.enter('Ines Walker');
  await untilShown(page, `${journey.url}/en/commitment/my-day`, 'Look at a request for help: Developmental disability and mental health');
  await look(page);
  for (const language of ['en', 'fr']) for (const path of ['intakes', 'intakes?point=homelessness&age=unknown', 'intakes/counts', 'intakes/new', 'intakes/new?point=homelessness', 'hand-offs']) await look(page, at(language, path));
  await page.goto(at('en', 'intakes?point=dual-diagnosis'));
  await page.locator('main table a').last().click();
  const request = page.url().split('/intakes/')[1] ?? '';
  expect(await page.locator('main').innerText()).toContain('Leave no message.');
  await look(page);
  await press(page, 'Take it');
  await press(page, 'Save the urgency');
  await look(page);
  await page.getByLabel('Soon').check();
  await page.getByLabel('Why').fill('The family is worn out.');
  await press(page, 'Save the urgency');
  await page.getByRole('group', { name: 'How', exact: true }).getByLabel('Phone').check();
  await page.getByLabel('Reached').check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForLoadState();
  await page.getByRole('link', { name: 'Hand over, together with the person' }).click();
  await look(page);
  await page.getByLabel(/Call of three/).check();
  await page.getByLabel('To which agency?').selectOption({ label: 'Old Mill Health (demo)' });
  await page.getByLabel('Who took over there').fill('Claire Bouchard (demo)');
  await page.getByLabel('What was agreed').fill('First visit on Thursday, at home.');
  await press(page, 'Save the hand-over');
  await look(page);
  for (const [language, path] of [['fr', ''], ['en', '/link'], ['en', '/close'], ['en', '/record']] as const) await look(page, at(language, `intakes/${request}${path}`));
  await page.getByLabel('Family name').fill('Demo');
  await press(page, 'Save');
  expect(await page.locator('main').innerText()).toContain('905-555-0177');
  await page.getByRole('link', { name: 'Requests for help and hand-overs' }).click();
  expect(await page.locator('main').innerText()).toContain('Old Mill Health (demo)');
  await look(page);
  await page.context().close();
}, 180_000);

test('the receiving side confirms, and whoever asked sees it with the code and takes the request back', async () => {
  const clinician = await journey.enter('Claire Bouchard', phone);
  await look(clinician, at('en', 'hand-offs'));
  await press(clinician, 'We have taken over');
  expect(await clinician.locator('main').innerText()).toContain('Confirmed by the receiving side');
  const page = await journey.open({ ...phone, javaScriptEnabled: false });
  await page.goto(at('en', 'follow-intake'));
  await page.getByLabel('Code').fill(code.toLowerCase());
  await press(page, 'Look');
  const shown = await page.locator('main').innerText();
  for (const part of ['We reached you', 'Handed to Old Mill Health (demo)', 'They confirmed that they took over.']) expect(shown).toContain(part);
  expect(shown).not.toMatch(/Teodor|0177|worn out/);
  const seen = await journey.open(phone);
  await seen.goto(at('fr', 'follow-intake'));
  await seen.getByLabel('Code').fill(code);
  await press(seen, 'Voir');
  await look(seen);
  await press(page, 'Take it back and erase it');
  expect(await page.locator('h1').innerText()).toBe('The request is taken back');
  await Promise.all([clinician.context().close(), page.context().close(), seen.context().close()]);
}, 120_000);
