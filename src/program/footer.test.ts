import { expect, test } from 'vitest';
import { groupFooter } from './footer.ts';
import { footer } from './navigation.ts';

test('every link of the footer stands under one heading, once', () => {
  const groups = groupFooter(footer);
  expect(groups.flatMap((group) => group.items.map(({ key }) => key)).toSorted()).toEqual(footer.map(({ key }) => key).toSorted());
  expect(groups.map(({ label }) => label?.en)).toEqual(['For you', 'Your voice', 'The plan', 'Numbers', 'This site']);
});

test('a link that no heading names is with the site itself and is not lost', () => {
  const groups = groupFooter([{ key: 'new', path: '/new', label: { en: 'New', fr: 'Neuf' } }]);
  expect(groups).toEqual([{ label: { en: 'This site', fr: 'Ce site' }, items: [expect.objectContaining({ key: 'new' })] }]);
});
