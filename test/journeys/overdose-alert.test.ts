import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { desk, expectAccessible, expectNoSideScroll, launchBrowser, phone } from './browser.ts';
import { type RunningProgram, startProgram } from './server.ts';
import { mailOf, press, signIn, untilShown } from './steps.ts';

let browser: Browser;
let program: RunningProgram;
beforeAll(async () => {
  [browser, program] = await Promise.all([launchBrowser(), startProgram()]);
}, 120_000);
afterAll(async () => await Promise.all([browser?.close(), program?.stop()]));

const open = async (size: typeof desk, script = true): Promise<Page> => await (await browser.newContext({ ...size, javaScriptEnabled: script, hasTouch: true })).newPage();
const check = async (page: Page) => {
  await expectNoSideScroll(page);
  await expectAccessible(page);
};

/**
 * Seconds of a person by the keystroke-level model (Card, Moran and Newell, 1980), with times for a phone: 1.2 s to think before each answer,
 * 0.4 s for a tap with the thumb, 0.7 s for each swipe that brings the next answer into view.
 */
const seconds = { think: 1.2, tap: 0.4, swipe: 0.7 };

test('a responder enters an overdose on a phone, without a script, in four taps and less than 15 seconds', async () => {
  const page = await open({ viewport: { width: 360, height: 640 } }, false);
  await signIn(page, program.url, 'Remy Stroud');
  await page.goto(`${program.url}/en/insight/overdoses/new`);
  let [taps, swipes] = [0, 0];
  const tap = async (name: string) => {
    const target = name === 'Send' ? page.getByRole('button', { name }) : page.locator('label.tile', { hasText: name }).first();
    const box = await target.boundingBox();
    // What does not lie wholly in the window asks for a swipe.
    const view = await page.evaluate(() => window.innerHeight);
    if (!box || box.y < 0 || box.y + box.height > view) swipes += 1;
    await target.tap();
    taps += 1;
    return box;
  };
  for (const name of ['Milton', 'Survived', 'Yes, 1 kit', 'Send']) {
    const box = await tap(name);
    expect(Math.min(box?.height ?? 0, box?.width ?? 0), `${name} is a small target`).toBeGreaterThanOrEqual(44);
  }
  await page.locator('[role=status]').waitFor();
  await page.waitForLoadState();
  const answered = await page.evaluate(() => Math.max(0, ...performance.getEntriesByType('navigation').map((one) => one.duration)) / 1000);
  const needed = taps * (seconds.think + seconds.tap) + swipes * seconds.swipe + answered;
  process.stdout.write(`an entry: ${taps} taps, ${swipes} swipes, answer in ${answered.toFixed(2)} s, ${needed.toFixed(1)} s of a person by the keystroke-level model\n`);
  expect(taps).toBe(4);
  expect(needed).toBeLessThan(15);
  expect(await page.locator('[role=status]').innerText()).toMatch(/Received: .*Milton, survived/);
});

test('without a connection the form says that nothing was sent, keeps the answers, and counts once when it is sent again', async () => {
  const page = await open(phone);
  await signIn(page, program.url, 'Petra Vance');
  await page.goto(`${program.url}/fr/insight/overdoses/new`);
  await check(page);
  await page.locator('label.tile', { hasText: 'Oakville' }).click();
  await page.locator('label.tile', { hasText: 'A survécu' }).click();
  await page.locator('label.tile', { hasText: 'Non' }).first().click();
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Envoyer' }).click();
  expect(await page.locator('[role=alert]').innerText()).toContain('il n’y a pas de connexion');
  await page.context().setOffline(false);
  await press(page, 'Envoyer');
  expect(await page.locator('[role=status]').innerText()).toContain('Reçu');
  await page.goto(`${program.url}/fr/insight/overdoses`);
  expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(1);
  await check(page);
});

test('from a drafted alert to the log: confirmed, told, the level public on the first page, judged', async () => {
  const keeper = await open(desk);
  await signIn(keeper, program.url, 'Odile Marchand');
  await untilShown(keeper, `${program.url}/en/commitment/my-day`, 'Look at a drafted overdose alert');
  await keeper.goto(`${program.url}/en/insight/alerts/desk`);
  await check(keeper);
  await keeper.getByRole('link', { name: /Six or more within 48 hours/ }).first().click();
  const alert = keeper.url();
  expect(await keeper.locator('main').innerText()).toMatch(/suspected overdoses within 48 hours/);
  await check(keeper);
  await press(keeper, 'Save the decision');
  expect(await keeper.locator('.error-summary').innerText()).toContain('Choose what to do');
  await check(keeper);
  await keeper.getByLabel('Confirm the alert').check();
  await keeper.getByLabel('Reason').first().fill('Paramedics and the emergency department see the same.');
  await press(keeper, 'Save the decision');
  await untilShown(keeper, alert, 'Charge nurse, lakefront emergency department');
  await check(keeper);
  await keeper.setViewportSize({ width: 320, height: 640 });
  await keeper.goto(alert.replace('/en/', '/fr/'));
  await check(keeper);
  await keeper.setViewportSize({ width: 1280, height: 800 });

  await keeper.goto(`${program.url}/en/insight/alerts/level`);
  await keeper.getByLabel('Elevated').check();
  await keeper.getByLabel('Milton').check();
  await keeper.getByLabel('Why, for the public (English)').fill('More overdoses than usual in Milton since the weekend.');
  await keeper.getByLabel('Why, for the public (French)').fill('Plus de surdoses que d’habitude à Milton depuis la fin de semaine.');
  await keeper.getByLabel('Look at it again on').fill('2019-06-10');
  await press(keeper, 'Set the level');
  await check(keeper);

  const resident = await open(phone, false);
  await resident.goto(`${program.url}/en`);
  expect(await resident.locator('.alert-banner').innerText()).toContain('Overdose alert: elevated');
  await resident.getByRole('link', { name: 'What to do' }).click();
  expect(await resident.locator('main').innerText()).toContain('More overdoses than usual in Milton since the weekend.');
  const look = await open(phone);
  for (const [path, size] of [['/en/insight/alerts', phone], ['/fr/insight/alerts', desk], ['/fr/plan', phone], ['/en/plan', desk]] as const) {
    await look.setViewportSize(size.viewport ?? { width: 1280, height: 800 });
    await look.goto(`${program.url}${path}`);
    await check(look);
  }

  const manager = await open(desk);
  await signIn(manager, program.url, 'Maya Okafor');
  expect(await mailOf(manager, program.url, /Overdose alert: Milton/)).toContain('DEMONSTRATION');

  await keeper.goto(alert);
  await keeper.getByLabel('False alarm').check();
  await keeper.getByLabel('Reason').first().fill('The six were one batch of entries made late.');
  await press(keeper, 'Write it into the log');
  expect(await keeper.locator('main').innerText()).toContain('Judged: false alarm');
  const pages = ['/en/insight/alerts/rules', '/en/insight/alerts/rules/six-in-48-hours', '/en/insight/alerts/counts/overdoses', '/en/insight/alerts/counts/emergency-visits', '/en/insight/alerts/contacts'];
  await untilShown(keeper, `${program.url}/en/insight/alerts/rules/visits-by-week`, 'seed');
  for (const path of pages) for (const [address, size] of [[path, desk], [path.replace('/en/', '/fr/'), phone]] as const) {
    await keeper.setViewportSize(size.viewport ?? { width: 1280, height: 800 });
    await keeper.goto(`${program.url}${address}`);
    await check(keeper);
  }
}, 120_000);
