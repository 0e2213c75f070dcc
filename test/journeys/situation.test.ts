import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press } from './steps.ts';

const journey = startJourney();
const noScript = { ...desk, javaScriptEnabled: false };
/** The same page in the other language and at the other width, each usable. */
async function look(page: Page): Promise<void> {
  const address = page.url();
  for (const [to, size] of [[address.replace('/en/', '/fr/'), phone], [address.replace('/fr/', '/en/'), phone], [address.replace('/en/', '/fr/'), desk], [address, desk]] as const) {
    await page.setViewportSize(size.viewport ?? { width: 1280, height: 800 });
    await page.goto(to);
    await expectUsable(page);
  }
}

test('a situation goes from filter 1 to its closing, at a laptop and on a phone, in English and in French', async () => {
  const police = await journey.enter('Paul Ness');
  await police.goto(`${journey.url}/en/situation`);
  await look(police);
  await police.getByRole('link', { name: /Open the table/ }).click();
  expect(await police.locator('main').innerText()).toContain('Agenda of');
  await look(police);
  await police.getByLabel('We have exhausted our options').check();
  await press(police, 'Bring a situation forward');
  await look(police);
  const telling = police.url();
  // French, and what could point at somebody is refused with everything still there.
  await police.goto(telling.replace('/en/', '/fr/'));
  await police.getByLabel('Une personne', { exact: true }).check();
  await police.getByLabel('40 à 59 ans').check();
  await police.getByLabel('Masculin').check();
  await police.getByLabel('Aucun organisme ne peut y répondre seul').check();
  await police.getByText('Logement', { exact: true }).first().click();
  await police.getByLabel('N’a pas accès à un logement convenable').check();
  await police.locator('#words').fill('Dort dehors depuis février');
  await press(police, 'Présenter à la table');
  expect(await police.locator('#words-error').innerText()).toContain('Retirez le jour ou le mois');
  expect(await police.getByLabel('N’a pas accès à un logement convenable').isChecked()).toBe(true);
  await expectUsable(police);
  await police.locator('#words').fill('Dort dehors et ne mange plus; plusieurs organismes sont inquiets');
  await press(police, 'Présenter à la table');
  const page = police.url().replace('/fr/', '/en/');
  expect(await police.locator('main').innerText()).toContain('Filtre 2');

  const health = await journey.enter('Hanna Quist', { ...phone, javaScriptEnabled: false });
  const chair = await journey.enter('Tessa Vale');
  for (const [who, address] of [[police, page], [health, page.replace('/en/', '/fr/')]] as const) {
    await who.goto(address);
    await who.getByLabel(/^(Acutely elevated|Extrêmement élevé)$/).check();
    await press(who, /^(Vote|Voter)$/);
  }
  await chair.goto(page);
  await look(chair);
  await press(chair, 'The risk is acutely elevated');
  expect(await chair.locator('main').innerText()).toContain('Filter 3');
  for (const [agency, part] of [['North Shore Health (demo)', 'Lead'], ['Lakefront Police (demo)', 'Assisting']] as const) {
    await chair.locator('#name-agency').selectOption({ label: agency });
    await chair.getByLabel(part, { exact: true }).check();
    await press(chair, 'Name a lead or assisting agency');
  }
  await look(chair);
  await press(chair, 'Go to filter 4');
  expect(await chair.locator('main').innerText()).toContain('between the lead and assisting agencies now');

  // On a phone, without a script, at the door.
  await health.goto(page.replace('/en/', '/fr/'));
  const open = async (name: string) => await health.locator('summary', { hasText: name }).click();
  await open('Écrire ce que nous offrons');
  await health.locator('#offer-service').selectOption({ label: 'Logement' });
  await press(health, 'Écrire ce que nous offrons');
  await open('Inscrire une communication');
  await health.locator('#disclose-agency').selectOption({ label: 'Police du Lac (démo)' });
  await health.getByLabel('Sécurité à la porte').check();
  await health.getByLabel('Consentement de la personne').check();
  await press(health, 'Inscrire une communication');
  await open('Inscrire la visite à la porte');
  await health.getByLabel('Quelqu’un a répondu').check();
  await health.getByLabel('La personne accepte que les organismes travaillent ensemble').check();
  await press(health, 'Inscrire la visite à la porte');
  await police.goto(page);
  await look(police);
  await health.goto(page.replace('/en/', '/fr/'));
  await open('Compte rendu : clore');
  await health.getByLabel('Risque réduit : En lien avec des services').check();
  await press(health, 'Compte rendu : clore');
  expect(await health.locator('main').innerText()).toContain('Close');

  await chair.goto(page);
  expect(await chair.locator('main').innerText()).toContain('Connected to services');
  await chair.goto(`${journey.url}/en/situation/tables/situation-table/counts`);
  await look(chair);
  await chair.goto(`${journey.url}/en/situation/agreements`);
  await look(chair);
  const administrator = await journey.enter('Amir Costa', noScript);
  for (const address of [page, `${journey.url}/en/situation/tables/situation-table`, `${journey.url}/en/situation/agreements`]) expect((await administrator.goto(address))?.status()).toBe(404);
}, 240_000);
