import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import { kindOf, linksOf } from '#test/fuzz/links.ts';
import { launchBrowser } from '#test/journeys/browser.ts';
import type { Benchmark } from './result.ts';
import { scratchFolder, startProcess } from './server-process.ts';

const sizes = [{ width: 320, height: 640 }, { width: 1280, height: 800 }] as const;
/** Pages to look at for each visitor at most; kinds of pages that an earlier visitor saw are not looked at again. */
const most = Number(process.env.CRAWL_PAGES ?? 10_000);
const only = process.env.CRAWL_ROLES?.split(',');

/**
 * Every kind of page that links lead to, for the public and for each person of the demonstration, in both languages, on a phone and on a desk, the
 * phone with forced colours too: axe finds nothing, nothing is wider than the window, and no English stands on a French page unmarked.
 * CRAWL_PAGES and CRAWL_ROLES (public, or parts of names) make it shorter.
 */
export const crawl: Benchmark = {
  name: 'crawl',
  apart: true,
  run: async (log) => {
    const folder = await scratchFolder();
    const program = await startProcess('dist/server.js', { DATA_DIR: folder.path, PORT: '0' });
    const browser = await launchBrowser();
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const seen = new Set<string>();
    const findings: string[] = [];
    let pages = 0;
    try {
      for (const who of await visitorsOf(program.url)) {
        if (only && !only.some((part) => who.toLowerCase().includes(part))) continue;
        const context = await browser.newContext({ viewport: sizes[0] });
        const page = await context.newPage();
        if (who !== 'public') await enter(page, program.url, who);
        const found = await addresses(program.url, context, seen);
        log(`${who}: ${found.length} kinds of pages, ${Math.min(most, found.length)} looked at`);
        for (const address of found.slice(0, most))
          for (const path of [address, address.replace(/^\/en(?=[/?]|$)/, '/fr')]) {
            pages += 1;
            const wrong = await look(page, `${program.url}${path}`, axe);
            for (const finding of wrong) log(`  ${path} (${who}): ${finding}`);
            findings.push(...wrong.map((finding) => `${path}: ${finding}`));
          }
        await context.close();
      }
      return [{ name: 'pages with a finding of the crawl', value: findings.length, beside: pages, ratio: Number((findings.length / Math.max(1, pages)).toFixed(4)), goal: '0', holds: findings.length === 0 && pages > 0 }];
    } finally {
      await browser.close();
      await program.kill('SIGTERM');
      await folder.remove();
    }
  },
};

/** The public, and whom the sign-in page of the demonstration names. */
async function visitorsOf(url: string): Promise<string[]> {
  const text = await (await fetch(`${url}/en/identity/sign-in`)).text();
  return ['public', ...new Set([...text.matchAll(/Sign in as ([^<(]+?)\s*(?:\(demo\)|<)/g)].map(([, name = '']) => name))];
}

async function enter(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/en/identity/sign-in`);
  await page.getByRole('button', { name: new RegExp(`Sign in as ${name}`) }).first().click();
  await page.waitForLoadState();
}

/** The English addresses that links lead to, one of each kind that was not seen before. */
async function addresses(url: string, context: BrowserContext, seen: Set<string>): Promise<string[]> {
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const own = new Set<string>();
  const found: string[] = [];
  const waiting = ['/en', '/en/commitment/my-day'];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = kindOf(address).replace(/=.*/, '');
    if (own.has(kind) || !/^\/en(\/|\?|$)/.test(address)) continue;
    own.add(kind);
    const answer = await fetch(`${url}${address}`, { headers: { cookie }, redirect: 'manual' });
    const to = answer.headers.get('location');
    if (to?.startsWith('/')) waiting.push(to);
    if (answer.status !== 200 || !(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
    waiting.push(...linksOf(await answer.text()));
    if (!seen.has(kind)) found.push(address);
    seen.add(kind);
    if (found.length >= most) break;
  }
  return found;
}

type Axe = { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> };

async function look(page: Page, address: string, axe: string): Promise<string[]> {
  const wrong: string[] = [];
  const answer = await page.goto(address);
  if (answer?.status() !== 200) return [`answered with ${answer?.status()}`];
  for (const size of sizes) {
    await page.setViewportSize(size);
    const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    if ((content ?? 0) > (view ?? 0)) wrong.push(`${content} px wide at ${size.width}`);
    for (const colours of size.width === 320 ? (['none', 'active'] as const) : (['none'] as const)) {
      await page.emulateMedia({ forcedColors: colours });
      await page.evaluate(axe);
      const found = await page.evaluate(async (forced) => {
        const run: Axe = Reflect.get(window, 'axe');
        // Forced colours are the browser's own: axe reads those of the page.
        const options = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], ...(forced ? { rules: { 'color-contrast': { enabled: false } } } : {}) };
        return (await run.run(options)).violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => String(target)).slice(0, 3).join(', ')}`);
      }, colours === 'active');
      wrong.push(...found.map((finding) => `${finding} (${size.width} px${colours === 'active' ? ', forced colours' : ''})`));
    }
    await page.emulateMedia({ forcedColors: 'none' });
  }
  return [...wrong, ...(await strayEnglish(page))];
}

/** Texts of a French page that are English and do not say so: two words that French does not have, in one piece of text. */
async function strayEnglish(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    if (!document.documentElement.lang.startsWith('fr')) return [];
    const words = new Set('the and of with your you this that was were are is not been from for which when what who have has will they their them there here should would could please choose write save send back next open close last first week month year days hours people person by it its'.split(' '));
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('[lang]')?.getAttribute('lang')?.startsWith('fr') || node.parentElement.closest('script, style, code, svg title')) continue;
      const text = (node.textContent ?? '').trim();
      const count = new Set(text.toLowerCase().split(/[^a-zà-ÿ’]+/).filter((word) => words.has(word))).size;
      if (count >= 2) found.push(`English on a French page: ${text.slice(0, 100)}`);
    }
    return [...new Set(found)].slice(0, 5);
  });
}
