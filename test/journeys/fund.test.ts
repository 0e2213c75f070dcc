import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { amounts, bulk, closesAt, draft, given, loadPlanOf, type Made, openCall, personWith } from '#app/modules/funding/fund-year.test-tool.ts';
import { fundingJobs, fundingRoutes } from '#app/modules/funding/index.ts';
import { openWorld, type Visitor, type World } from '#test/world.ts';
import { desk, expectUsable, phone } from './browser.ts';
import { startBrowser } from './journey.ts';
import { press } from './steps.ts';

let world: World;
let call: { id: string; slug: string };
let own: Made;
let visitor: Visitor;
const openPage = startBrowser(async () => {
  world = await openWorld();
  await loadPlanOf(world);
  call = await openCall(world);
  own = await draft(world, call.id, 0, amounts(83, 41, given)[0] ?? 0);
  visitor = await world.http(fundingRoutes(() => world.site)).as();
});
afterAll(async () => await world?.close());

function fieldsOf(body: string): Record<string, string[]> {
  const form = new URLSearchParams(body);
  return Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name)]));
}

/** A page that shows what the routes of the fund answer to whoever `visitor` is now. */
async function openFund(): Promise<{ page: Page; at: (path: string) => Promise<void> }> {
  const page = await openPage({ javaScriptEnabled: true, ...desk });
  const sheet = (await readdir('dist/assets')).find((name) => /^style.*\.css$/.test(name)) ?? '';
  const styles = await readFile(join('dist/assets', sheet), 'utf8');
  await page.route('http://place.test/**', async (route) => {
    const { pathname, search } = new URL(route.request().url());
    if (basename(pathname) === 'style.css') return await route.fulfill({ contentType: 'text/css', body: styles });
    if (!/^\/(en|fr)\//.test(pathname)) return await route.abort();
    const posted = route.request().method() === 'POST' ? fieldsOf(route.request().postData() ?? '') : undefined;
    let answer = posted ? await visitor.post(pathname, posted) : await visitor.get(`${pathname}${search}`);
    const to = answer.headers.get('location');
    if (to) answer = await visitor.get(to);
    return await route.fulfill({ status: answer.status, contentType: 'text/html; charset=utf-8', body: await answer.text() });
  });
  const at = async (path: string) => {
    for (const [address, size] of [[path.replace('/en/', '/fr/'), phone], [path, desk]] as const) {
      await page.setViewportSize(size.viewport ?? { width: 1280, height: 800 });
      expect((await page.goto(`http://place.test${address}`))?.status(), address).toBe(200);
      await expectUsable(page);
    }
  };
  return { page, at };
}
/** What stands now, on a telephone and on a desk. */
async function both(page: Page): Promise<void> {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size.viewport ?? { width: 1280, height: 800 });
    await expectUsable(page);
  }
}

test('an organisation applies by code, the fund ranks 124 and decides, and everybody sees what 83 got, at 320 and 1280 pixels in both languages', async () => {
  const { page, at } = await openFund();
  await at(`/en/funding/calls/${call.slug}`);
  await page.getByRole('link', { name: /^Apply.*One/ }).click();
  await page.getByLabel('Your name').fill('Robin Made-Up');
  await press(page, 'Begin');
  expect(await page.locator('.code').innerText()).toMatch(/^\w{5}-\w{5}$/);
  await press(page, 'Open');
  await press(page, /^Open.*Your organisation/);
  await page.getByLabel('Name of the organisation').fill('Maple Corner (demo)');
  await page.getByLabel('Gross revenue in the latest fiscal year').fill('a lot');
  await press(page, 'Save');
  expect(await page.getByLabel('Name of the organisation').inputValue()).toBe('Maple Corner (demo)');
  await expectUsable(page);
  await page.getByLabel('Gross revenue in the latest fiscal year').fill('48,250.75');
  await press(page, 'Save');
  await press(page, /^Open.*Budget/);
  await page.getByLabel('What for').first().fill('Staff');
  await page.getByLabel('Whole cost').first().fill('20,000');
  await page.getByLabel('From the fund').first().fill('15,000.50');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectUsable(page);
  await press(page, 'Save');
  await press(page, 'Check and send');
  expect(await page.locator('main').innerText()).toContain('Still missing');
  await expectUsable(page);

  await page.goto('http://place.test/en/funding/applications/resume');
  await page.getByLabel('Code').fill(own.code);
  await press(page, 'Open');
  await press(page, 'Check and send');
  await world.at(closesAt);
  await press(page, 'Send the application');
  expect(await page.locator('main').innerText()).toContain('It arrived in time.');
  await expectUsable(page);

  const list = amounts(83, 41, given);
  const made = [own, ...(await bulk(world, call.id, 1, list.slice(1)))];
  const scorer = await personWith(world, 'Scorer (demo)', ['fund-scorer']);
  await world.database.admin`insert into funding.assignment (application_id, account_id, assigned_at) select id, ${scorer.account}, now() from funding.application where state = 'submitted'`;
  await world.database.admin`insert into funding.score select a.application_id, a.account_id, c.id, case when a.application_id = any(${made.slice(0, 83).map((one) => one.id)}) then 15 else 6 end from funding.assignment a, funding.criterion c`;
  await world.database.admin`insert into funding.sheet select application_id, account_id, '', now() from funding.assignment`;
  await world.at('2019-12-02T15:00:00Z');
  visitor = await world.http(fundingRoutes(() => world.site)).as('manager');
  for (const path of [`/en/funding/calls/office/${call.slug}`, `/en/funding/applications/${own.id}`, `/en/funding/reasons/${made[120]?.id}/does-not-fit`]) await at(path);
  await page.getByLabel('Reason in English').fill('Come again next year with two partners.');
  await page.getByLabel('Reason in French').fill('Revenez l’an prochain avec deux partenaires.');
  await press(page, 'Save the reason');
  await both(page);
  await at(`/en/funding/reviews/call/${call.slug}`);
  expect(await page.locator('main').innerText()).toContain('83 of 124 would get a grant, $4,500,000 in all');
  await page.getByLabel('Body that decided').selectOption({ index: 1 });
  await page.getByLabel('Day of the decision').fill('2019-12-02');
  await page.getByLabel('Reason as a whole, in English').fill('By the ranking.');
  await page.getByLabel('Reason as a whole, in French').fill('Selon le classement.');
  await press(page, 'Record and send the letters');
  await at(`/en/funding/awards/call/${call.slug}`);
  const award = /awards\/([0-9a-f-]{36})/.exec(await page.content())?.[1] ?? '';
  await at(`/en/funding/awards/${award}`);
  await at('/en/funding/payments');
  await at('/en/funding/grants');
  expect(await page.locator('main').innerText()).toContain('83 grants given here: $4,500,000');
}, 240_000);

test('the office writes the questions of a call to come, gives from the reserve, and types in and answers its report; whoever got a grant sends hers, in French on a telephone', async () => {
  const { page, at } = await openFund();
  visitor = await world.http(fundingRoutes(() => world.site)).as('manager');
  await at('/en/funding/calls/office/new');
  const texts = { 'Title in English': 'Next fund', 'Title in French': 'Prochain fonds', 'What it is for, in English': 'For the plan.', 'What it is for, in French': 'Pour le plan.', 'Fund year': '2021', 'Opens on': '2020-09-01', 'Opens at': '09:00', 'Deadline at': '14:00', 'Deadline on': '2020-11-02', 'To give in all': '400000' };
  for (const [label, text] of Object.entries(texts)) await page.getByLabel(label, { exact: true }).fill(text);
  await press(page, 'Save');
  await both(page);
  await page.getByRole('link', { name: /Change the questions.*Final report/ }).click();
  await both(page);
  // By the keyboard: the fold opens, the text is written, the form is sent.
  await page.locator('summary', { hasText: 'New question' }).first().press('Enter');
  await page.getByLabel('Question in English').nth(3).fill('Who gained most?');
  await page.getByLabel('Question in French').nth(3).fill('Qui y a gagné le plus?');
  await page.getByLabel('Kind of answer').nth(3).selectOption('choice');
  await page.getByRole('button', { name: 'Save as a new version' }).press('Enter');
  expect(await page.locator('.error-summary').innerText()).toContain('Give two to twenty choices');
  await both(page);
  await page.getByLabel('Choices in English').nth(3).fill('Children\nYouth');
  await page.getByLabel('Choices in French').nth(3).fill('Enfants\nJeunes');
  await press(page, 'Save as a new version');
  await page.getByRole('link', { name: /Look at the form.*Final report/ }).click();
  expect(await page.locator('main').innerText()).toContain('Who gained most?');
  await both(page);

  await page.goto(`http://place.test/en/funding/awards/call/${call.slug}`);
  await page.locator('summary', { hasText: 'Give from the reserve' }).click();
  await both(page);
  const reserve = { Organisation: 'Night Shelter (demo)', Project: 'Cold nights', 'The project in a few sentences': 'Beds.', Amount: '12000.50', 'First day': '2019-06-01', 'Last day': '2019-10-31', 'Why it cannot wait': 'A cold spring.' };
  for (const [label, text] of Object.entries(reserve)) await page.getByLabel(label, { exact: true }).fill(text);
  await press(page, 'Give the grant');
  await page.locator('summary', { hasText: 'Type in' }).click();
  await press(page, 'Send the report');
  expect(await page.locator('.error-summary').innerText()).toContain('Give an amount in dollars');
  await both(page);
  await page.getByLabel('Spent of the grant since its beginning').fill('12000.50');
  await page.getByLabel('People served since its beginning').fill('60');
  await page.getByLabel('What you did').fill('Beds for 60 people.');
  await page.getByLabel('What has changed').fill('Nobody slept outside in March.');
  await press(page, 'Send the report');
  expect(await page.locator('main').innerText()).toContain('Nobody slept outside in March.');
  await both(page);

  await world.runJobs(fundingJobs);
  visitor = await world.http(fundingRoutes(() => world.site)).as();
  await page.goto('http://place.test/fr/funding/applications/resume');
  await page.getByLabel('Code').fill(own.code);
  await press(page, 'Ouvrir');
  expect(await page.locator('main').innerText()).toContain('Vous recevez');
  await both(page);
  await press(page, 'Envoyer le rapport');
  expect(await page.locator('.error-summary').innerText()).toContain('Indiquez une somme en dollars');
  await both(page);
}, 240_000);
