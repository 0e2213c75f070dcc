import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press } from './steps.ts';

// A passkey belongs to a name, never to a number: the program is reached as localhost.
const journey = startJourney({ HOST: 'localhost' });
const at = (path: string, language = 'en') => `${journey.url}/${language}${path}`;
const page = '/review/sealed-report';

/** A member with a device that holds passkeys, who makes her key; gives her page and the phrase that she prints. */
async function member(name: string): Promise<{ page: Page; phrase: string }> {
  const seat = await journey.enter(name);
  const devtools = await seat.context().newCDPSession(seat);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', ctap2Version: 'ctap2_1', transport: 'internal', hasResidentKey: true, hasUserVerification: true, hasPrf: true, isUserVerified: true, automaticPresenceSimulation: true } });
  await seat.goto(at('/review/sealed-desk/key'));
  await expectUsable(seat);
  await seat.getByRole('button', { name: 'Make my key' }).click();
  await seat.getByRole('heading', { name: 'Your recovery phrase' }).waitFor();
  await expectUsable(seat);
  const phrase = (await seat.locator('#phrase-list li').allInnerTexts()).join(' ');
  expect(phrase.split(' ')).toHaveLength(10);
  await seat.getByLabel('I have it on paper').check();
  await seat.getByRole('button', { name: 'Keep the key' }).click();
  await seat.getByText('It is not on the list yet.').waitFor();
  return { page: seat, phrase };
}

async function sign(chair: Page, ...seats: string[]): Promise<void> {
  await chair.goto(at('/review/sealed-desk/recipients'));
  for (const box of await chair.locator('input[name=members]').all()) await box.setChecked(false);
  for (const seat of seats) await chair.getByRole('checkbox', { name: seat }).check();
  const before = await chair.locator('main h2').first().innerText();
  await chair.getByRole('button', { name: 'Open with my passkey' }).click();
  await chair.waitForFunction((text) => document.querySelector<HTMLElement>('main h2')?.innerText !== text && document.readyState === 'complete', before);
}

async function open(seat: Page): Promise<void> {
  await seat.getByRole('button', { name: 'Open with my passkey' }).click();
  await seat.locator('#answer-part').waitFor();
}

let words = '';
let chair: { page: Page; phrase: string };
let reader: { page: Page; phrase: string };

test('members make their keys, the chair signs the list, and only then the page takes a report', async () => {
  chair = await member('Simone');
  const visitor = await journey.open(phone);
  await visitor.goto(at(page));
  expect(await visitor.locator('main').innerText()).toContain('Writing here is not open yet');
  await expectUsable(visitor);
  await sign(chair.page, 'Lantern Centre');
  expect(await chair.page.locator('main').innerText()).toContain('Version 1');
  await expectUsable(chair.page);
  await visitor.goto(at(page));
  await visitor.getByRole('button', { name: 'Continue' }).waitFor();
  await expectUsable(visitor);
  await visitor.goto(at(page, 'fr'));
  await visitor.getByRole('button', { name: 'Continuer' }).waitFor();
  await expectUsable(visitor);
}, 90_000);

test('a survivor writes without a name, a member reads and answers, and seven words bring the answer back', async () => {
  const survivor = await journey.open(phone);
  const sent: string[] = [];
  survivor.on('request', (request) => sent.push(request.url()));
  await survivor.goto(at(page));
  await survivor.getByLabel('I have a question').check();
  await survivor.getByLabel('What would you like to say?').fill('It was after the game. Do I have to report it?');
  await survivor.locator('#files').setInputFiles({ name: 'IMG_4711_me.txt', mimeType: 'text/plain', buffer: Buffer.from('a note beside it') });
  await survivor.getByRole('button', { name: 'Continue' }).click();
  await survivor.getByRole('heading', { name: 'Your seven words' }).waitFor();
  words = (await survivor.locator('#code-list li').allInnerTexts()).join(' ');
  expect(words.split(' ')).toHaveLength(7);
  await expectUsable(survivor);
  await survivor.getByRole('button', { name: 'Lock it and send it' }).click();
  await survivor.getByRole('heading', { name: 'It has arrived' }).waitFor();
  await expectUsable(survivor);
  expect(await survivor.context().cookies()).toEqual([]);
  expect(await survivor.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  expect(sent.filter((address) => !address.startsWith(journey.url))).toEqual([]);

  await chair.page.goto(at('/review/sealed-desk'));
  await expectUsable(chair.page);
  await chair.page.locator('tbody a').first().click();
  await open(chair.page);
  const read = await chair.page.locator('#report-list').innerText();
  for (const part of ['Do I have to report it?', 'I have a question', 'File 1.txt']) expect(read).toContain(part);
  expect(await chair.page.content()).not.toContain('IMG_4711');
  await expectUsable(chair.page);
  await chair.page.locator('#answer').fill('No. You decide, and you can change your mind.');
  await chair.page.getByRole('button', { name: 'Seal and send' }).click();
  await chair.page.waitForLoadState();
  await chair.page.getByLabel('In touch').check();
  await press(chair.page, 'Save');
  await open(chair.page);
  expect(await chair.page.locator('#report-list').innerText()).toContain('You decide');
}, 90_000);

test('the seven words open the mailbox on the French page too, more can be added, and wrong words open nothing', async () => {
  const survivor = await journey.open(desk);
  await survivor.goto(at(page, 'fr'));
  await survivor.getByRole('textbox', { name: 'Vos sept mots' }).fill(words.replace(/^\w+/, 'zzz'));
  await survivor.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await survivor.getByText('Ces mots n’ouvrent rien').waitFor();
  await survivor.getByRole('textbox', { name: 'Vos sept mots' }).fill(words.toUpperCase().replaceAll(' ', ', '));
  await survivor.getByRole('button', { name: 'Ouvrir', exact: true }).click();
  await survivor.getByText('You decide, and you can change your mind.').waitFor();
  await expectUsable(survivor);
  await survivor.locator('#add').fill('Merci. Pour moi seule : le parc.');
  await survivor.getByRole('button', { name: 'Garder pour moi seulement' }).click();
  await survivor.getByRole('button', { name: 'Remettre ceci au comité' }).waitFor();
  await survivor.locator('#add').fill('Merci d’avoir répondu.');
  await survivor.getByRole('button', { name: 'Envoyer au comité' }).click();
  await survivor.getByText('Merci d’avoir répondu.').waitFor();
  await chair.page.reload();
  await open(chair.page);
  const read = await chair.page.locator('#report-list').innerText();
  expect(read).toContain('Merci d’avoir répondu.');
  expect(read).not.toContain('le parc');
}, 60_000);

test('a member who joins reads older reports after they were sealed anew, by her printed phrase as well; the one who left reads nothing new', async () => {
  reader = await member('Rhea');
  await sign(chair.page, 'Lantern Centre', 'Willow Shelter');
  await reader.page.goto(at('/review/sealed-desk'));
  await reader.page.locator('tbody a').first().click();
  const report = reader.page.url();
  await open(reader.page);
  expect(await reader.page.locator('#report-note').innerText()).toContain('does not open this report');
  await chair.page.goto(at('/review/sealed-desk/rewrap'));
  await expectUsable(chair.page);
  await chair.page.getByRole('button', { name: 'Open with my passkey' }).click();
  await chair.page.getByText('3 of 3 messages are sealed').waitFor();
  await reader.page.goto(report);
  await reader.page.getByLabel('Or your recovery phrase').fill(reader.phrase);
  await reader.page.getByRole('button', { name: 'Open with the phrase' }).click();
  await reader.page.locator('#answer-part').waitFor();
  expect(await reader.page.locator('#report-list').innerText()).toContain('Do I have to report it?');
  await sign(chair.page, 'Lantern Centre');
  await chair.page.goto(at('/review/sealed-desk/rewrap'));
  await chair.page.getByRole('button', { name: 'Open with my passkey' }).click();
  await chair.page.getByText('3 of 3 messages are sealed').waitFor();
  await reader.page.goto(report);
  await open(reader.page);
  expect(await reader.page.locator('#report-list').innerText()).toBe('');
  const survivor = await journey.open(phone);
  await survivor.goto(at(page));
  await survivor.getByRole('textbox', { name: 'Your seven words' }).fill(words);
  await survivor.getByRole('button', { name: 'Open', exact: true }).click();
  await survivor.getByText('You decide, and you can change your mind.').waitFor();
  expect(await survivor.locator('#thread-list').innerText()).toContain('le parc');
}, 120_000);

test('Esc three times, and the button, leave at once for another page and ask the browser to forget', async () => {
  const ways = [async (survivor: Page) => { for (let n = 0; n < 3; n += 1) await survivor.keyboard.press('Escape'); }, async (survivor: Page) => await survivor.getByRole('link', { name: 'Leave this page now' }).click()];
  for (const how of ways) {
    const survivor = await journey.open(phone);
    await survivor.goto(at(page));
    await survivor.getByRole('button', { name: 'Continue' }).waitFor();
    expect(await survivor.title()).toBe('Information');
    const leaving = survivor.waitForResponse(/\/leave$/);
    await how(survivor);
    const answer = await leaving;
    expect([answer.status(), answer.headers().location]).toEqual([303, 'https://weather.gc.ca/']);
  }
  // The browser acts on this header and does not show it.
  const answer = await fetch(at('/review/sealed-report/leave'), { redirect: 'manual' });
  expect(answer.headers.get('clear-site-data')).toBe('"cache", "cookies", "storage"');
}, 60_000);

test('without JavaScript the page says what is left, and takes a file that was sealed elsewhere', async () => {
  const survivor = await journey.open({ ...phone, javaScriptEnabled: false });
  await survivor.goto(at(page));
  expect(await survivor.locator('main').innerText()).toContain('Writing here needs JavaScript');
  expect(await survivor.getByRole('button', { name: 'Continue' }).isVisible()).toBe(false);
  await survivor.locator('#upload summary').click();
  await survivor.setInputFiles('#file', { name: 'x.age', mimeType: 'application/octet-stream', buffer: Buffer.from('not sealed at all') });
  await press(survivor, 'Send the file');
  expect(await survivor.locator('main').innerText()).toContain('This is no file locked with age');
}, 60_000);
