import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press } from './steps.ts';

const journey = startJourney();
const sessions = (language: string) => `${journey.url}/${language}/review/sessions`;

/** Answers every question of a checklist with the n-th answer, and concludes. */
async function fill(page: Page, conclusion: string | RegExp, answer = 0): Promise<void> {
  await page.evaluate((place) => {
    for (const list of document.querySelectorAll('fieldset')) {
      const radios = list.querySelectorAll<HTMLInputElement>(':scope > .choices input[type=radio], :scope > div input[type=radio]');
      if (radios.length >= 5) radios[place]?.click();
    }
  }, answer);
  await page.getByLabel(conclusion).check();
}

/** Both widths of a page, checked as they stand. */
async function look(page: Page): Promise<void> {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size.viewport ?? { width: 1280, height: 800 });
    await expectUsable(page);
  }
}

test('two reviewers sit, one leaves a file, they differ on another and settle it, and the police answer; in English and French', async () => {
  const [noor, solene] = [await journey.enter('Noor Whitfield'), await journey.enter('Solène Abbott')];
  await noor.goto(sessions('en'));
  await look(noor);
  await noor.getByRole('link', { name: /3 June 2019/ }).click();
  await look(noor);
  const names = (await noor.locator('main tbody th').allInnerTexts()).map((one) => one.trim());
  expect(names).toHaveLength(5);
  const [left = '', differ = '', alike = ''] = names;
  const session = noor.url();

  // One leaves a file: it is gone for her, and stands in the other's list.
  await noor.getByRole('link', { name: left }).click();
  await look(noor);
  const gone = noor.url();
  await noor.getByText('I know somebody in this file').click();
  await press(noor, 'Leave this file');
  expect(await noor.locator('main').innerText()).toContain('You have left the file');
  expect(await noor.locator('main tbody th').allInnerTexts()).not.toContain(left);
  expect((await noor.goto(gone))?.status()).toBe(404);

  // Each reviews apart.
  for (const [page, language] of [[noor, 'en'], [solene, 'fr']] as const) {
    const say = (en: string, fr: string) => (language === 'en' ? en : fr);
    for (const [file, conclusion] of [[differ, language === 'en' ? 'Another code is right' : 'Le code de classement est juste'], [alike, say('The clearance code is right', 'Le code de classement est juste')]] as const) {
      await page.goto(session.replace('/en/', `/${language}/`));
      await page.getByRole('link', { name: file }).click();
      await press(page, say('Review this file', 'Examiner ce dossier'));
      await press(page, say('Hand in', 'Remettre'));
      expect(await page.locator('.error-summary').innerText()).toContain(say('Choose your conclusion', 'Choisissez votre conclusion'));
      if (file === differ) await look(page);
      await fill(page, conclusion, file === differ && language === 'fr' ? 2 : 0);
      if (conclusion === 'Another code is right') await page.getByLabel('The right code').selectOption({ index: 1 });
      await press(page, say('Hand in', 'Remettre'));
      if (language === 'en') expect(await page.locator('main').innerText()).toContain('neither of you sees what the other chose');
      else expect(await page.locator('main').innerText()).toContain('Les deux listes sont remises');
    }
  }

  // They differ, talk, and one of them writes it down; a name is refused and stays in the field.
  await solene.goto(session.replace('/en/', '/fr/'));
  await solene.getByRole('link', { name: differ }).click();
  await solene.getByRole('link', { name: 'Comparer et trancher' }).click();
  await look(solene);
  await solene.getByRole('group', { name: 'Ce à quoi vous êtes arrivées' }).getByLabel('Il faut enquêter davantage').check();
  await solene.getByLabel('Nous lisions le droit du consentement autrement').check();
  await solene.getByLabel('En une phrase').fill('Marie Tremblay avait retiré son consentement.');
  await press(solene, 'Inscrire le résultat');
  expect(await solene.locator('.error-summary').innerText()).toContain('est peut-être un nom');
  expect(await solene.getByLabel('En une phrase').inputValue()).toContain('avait retiré');
  await look(solene);
  await solene.getByLabel('En une phrase').fill('Le retrait du consentement avait été mal lu.');
  await press(solene, 'Inscrire le résultat');
  expect(await solene.locator('main').innerText()).toContain('Après discussion');

  // The chair sends, the liaison answers.
  const thea = await journey.enter('Thea Lambert');
  await thea.goto(session);
  await look(thea);
  await press(thea, 'Send the outcomes to the police');
  expect(await thea.locator('main').innerText()).toContain('2 outcomes were sent');
  await thea.goto(thea.url().replace('/en/', '/fr/'));
  await look(thea);
  for (const path of ['reviewers', 'sessions/new']) {
    await thea.goto(`${journey.url}/fr/review/${path}`);
    await look(thea);
  }
  const ulric = await journey.enter('Ulric Payne');
  expect(await ulric.locator('main').innerText()).toContain('Answer to an outcome of the case review');
  await ulric.goto(session);
  await look(ulric);
  await ulric.getByRole('link', { name: 'Sheet to fill in by hand' }).click();
  await look(ulric);
  await ulric.goto(session);
  await ulric.getByRole('link', { name: 'Answer', exact: true }).click();
  await look(ulric);
  await ulric.getByLabel('Done', { exact: true }).check();
  await ulric.getByLabel('Code now').selectOption({ index: 1 });
  await press(ulric, 'Answer');
  expect(await ulric.locator('main').innerText()).toContain('The answer is kept');

  // A recommendation, and the counts of a year.
  await thea.goto(`${journey.url}/en/review/recommendations/new`);
  await look(thea);
  await thea.getByLabel('The police service').check();
  for (const label of ['What should be done, in English', 'What should be done, in French', 'Why, in English', 'Why, in French']) await thea.getByLabel(label).fill('A second look at each file that is closed');
  await thea.getByLabel('By which day').fill('2019-12-31');
  await press(thea, 'Make it');
  await look(thea);
  await ulric.goto(thea.url().replace('/en/', '/fr/'));
  await look(ulric);
  await ulric.goto(`${journey.url}/fr/review/years`);
  await ulric.getByLabel('Année', { exact: true }).fill('2018');
  await ulric.getByLabel('Agressions sexuelles signalées').fill('310');
  await ulric.getByLabel('Dont classées non fondées').fill('41');
  await press(ulric, 'Enregistrer');
  await look(ulric);

  // Nobody else finds anything.
  const amir = await journey.enter('Amir Costa');
  for (const address of [session, sessions('en'), gone]) expect((await amir.goto(address))?.status()).toBe(404);
}, 240_000);
