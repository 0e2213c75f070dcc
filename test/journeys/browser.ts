import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium as launcher, type Page } from 'playwright-core';
import { expect } from 'vitest';

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser from npm, or the one of CHROMIUM_PATH, or an installed one; without any, an Error that says what to install. */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const find of [async () => process.env.CHROMIUM_PATH, async () => await chromium.executablePath(), async () => installed.find((path) => existsSync(path))]) {
    try {
      const executablePath = await find();
      if (executablePath) return await launcher.launch({ executablePath, args: quiet, headless: true });
    } catch (error) {
      failures.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : '');
    }
  }
  throw new Error(`No browser could be started for the journeys. Install Chromium (on Debian: apt-get install chromium) or set CHROMIUM_PATH. ${failures.join(' ')}`);
}

export const phone: BrowserContextOptions = { viewport: { width: 320, height: 640 } };
export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

/** Every rule of WCAG 2.2 A and AA that axe knows; no finding is accepted. The script is injected by the test, past the page's policy. */
export async function expectAccessible(page: Page): Promise<void> {
  await keepPicture(page);
  // A page that changed its size and nothing else still has it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const findings = await page.evaluate(async () => {
    const axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> } = Reflect.get(window, 'axe');
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] });
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${String(n.target)} ${n.failureSummary ?? ''}`).join(' | ')}`);
  });
  expect(findings, page.url()).toEqual([]);
}

/** What every page keeps to, as it stands: it is no wider than its window, and axe finds nothing. */
export async function expectUsable(page: Page): Promise<void> {
  await expectNoSideScroll(page);
  await expectAccessible(page);
}

let pictures = 0;
/** With SCREENSHOTS=FOLDER every page that a journey checks is kept there as a picture, to be looked at. */
async function keepPicture(page: Page): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (!folder) return;
  pictures += 1;
  const name = new URL(page.url()).pathname.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID').replaceAll('/', '_');
  await page.screenshot({ path: join(folder, `${String(pictures).padStart(3, '0')}${name}.${page.viewportSize()?.width}.png`), fullPage: true });
}

/** No page is wider than its window. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(content, `${page.url()} is wider than its window`).toBeLessThanOrEqual(view ?? 0);
}

/** Loads a page again until it says `text`: what a job does after a commit follows within seconds. Gives what the page says at last. */
export async function untilShown(page: Page, text: string | RegExp, seconds = 30): Promise<string> {
  for (let left = seconds * 2; ; left -= 1) {
    const said = await page.locator('main').innerText();
    if (left === 0 || (typeof text === 'string' ? said.includes(text) : text.test(said))) return said;
    await page.waitForTimeout(500);
    await page.reload();
  }
}
