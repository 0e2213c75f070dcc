import { expect, test } from 'vitest';
import { isMet } from '../enable-when.ts';
import type { Condition } from '../fhir.ts';
import { isBranchOpen } from './open-branch.ts';

const operators = ['=', '!=', '>', '<', '>=', '<='] as const;
const cases = [
  ...[[], ['3'], ['4'], ['3', '5']].flatMap((typed) => operators.map((operator) => ({ typed, operator, kind: 'Integer', wanted: 4, read: Number }))),
  ...[[], ['no'], ['yes'], ['yes', 'zebra']].flatMap((typed) => operators.map((operator) => ({ typed, operator, kind: 'String', wanted: 'yes', read: String }))),
  ...[[], ['2019-05-01'], ['2019-06-03'], ['2020-01-01']].flatMap((typed) => operators.map((operator) => ({ typed, operator, kind: 'Date', wanted: '2019-06-03', read: String }))),
  ...[[], ['true'], ['false']].flatMap((typed) => (['=', '!='] as const).map((operator) => ({ typed, operator, kind: 'Boolean', wanted: true, read: (text: string) => text === 'true' }))),
  ...[[], ['x']].flatMap((typed) => [true, false].map((wanted) => ({ typed, operator: 'exists' as const, kind: 'Boolean', wanted, read: String }))),
];

test('the browser opens a branch exactly where the server does', () => {
  for (const { typed, operator, kind, wanted, read } of cases) {
    const condition: Condition = { question: 'q', operator, [`answer${kind}`]: wanted };
    const answers = typed.map((text) => ({ type: operator === 'exists' ? 'String' : kind, value: read(text) }));
    const answer = kind === 'Boolean' && operator !== 'exists' ? String(wanted) : wanted;
    expect(isBranchOpen({ behavior: 'all', conditions: [{ field: 'q', operator, answer }] }, () => typed), `${typed} ${operator} ${wanted}`).toBe(isMet(condition, answers));
  }
});

test('all or any of several conditions; a field that is not in the form leaves it to the server', () => {
  const rule = (behavior: 'all' | 'any') => ({ behavior, conditions: [{ field: 'a', operator: '=', answer: 'x' }, { field: 'b', operator: 'exists', answer: true }] });
  const answers = (a: string[], b: string[]) => (field: string) => ({ a, b })[field];
  expect(isBranchOpen(rule('all'), answers(['x'], []))).toBe(false);
  expect(isBranchOpen(rule('all'), answers(['x'], ['y']))).toBe(true);
  expect(isBranchOpen(rule('any'), answers(['x'], []))).toBe(true);
  expect(isBranchOpen(rule('any'), (field) => (field === 'a' ? ['x'] : undefined))).toBeUndefined();
});

test('a number is read as people type it in either language', () => {
  const open = (text: string) => isBranchOpen({ behavior: 'all', conditions: [{ field: 'n', operator: '>', answer: 2.4 }] }, () => [text]);
  expect([open('2,5'), open('2.5'), open('2'), open('many')]).toEqual([true, true, false, false]);
});
