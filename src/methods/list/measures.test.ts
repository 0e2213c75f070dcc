import { expect, test } from 'vitest';
import type { ListEvent, ListState } from './event.ts';
import { listMeasures } from './ledger.ts';
import { restatements } from './restatement.ts';

const change = (effective: string, from: ListState | null, to: ListState, more: Partial<ListEvent> = {}): ListEvent => ({ person: 'ada', effective, from, to, ...more });
const none = { inflow: { newlyIdentified: 0, returnedFromHousing: 0, returnedFromInactive: 0 }, outflow: { housed: 0, inactive: 0, left: 0 }, corrections: 0, balance: 0 };

/** Each month as one short text: active, then what is not zero. */
function told(events: readonly ListEvent[], months: readonly string[], knownAt?: string): string[] {
  return listMeasures(events, months, knownAt).map(({ active, inflow, outflow, corrections, balance }) => {
    const parts = [...Object.entries(inflow).map(([name, n]) => [`+${name}`, n] as const), ...Object.entries(outflow).map(([name, n]) => [`-${name}`, n] as const), ['corrections', corrections] as const, ['balance', balance] as const];
    return [`${active}`, ...parts.filter(([, n]) => n !== 0).map(([name, n]) => `${name} ${n}`)].join(', ');
  });
}

test('a history is counted month by month: new, housed, back, inactive, back, left', () => {
  const events = [
    change('2026-01-31', null, 'active'), change('2026-02-28', 'active', 'housed'), change('2026-03-01', 'housed', 'active'),
    change('2026-04-30', 'active', 'inactive'), change('2026-05-15', 'inactive', 'active'), change('2026-06-30', 'active', 'left'),
  ];
  expect(told(events, ['2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07'])).toEqual(
    ['0', '1, +newlyIdentified 1', '0, -housed 1', '1, +returnedFromHousing 1', '0, -inactive 1', '1, +returnedFromInactive 1', '0, -left 1', '0']);
});

test('months are answered in the order asked, each beside its own month before, and repeats are allowed', () => {
  const events = [change('2025-11-05', null, 'active'), change('2026-01-10', 'active', 'housed')];
  expect(told(events, ['2026-01', '2025-11', '2026-01', '2030-01', '1999-01'])).toEqual(['0, -housed 1', '1, +newlyIdentified 1', '0, -housed 1', '0', '0']);
  expect(listMeasures([], ['2026-01'])).toEqual([{ month: '2026-01', active: 0, ...none }]);
  expect(listMeasures(events, [])).toEqual([]);
});

test('somebody housed and homeless again in one month is in both flows', () => {
  expect(told([change('2026-01-01', null, 'active'), change('2026-02-03', 'active', 'housed'), change('2026-02-20', 'housed', 'active')], ['2026-02'])).toEqual(['1, +returnedFromHousing 1, -housed 1']);
});

test('changes of one day follow each other as they were recorded, those without a time first, and ties as they came in', () => {
  const [late, early] = [change('2026-01-10', 'active', 'housed', { recorded: '2026-01-10T16:00:00Z' }), change('2026-01-10', null, 'active', { recorded: '2026-01-10T09:00:00-05:00' })];
  expect(told([late, early], ['2026-01'])).toEqual(['0, +newlyIdentified 1, -housed 1']);
  expect(told([late, change('2026-01-10', null, 'active')], ['2026-01'])).toEqual(['0, +newlyIdentified 1, -housed 1']);
  expect(told([change('2026-01-10', null, 'active'), change('2026-01-10', 'active', 'inactive')], ['2026-01'])).toEqual(['0, +newlyIdentified 1, -inactive 1']);
});

test('events count by their day of effect, in whatever order they come', () => {
  const events = [change('2026-01-10', null, 'active'), change('2026-02-10', 'active', 'inactive'), change('2026-03-10', 'inactive', 'active')];
  expect(listMeasures([...events].reverse(), ['2026-01', '2026-02', '2026-03'])).toEqual(listMeasures(events, ['2026-01', '2026-02', '2026-03']));
});

test('late news changes earlier months, what was known before can be asked again, and the difference is a restatement', () => {
  const events = [change('2026-01-10', null, 'active', { recorded: '2026-01-10T12:00:00Z' }), change('2026-03-02', 'active', 'housed', { recorded: '2026-05-01T12:00:00Z' })];
  const months = ['2026-03', '2026-04'];
  expect(told(events, months)).toEqual(['0, -housed 1', '0']);
  expect(told(events, months, '2026-05-01T11:59:59Z')).toEqual(['1', '1']);
  expect(told(events, months, '2026-05-01T12:00:00Z')).toEqual(['0, -housed 1', '0']);
  expect(restatements(listMeasures(events, ['2026-03'], '2026-04-01T00:00:00Z'), listMeasures(events, months))).toEqual(
    [{ month: '2026-03', measure: 'active', was: 1, is: 0 }, { month: '2026-03', measure: 'outflow.housed', was: 0, is: 1 }]);
});

test('a change without a time of recording is known from the day of its effect, not before', () => {
  const events = [change('2026-01-10', null, 'active'), change('2026-03-02', 'active', 'housed')];
  expect(told(events, ['2026-03'], '2026-03-01T23:59:59Z')).toEqual(['1']);
  expect(told(events, ['2026-03'], '2026-03-02')).toEqual(['0, -housed 1']);
});

test('a merge and a void are corrections, not outflow', () => {
  const start = change('2026-01-10', null, 'active');
  expect(told([start, change('2026-02-10', 'active', 'left', { reason: 'merge' })], ['2026-02'])).toEqual(['0, corrections -1']);
  expect(told([start, change('2026-02-10', 'active', 'left', { reason: 'void' })], ['2026-02'])).toEqual(['0, corrections -1']);
  expect(told([start, change('2026-02-10', 'active', 'left', { reason: 'moved away' })], ['2026-02'])).toEqual(['0, -left 1']);
  expect(told([change('2026-02-10', null, 'active', { reason: 'merge' })], ['2026-02'])).toEqual(['1, corrections 1']);
});

test('evidence of housing for somebody inactive is no second outflow', () => {
  expect(told([change('2026-01-10', null, 'active'), change('2026-02-10', 'active', 'inactive'), change('2026-03-10', 'inactive', 'housed'), change('2026-04-10', 'housed', 'active')], ['2026-02', '2026-03', '2026-04'])).toEqual(['0, -inactive 1', '0', '1, +returnedFromHousing 1']);
});

test('a first change to housed puts nobody on the list, and a return counts from there', () => {
  expect(told([change('2026-01-10', null, 'housed'), change('2026-02-10', 'housed', 'active')], ['2026-01', '2026-02'])).toEqual(['0', '1, +returnedFromHousing 1']);
});

test('a history that begins in the middle counts its first return as stated', () => {
  expect(told([change('2026-02-10', 'inactive', 'active')], ['2026-02'])).toEqual(['1, +returnedFromInactive 1']);
  expect(told([change('2026-02-10', 'active', 'housed')], ['2026-02'])).toEqual(['0']);
});

test('the same change twice counts once', () => {
  const [start, end] = [change('2026-01-10', null, 'active'), change('2026-02-10', 'active', 'housed')];
  expect(told([start, start, end, end], ['2026-01', '2026-02'])).toEqual(['1, +newlyIdentified 1', '0, -housed 1']);
});

test('the state follows what a change leads to; where its stated former state is not that of the history, the effect is a correction', () => {
  const start = change('2026-01-10', null, 'active');
  expect(told([start, change('2026-02-10', 'inactive', 'housed')], ['2026-02'])).toEqual(['0, corrections -1']);
  expect(told([start, change('2026-02-10', 'active', 'housed'), change('2026-03-10', 'active', 'active')], ['2026-03'])).toEqual(['1, corrections 1']);
  expect(told([start, change('2026-02-10', 'active', 'housed'), change('2026-03-10', null, 'active')], ['2026-03'])).toEqual(['1, +returnedFromHousing 1']);
  expect(told([start, { person: 'ada', effective: '2026-02-10', to: 'housed' }], ['2026-01', '2026-02'])).toEqual(['1, +newlyIdentified 1', '0, -housed 1']);
});

test('somebody who had left and is active again comes back by a correction: no inflow is named for it', () => {
  expect(told([change('2026-01-10', null, 'active'), change('2026-02-10', 'active', 'left'), change('2026-03-10', 'left', 'active')], ['2026-03'])).toEqual(['1, corrections 1']);
});

test('a housing placed between by late news takes the place of the later outflow', () => {
  const events = [change('2026-01-10', null, 'active'), change('2026-04-15', 'active', 'inactive', { recorded: '2026-04-15T12:00:00Z' }), change('2026-03-20', 'active', 'housed', { recorded: '2026-05-05T12:00:00Z' })];
  expect(told(events, ['2026-03', '2026-04'])).toEqual(['0, -housed 1', '0']);
  expect(told(events, ['2026-03', '2026-04'], '2026-05-01')).toEqual(['1', '0, -inactive 1']);
});
