import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, expectAccessible, expectNoSideScroll, launchBrowser, phone } from './browser.ts';
import { type RunningProgram, startProgram } from './server.ts';
import { press, signIn, untilShown } from './steps.ts';

let browser: Browser;
let program: RunningProgram;
beforeAll(async () => {
  [browser, program] = await Promise.all([launchBrowser(), startProgram()]);
}, 120_000);
afterAll(async () => await Promise.all([browser?.close(), program?.stop()]));

const check = async (page: Page) => {
  await expectNoSideScroll(page);
  await expectAccessible(page);
};
const open = async (size: typeof phone, who: string): Promise<Page> => {
  const page = await (await browser.newContext({ ...size, javaScriptEnabled: true })).newPage();
  await signIn(page, program.url, who);
  return page;
};
const months = Array.from({ length: 4 }, (_, index) => `2019-0${index + 1}`);
const rows = months.flatMap((month, at) => ['Town of Oakville', 'Burlington', 'Milton', 'Halton Hills'].map((place, index) => `${month};${place};${index === 3 ? 2 : 20 + 9 * index + at}`));

test('an analyst takes a file in and releases figures, the plan manager approves, and everybody sees how they were made and takes them as open data', async () => {
  const analyst = await open(phone, 'Anouk Lee');
  const dataset = `${program.url}/fr/insight/datasets/opioid-paramedic-calls-by-month`;
  await analyst.goto(`${program.url}/fr/insight/datasets`);
  await check(analyst);
  await analyst.goto(`${program.url}/fr/insight/datasets/new`);
  await check(analyst);
  await analyst.goto(dataset);
  await press(analyst, 'Lire le fichier');
  await check(analyst);
  await analyst.getByLabel('Fichier', { exact: true }).setInputFiles({ name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from(`Quand;municipality;calls\n${rows.join('\n')}\n2019-05;Erin;4\n`) });
  await press(analyst, 'Lire le fichier');
  await check(analyst);
  await analyst.getByLabel(/^Mois/).selectOption({ label: 'Quand' });
  await press(analyst, 'Garder ceci');
  expect(await analyst.locator('main').innerText()).toContain('16 lignes entreraient, 1 ligne est refusée.');
  await check(analyst);
  await press(analyst, 'Recevoir');
  await untilShown(analyst, analyst.url(), 'Voir les lignes');
  await check(analyst);
  await analyst.goto(dataset);
  await check(analyst);
  await analyst.context().close();

  const wide = await open(desk, 'Anouk Lee');
  await wide.goto(`${program.url}/en/insight/computations/new/opioid-paramedic-calls-by-month`);
  for (const [label, text] of [['Short name of the series', 'calls-by-pick-up'], ['Name of the series in English', 'Opioid calls by pick-up (demo)'], ['Name of the series in French', 'Appels selon la prise en charge (démo)'], ['Words after the number, in English', 'opioid-related calls (demo)'], ['Words after the number, in French', 'appels liés aux opioïdes (démo)'],
    ['What exactly is counted, in English', 'Calls, where people were picked up.'], ['What exactly is counted, in French', 'Appels, là où les gens ont été pris en charge.'], ['Unit', 'calls']] as const) await wide.getByLabel(label, { exact: true }).fill(text);
  await wide.getByLabel('By place', { exact: true }).selectOption({ label: 'Municipality of pick-up' });
  await wide.getByLabel('All places together are').selectOption({ label: 'Halton' });
  await check(wide);
  await press(wide, 'Keep the computation');
  await check(wide);
  await press(wide, /Compute from version 1/);
  await untilShown(wide, wide.url(), 'Release these figures');
  await check(wide);
  await press(wide, 'Release these figures');
  await untilShown(wide, wide.url(), 'waits for approval');
  const run = wide.url();

  const manager = await open(desk, 'Maya Okafor');
  for (let left = months.length; left > 0; left -= 1) {
    await manager.goto(`${program.url}/en/insight/releases`);
    await manager.locator('main tr, main li', { hasText: 'Opioid calls by pick-up' }).filter({ hasText: /wait/i }).first().getByRole('link').first().click();
    await manager.waitForLoadState();
    await press(manager, /Approve/);
  }
  await untilShown(wide, run, 'See the figures');
  await check(wide);

  for (const [size, language] of [[phone, 'fr'], [desk, 'en']] as const) {
    const reader = await (await browser.newContext({ ...size, javaScriptEnabled: true })).newPage();
    await reader.goto(`${program.url}/${language}/plan/figures/calls-by-pick-up-2019-04-oakville`);
    await check(reader);
    await reader.getByRole('link', { name: /How this was made|Comment ce chiffre/ }).click();
    await check(reader);
    expect(await reader.locator('main').innerText()).toMatch(/The sum of “Calls”|La somme de «\sAppels\s»/);
    await reader.goto(`${program.url}/${language}/insight/open-data`);
    await check(reader);
    await reader.context().close();
  }
  expect(await (await fetch(`${program.url}/insight/open-data/calls-by-pick-up.csv`)).text()).toContain('calls-by-pick-up-2019-04-oakville');
  await Promise.all([wide, manager].map(async (page) => await page.context().close()));
}, 240_000);
