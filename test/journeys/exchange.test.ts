import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFiles } from '#app/modules/access/exchange/volume.test-tool.ts';
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
const csv = (text: string) => ({ name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
const open = async (size: typeof phone): Promise<Page> => {
  const page = await (await browser.newContext({ ...size, javaScriptEnabled: true })).newPage();
  await signIn(page, program.url, 'Samir Haddad');
  return page;
};

test('a supervisor sees what a file would bring, decides what its words mean, takes it in and gets the refused rows, at 320 pixels in French', async () => {
  const page = await open(phone);
  await page.goto(`${program.url}/fr/access/exchange`);
  await check(page);
  await press(page, 'Lire les fichiers');
  await check(page);
  await page.getByLabel('Clients (CSV)').setInputFiles(csv('ClientID;FirstName;LastName;DOB;ConsentType;ServiceProvider;StartDate\n1;Odile;Example (demo);1990-04-05;Explicit;bayview-access-demo;2019-01-01\n2;Sans;;1990-02-30;;;\n'));
  await page.getByLabel('Séjours et admissions (CSV)').setInputFiles(csv('ClientID,ServiceID,ServiceType,DateStart,DateEnd\n1,10,Nuitée,2019-01-01,2019-02-01\n1,11,Stay,2019-03-01,2019-02-01\n'));
  await press(page, 'Lire les fichiers');
  await check(page);
  await page.getByLabel('nuitée').selectOption({ label: 'Refuge' });
  await press(page, 'Garder ceci');
  expect(await page.locator('main').innerText()).toContain('1 personne, 1 séjour et 1 consentement');
  await check(page);
  await press(page, 'Inscrire');
  expect(await untilShown(page, page.url(), 'Télécharger les lignes refusées')).toContain('2 nouvelles');
  await check(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Télécharger les lignes refusées/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/^refused-\d{4}-\d\d-\d\d\.csv$/);
  await page.goto(`${program.url}/fr/access/exchange`);
  await check(page);
  await page.context().close();
}, 120_000);

test('killed with SIGKILL in the middle of an import, the program goes on by itself and ends with exactly the same', async () => {
  const made = makeFiles(1500, 6000);
  const page = await open(desk);
  await page.goto(`${program.url}/en/access/exchange`);
  await check(page);
  await page.getByLabel('Clients (CSV)').setInputFiles(csv(made.client.replaceAll(',north,', ',bayview-access-demo,')));
  await page.getByLabel('Stays and admissions (CSV)').setInputFiles(csv(made.stay));
  await press(page, 'Read the files');
  await check(page);
  await press(page, 'Keep this');
  await check(page);
  await press(page, 'Take in');
  const path = new URL(page.url()).pathname;
  let before = '';
  for (let attempt = 0; attempt < 200 && !/[1-9][\d,]* rows of/.test(before); attempt += 1) {
    await page.goto(`${program.url}${path}`);
    before = await page.locator('main').innerText();
  }
  expect(before).toMatch(/[1-9][\d,]* rows of 7,500 done/);
  await check(page);
  program = await program.restart('SIGKILL');
  let shown = '';
  for (let attempt = 0; attempt < 240 && !shown.includes('Taken in.'); attempt += 1) {
    await page.waitForTimeout(500);
    await page.goto(`${program.url}${path}`);
    shown = await page.locator('main').innerText();
  }
  const text = (n: number) => n.toLocaleString('en-CA');
  for (const line of [`${text(made.good.clients + made.good.stays)} new`, '0 changed', '0 as before', `${text(made.bad.length)} refused`]) expect(shown).toContain(line);
  await check(page);
  await page.context().close();
}, 300_000);
