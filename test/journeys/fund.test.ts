import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { amounts, bulk, closesAt, draft, given, loadPlanOf, type Made, openCall, personWith } from '#app/modules/funding/fund-year.test-tool.ts';
import { fundingRoutes } from '#app/modules/funding/index.ts';
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
async function openFund(): Promise<Page> {
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
  return page;
}

test('an organisation applies by code, the fund ranks 124 and decides, and everybody sees what 83 got, at 320 and 1280 pixels in both languages', async () => {
  const page = await openFund();
  const at = async (path: string) => {
    for (const [address, size] of [[path.replace('/en/', '/fr/'), phone], [path, desk]] as const) {
      await page.setViewportSize(size.viewport ?? { width: 1280, height: 800 });
      expect((await page.goto(`http://place.test${address}`))?.status(), address).toBe(200);
      await expectUsable(page);
    }
  };
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
  for (const path of [`/en/funding/calls/office/${call.slug}`, `/en/funding/applications/${own.id}`, `/en/funding/reviews/call/${call.slug}`]) await at(path);
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
