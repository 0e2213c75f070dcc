import { expect, test } from 'vitest';
import { readInvitation } from './account.ts';

test('a role that works with people’s records needs an agency, and is taken with one', () => {
  for (const role of ['intake-worker', 'clinician', 'access-supervisor', 'coordinator', 'volunteer']) {
    expect(() => readInvitation(['a@example.org', 'A', role])).toThrow(`The role ${role} works for one organisation`);
    expect(readInvitation(['a@example.org', 'A', role, '--agency', 'north'])).toEqual({ email: 'a@example.org', name: 'A', role, agency: 'north' });
  }
  expect(readInvitation(['a@example.org', 'A', 'privacy-officer']).agency).toBeUndefined();
});

test('what cannot be read is refused in a sentence', () => {
  expect(() => readInvitation(['a@example.org', 'A'])).toThrow('takes an address');
  expect(() => readInvitation(['nobody', 'A', 'analyst'])).toThrow('nobody is not an address');
  expect(() => readInvitation(['a@example.org', 'A', 'king'])).toThrow('ROLE is one of');
  expect(() => readInvitation(['a@example.org', 'A', 'analyst', '--house', 'x'])).toThrow('--house');
});
