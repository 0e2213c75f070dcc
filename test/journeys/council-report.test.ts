import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readPdf } from '../pdf.ts';
import { desk, expectAccessible, expectNoSideScroll, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';

const journey = startJourney();

async function signIn(name: RegExp, size: typeof desk, language: string): Promise<Page> {
  const page = await journey.open({ ...size, javaScriptEnabled: true });
  await page.goto(`${journey.url}/${language}/identity/sign-in`);
  await page.getByRole('button', { name }).click();
  return page;
}

test('a report to council goes from draft to publication: written in English, approved in French on a phone, read by everybody', async () => {
  const manager = await signIn(/Maya Okafor/, desk, 'en');
  await manager.goto(`${journey.url}/en/insight/publications/drafts`);
  await expectAccessible(manager);
  await manager.getByRole('link', { name: /Update on the Community Safety/ }).click();
  await expectUsable(manager);
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
  await expectUsable(leader);
  await leader.getByRole('button', { name: 'Approuver cette version' }).click();
  await manager.reload();
  await manager.getByRole('button', { name: 'Publish this version' }).click();

  const id = draft.split('/').at(-1);
  for (const size of [phone, desk]) {
    const page = await journey.open({ ...size, javaScriptEnabled: false });
    expect((await page.goto(`${journey.url}/fr/insight/publications/${id}`))?.status()).toBe(200);
    await expectNoSideScroll(page);
    const seen = await journey.open(size);
    await seen.goto(`${journey.url}/fr/insight/publications/${id}`);
    await expectAccessible(seen);
    expect(await seen.locator('main').innerText()).toContain('Le bureau du plan fait de nouveau rapport à l’automne.');
  }
  const file = await fetch(`${journey.url}/en/insight/publications/${id}/files/pdf`);
  const pdf = await readPdf(new Uint8Array(await file.arrayBuffer()));
  expect(pdf).toMatchObject({ tagged: true, language: 'en-CA', title: 'Update on the Community Safety and Well-Being Plan' });
  expect(pdf.text).toContain('8.2% live below the Low Income Measure');
  expect(pdf.links).toContain(`${journey.url}/en/plan/figures/low-income`);
}, 120_000);
