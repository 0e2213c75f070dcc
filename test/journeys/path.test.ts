import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { answer, askInFrench, consentFor, followRequest, lookInFrench, main, pressKey, send } from './path-steps.ts';
import { press, referralLinks, untilShown } from './steps.ts';

const journey = startJourney();
let worker: Page;
let office: Page;
let newLink: () => Promise<string>;
let requestCode = '';
let record = '';
let referralCode = '';
beforeAll(async () => {
  [worker, office] = [await journey.enter('Ines Walker'), await journey.enter('Maya Okafor')];
  newLink = await referralLinks(office, journey.url);
  for (const page of [worker, office]) page.setDefaultTimeout(10_000);
}, 120_000);

test('somebody asks in French without an account, and a worker takes it, reaches her and makes a record in which nothing is typed twice', async () => {
  requestCode = await askInFrench(journey, { age: '46', given: 'Sabine', family: 'Démo-Lafleur', place: 'Burlington', phone: '905-555-0166', story: 'Je dors dans ma voiture depuis une semaine. Je cherche un logement.' }, true);
  expect(requestCode).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
  await untilShown(worker, `${journey.url}/en/commitment/my-day`, 'Look at a request for help: Nowhere safe to stay');
  await expectUsable(worker);
  await worker.goto(`${journey.url}/en/access/intakes?point=homelessness`);
  for (const row of await worker.locator('main table a').all()) record = (await row.getAttribute('href')) ?? record;
  await worker.goto(`${journey.url}${record}`);
  expect(await main(worker)).toContain('Je dors dans ma voiture');
  await pressKey(worker, 'button', 'Take it');
  await worker.getByRole('radio').first().focus();
  await worker.keyboard.press('Space');
  await worker.getByLabel('Why').fill('She sleeps in a car.');
  await pressKey(worker, 'button', 'Save the urgency');
  await worker.getByRole('group', { name: 'How', exact: true }).getByLabel('Phone').check();
  await worker.getByLabel('Reached').check();
  await pressKey(worker, 'button', 'Save');
  await expectUsable(worker);
  await pressKey(worker, 'link', 'Enter a new person');
  expect([await worker.getByLabel('Given name').inputValue(), await worker.getByLabel('Family name').inputValue(), await worker.locator('#municipality').inputValue(), await worker.locator('#languages').inputValue()]).toEqual(['Sabine', 'Démo-Lafleur', 'Burlington', 'français']);
  await expectUsable(worker);
  await pressKey(worker, 'button', 'Save');
  record = worker.url();
  for (const part of ['Sabine Démo-Lafleur', '905-555-0166', 'Burlington']) expect(await main(worker)).toContain(part);
  await lookInFrench(worker);
}, 120_000);

test('she fills in the needs with the worker, is shown the services that fit with their reasons, consents and is sent', async () => {
  await pressKey(worker, 'link', 'Assessments');
  await pressKey(worker, 'link', /Fill in now.*What you need/);
  await worker.getByLabel('Is there anything else you need?').fill('A room where I may cook');
  await pressKey(worker, 'button', 'Save, finish later');
  expect(await main(worker)).toContain('Saved at');
  await worker.goto(record);
  await pressKey(worker, 'link', 'Referrals of this person');
  await pressKey(worker, 'link', 'Choose a service');
  // The record knows her age, where she lives and what she speaks; the worker corrects what she says, and answers what a service asks.
  expect(await main(worker)).toContain('What is known of the person: 46 years, Burlington and French');
  await expectUsable(worker);
  await worker.getByText('What is known of the person').click();
  await worker.getByLabel('English', { exact: true }).check();
  await worker.getByLabel('Have no home, or be about to lose it').check();
  await worker.getByLabel('Be referred by a professional').check();
  await worker.getByLabel('What is needed now').selectOption({ label: 'Finding or keeping a home' });
  await pressKey(worker, 'button', 'Search');
  expect(new URL(worker.url()).search).toBe('');
  expect(worker.url()).not.toMatch(/burlington|housing/i);
  const fits = worker.locator('li.issue', { hasText: 'Flats with support' });
  for (const reason of ['It helps with this: Finding or keeping a home.', 'The age fits: 18 or more.', 'It serves Burlington.', 'It works in English.', 'It is free of charge.']) expect(await fits.innerText()).toContain(reason);
  expect(await worker.locator('li.issue', { hasText: 'Keep your home' }).innerText()).toContain('To ask');
  await expectUsable(worker);
  await worker.setViewportSize(phone.viewport ?? { width: 320, height: 640 });
  await expectUsable(worker);
  await worker.setViewportSize(desk.viewport ?? { width: 1280, height: 800 });
  await pressKey(worker, 'link', 'Flats with support');
  await consentFor(worker, /Open Door Housing/, ['Contact']);
  await expectUsable(worker);
  referralCode = await send(worker, 'A flat with support, and help with the first month.');
  await expectUsable(worker);
  await worker.goto(`${record}/consents`);
  await pressKey(worker, 'link', /^Receipt/);
  expect(await main(worker)).toContain('Open Door Housing (demo)');
  await lookInFrench(worker);
}, 120_000);

test('the receiver answers by the mailed link, help comes, she says so, and the sender sees that the loop is closed', async () => {
  const receiver = await journey.open({ ...phone, javaScriptEnabled: false });
  await receiver.goto(await newLink());
  expect(await main(receiver)).not.toContain('Sabine');
  await press(receiver, 'Open the referral');
  for (const part of ['Sabine Démo-Lafleur', '905-555-0166']) expect(await main(receiver)).toContain(part);
  await answer(receiver, 'Accept');
  await answer(receiver, 'Record the first service');

  const own = await followRequest(journey, requestCode);
  expect(await main(own)).toContain('Transmise à Logement Porte Ouverte (démo)');
  expect(await main(own)).not.toMatch(/Sabine|Logements avec soutien|voiture/);
  await expectUsable(own);
  const person = await journey.open(phone);
  await person.goto(`${journey.url}/fr/access/follow`);
  await person.getByLabel('Code').fill(referralCode);
  await press(person, 'Afficher');
  await expectUsable(person);

  await answer(receiver, 'Complete with an outcome', async () => await receiver.getByLabel('The need was met', { exact: true }).check());
  await untilShown(worker, `${journey.url}/en/commitment/my-day`, 'Ask the person of a referral whether help came');
  await expectUsable(worker);
  await person.goto(`${journey.url}/fr/access/follow`);
  await person.getByLabel('Code').fill(referralCode);
  await press(person, 'Afficher');
  await person.getByLabel('Oui').check();
  await press(person, 'Envoyer ma réponse');
  expect(await main(person)).toContain('Merci');

  await worker.goto(record);
  await pressKey(worker, 'link', 'Referrals of this person');
  await pressKey(worker, 'link', /Flats with support/);
  expect(await main(worker)).toContain('The loop is closed.');
  await lookInFrench(worker);
  await Promise.all([receiver.context().close(), own.context().close(), person.context().close()]);
}, 120_000);
