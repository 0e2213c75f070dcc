import { expect, test } from 'vitest';
import { codeDoor, codeSecret, keyDoor } from './door.ts';
import { formOf } from './form.ts';

test('a code opens one kind of thing alone, however it is typed, and what can be no code opens nothing', () => {
  expect(codeSecret('referral', ' abcde fgh23 ')).toBe('referral ABCDE-FGH23');
  expect(codeSecret('intake', 'ABCDE-FGH23')).not.toBe(codeSecret('referral', 'ABCDE-FGH23'));
  expect(['', 'ABCDE', 'ABCDE-FGH2-34'].map((typed) => codeSecret('referral', typed))).toEqual([undefined, undefined, undefined]);
});

test('a typed code may be tried 20 times in ten minutes and the key of a link 60 times, where no other number is said', () => {
  const shown = { params: {}, query: new URLSearchParams('key=k'), form: formOf(new URLSearchParams('code=abcde-fgh23')) };
  const code = codeDoor({ limit: 'some-code' }, (typed) => codeSecret('thing', typed)).behind;
  expect([code.may, code.limit, code.capability(shown)]).toEqual(['anyone', { name: 'some-code', max: 20, seconds: 600 }, 'thing ABCDE-FGH23']);
  const key = keyDoor({ limit: 'some-key' }).behind;
  expect([key.limit, key.capability(shown), key.capability({ ...shown, query: new URLSearchParams() })]).toEqual([{ name: 'some-key', max: 60, seconds: 600 }, 'k', undefined]);
  expect(keyDoor({ limit: 'busy', max: 120 }).behind.limit.max).toBe(120);
});
