import { expect, test } from 'vitest';
import { testSite } from '#test/site.ts';
import { languages } from '#app/platform/language/language.ts';
import { examples } from './examples.tsx';
import { formatDate, formatMoment } from './format.ts';

for (const language of languages)
  for (const example of examples)
    test(`${example.name} renders in ${language} with unique ids, a label for each field, and typed text escaped`, async () => {
      const html = String(await (<div>{example.render({ language, path: '/style', title: '', site: testSite })}</div>));
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [, id] of html.matchAll(/<(?:input type="(?:text|radio|checkbox)"|textarea|select)[^>]* id="([^"]+)"/g)) expect(html).toContain(`for="${id}"`);
      expect(html).not.toMatch(/<typed>|<b>&|style=|onclick=|undefined|\[object/);
    });

test('dates are written as people of each language write them, and never slip a day', () => {
  expect(formatDate('en', '2019-06-03')).toBe('3 June 2019');
  expect(formatDate('fr', '2019-06-01')).toBe('1er juin 2019');
  expect(formatDate('fr', '2019-06-03', { weekday: true })).toBe('lundi 3 juin 2019');
  expect(formatMoment('en', new Date('2019-06-03T13:00:00Z'), 'America/Toronto', { weekday: true })).toBe('Monday 3 June 2019, 09:00');
  expect(formatMoment('fr', new Date('2019-06-04T03:30:00Z'), 'America/Toronto')).toBe('3 juin 2019, 23\u00a0h\u00a030');
});
