import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MilestoneFacts, milestoneState, priorityState, stalledAfterDays } from './rules.ts';

const day = fc.integer({ min: 17_000, max: 19_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const facts: fc.Arbitrary<MilestoneFacts> = fc.record({
  due: day, evidence: fc.array(day, { maxLength: 3 }), withdrawn: fc.option(day, { nil: undefined }), confirmations: fc.array(day, { maxLength: 4 }),
  since: fc.option(day, { nil: undefined }), today: day,
});
const open = { due: '2019-12-31', evidence: [], withdrawn: undefined, confirmations: [] };

test('what is later than today never changes the state', () => {
  fc.assert(fc.property(facts, day, (given, later) => {
    fc.pre(later > given.today);
    const more = { ...given, evidence: [...given.evidence, later], confirmations: [...given.confirmations, later], withdrawn: given.withdrawn ?? later };
    expect(milestoneState(more)).toEqual(milestoneState(given));
  }));
});

test('the state does not depend on the order of evidence and confirmations', () => {
  fc.assert(fc.property(facts, (given) => {
    expect(milestoneState({ ...given, evidence: given.evidence.toReversed(), confirmations: given.confirmations.toReversed() })).toEqual(milestoneState(given));
  }));
});

test('a withdrawn milestone is withdrawn whatever else is known', () => {
  fc.assert(fc.property(facts, (given) => {
    expect(milestoneState({ ...given, withdrawn: given.today })).toEqual({ kind: 'withdrawn' });
  }));
});

test('evidence makes a milestone done, even after its date', () => {
  fc.assert(fc.property(facts, (given) => {
    expect(milestoneState({ ...given, withdrawn: undefined, evidence: [given.today] })).toEqual({ kind: 'done' });
  }));
});

test('without evidence a milestone is late exactly when its day has passed, by that many days', () => {
  fc.assert(fc.property(facts, (given) => {
    const state = milestoneState({ ...given, withdrawn: undefined, evidence: [] });
    expect(state.kind === 'late').toBe(given.due < given.today);
    if (state.kind === 'late') expect(new Date(Date.parse(given.due) + state.days * 86_400_000).toISOString().slice(0, 10)).toBe(given.today);
  }));
  expect(milestoneState({ ...open, due: '2019-05-10', today: '2019-06-03' })).toEqual({ kind: 'late', days: 24 });
});

test('the day itself is still on time', () => {
  expect(milestoneState({ ...open, due: '2019-06-03', confirmations: ['2019-06-01'], today: '2019-06-03' })).toEqual({ kind: 'on-time' });
});

test('a milestone that nobody confirmed for more than 60 days is stalled since the last confirmation', () => {
  expect(stalledAfterDays).toBe(60);
  expect(milestoneState({ ...open, confirmations: ['2019-01-05', '2019-04-04'], today: '2019-06-03' })).toEqual({ kind: 'on-time' });
  expect(milestoneState({ ...open, confirmations: ['2019-04-03', '2019-01-05'], today: '2019-06-03' })).toEqual({ kind: 'stalled', since: '2019-04-03' });
});

test('a milestone that was never confirmed is stalled only after 60 days on the plan', () => {
  expect(milestoneState({ ...open, since: '2019-04-04', today: '2019-06-03' })).toEqual({ kind: 'on-time' });
  expect(milestoneState({ ...open, since: '2019-04-03', today: '2019-06-03' })).toEqual({ kind: 'stalled', since: undefined });
});

test('a priority shows the worst of its milestones and is done only when none is open', () => {
  const done = { kind: 'done' } as const;
  const onTime = { kind: 'on-time' } as const;
  const withdrawn = { kind: 'withdrawn' } as const;
  expect(priorityState([])).toBeUndefined();
  expect(priorityState([done, { kind: 'late', days: 3 }, { kind: 'late', days: 24 }, { kind: 'stalled', since: '2019-01-01' }])).toEqual({ kind: 'late', days: 24 });
  expect(priorityState([onTime, { kind: 'stalled', since: '2019-03-03' }, { kind: 'stalled', since: '2019-02-03' }])).toEqual({ kind: 'stalled', since: '2019-02-03' });
  expect(priorityState([withdrawn, done, onTime])).toEqual(onTime);
  expect(priorityState([withdrawn, done])).toEqual(done);
  expect(priorityState([withdrawn])).toEqual(withdrawn);
});
