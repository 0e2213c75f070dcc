import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, expectNoSideScroll, expectUsable, phone, untilShown } from './browser.ts';
import { startJourney } from './journey.ts';
import { mailOf, press } from './steps.ts';

const journey = startJourney();


/** A page without JavaScript cannot run the checks: the same document is looked at by a page that can. */
async function checkCopy(page: Page): Promise<void> {
  await expectNoSideScroll(page);
  const copy = await journey.open(phone);
  await copy.goto(`${journey.url}/fr/plan`);
  await copy.setContent(await page.content(), { waitUntil: 'load' });
  await expectAccessible(copy);
  await copy.context().close();
}

test('a resident registers in French on a phone without JavaScript, changes and cancels by the link of the mail, and the office sees needs without a name', async () => {
  const resident = await journey.open({ ...phone, javaScriptEnabled: false });
  await resident.goto(`${journey.url}/fr/plan`);
  await resident.getByRole('link', { name: 'Venir à une rencontre' }).click();
  await checkCopy(resident);
  await resident.getByRole('link', { name: 'Rentrer chez soi en sécurité' }).click();
  expect(await resident.locator('main').innerText()).toContain('Porte principale, rue Exemple, sans marche');
  await checkCopy(resident);
  await resident.getByRole('link', { name: 'S’inscrire' }).click();
  await checkCopy(resident);
  await press(resident, 'Continuer');
  expect(await resident.locator('.error-summary').innerText()).toContain('Écrivez un nombre de 1 à 10');
  await checkCopy(resident);
  await resident.getByLabel('Combien de personnes').fill('2');
  await press(resident, 'Continuer');
  await checkCopy(resident);
  await resident.getByLabel('Une autre langue').check();
  await resident.getByLabel('Pour quelle langue').fill('Arabe');
  await press(resident, 'Continuer');
  await checkCopy(resident);
  await resident.getByLabel('Place pour un fauteuil roulant').check();
  await press(resident, 'Continuer');
  await resident.getByLabel('Pour combien d’enfants').fill('3');
  await press(resident, 'Continuer');
  await checkCopy(resident);
  await resident.getByLabel('Nom pour la liste').fill('Nadia Exemple (démo)');
  await resident.getByLabel('Adresse courriel').fill('nadia@example.org');
  await press(resident, 'Continuer');
  await checkCopy(resident);
  expect(await resident.locator('main').innerText()).toMatch(/Places restantes : 60[\s\S]*Interprète : Arabe[\s\S]*Garde d’enfants : 3/);
  await press(resident, 'S’inscrire');
  expect(await resident.locator('main').innerText()).toContain('Votre inscription est confirmée');
  await checkCopy(resident);
  expect(await resident.locator('script').count()).toBe(0);

  const staff = await journey.enter('Maya Okafor');
  const mail = await mailOf(staff, journey.url, /Inscription confirmée : Rentrer chez soi/);
  await staff.getByRole('link', { name: 'Public meetings' }).first().click();
  await expectUsable(staff);
  await staff.getByRole('link', { name: 'Getting home safely' }).click();
  const file = await staff.locator('main').innerText();
  expect(file).toMatch(/2 of 60 places[\s\S]*Child care: 3[\s\S]*Interpreter: 1[\s\S]*Arabe/);
  expect(file).not.toContain('Nadia');
  await expectUsable(staff);
  await staff.getByRole('link', { name: 'List for the door' }).click();
  expect(await staff.locator('main').innerText()).toContain('Nadia Exemple (démo)');
  await expectUsable(staff);

  await resident.goto(/https?:\/\/\S+registration\?key=[\w-]+/.exec(mail)?.[0] ?? '');
  await resident.getByRole('link', { name: 'Modifier' }).click();
  await resident.getByLabel('Combien de personnes').fill('4');
  for (let step = 0; step < 5; step += 1) await press(resident, 'Continuer');
  await press(resident, 'Enregistrer le changement');
  expect(await resident.locator('main').innerText()).toMatch(/Votre changement est enregistré[\s\S]*Arabe/);
  await press(resident, 'Annuler mon inscription');
  expect(await resident.locator('main').innerText()).toContain('vos réponses sont effacées');
  await checkCopy(resident);
}, 120_000);

test('staff type ten notes by keyboard alone and are warned of a name', async () => {
  const staff = await journey.enter('Maya Okafor');
  await staff.goto(`${journey.url}/en/engagement/events/office`);
  await staff.getByRole('link', { name: 'Kitchen table talk' }).click();
  await expectUsable(staff);
  await staff.getByRole('link', { name: 'Type notes' }).press('Enter');
  await staff.waitForURL(/notes$/);
  await expectUsable(staff);
  const { keyboard } = staff;
  const tabTo = async (id: string) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await keyboard.press('Tab');
      if (await staff.evaluate((wanted) => document.activeElement?.id === wanted, id)) return;
    }
    throw new Error(`the keyboard does not reach ${id}`);
  };
  const save = async () => {
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await staff.waitForLoadState();
  };
  await tabTo('table');
  await keyboard.type('7');
  await keyboard.press('Tab');
  for (let note = 1; note <= 6; note += 1) {
    await keyboard.type(`Need ${note}: a later bus`);
    if (note < 6) await keyboard.press('Enter');
  }
  await save();
  await staff.waitForURL(/saved=6/);
  // The next sheet begins where the hands are: in the lines, at the same table.
  await keyboard.type('Need 7: benches');
  await keyboard.press('Enter');
  await keyboard.type('John Smith has no ride');
  await save();
  await staff.getByRole('heading', { name: 'Does a line name somebody?' }).waitFor();
  await expectUsable(staff);
  await tabTo('notes');
  await keyboard.press('Control+A');
  for (const line of ['Need 7: benches', 'Need 8: a ride', 'Need 9: light', 'Need 10: shade']) {
    await keyboard.type(line);
    if (!line.includes('10')) await keyboard.press('Enter');
  }
  await save();
  await staff.waitForURL(/saved=4/);
  expect(await staff.getByLabel('Table number').inputValue()).toBe('7');
  const text = await staff.locator('main').innerText();
  for (let note = 1; note <= 10; note += 1) expect(text).toContain(`Need ${note}:`);
  expect(text).not.toContain('John Smith');
  expect(text).toContain('10 notes');
  await expectUsable(staff);
}, 120_000);

test('the door is counted, a meeting is announced and called off, on a phone too', async () => {
  const staff = await journey.enter('Maya Okafor', phone);
  await staff.goto(`${journey.url}/en/engagement/events/office`);
  await staff.getByRole('link', { name: 'Kitchen table talk' }).click();
  await expectUsable(staff);
  await staff.getByRole('group', { name: 'English' }).getByLabel('Adults').fill('14');
  await staff.getByRole('group', { name: 'French' }).getByLabel('Youth').fill('3');
  await staff.getByRole('group', { name: 'French' }).getByLabel('walk-ins').fill('4');
  await press(staff, 'Save the numbers');
  expect(await staff.locator('.error-summary').innerText()).toContain('no more walk-ins than people');
  await expectUsable(staff);
  await staff.getByRole('group', { name: 'French' }).getByLabel('walk-ins').fill('2');
  await press(staff, 'Save the numbers');
  await staff.getByRole('link', { name: 'Public page' }).click();
  // 17, as the gate prints it.
  expect(await untilShown(staff, /\b(15|20) people/)).toMatch(/\b(15|20) people/);
  await staff.goto(`${journey.url}/fr/engagement/events/office/new`);
  await press(staff, 'Enregistrer');
  await expectUsable(staff);
  await staff.goto(`${journey.url}/en/engagement/events/office`);
  await staff.getByRole('link', { name: 'An evening in French' }).click();
  await staff.getByLabel('Reason, in English').fill('The centre is closed.');
  await staff.getByLabel('Reason, in French').fill('Le centre est fermé.');
  await press(staff, 'Cancel this meeting');
  expect(await staff.locator('main').innerText()).toContain('The centre is closed.');
  const visitor = await journey.open({ ...phone, javaScriptEnabled: false });
  await visitor.goto(`${journey.url}/fr/engagement/events/demo-francophone-evening`);
  expect(await visitor.locator('main').innerText()).toContain('Cette rencontre est annulée. Le centre est fermé.');
}, 120_000);
