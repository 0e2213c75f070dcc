import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectUsable, phone } from './browser.ts';
import type { Journey } from './journey.ts';
import { press } from './steps.ts';

/** What both journeys along the path of help do in the same way. */
export const main = async (page: Page): Promise<string> => await page.locator('main').innerText();

/** The same page in French on a phone: what was typed into it is lost, so it is for pages that are read. */
export async function lookInFrench(page: Page): Promise<void> {
  const [address, size] = [page.url(), page.viewportSize()];
  await page.setViewportSize(phone.viewport ?? { width: 320, height: 640 });
  await page.goto(address.replace('/en/', '/fr/'));
  await expectUsable(page);
  if (size) await page.setViewportSize(size);
  await page.goto(address);
}

/** Presses what has such a name by the keyboard alone. */
export async function pressKey(page: Page, role: 'button' | 'link', name: string | RegExp): Promise<void> {
  await page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name }).first().focus();
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

/** Somebody asks for herself on a phone without scripts, in French; gives her code. */
export async function askInFrench(journey: Journey, asked: Readonly<Record<'age' | 'given' | 'family' | 'place' | 'story' | 'phone', string>>, checks: boolean): Promise<string> {
  const page = await journey.open({ ...phone, ...(checks ? {} : { javaScriptEnabled: false }) });
  await page.goto(`${journey.url}/fr/access/points/homelessness/ask`);
  await page.locator('input[name=whom][value=self]').check();
  for (const [field, text] of [['age', asked.age], ['given', asked.given], ['family', asked.family], ['municipality', asked.place], ['story', asked.story], ['phone', asked.phone]] as const) await page.locator(`#${field}`).fill(text);
  await page.locator('input[name=language][value=fr]').check();
  await page.locator('input[name=preference][value=phone]').check();
  if (checks) await expectUsable(page);
  await press(page, 'Envoyer la demande');
  if (checks) await expectUsable(page);
  const code = await page.locator('.code').innerText();
  await page.context().close();
  return code;
}

/** What a person sees of her request, by its code. */
export async function followRequest(journey: Journey, code: string): Promise<Page> {
  const page = await journey.open(phone);
  await page.goto(`${journey.url}/fr/access/follow-intake`);
  await page.getByLabel('Code').fill(code);
  await press(page, 'Voir');
  return page;
}

/** Takes a step of a referral that a link opens; a step that is folded away is unfolded first. */
export async function answer(receiver: Page, step: string, fill?: () => Promise<void>): Promise<void> {
  const folded = receiver.locator('details:not([open])', { has: receiver.locator('summary', { hasText: step }) });
  if ((await folded.count()) > 0) await folded.first().locator('summary').click();
  if (fill) await fill();
  await receiver.getByRole('button', { name: step, exact: true }).click();
  await receiver.waitForLoadState();
}

/** Records the consent that the form of a referral asks for, and is led back to that form. */
export async function consentFor(worker: Page, agency: RegExp, more: readonly string[] = []): Promise<void> {
  const form = worker.url();
  await pressKey(worker, 'link', 'Record the consent');
  expect(await worker.getByLabel('Referral to a service', { exact: true }).isChecked()).toBe(true);
  expect(await worker.getByRole('checkbox', { name: agency }).first().isChecked()).toBe(true);
  for (const category of ['Identity', ...more]) await worker.getByLabel(category, { exact: true }).check();
  await worker.getByLabel('Spoken', { exact: true }).check();
  await pressKey(worker, 'button', 'Save');
  expect(worker.url()).toBe(form);
}

/** Fills in what is asked of a service and sends it; gives the person's code. */
export async function send(worker: Page, request: string): Promise<string> {
  await worker.getByLabel('What does the person need?').selectOption('housing');
  await worker.getByLabel('What is asked for').fill(request);
  await worker.getByLabel('Routine').check();
  await pressKey(worker, 'button', 'Send');
  return await worker.locator('.code').innerText();
}
