import { expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';

const journey = startJourney();

test('a 311 operator counts a crisis call and takes an issue by keyboard alone, in French', async () => {
  const page = await journey.open({ ...desk, javaScriptEnabled: false });
  await page.goto(`${journey.url}/fr/identity/sign-in`);
  await page.getByRole('button', { name: /Owen Tremblay/ }).press('Enter');
  await page.goto(`${journey.url}/fr/engagement/issues/call`);
  const text = await page.locator('main').innerText();
  expect(text.indexOf('911')).toBeLessThan(text.indexOf('soulève un enjeu'));
  await page.getByRole('button', { name: /L’appel a été transféré/ }).press('Enter');
  expect(await page.locator('main').innerText()).toContain('Rien sur la personne n’a été gardé');
  await page.getByLabel('En quelques mots').focus();
  await page.keyboard.type('Pas d’autobus le dimanche');
  await page.keyboard.press('Tab');
  await page.keyboard.type('La personne ne peut pas aller à la banque alimentaire.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.code');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('Lisez ceci');
  expect(await page.locator('.code').first().innerText()).toMatch(/^CSWB-2019-\d{4}$/);
  expect((await page.goto(`${journey.url}/fr/engagement/issues/inbox`))?.status()).toBe(404);
}, 60_000);

test.each(['en', 'fr'] as const)('every page of the plan office is accessible in %s, on a phone and on a desk', async (language) => {
  for (const size of [phone, desk]) {
    const page = await journey.open(size);
    await page.goto(`${journey.url}/${language}/identity/sign-in`);
    await page.getByRole('button', { name: /Maya Okafor/ }).click();
    for (const path of ['/commitment/my-day', '/engagement/issues/inbox', '/engagement/issues/leadership', '/engagement/issues/call', '/plan/milestones', '/plan/duties/office', '/plan/duties/adoption', '/plan/duties/consult/evidence', '/engagement/bulletins', '/outbox', '/identity/account']) {
      expect((await page.goto(`${journey.url}/${language}${path}`))?.status(), path).toBe(200);
      await expectUsable(page);
    }
    await page.context().close();
  }
}, 120_000);
