import { expect, test } from 'vitest';
import { meantAddress } from './meant-address.ts';

const words = new Set(['plan', 'access']);

test('a slash at the end is taken off, and a missing language is put before a known word', () => {
  expect(meantAddress('/en/plan/', words, 'fr')).toBe('/en/plan');
  expect(meantAddress('/fr/', words, 'en')).toBe('/fr');
  expect(meantAddress('/plan', words, 'fr')).toBe('/fr/plan');
  expect(meantAddress('/access/points/', words, 'en')).toBe('/en/access/points');
});

test('an address that is not there for another reason leads nowhere else, and never to another site', () => {
  for (const path of ['/en/plan', '/elsewhere', '/', '//example.org/', '/en//example.org/', '//plan', '/en/plan//', '/%2F/example.org/', '/\\example.org/']) expect(meantAddress(path, words, 'en'), path).toBeUndefined();
});
