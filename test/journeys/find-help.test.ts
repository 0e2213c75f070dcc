import { expect, test } from 'vitest';
import { desk, expectAccessible, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press } from './steps.ts';

const journey = startJourney();

test.each([
  ['en', phone, 'A place to sleep tonight', 'Oakville', 'How old is the person?', 'Show services', 'Night shelter', 'It is for people from 16 to 24 years.', 'Last checked by Open Door Housing (demo) on 2 June 2019'],
  ['fr', desk, 'Un endroit où dormir ce soir', 'Oakville', 'Quel âge a la personne?', 'Voir les services', 'Refuge de nuit', 'Il s’adresse aux personnes de 16 à 24 ans.', 'Dernière vérification par Logement Porte Ouverte (démo) le 2 juin 2019'],
  ['fr', phone, 'Un endroit où dormir ce soir', 'Oakville', 'Quel âge a la personne?', 'Voir les services', 'Refuge de nuit', 'Il s’adresse aux personnes de 16 à 24 ans.', 'Dernière vérification par Logement Porte Ouverte (démo) le 2 juin 2019'],
  ['en', desk, 'A place to sleep tonight', 'Oakville', 'How old is the person?', 'Show services', 'Night shelter', 'It is for people from 16 to 24 years.', 'Last checked by Open Door Housing (demo) on 2 June 2019'],
] as const)('help is found without JavaScript, with reasons, in %s at %o', async (language, size, need, place, age, show, shelter, reason, checked) => {
  const page = await journey.open({ ...size, javaScriptEnabled: true });
  await page.route('**/*.js', async (route) => await route.abort());
  await page.goto(`${journey.url}/${language}/plan`);
  await page.getByRole('navigation').getByRole('link', { name: language === 'en' ? 'Find help' : 'Trouver de l’aide' }).first().click();
  await expectUsable(page);
  const text = await page.locator('main').innerText();
  expect(text.indexOf('9-8-8')).toBeGreaterThan(0);
  expect(text.indexOf('9-8-8')).toBeLessThan(text.indexOf(need));
  await page.getByLabel(need).check();
  await page.locator('select[name=municipality]').selectOption({ label: place });
  await page.getByLabel(age).fill('2o');
  await page.getByRole('button', { name: show }).click();
  await page.waitForLoadState();
  expect(await page.locator('.error-summary').count()).toBe(1);
  expect(await page.getByLabel(need).isChecked()).toBe(true);
  await expectAccessible(page);
  await page.getByLabel(age).fill('40');
  await page.getByRole('button', { name: show }).click();
  await page.waitForLoadState();
  await expectUsable(page);
  const found = await page.locator('#results').innerText();
  for (const words of [shelter, reason, checked, '211']) expect(found).toContain(words);
  expect(page.url()).not.toMatch(/name|phone|email/);
  await page.getByRole('link', { name: shelter }).click();
  await page.waitForLoadState();
  await expectUsable(page);
  expect(await page.locator('main').innerText()).toContain('905-555-0124');
  expect(await page.locator('a[href^="tel:905"]').count()).toBe(0);
}, 120_000);

test.each([['phone', phone], ['desk', desk]] as const)('a supervisor keeps her services true from the board with two presses of a key, on a %s', async (_, size) => {
  const page = await journey.enter('Samir Haddad', size);
  await page.goto(`${journey.url}/en/access/directory/board`);
  await expectUsable(page);
  const panel = page.getByRole('region', { name: 'Keep your home' });
  await panel.getByRole('button', { name: 'Has room' }).focus();
  await page.keyboard.press('Tab');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  expect(await panel.innerText()).toMatch(/Has a waiting list[\s\S]*Last check: today/);
  await panel.getByRole('link', { name: 'Change: Keep your home' }).click();
  await page.waitForLoadState();
  await expectUsable(page);
  await page.getByLabel('Name in French').fill('');
  await press(page, 'Save');
  expect(await page.locator('.error-summary').innerText()).toContain('Write something here');
  await expectAccessible(page);
  await page.getByLabel('Name in French').fill('Garder son logement');
  await press(page, 'Save');
  expect(page.url()).toContain('/board');
}, 120_000);
