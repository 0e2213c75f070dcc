import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from './alignment.ts';
import { conformance } from './command.ts';
import { checkConformance, sumConformance } from './conformance.ts';

const pathway = [{ step: 'a', days: 0 }, { step: 'b', days: 5 }, { step: 'c', days: 10 }, { step: 'd', days: 10 }];
const run = (events: string, ended = false, asOf = 30) => checkConformance(pathway, { events: events.split(' ').filter(Boolean).map((text) => ({ step: text[0] ?? '', day: Number(text.slice(1)) })), ended, asOf });

test('a case on its pathway and in time conforms, and one that has just begun does too', () => {
  expect(run('a0 b3 c10 d20', true)).toEqual({ skipped: [], outOfOrder: [], repeated: [], unknown: [], late: [], waiting: undefined, fitness: 1, conforms: true });
  expect(run('a0', false, 5)).toMatchObject({ conforms: true, fitness: 1 });
  expect(run('', false, 0)).toMatchObject({ conforms: true, fitness: 1 });
});

test('each way of leaving the pathway is named with its step', () => {
  expect(run('a0 c9 d12', true)).toMatchObject({ skipped: ['b'], outOfOrder: [], fitness: 1 - 1 / 7 });
  expect(run('a0 c3 b4 d8', true)).toMatchObject({ skipped: [], outOfOrder: [expect.stringMatching(/[bc]/)], fitness: 1 - 2 / 8 });
  expect(run('a0 b2 b4 c9', false, 10)).toMatchObject({ repeated: ['b'], late: [], conforms: false });
  expect(run('a0 b2 z3', false, 5)).toMatchObject({ unknown: ['z'] });
  expect(run('a0 b2', true)).toMatchObject({ skipped: ['c', 'd'] });
  expect(run('a0 b2', false, 4)).toMatchObject({ skipped: [], conforms: true });
});

test('a step is late beyond its target alone, the targets of skipped steps are added, and the next one waits', () => {
  expect(run('a0 b5', false, 15)).toMatchObject({ late: [], waiting: undefined });
  expect(run('a0 b6', false, 17)).toMatchObject({ late: [{ step: 'b', days: 1 }], waiting: { step: 'c', days: 1 } });
  expect(run('a0 c15', false, 16)).toMatchObject({ skipped: ['b'], late: [] });
  expect(run('a0 c17', false, 18)).toMatchObject({ late: [{ step: 'c', days: 2 }] });
  expect(checkConformance(pathway, { opened: -3, events: [{ step: 'a', day: 0 }], ended: false, asOf: 1 }).late).toEqual([{ step: 'a', days: 3 }]);
});

test('the sum counts a case once a kind and once a kind and step', () => {
  const sum = sumConformance(['a', 'b', 'c', 'd'], [run('a0 b2 b3 b4', false, 5), run('a0 c3', false, 5), run('a0', false, 2)]);
  expect(sum).toMatchObject({ cases: 3, conforming: 1, casesWith: { repeated: 1, skipped: 1, late: 0 } });
  expect(sum.bySteps[1]).toMatchObject({ step: 'b', repeated: 1, skipped: 1 });
});

/** The least cost by trying everything: which events are given up, and which steps. */
function leastCost(steps: readonly string[], events: readonly string[], whole: boolean): number {
  let least = Number.POSITIVE_INFINITY;
  for (let kept = 0; kept < 2 ** events.length; kept += 1) {
    const rest = events.filter((_, place) => (kept >> place) & 1);
    for (let taken = 0; taken < 2 ** steps.length; taken += 1) {
      const chosen = steps.filter((_, place) => (taken >> place) & 1);
      if (chosen.join() !== rest.join()) continue;
      const end = whole ? steps.length : steps.reduce((last, _, place) => ((taken >> place) & 1 ? place + 1 : last), 0);
      least = Math.min(least, events.length - rest.length + end - chosen.length);
    }
  }
  return least;
}

test('the cost of an alignment is the least that any search finds, and every event has exactly one move', () => {
  const steps = ['a', 'b', 'c', 'd', 'e'];
  fc.assert(fc.property(fc.array(fc.constantFrom(...steps, 'z'), { maxLength: 7 }), fc.boolean(), (events, whole) => {
    const moves = align(steps, events, whole);
    expect(moves.filter((move) => move.kind !== 'both')).toHaveLength(leastCost(steps, events, whole));
    expect(moves.flatMap((move) => (move.kind === 'model' ? [] : [move.event]))).toEqual(events.map((_, place) => place));
    const reached = moves.flatMap((move) => (move.kind === 'log' ? [] : [move.step]));
    expect(reached).toEqual(reached.map((_, place) => place));
    for (const move of moves) if (move.kind === 'both') expect(steps[move.step]).toBe(events[move.event]);
  }), { numRuns: 400, seed: 7 });
});

test('the command answers with days and refuses what is no date and a step twice', async () => {
  const good = { asOf: '2026-03-01', pathway: [{ step: 'referral', days: 0 }, { step: 'intake', days: 5 }], cases: [{ case: 'x', events: [{ step: 'referral', on: '2026-01-05' }, { step: 'intake', on: '2026-01-12' }] }] };
  expect(await conformance.run(good)).toMatchObject({ json: { cases: [{ case: 'x', late: [{ step: 'intake', days: 2 }], waiting: null }], sum: { cases: 1, conforming: 0 } } });
  expect(() => conformance.run({ ...good, asOf: '2026-02-30' })).toThrow('asOf: is not a date');
  expect(() => conformance.run({ ...good, pathway: [...good.pathway, { step: 'intake', days: 1 }] })).toThrow('a step stands there twice');
});
