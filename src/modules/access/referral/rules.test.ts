import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pausedBetween, runningDays } from './clock.ts';
import { actors, isTerminal, openStates, ruleOf, type State, states, type Step, steps, stepsFor, take, terminalStates, transitions, triedToReach } from './rules.ts';

/** Written a second time, apart from the table: which state can follow which, by whom (s, r, p, c). */
const follows: Readonly<Record<State, Readonly<Partial<Record<State, string>>>>> = {
  draft: { sent: 's', void: 'sc', withdrawn: 'psrc' },
  sent: { accepted: 'r', waitlisted: 'r', declined: 'r', cancelled: 's', expired: 's', void: 'sc', withdrawn: 'psrc' },
  accepted: { waitlisted: 'r', declined: 'r', scheduled: 'r', 'in-progress': 'r', completed: 'r', failed: 'r', 'cancel-requested': 's', withdrawn: 'psrc' },
  waitlisted: { accepted: 'r', declined: 'r', scheduled: 'r', 'in-progress': 'r', failed: 'r', 'cancel-requested': 's', withdrawn: 'psrc' },
  scheduled: { scheduled: 'r', attended: 'r', 'no-show': 'r', 'appointment-cancelled': 'r', 'in-progress': 'r', completed: 'r', failed: 'r', 'cancel-requested': 's', withdrawn: 'psrc' },
  attended: { scheduled: 'r', 'in-progress': 'r', completed: 'r', failed: 'r', 'cancel-requested': 's', withdrawn: 'psrc' },
  'no-show': { scheduled: 'r', 'in-progress': 'r', completed: 'r', failed: 'r', 'cancel-requested': 's', withdrawn: 'psrc' },
  'appointment-cancelled': { scheduled: 'r', 'in-progress': 'r', completed: 'r', failed: 'r', 'cancel-requested': 's', withdrawn: 'psrc' },
  'in-progress': { completed: 'r', failed: 'r', 'cancel-requested': 's', withdrawn: 'psrc' },
  'cancel-requested': { completed: 'r', failed: 'r', cancelled: 'rc', withdrawn: 'psrc' },
  completed: {}, failed: {}, declined: {}, cancelled: {}, withdrawn: {}, expired: {}, void: {},
};
const letters = { sender: 's', receiver: 'r', person: 'p', coordinator: 'c', system: 'x' } as const;

test('no path of steps, actors and reasons leads outside the table, and whatever has ended stays ended', () => {
  const move = fc.record({ step: fc.constantFrom(...steps), actor: fc.constantFrom(...actors), reason: fc.option(fc.constantFrom('met', 'no-capacity', 'wrong-person', 'phone', 'no-longer-needed', 'yes', 'nonsense'), { nil: undefined }) });
  fc.assert(fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
    let state: State = 'draft';
    for (const { step, actor, reason } of moves) {
      const next = take(state, step, actor, reason);
      if (next === undefined) continue;
      if (next !== state) expect(follows[state][next], `${state} to ${next} by ${actor}`).toContain(letters[actor]);
      if (isTerminal(state)) expect(next).toBe(state);
      state = next;
    }
  }), { numRuns: 500 });
});

test('the table holds exactly the paths that were written down apart from it', () => {
  const moving = transitions.filter(({ step, from, to }) => from !== to || step === 'schedule');
  const found = new Set(moving.map(({ from, to, actor }) => `${from} ${to} ${letters[actor]}`));
  const wanted = states.flatMap((from) => Object.entries(follows[from]).flatMap(([to, who]) => [...who].map((letter) => `${from} ${to} ${letter}`)));
  expect([...found].toSorted()).toEqual(wanted.toSorted());
});

test('every open state can be reached from a draft, and the person can withdraw from each at once', () => {
  const reached = new Set<State>(['draft']);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const { from, to } of transitions) if (reached.has(from)) reached.add(to);
  }
  expect([...reached].toSorted()).toEqual([...states].toSorted());
  for (const state of openStates) expect(take(state, 'withdraw', 'person')).toBe('withdrawn');
  for (const state of terminalStates) expect(take(state, 'withdraw', 'person')).toBeUndefined();
});

test('once it is taken on the sender can only ask to cancel, and the other side confirms or completes', () => {
  for (const state of openStates.filter((one) => !['draft', 'sent', 'cancel-requested'].includes(one))) {
    expect(take(state, 'cancel', 'sender', 'no-longer-needed')).toBeUndefined();
    expect(take(state, 'request-cancel', 'sender', 'no-longer-needed')).toBe('cancel-requested');
  }
  expect(take('cancel-requested', 'confirm-cancel', 'sender')).toBeUndefined();
  expect(take('cancel-requested', 'confirm-cancel', 'receiver')).toBe('cancelled');
  expect(take('cancel-requested', 'complete', 'receiver', 'met')).toBe('completed');
});

test('a step that wants a reason is not taken without one of its list', () => {
  for (const step of steps) {
    const rule = ruleOf(step);
    const [from, actor] = [rule.from[0] ?? 'draft', rule.by[0] ?? 'sender'];
    expect(take(from, step, actor, 'because') === undefined, step).toBe(rule.reasons !== undefined);
    for (const reason of rule.reasons ?? []) expect(take(from, step, actor, reason)).toBe(rule.to ?? from);
  }
});

test('expiry is offered only to a sender who was told and after its days; questions only while none is open', () => {
  const mark = { state: 'sent', seen: false, paused: false, told: false, late: true } as const;
  const offered = (more: object, side: 'sender' | 'receiver', step: Step) => stepsFor({ ...mark, ...more }, side).includes(step);
  expect([offered({}, 'sender', 'expire'), offered({ told: true }, 'sender', 'expire'), offered({ told: true, late: false }, 'sender', 'expire'), offered({ told: true }, 'receiver', 'expire')]).toEqual([false, true, false, false]);
  expect([offered({}, 'receiver', 'request-info'), offered({ paused: true }, 'receiver', 'request-info'), offered({ paused: true }, 'sender', 'answer-info'), offered({}, 'sender', 'answer-info')]).toEqual([true, false, true, false]);
  expect([offered({}, 'receiver', 'see'), offered({ seen: true }, 'receiver', 'see')]).toEqual([true, false]);
});

test('the clock stands from a question until its answer or the next change of state, and counts no pause twice', () => {
  const at = (hour: number) => new Date(Date.UTC(2019, 5, 3, hour));
  const hour = 3_600_000;
  const event = (when: number, step: string, from = 'sent', to = 'sent') => ({ at: at(when), step, from, to });
  expect(pausedBetween([event(2, 'request-info'), event(5, 'answer-info')], at(0), at(10))).toBe(3 * hour);
  expect(pausedBetween([event(5, 'answer-info'), event(2, 'request-info'), event(3, 'request-info')], at(0), at(10))).toBe(3 * hour);
  expect(pausedBetween([event(2, 'request-info'), event(4, 'accept', 'sent', 'accepted'), event(6, 'answer-info')], at(0), at(10))).toBe(2 * hour);
  expect(pausedBetween([event(2, 'request-info')], at(0), at(10))).toBe(8 * hour);
  expect(pausedBetween([event(2, 'request-info'), event(8, 'answer-info')], at(0), at(4))).toBe(2 * hour);
  expect(runningDays(at(0), at(36), 12 * 3600)).toBe(1);
  expect(runningDays(at(5), at(0), 0)).toBe(0);
});

test('attempts are counted by days since the person was last reached, and the days to answer run from the first', () => {
  const line = (step: Step, day: string, reason: string | null = null) => ({ step, day, reason });
  const terms = { attempts: 3, reply: 10 };
  expect(triedToReach([], terms)).toMatchObject({ days: 0, ways: [], from: undefined });
  const tries = [line('try-contact', '2019-10-01', 'phone'), line('try-contact', '2019-10-01', 'text'), line('try-contact', '2019-10-03', 'phone')];
  expect(triedToReach(tries, terms)).toMatchObject({ days: 2, ways: ['phone', 'text'], from: undefined });
  expect(triedToReach([...tries, line('try-contact', '2019-10-30', 'visit')], terms)).toMatchObject({ days: 3, from: '2019-10-11' });
  expect(triedToReach([...tries, line('schedule', '2019-10-04'), line('try-contact', '2019-10-30', 'visit')], terms)).toMatchObject({ days: 1, ways: ['visit'], from: undefined });
});
