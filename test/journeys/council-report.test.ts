import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPdf } from '../pdf.ts';
import { desk, expectAccessible, expectNoSideScroll, launchBrowser, phone } from './browser.ts';
import { type RunningProgram, startProgram } from './server.ts';

let browser: Browser;
let program: RunningProgram;
beforeAll(async () => {
  [browser, program] = await Promise.all([launchBrowser(), startProgram()]);
}, 120_000);
afterAll(async () => await Promise.all([browser?.close(), program?.stop()]));

async function signIn(name: RegExp, size: typeof desk, language: string): Promise<Page> {
  const page = await (await browser.newContext({ ...size, javaScriptEnabled: true })).newPage();
  await page.goto(`${program.url}/${language}/identity/sign-in`);
  await page.getByRole('button', { name }).click();
  return page;
}

test('a report to council goes from draft to publication: written in English, approved in French on a phone, read by everybody', async () => {
  const manager = await signIn(/Maya Okafor/, desk, 'en');
  await manager.goto(`${program.url}/en/insight/publications/drafts`);
  await expectAccessible(manager);
  await manager.getByRole('link', { name: /Update on the Community Safety/ }).click();
  await expectAccessible(manager);
  await expectNoSideScroll(manager);
  const draft = manager.url();
  await manager.getByRole('link', { name: 'Edit the text: Next steps' }).click();
  await expectAccessible(manager);
  await manager.getByLabel('Text in English').fill('The plan office reports again in autumn. See {figure:no-such}.');
  await manager.getByLabel('Text in French').fill('Le bureau du plan fait de nouveau rapport à l’automne.');
  await manager.getByRole('button', { name: 'Save' }).click();
  expect(await manager.locator('main').innerText()).toContain('The figure “no-such” does not exist today.');
  expect(await manager.getByRole('button', { name: 'Hand in for review' }).count()).toBe(0);
  await manager.getByRole('link', { name: 'Edit the text: Next steps' }).click();
  expect(await manager.getByLabel('Text in French').inputValue()).toContain('automne');
  await manager.getByLabel('Text in English').fill('The plan office reports again in autumn. See {figure:low-income}.');
  await manager.getByRole('button', { name: 'Save' }).click();
  await manager.getByRole('button', { name: 'Hand in for review' }).click();
  expect(await manager.locator('main').innerText()).toContain('SS-12-19/MO-16-19');
  expect(await manager.getByRole('button', { name: 'Approve this version' }).count()).toBe(0);

  const leader = await signIn(/Lena Marsh/, phone, 'fr');
  await leader.goto(draft.replace('/en/', '/fr/'));
  await expectAccessible(leader);
  await expectNoSideScroll(leader);
  await leader.getByRole('button', { name: 'Approuver cette version' }).click();
  await manager.reload();
  await manager.getByRole('button', { name: 'Publish this version' }).click();

  const id = draft.split('/').at(-1);
  for (const size of [phone, desk]) {
    const page = await (await browser.newContext({ ...size, javaScriptEnabled: false })).newPage();
    expect((await page.goto(`${program.url}/fr/insight/publications/${id}`))?.status()).toBe(200);
    await expectNoSideScroll(page);
    const seen = await (await browser.newContext(size)).newPage();
    await seen.goto(`${program.url}/fr/insight/publications/${id}`);
    await expectAccessible(seen);
    expect(await seen.locator('main').innerText()).toContain('Le bureau du plan fait de nouveau rapport à l’automne.');
  }
  const file = await fetch(`${program.url}/en/insight/publications/${id}/files/pdf`);
  const pdf = await readPdf(new Uint8Array(await file.arrayBuffer()));
  expect(pdf).toMatchObject({ tagged: true, language: 'en-CA', title: 'Update on the Community Safety and Well-Being Plan' });
  expect(pdf.text).toContain('8.2% live below the Low Income Measure');
  expect(pdf.links).toContain(`${program.url}/en/plan/figures/low-income`);
}, 120_000);
