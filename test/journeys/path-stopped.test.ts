import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { answer, askInFrench, consentFor, followRequest, lookInFrench, main, pressKey, send } from './path-steps.ts';
import { press, referralLinks } from './steps.ts';

const journey = startJourney();
let worker: Page;
let office: Page;
let newLink: () => Promise<string>;
let code = '';
let record = '';
beforeAll(async () => {
  [worker, office] = [await journey.enter('Ines Walker'), await journey.enter('Maya Okafor')];
  newLink = await referralLinks(office, journey.url);
  for (const page of [worker, office]) page.setDefaultTimeout(10_000);
  code = await askInFrench(journey, { age: '31', given: 'Odile', family: 'Démo-Marchand', place: 'Oakville', phone: '905-555-0167', story: 'Je dois partir de chez moi.' }, false);
  await worker.goto(`${journey.url}/en/access/intakes?point=homelessness`);
  const rows = await worker.locator('main table a').all();
  for (const row of rows) {
    await worker.goto(`${journey.url}${(await row.getAttribute('href')) ?? ''}`);
    if ((await main(worker)).includes('Je dois partir')) break;
    await worker.goBack();
  }
  await pressKey(worker, 'button', 'Take it');
  await pressKey(worker, 'link', 'Enter a new person');
  await pressKey(worker, 'button', 'Save');
  record = worker.url();
}, 120_000);

async function refer(service: string, agency: RegExp, more: readonly string[] = []): Promise<void> {
  await worker.getByLabel('Words in the name of a service or organisation').fill(service);
  await pressKey(worker, 'button', 'Search');
  await pressKey(worker, 'link', service);
  if ((await worker.getByRole('link', { name: 'Record the consent' }).count()) > 0) await consentFor(worker, agency, more);
  await send(worker, 'Somewhere to stay, and somebody to talk to.');
}
/** The receiver opens the newest link without scripts. */
async function open(): Promise<Page> {
  const receiver = await journey.open({ ...phone, javaScriptEnabled: false });
  await receiver.goto(await newLink());
  await press(receiver, 'Open the referral');
  return receiver;
}

test('what a person locks away is not shown to the receiver; a decline leads to another service, with the history and the first one struck out', async () => {
  await worker.goto(`${record}/instructions/new`);
  await worker.getByLabel('What the person said').fill('They must not get my number.');
  await worker.getByLabel('Contact', { exact: true }).check();
  await worker.getByLabel('From whom').selectOption({ label: 'Open Door Housing (demo)' });
  await pressKey(worker, 'button', 'Save');
  await pressKey(worker, 'link', 'Referrals of this person');
  await pressKey(worker, 'link', 'Choose a service');
  await refer('Flats with support', /Open Door Housing/, ['Contact']);
  const receiver = await open();
  expect(await main(receiver)).toContain('Odile Démo-Marchand');
  expect(await main(receiver)).not.toContain('905-555-0167');
  await answer(receiver, 'Decline', async () => await receiver.getByLabel('No room').check());
  expect(await main(receiver)).toContain('The referral is closed');
  await receiver.context().close();

  const own = await followRequest(journey, code);
  expect(await main(own)).not.toContain('Porte Ouverte');
  await own.context().close();

  await worker.goto(`${record}/referrals`);
  await pressKey(worker, 'link', /Flats with support/);
  expect(await main(worker)).toContain('No room');
  await lookInFrench(worker);
  await pressKey(worker, 'link', 'Refer to another service');
  await worker.getByLabel('Words in the name of a service or organisation').fill('Flats with support');
  await pressKey(worker, 'button', 'Search');
  expect(await worker.locator('s').innerText()).toBe('Flats with support');
  expect(await main(worker)).toContain('This follows a referral that did not lead to help');
  await expectUsable(worker);
  await refer('Settling in', /New Shore/, ['Contact']);
}, 120_000);

test('a consent that is withdrawn in the middle shows the receiver nothing at once, and tells the sender', async () => {
  const receiver = await open();
  for (const part of ['Odile Démo-Marchand', '905-555-0167']) expect(await main(receiver)).toContain(part);
  await answer(receiver, 'Accept');
  await worker.goto(`${record}/consents`);
  const consent = worker.locator('article', { hasText: 'New Shore' });
  await consent.getByText('Withdraw', { exact: false }).first().click();
  await consent.getByRole('textbox').last().fill('She said so on the phone.');
  await consent.getByRole('button', { name: /Withdraw/ }).click();
  await worker.waitForLoadState();
  await expectUsable(worker);
  await receiver.goto(receiver.url());
  if ((await receiver.getByRole('button', { name: 'Open the referral' }).count()) > 0) await press(receiver, 'Open the referral');
  expect(await main(receiver)).not.toMatch(/Odile|0167|Somewhere to stay/);
  await worker.goto(`${record}/referrals`);
  await pressKey(worker, 'link', /Settling in/);
  await expect.poll(async () => {
    await worker.reload();
    return await main(worker);
  }, { timeout: 15_000 }).toContain('does not cover this receiver now');
  await lookInFrench(worker);
  await receiver.context().close();
}, 120_000);

test('what a colleague types into a form while the person locks her record is not lost silently', async () => {
  await worker.goto(record);
  await pressKey(worker, 'link', 'Assessments');
  await pressKey(worker, 'link', /Fill in now.*What you need/);
  await worker.getByLabel('Is there anything else you need?').fill('A lawyer, before Friday');
  const other = await worker.context().newPage();
  await other.goto(`${record}/instructions/new`);
  await other.getByLabel('What the person said').fill('Nobody here is to read about me.');
  await other.getByLabel(/^Everything|^All/).check();
  await other.getByLabel('From whom').selectOption({ label: 'Ines Walker (demo)' });
  await pressKey(other, 'button', 'Save');
  await pressKey(worker, 'button', 'Save, finish later');
  expect(await worker.locator('h1').innerText()).toBe('This cannot be saved any more');
  expect(await main(worker)).toContain('A lawyer, before Friday');
  expect(await main(worker)).not.toContain('Odile');
  await expectUsable(worker);
  await other.close();
}, 120_000);
