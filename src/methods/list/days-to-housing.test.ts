import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysToHousing } from './days-to-housing.ts';
import { type ListEvent, listStates } from './event.ts';
import { listMeasures } from './ledger.ts';

const change = (person: string, effective: string, from: ListEvent['from'], to: ListEvent['to'], reason?: string): ListEvent => ({ person, effective, from, to, reason });

test('days run from the first time on the list, and from the last time out of a home, to the day of moving in', () => {
  const events = [
    change('a', '2026-01-01', null, 'active'), change('a', '2026-01-11', 'active', 'inactive'), change('a', '2026-02-01', 'inactive', 'active'), change('a', '2026-02-10', 'active', 'housed'),
    change('b', '2026-02-01', null, 'active'), change('b', '2026-02-21', 'active', 'housed'), change('b', '2026-03-01', 'housed', 'active'), change('b', '2026-03-11', 'active', 'housed'),
    change('c', '2026-02-01', null, 'active'), change('c', '2026-02-03', 'active', 'left', 'merge'),
  ];
  expect(daysToHousing(events, ['2026-03', '2026-02', '2026-01'])).toEqual([
    { month: '2026-03', housed: 1, fromFirst: { mean: 38, median: 38 }, fromLast: { mean: 10, median: 10 } },
    { month: '2026-02', housed: 2, fromFirst: { mean: 30, median: 30 }, fromLast: { mean: 30, median: 30 } },
    { month: '2026-01', housed: 0, fromFirst: undefined, fromLast: undefined },
  ]);
});

test('who counts as housed is who the monthly measures count, for whatever list', () => {
  const day = fc.integer({ min: 1, max: 80 }).map((n) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10));
  const event = fc.record({ person: fc.constantFrom('a', 'b', 'c'), effective: day, from: fc.constantFrom(undefined, null, ...listStates), to: fc.constantFrom(...listStates), reason: fc.constantFrom(undefined, 'merge', 'housed') });
  const months = ['2026-01', '2026-02', '2026-03'];
  fc.assert(fc.property(fc.array(event, { maxLength: 20 }), (events: ListEvent[]) => {
    const times = daysToHousing(events, months);
    expect(times.map(({ housed }) => housed)).toEqual(listMeasures(events, months).map(({ outflow }) => outflow.housed));
    for (const { fromFirst, fromLast } of times) expect((fromFirst?.mean ?? 0) - (fromLast?.mean ?? 0)).toBeGreaterThanOrEqual(0);
  }), { numRuns: 500 });
});
