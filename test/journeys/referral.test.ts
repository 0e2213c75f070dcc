import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press, referralLinks } from './steps.ts';

const journey = startJourney();
let worker: Page;
let office: Page;
let record: string;
beforeAll(async () => {
  [worker, office] = [await journey.enter('Ines Walker'), await journey.enter('Maya Okafor')];
  newLink = await referralLinks(office, journey.url);
  await worker.goto(`${journey.url}/en/access/persons/new`);
  await worker.getByLabel('Given name').fill('Rosalind');
  await worker.getByLabel('Family name').fill('Demo-Ferreira');
  await press(worker, /Save|Enter|Continue/);
  record = worker.url();
}, 120_000);

/** Each page is held to the rules in both languages and at both widths. */
async function check(page: Page): Promise<void> {
  for (const size of [desk.viewport, phone.viewport]) {
    if (size) await page.setViewportSize(size);
    await expectUsable(page);
  }
  if (desk.viewport) await page.setViewportSize(desk.viewport);
}
async function checkBoth(page: Page): Promise<void> {
  await check(page);
  const address = page.url();
  await page.goto(address.replace('/en/', '/fr/'));
  await check(page);
  await page.goto(address);
}

/** Pages that the first person's way has held to the rules are not checked again. */
let looked = false;
/** Sends the person to the first service of a name, with the consent that the form asks for, and gives her code. */
async function refer(service: string, from: () => Promise<void>): Promise<string> {
  await from();
  await worker.getByLabel('Words in the name of a service or organisation').fill(service);
  await press(worker, 'Search');
  await worker.locator('li.issue a').first().click();
  await worker.waitForLoadState();
  const form = worker.url();
  if ((await worker.getByRole('link', { name: 'Record the consent' }).count()) > 0) {
    await worker.getByRole('link', { name: 'Record the consent' }).click();
    await worker.getByLabel('The person herself or himself').check();
    await worker.getByLabel('Referral to a service').check();
    await worker.getByLabel('Identity').check();
    const agency = worker.getByLabel(service, { exact: false });
    if ((await agency.count()) > 0) await agency.first().check();
    await worker.getByLabel('Spoken').check();
    await press(worker, 'Save');
    await worker.goto(form);
  }
  if (!looked) {
    await checkBoth(worker);
    await press(worker, 'Send');
    expect(await worker.locator('.error-summary').count()).toBe(1);
    await check(worker);
  }
  await worker.getByLabel('What does the person need?').selectOption('housing');
  await worker.getByLabel('What is asked for').fill('Help with a place to stay and with food.');
  await worker.getByLabel('Routine').check();
  await press(worker, 'Send');
  if (!looked) await check(worker);
  looked = true;
  return await worker.locator('.code').innerText();
}
const choose = async () => {
  await worker.goto(record);
  await worker.getByRole('link', { name: 'Referrals of this person' }).click();
  await worker.waitForLoadState();
  if (!looked) await checkBoth(worker);
  await worker.getByRole('link', { name: 'Choose a service' }).click();
  await worker.waitForLoadState();
  if (!looked) await checkBoth(worker);
};

let newLink: () => Promise<string>;
/** The receiver opens it without JavaScript, on a phone. */
async function openLink(): Promise<Page> {
  const receiver = await journey.open({ ...phone, javaScriptEnabled: false });
  await receiver.goto(await newLink());
  return receiver;
}
async function answer(receiver: Page, step: string, fill?: () => Promise<void>): Promise<void> {
  const folded = receiver.locator('details', { has: receiver.locator('summary', { hasText: step }) });
  if ((await folded.count()) > 0) await folded.first().locator('summary').click();
  if (fill) await fill();
  await receiver.getByRole('button', { name: step, exact: true }).click();
  await receiver.waitForLoadState();
}

test('a worker sends, the receiver answers by link, help comes, and the person says so; before that another service declined', async () => {
  const first = await refer('Open Door', choose);
  expect(first).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  const declines = await openLink();
  expect(await declines.locator('main').innerText()).not.toContain('Rosalind');
  await press(declines, 'Open the referral');
  expect(await declines.locator('main').innerText()).toContain('Rosalind Demo-Ferreira');
  await answer(declines, 'Decline');
  expect(await declines.locator('.error-summary').count()).toBe(1);
  await declines.getByLabel('No room').check();
  await declines.getByRole('button', { name: 'Decline', exact: true }).click();
  await declines.waitForLoadState();
  expect(await declines.locator('main').innerText()).toContain('The referral is closed');

  // Another service is asked, with the history; the one that refused is struck out.
  await worker.goto(`${journey.url}/en/access/referrals/sent?state=declined`);
  await checkBoth(worker);
  await worker.locator('td a').first().click();
  await worker.waitForLoadState();
  await checkBoth(worker);
  expect(await worker.locator('main').innerText()).toContain('No room');
  const code = await refer('New Shore', async () => {
    await worker.getByRole('link', { name: 'Refer to another service' }).click();
    await worker.waitForLoadState();
    expect(await worker.locator('s').count()).toBeGreaterThan(0);
  });

  const receiver = await openLink();
  await press(receiver, 'Open the referral');
  await answer(receiver, 'Accept');
  expect(await receiver.locator('main').innerText()).toContain('Your answer is recorded');
  await answer(receiver, 'Record the first service');

  // The person follows it with her code.
  const person = await journey.open(phone);
  await person.goto(`${journey.url}/en/access/follow`);
  await checkBoth(person);
  await person.setViewportSize({ width: 320, height: 640 });
  await person.getByLabel('Code').fill(code);
  await press(person, 'Show');
  await check(person);
  expect(person.url()).not.toContain(code);
  expect(await person.locator('main').innerText()).toContain('The service has begun.');
  await answer(receiver, 'Complete with an outcome', async () => await receiver.getByLabel('The need was met', { exact: true }).check());
  await person.goto(`${journey.url}/fr/access/follow`);
  await person.getByLabel('Code').fill(code);
  await press(person, 'Afficher');
  await check(person);
  await person.getByLabel('Oui').check();
  await press(person, 'Envoyer ma réponse');
  expect(await person.locator('main').innerText()).toContain('Merci');

  await worker.goto(`${journey.url}/en/access/referrals/sent?state=completed`);
  await worker.locator('td a').first().click();
  await worker.waitForLoadState();
  await checkBoth(worker);
  expect(await worker.locator('main').innerText()).toContain('The loop is closed.');

  // Whoever sees to the agency reads the boards.
  const supervisor = await journey.enter('Samir Haddad');
  for (const path of ['/access/referrals', '/access/referrals/bounces', '/access/wait-times']) {
    await supervisor.goto(`${journey.url}/en${path}`);
    await checkBoth(supervisor);
  }
  await supervisor.goto(`${journey.url}/en/access/wait-times`);
  // Five of the demonstration and the two of this journey.
  expect(await supervisor.locator('main').innerText()).toContain('Sent: 7');
}, 180_000);

test('the pages of a link hold to the rules at both widths, in both languages', async () => {
  await refer('Open Door', async () => {
    await worker.goto(`${journey.url}/en/access/persons/new`);
    await worker.getByLabel('Given name').fill('Tomas');
    await worker.getByLabel('Family name').fill('Demo-Berg');
    await press(worker, /Save|Enter|Continue/);
    record = worker.url();
    await choose();
  });
  const address = await newLink();
  const receiver = await journey.open(desk);
  for (const language of ['en', 'fr']) {
    await receiver.goto(address.replace('/en/', `/${language}/`));
    await check(receiver);
    await press(receiver, language === 'en' ? 'Open the referral' : 'Ouvrir l’aiguillage');
    expect(await receiver.locator('main').innerText()).toContain('Tomas Demo-Berg');
    await check(receiver);
  }
  await receiver.goto(`${journey.url}/en/access/referral-link?key=${'A'.repeat(32)}`);
  await check(receiver);
}, 120_000);
