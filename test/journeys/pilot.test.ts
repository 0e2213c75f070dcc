import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press } from './steps.ts';

const journey = startJourney();
let worker: Page;
let code: string;
let robin: string;
beforeAll(async () => {
  worker = await journey.enter('Ines Walker');
}, 120_000);

async function check(page: Page): Promise<void> {
  for (const size of [desk.viewport, phone.viewport]) {
    if (size) await page.setViewportSize(size);
    await expectUsable(page);
  }
  if (desk.viewport) await page.setViewportSize(desk.viewport);
}

async function enrol(person: RegExp, joined: string): Promise<string> {
  await worker.goto(`${journey.url}/en/funding/enrolments`);
  await worker.getByRole('link', { name: 'Enrol somebody' }).click();
  const label = await worker.locator('#person option', { hasText: person }).first().getAttribute('value');
  await worker.locator('#person').selectOption(label);
  await worker.getByLabel('Day of her agreement').fill('2018-05-02');
  await worker.getByLabel('Written').check();
  await worker.getByLabel('She agrees that her answers are counted').check();
  await worker.getByLabel('Day on which she joins').fill(joined);
  await press(worker, 'Enrol somebody');
  return worker.url();
}

test('a worker enrols a young person and gives her a code of her own', async () => {
  await worker.goto(`${journey.url}/en/funding/enrolments/new`);
  await check(worker);
  await press(worker, 'Enrol somebody');
  expect(await worker.locator('.error-summary').count()).toBe(1);
  robin = await enrol(/Robin Fictive/, '2018-05-20');
  expect(await worker.locator('h1').innerText()).toBe('Robin Fictive');
  await check(worker);
  await press(worker, 'Make a code for her');
  await check(worker);
  code = await worker.locator('.code').innerText();
}, 120_000);

test('she opens her plan with it on a small telephone in French, without scripts, writes and changes a goal, and prints', async () => {
  const she = await journey.open({ ...phone, javaScriptEnabled: false });
  await she.goto(`${journey.url}/fr/funding/own-plan`);
  await she.getByLabel('Code').fill(code);
  await press(she, 'Ouvrir mon plan');
  expect(await she.locator('h1').innerText()).toBe('Le plan de Robin');
  await press(she, 'Écrire un nouveau but');
  await press(she, 'Enregistrer');
  expect(await she.locator('.error-summary').innerText()).toContain('Écrivez ce que vous voulez');
  await she.getByLabel('Que voulez-vous?').fill('Finir mon secondaire');
  await she.getByLabel('École, formation, travail').check();
  await press(she, 'Enregistrer');
  await press(she, /Modifier ce but/);
  await she.getByLabel('Que voulez-vous?').fill('Finir mon secondaire et devenir soudeuse');
  await press(she, 'Enregistrer');
  await press(she, /Modifier ce but/);
  await she.getByLabel('Quelle est l’étape?').fill('Demander mes relevés à l’école');
  await she.getByLabel('Pour quand?').fill('2019-09-01');
  await press(she, 'Ajouter une étape');
  expect(await she.locator('main').innerText()).toContain('d’ici le 1er septembre 2019');
  await press(she, 'Revenir à mon plan');
  expect(await she.locator('main').innerText()).toContain('Finir mon secondaire et devenir soudeuse');
  expect(she.url()).not.toContain(code);
  const size = await she.locator('html').evaluate((html) => [html.scrollWidth, html.clientWidth]).catch(() => [0, 0]);
  expect(size[0]).toBeLessThanOrEqual(size[1] ?? 0);
  // What is printed is the plan: the goal and its step, no buttons.
  await she.emulateMedia({ media: 'print' });
  expect(await she.getByRole('button', { name: 'PDF à imprimer' }).isVisible()).toBe(false);
  expect(await she.getByText('Finir mon secondaire et devenir soudeuse').first().isVisible()).toBe(true);
}, 120_000);

test('her plan holds the rules of access at 320 and 1280 px, in both languages', async () => {
  const page = await journey.open(desk);
  for (const [language, label, button, change] of [['en', 'Code', 'Open my plan', /Change this goal/], ['fr', 'Code', 'Ouvrir mon plan', /Modifier ce but/]] as const) {
    await page.goto(`${journey.url}/${language}/funding/own-plan`);
    await check(page);
    await page.getByLabel(label).fill(code);
    await press(page, button);
    await check(page);
    await press(page, change);
    await check(page);
  }
}, 120_000);

test('how she fares is recorded after six and after twelve months, and the chain stands on one page', async () => {
  await worker.goto(robin);
  expect(await worker.locator('main').innerText()).toContain('Finir mon secondaire et devenir soudeuse');
  const record = async (point: string, measured: string) => {
    await worker.getByRole('link', { name: `Record (${point})` }).click();
    await worker.getByLabel('Day on which she was asked').fill(measured);
    await worker.getByLabel('School or studies').check();
    await worker.getByLabel('Hours a week of it, together').fill('25');
    await worker.getByLabel('Yes', { exact: true }).check();
    await worker.getByLabel('A place of her own, or shared').check();
    await check(worker);
    await press(worker, 'Record');
  };
  await record('After 12 months', '2019-05-28');
  expect(await worker.locator('main').innerText()).toContain('School or studies, 25 h a week');
  await worker.goto(`${journey.url}/en/access/persons/new`);
  await worker.getByLabel('Given name').fill('Sunniva');
  await worker.getByLabel('Family name').fill('Demo-Achterberg');
  await worker.getByLabel('Day of birth').or(worker.getByLabel('Date of birth')).first().fill('1999-10-10');
  await press(worker, /Save|Enter|Continue/);
  await enrol(/Sunniva/, '2018-12-01');
  await record('After 6 months', '2019-06-02');
  expect(await worker.locator('main').innerText()).toContain('25 h a week');
  await worker.goto(`${journey.url}/en/funding/enrolments`);
  await check(worker);
  // A demonstration begins with somebody whose own words stand there.
  await worker.getByRole('link', { name: 'Liam Madeup' }).click();
  await check(worker);
  for (const part of ['Get into the welding course at college', 'Her own words', 'Suggested by us', 'Reached in 2 of 3 attempts.']) expect(await worker.locator('main').innerText()).toContain(part);
  const anybody = await journey.open(desk);
  for (const path of ['en/funding/pilots', 'en/funding/pilots/bridge-demo/chain', 'fr/funding/pilots/bridge-demo/chain', 'en/funding/pilots/leaving-care-2019/chain']) {
    await anybody.goto(`${journey.url}/${path}`);
    await check(anybody);
  }
  expect(await anybody.locator('main').innerText()).toContain('$100,669');
}, 120_000);
