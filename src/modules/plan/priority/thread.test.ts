import { expect, test } from 'vitest';
import { chainOf, happened } from './thread.ts';

const words = (text: string) => ({ en: text, fr: text });
const none = { priority: { milestones: [], fromIssue: null }, states: [], decisions: [], issue: undefined };

test('where nothing is recorded, nothing has happened', () => {
  const steps = chainOf(none);
  expect(steps.map((step) => step.kind)).toEqual(['next-table', 'next-action', 'next-report']);
  expect(happened(steps)).toBe(0);
});

test('a proposed table tells who raised the issue, an active one when it was formed', () => {
  const steps = chainOf({ ...none, states: [
    { state: 'proposed', from: '2018-12-31', approximate: true, reason: words('A working group asked') },
    { state: 'active', from: '2019-03-01', approximate: true, reason: words('Became a table') },
  ] });
  expect(steps.slice(0, 2)).toEqual([
    { kind: 'raised', date: '2018-12-31', approximate: true, reference: undefined, text: words('A working group asked') },
    { kind: 'formed', date: '2019-03-01', approximate: true, text: words('Became a table') },
  ]);
});

test('an issue that was brought forward stands first, with the decision that accepted it', () => {
  const steps = chainOf({
    ...none, priority: { milestones: [], fromIssue: 'x' }, issue: { reference: 'CSWB-1', raisedOn: '2019-06-01' },
    decisions: [
      { decidedOn: '2019-06-02', outcome: 'noted', reason: words('Later'), body: words('Group') },
      { decidedOn: '2019-06-03', outcome: 'accepted', reason: words('Yes'), body: words('Group') },
    ],
  });
  expect(steps.map((step) => step.kind)).toEqual(['raised', 'decided', 'next-table', 'next-action', 'next-report']);
  expect(steps[1]).toMatchObject({ date: '2019-06-03', reason: words('Yes') });
});
