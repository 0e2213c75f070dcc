import type { Page } from 'playwright-core';

/** Presses the first button of that name and waits for what it brings. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).first().click();
  await page.waitForLoadState();
}

/** Signs in as one of the demonstration's people and lands on her day. */
export async function signIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/en/commitment/my-day`);
  await press(page, new RegExp(`Sign in as ${name}`));
}

/** The text of the newest mail with such a subject, from the outbox of the demonstration; waits for the job that writes it. */
export async function mailOf(staff: Page, url: string, subject: RegExp): Promise<string> {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    await staff.goto(`${url}/en/outbox`);
    const mail = staff.locator('article', { has: staff.getByRole('heading', { name: subject }) }).first();
    if ((await mail.count()) > 0) return await mail.innerText();
    await staff.waitForTimeout(250);
  }
  throw new Error(`no mail with the subject ${subject}`);
}

/** Opens a page again until it shows a text that a job brings; gives what it shows. */
export async function untilShown(page: Page, address: string, text: string): Promise<string> {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    await page.goto(address);
    const shown = await page.locator('main').innerText();
    if (shown.includes(text)) return shown;
    await page.waitForTimeout(250);
  }
  throw new Error(`${address} never shows: ${text}`);
}

/**
 * Reads the links of mailed referrals from the outbox. Those that the demonstration begins with are passed over: call it before the first referral is
 * sent, and what it gives then waits for a link that was not given before, the newest first.
 */
export async function referralLinks(staff: Page, url: string): Promise<() => Promise<string>> {
  const known = new Set<string>();
  const read = async () => {
    await staff.goto(`${url}/en/outbox`);
    return [...(await staff.locator('main').innerText()).matchAll(/https?:\S+\/en\/access\/referral-link\?key=[\w-]+/g)].map(([address]) => address);
  };
  for (let attempt = 0, steady = 0; attempt < 40 && steady < 8; attempt += 1) {
    const before = known.size;
    for (const address of await read()) known.add(address);
    steady = known.size > 0 && known.size === before ? steady + 1 : 0;
    await staff.waitForTimeout(250);
  }
  return async () => {
    for (let attempt = 0; attempt < 240; attempt += 1) {
      const fresh = (await read()).find((address) => !known.has(address));
      if (fresh !== undefined) {
        known.add(fresh);
        return fresh;
      }
      await staff.waitForTimeout(250);
    }
    throw new Error('no new link was mailed');
  };
}
