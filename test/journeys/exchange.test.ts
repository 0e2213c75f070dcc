import { expect, test } from 'vitest';
import { makeFiles } from '#app/modules/access/exchange/volume.test-tool.ts';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press, untilShown } from './steps.ts';

const journey = startJourney();

const csv = (text: string) => ({ name: 'file.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a supervisor sees what a file would bring, decides what its words mean, takes it in and gets the refused rows, at 320 pixels in French', async () => {
  const page = await journey.enter('Samir Haddad', { ...phone, javaScriptEnabled: true });
  await page.goto(`${journey.url}/fr/access/exchange`);
  await expectUsable(page);
  await press(page, 'Lire les fichiers');
  await expectUsable(page);
  await page.getByLabel('Clients (CSV)').setInputFiles(csv('ClientID;FirstName;LastName;DOB;ConsentType;ServiceProvider;StartDate\n1;Odile;Example (demo);1990-04-05;Explicit;bayview-access-demo;2019-01-01\n2;Sans;;1990-02-30;;;\n'));
  await page.getByLabel('Séjours et admissions (CSV)').setInputFiles(csv('ClientID,ServiceID,ServiceType,DateStart,DateEnd\n1,10,Nuitée,2019-01-01,2019-02-01\n1,11,Stay,2019-03-01,2019-02-01\n'));
  await press(page, 'Lire les fichiers');
  await expectUsable(page);
  await page.getByLabel('nuitée').selectOption({ label: 'Refuge' });
  await press(page, 'Garder ceci');
  expect(await page.locator('main').innerText()).toContain('1 personne, 1 séjour et 1 consentement');
  await expectUsable(page);
  await press(page, 'Inscrire');
  expect(await untilShown(page, page.url(), '2 nouvelles')).toContain('Télécharger les lignes refusées');
  await expectUsable(page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Télécharger les lignes refusées/ }).click()]);
  expect(download.suggestedFilename()).toMatch(/^refused-\d{4}-\d\d-\d\d\.csv$/);
  await page.goto(`${journey.url}/fr/access/exchange`);
  await expectUsable(page);
  await page.context().close();
}, 120_000);

test('killed with SIGKILL in the middle of an import, the program goes on by itself and ends with exactly the same', async () => {
  const made = makeFiles(1500, 6000);
  const page = await journey.enter('Samir Haddad', { ...desk, javaScriptEnabled: true });
  await page.goto(`${journey.url}/en/access/exchange`);
  await expectUsable(page);
  await page.getByLabel('Clients (CSV)').setInputFiles(csv(made.client.replaceAll(',north,', ',bayview-access-demo,')));
  await page.getByLabel('Stays and admissions (CSV)').setInputFiles(csv(made.stay));
  await press(page, 'Read the files');
  await expectUsable(page);
  await press(page, 'Keep this');
  await expectUsable(page);
  await press(page, 'Take in');
  const path = new URL(page.url()).pathname;
  let before = '';
  for (let attempt = 0; attempt < 200 && !/[1-9][\d,]* rows of/.test(before); attempt += 1) {
    await page.goto(`${journey.url}${path}`);
    before = await page.locator('main').innerText();
  }
  expect(before).toMatch(/[1-9][\d,]* rows of 7,500 done/);
  await expectUsable(page);
  await journey.restart('SIGKILL');
  let shown = '';
  for (let attempt = 0; attempt < 240 && !shown.includes('Taken in.'); attempt += 1) {
    await page.waitForTimeout(500);
    await page.goto(`${journey.url}${path}`);
    shown = await page.locator('main').innerText();
  }
  const text = (n: number) => n.toLocaleString('en-CA');
  for (const line of [`${text(made.good.clients + made.good.stays)} new`, '0 changed', '0 as before', `${text(made.bad.length)} refused`]) expect(shown).toContain(line);
  await expectUsable(page);
  await page.context().close();
}, 300_000);
