import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, expectAccessible, launchBrowser, phone } from './browser.ts';
import { type RunningProgram, startProgram } from './server.ts';

let browser: Browser;
let program: RunningProgram;
beforeAll(async () => {
  [browser, program] = await Promise.all([launchBrowser(), startProgram()]);
}, 120_000);
afterAll(async () => await Promise.all([browser?.close(), program?.stop()]));

const press = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name }).first().click();
  await page.waitForLoadState();
};
const mailOf = async (staff: Page, url: string, subject: RegExp) => {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    await staff.goto(`${url}/en/outbox`);
    const mail = staff.locator('article', { has: staff.getByRole('heading', { name: subject }) }).first();
    if ((await mail.count()) > 0) return await mail.innerText();
    await staff.waitForTimeout(250);
  }
  throw new Error(`no mail with the subject ${subject}`);
};

test('an issue goes from a resident to a decision, an action and a bulletin, without JavaScript, and is there after a restart', async () => {
  const resident = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  await resident.goto(`${program.url}/en/engagement/issues/new`);
  await press(resident, 'Continue');
  expect(await resident.locator('.error-summary').innerText()).toContain('Say in a few words');
  await resident.getByLabel('In a few words').fill('No light at the bus stop');
  await resident.getByLabel('What happens, where, and how often?').fill('The stop at Main Street is dark. People are afraid at night.');
  await press(resident, 'Continue');
  await resident.getByLabel('Milton').check();
  await press(resident, 'Continue');
  await resident.getByRole('textbox').fill('People who work late');
  await press(resident, 'Continue');
  await resident.getByLabel('E-mail address (optional)').fill('wrong');
  await press(resident, 'Continue');
  expect(await resident.getByLabel('E-mail address (optional)').inputValue()).toBe('wrong');
  await resident.getByLabel('E-mail address (optional)').fill('resident@example.org');
  await press(resident, 'Continue');
  expect(await resident.locator('main').innerText()).toContain('People who work late');
  await press(resident, 'Send');
  const [reference = '', code = ''] = await resident.locator('.code').allInnerTexts();
  expect(reference).toMatch(/^CSWB-2019-\d{4}$/);

  const subscriber = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage();
  await subscriber.goto(`${program.url}/fr/engagement/subscriptions/new`);
  await subscriber.getByLabel('Initiatives').check();
  await subscriber.getByLabel('Tables d’action').check();
  await press(subscriber, 'Continuer');
  await subscriber.getByLabel('Tout de suite').check();
  await press(subscriber, 'Continuer');
  await subscriber.getByLabel('Adresse courriel').fill('abonnee@example.org');
  await subscriber.getByLabel('J’accepte').check();
  await press(subscriber, 'S’inscrire');
  expect(await subscriber.getByRole('heading', { level: 1 }).innerText()).toBe('Consultez vos courriels');

  const staff = await (await browser.newContext(desk)).newPage();
  await staff.goto(`${program.url}/en/commitment/my-day`);
  await press(staff, /Sign in as Maya Okafor/);
  expect(await staff.getByRole('heading', { level: 1 }).innerText()).toContain('Monday 3 June 2019');
  await expectAccessible(staff);
  const confirmation = await mailOf(staff, program.url, /Confirmez votre inscription/);
  await subscriber.goto(/https?:\/\/\S+confirm\?key=[\w-]+/.exec(confirmation)?.[0] ?? '');
  await press(subscriber, 'Confirmer');
  expect(await subscriber.locator('main').innerText()).toContain('Votre inscription est confirmée');

  await staff.goto(`${program.url}/en/engagement/issues/inbox`);
  await expectAccessible(staff);
  await staff.getByRole('link', { name: 'No light at the bus stop' }).click();
  await expectAccessible(staff);
  expect(await staff.locator('main').innerText()).not.toContain('resident@example.org');
  await press(staff, 'Show the contact');
  expect(await staff.locator('main').innerText()).toContain('resident@example.org');
  await press(staff, 'Start the screening');
  for (const yes of await staff.getByLabel('Yes').all()) await yes.check();
  await press(staff, 'Save the answers');
  expect(await staff.locator('main').innerText()).toContain('Advisory score: 100 of 100');
  await staff.getByLabel('Note for the leadership group').fill('Several people said the same.');
  await press(staff, 'Put it to the leadership group');
  await press(staff, 'Record the decision');
  expect(await staff.locator('.error-summary').innerText()).toContain('Choose a decision');
  await staff.getByLabel('Accepted: becomes a key issue').check();
  await staff.getByLabel('Deciding body').selectOption('system-leadership-group');
  await staff.getByLabel('Decided on').fill('2019-06-03');
  await staff.getByLabel('Reason, in English').fill('Safe ways home concern several systems.');
  await staff.getByLabel('Reason, in French').fill('Rentrer en sécurité touche plusieurs systèmes.');
  await staff.getByLabel('Title of the issue, in English').fill('Safe ways home');
  await staff.getByLabel('Title of the issue, in French').fill('Rentrer en sécurité');
  await staff.getByLabel('First action, in English (optional)').fill('Count dark bus stops');
  await staff.getByLabel('First action, in French (optional)').fill('Compter les arrêts sans éclairage');
  await staff.getByLabel('Due on').fill('2019-09-30');
  await press(staff, 'Record the decision');
  expect(await staff.locator('.thread').first().innerText()).toContain('Safe ways home');
  await staff.getByLabel('Reply to the proposer').fill('It became a key issue of the plan. The first action is to count dark stops.');
  await press(staff, 'Send the reply');
  expect(await mailOf(staff, program.url, new RegExp(`Our answer about ${reference}`))).toContain('count dark stops');

  expect(await mailOf(staff, program.url, new RegExp(`Something happened with ${reference}`))).toContain('Count dark bus stops');
  await resident.goto(`${program.url}/en/engagement/issues/follow`);
  await resident.getByLabel('Reference').fill(reference);
  await resident.getByLabel('Code').fill('AAAAA-AAAAA');
  await press(resident, 'Open');
  expect(await resident.locator('.error-summary').innerText()).toContain('no issue with this reference and code');
  await resident.getByLabel('Code').fill(code.toLowerCase());
  await press(resident, 'Open');
  const followed = await resident.locator('main').innerText();
  for (const words of ['became a key issue', 'Safe ways home concern several systems.', 'System Leadership Group', 'count dark stops']) expect(followed).toContain(words);
  await resident.getByRole('textbox').fill('Thank you. Please count the side streets too.');
  await press(resident, 'Send my answer');
  expect(await resident.locator('main').innerText()).toContain('side streets too');
  expect(await resident.getByRole('button', { name: 'Send my answer' }).count()).toBe(0);

  expect(await (await fetch(`${program.url}/en/plan`)).text()).toContain('Safe ways home');
  await staff.goto(`${program.url}/en/plan/milestones`);
  await expectAccessible(staff);
  await staff.getByRole('link', { name: 'Count dark bus stops' }).click();
  await expectAccessible(staff);

  await staff.goto(`${program.url}/en/engagement/bulletins`);
  await press(staff, 'Make the next bulletin');
  await expectAccessible(staff);
  expect(await staff.locator('main').innerText()).toContain('One subscriber in all.');
  await staff.getByLabel('The English is approved').check();
  await staff.getByLabel('The French is approved').check();
  await press(staff, 'Save and preview');
  await press(staff, 'Send now');
  const bulletin = await mailOf(staff, program.url, /bulletin 1/);
  expect(bulletin).toContain('Rentrer en sécurité');
  await subscriber.goto(`${program.url}/fr/engagement/bulletins/1`);
  expect(await subscriber.locator('main').innerText()).toContain('Rentrer en sécurité');
  await subscriber.goto(/https?:\/\/\S+unsubscribe\?key=[\w-]+/.exec(bulletin)?.[0] ?? '');
  await press(subscriber, 'Cesser toutes les nouvelles');
  expect(await subscriber.locator('main').innerText()).toContain('Vous ne recevrez plus');

  program = await program.restart('SIGKILL');
  expect(await (await fetch(`${program.url}/fr/plan`)).text()).toContain('Rentrer en sécurité');
  await resident.goto(`${program.url}/fr/engagement/issues/follow`);
  await resident.getByLabel('Numéro de référence').fill(reference);
  await resident.getByLabel('Code').fill(code);
  await press(resident, 'Ouvrir');
  expect(await resident.locator('main').innerText()).toContain('devenu un enjeu clé');
}, 120_000);
