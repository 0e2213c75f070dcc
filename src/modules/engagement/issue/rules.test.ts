import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFrom, issueStates, mayBecome, normalCode, screeningScore } from './rules.ts';

test('no issue leaves a final state, and none becomes what it is', () => {
  for (const state of issueStates) {
    expect(mayBecome(state, state)).toBe(false);
    expect(mayBecome('closed', state)).toBe(false);
    expect(mayBecome('withdrawn', state)).toBe(false);
  }
});

test('every state can be reached from the first one', () => {
  const reached = new Set(['submitted']);
  for (let round = 0; round < issueStates.length; round += 1) for (const from of issueStates) for (const to of issueStates) if (reached.has(from) && mayBecome(from, to)) reached.add(to);
  expect([...reached].sort()).toEqual([...issueStates].sort());
});

test('a code survives the way people type it', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (random) => {
    const code = codeFrom(random);
    expect(normalCode(code.toLowerCase().replace('-', ' '))).toBe(code);
  }));
  expect(normalCode('too short')).toBe('');
});

test('the screening score is the share of the weights that were answered with yes', () => {
  const criteria = [{ id: 'a', weight: 1 }, { id: 'b', weight: 3 }];
  expect(screeningScore(criteria, new Map([['b', 'yes'], ['a', 'unclear']]))).toBe(0.75);
  expect(screeningScore([], new Map())).toBe(0);
});
