import { describe, expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';

const journey = startJourney();

const paths = ['/plan', '/plan/about', '/plan/figures', '/plan/figures/homeless-count-2018', '/plan/documents', '/plan/duties', '/plan/areas', '/plan/domains', '/plan/sources', '/plan/privacy', '/plan/accessibility', '/plan/priorities/homelessness',
  '/governance/bodies', '/governance/bodies/dual-diagnosis', '/engagement/issues', '/engagement/issues/new', '/engagement/issues/follow', '/engagement/subscriptions', '/engagement/subscriptions/new', '/engagement/events', '/engagement/events/consultation-2017-milton', '/engagement/events/demo-young-people-and-distress', '/engagement/events/demo-getting-home-safely/register', '/engagement/surveys', '/engagement/surveys/resume', '/insight/publications', '/insight/releases/protection', '/insight/indicators', '/insight/indicators/by-area', '/insight/indicators/homeless-count', '/insight/indicators/mental-health-apprehensions', '/identity/sign-in', '/style', '/no-such-page'];
const eight = {
  en: ['mental health supports for children and youth', 'coordinated approach to homelessness', 'response to sexual assault', 'exiting child welfare', 'harmful alcohol', 'isolation among older adults', 'developmental disability', 'opioid use'],
  fr: ['santé mentale pour les enfants', 'coordonnée du sans-abrisme', 'réponse aux agressions sexuelles', 'aide à l’enfance', 'nocive d’alcool', 'isolement des personnes aînées', 'déficience intellectuelle', 'opioïdes'],
};

describe.each(['en', 'fr'] as const)('in %s, without JavaScript', (language) => {
  test('every public page is accessible and fits a phone and a desk', async () => {
    const page = await journey.open(phone);
    for (const path of paths) {
      const response = await page.goto(`${journey.url}/${language}${path}`);
      expect(response?.status(), path).toBe(path === '/no-such-page' ? 404 : 200);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      expect(await page.locator('script').count(), path).toBe(0);
      for (const { viewport } of [desk, phone]) {
        if (viewport) await page.setViewportSize(viewport);
        await expectUsable(page);
      }
    }
    await page.context().close();
  }, 240_000);

  test('the plan names the eight issues, the demonstration, its clock and the crisis lines', async () => {
    const text = await (await fetch(`${journey.url}/${language}/plan`)).text();
    for (const words of eight[language]) expect(text).toContain(words);
    expect(text).toContain(language === 'en' ? 'Demonstration. Not a service of Halton Region.' : 'Démonstration.');
    expect(text).toContain(language === 'en' ? 'Monday 3 June 2019' : 'lundi 3 juin 2019');
    expect(text).toContain('href="tel:988"');
    expect(text).not.toMatch(/undefined|\[object/);
  });
});

test('the language of the first page follows the browser, and each page leads to itself in the other language', async () => {
  const first = await fetch(`${journey.url}/`, { redirect: 'manual', headers: { 'accept-language': 'fr-CA' } });
  expect(first.headers.get('location')).toBe('/fr');
  expect(await (await fetch(`${journey.url}/en/plan/about`)).text()).toContain('href="/fr/plan/about"');
});

test('a public page weighs little: no script, and page, style and font together stay under 60 kB', async () => {
  const text = await (await fetch(`${journey.url}/en/plan`, { headers: { 'accept-encoding': 'gzip' } })).text();
  const style = /href="(\/assets\/style-[^"]+)"/.exec(text)?.[1] ?? '';
  const answers = await Promise.all(['/en/plan', style].map(async (path) => await fetch(`${journey.url}${path}`, { headers: { 'accept-encoding': 'gzip' } })));
  const sizes = answers.map((answer) => Number(answer.headers.get('content-length')));
  expect(sizes.reduce((sum, size) => sum + size, 34_000)).toBeLessThan(60_000);
});
