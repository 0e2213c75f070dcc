import { expect, test } from 'vitest';
import { parseDay } from '../timeline/day.ts';
import { type ChronicState, chronicStates } from './chronic.ts';
import type { Convention, Stay, StayKind } from './stay.ts';
import { stayTable } from './stay-table.ts';

const stay = (start: string, end: string | null, kind: StayKind = 'shelter', more: Partial<Stay> = {}): Stay => ({ person: 'ada', start, end, kind, ...more });
const day = (text: string) => parseDay(text) ?? Number.NaN;

function stateOf(stays: readonly Stay[], asOf: string, convention: Convention = 'touched'): ChronicState {
  const state = chronicStates(stayTable(stays), day(asOf), { convention }).get('ada');
  if (!state) throw new Error('ada has no state');
  return state;
}

test('1 January to 30 June in one shelter is 181 days by days touched, 180 by nights, and chronic under both', () => {
  const stays = [stay('2025-01-01', '2025-06-30')];
  expect(stateOf(stays, '2025-06-30')).toEqual({ days365: 181, days1095: 181, current: true, chronic: true, short365: 0, short1095: 365, gaps: [] });
  expect(stateOf(stays, '2025-06-30', 'nights')).toMatchObject({ days365: 180, days1095: 180, current: true, chronic: true });
});

test('the same days in turns between two shelters are chronic, though each shelter alone is not', () => {
  const turns = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01', '2025-05-01', '2025-06-01', '2025-06-30'];
  const stays = turns.slice(1).map((end, index) => stay(turns[index] ?? '', end, 'shelter', { provider: index % 2 === 0 ? 'a' : 'b' }));
  expect(stateOf(stays, '2025-06-30')).toMatchObject({ days365: 181, chronic: true, gaps: [] });
  for (const provider of ['a', 'b']) expect(stateOf(stays.filter((one) => one.provider === provider), '2025-06-30').chronic).toBe(false);
});

test('shelter to 31 March and a tent from 1 April adjoin and are chronic together', () => {
  expect(stateOf([stay('2025-01-01', '2025-03-31'), stay('2025-04-01', '2025-06-30', 'unsheltered')], '2025-06-30')).toMatchObject({ days365: 181, chronic: true, gaps: [] });
});

test('180 days of the last year are enough and 179 are not, and one day is short then', () => {
  expect(stateOf([stay('2025-01-02', '2025-06-30')], '2025-06-30')).toMatchObject({ days365: 180, chronic: true, short365: 0 });
  expect(stateOf([stay('2025-01-03', '2025-06-30')], '2025-06-30')).toMatchObject({ days365: 179, chronic: false, short365: 1 });
});

test('546 days of the last three years are enough when the last year has too few, and 545 are not', () => {
  const three = (start: string) => [stay(start, '2024-06-30'), stay('2025-06-01', null)];
  // 30 days of June 2025, and 516 from 31 January 2023.
  expect(stateOf(three('2023-02-01'), '2025-06-30')).toMatchObject({ days365: 30, days1095: 546, chronic: true, short365: 150, short1095: 0 });
  expect(stateOf(three('2023-02-02'), '2025-06-30')).toMatchObject({ days1095: 545, chronic: false, short1095: 1 });
});

test('the windows are the last 365 and 1,095 days with the as-of date, also over a leap day', () => {
  expect(stateOf([stay('2010-01-01', null)], '2024-02-29')).toMatchObject({ days365: 365, days1095: 1095 });
  expect(stateOf([stay('2010-01-01', '2023-03-02')], '2024-02-29')).toMatchObject({ days365: 1, days1095: 731 });
  expect(stateOf([stay('2010-01-01', '2021-03-02')], '2024-02-29')).toMatchObject({ days365: 0, days1095: 1 });
  expect(stateOf([stay('2010-01-01', '2021-03-02')], '2024-02-29', 'nights')).toMatchObject({ days1095: 0 });
});

test('somebody over the threshold who is not homeless on the date is not chronic, unless the list holds them as active', () => {
  const table = stayTable([stay('2024-07-01', '2025-06-29')]);
  expect(chronicStates(table, day('2025-06-30'), { convention: 'touched' }).get('ada')).toMatchObject({ days365: 364, current: false, chronic: false });
  expect(chronicStates(table, day('2025-06-30'), { convention: 'touched', activeOnList: new Set(['ada']) }).get('ada')).toMatchObject({ current: true, chronic: true });
});

test('transitional housing, institutions and homes do not count, staying with others does', () => {
  for (const kind of ['transitional', 'institution', 'housed'] as const) expect(stateOf([stay('2024-01-01', null, kind)], '2025-06-30')).toMatchObject({ days365: 0, days1095: 0, current: false, chronic: false });
  expect(stateOf([stay('2024-01-01', null, 'hidden')], '2025-06-30')).toMatchObject({ days365: 365, current: true, chronic: true });
});

test('a stay after the as-of date is ignored, one that ends later is cut at it, and the night of the date counts then', () => {
  expect(stateOf([stay('2025-07-01', null)], '2025-06-30')).toMatchObject({ days365: 0, current: false });
  expect(stateOf([stay('2025-06-30', '2025-08-01')], '2025-06-30')).toMatchObject({ days365: 1, current: true });
  for (const end of ['2025-08-01', '2025-07-01', null]) expect(stateOf([stay('2025-06-29', end)], '2025-06-30', 'nights').days365).toBe(2);
  expect(stateOf([stay('2025-06-29', '2025-06-30')], '2025-06-30', 'nights')).toMatchObject({ days365: 1, current: true });
});

test('a stay that begins and ends on one day is one day and no night', () => {
  expect(stateOf([stay('2025-06-10', '2025-06-10')], '2025-06-30').days365).toBe(1);
  expect(stateOf([stay('2025-06-10', '2025-06-10')], '2025-06-30', 'nights').days365).toBe(0);
});

test('gaps are the breaks between counted periods of the last three years, in order', () => {
  const stays = [stay('2025-06-11', null), stay('2025-05-01', '2025-05-31'), stay('2025-05-10', '2025-06-02', 'hidden'), stay('2019-01-01', '2022-07-02'), stay('2021-01-01', '2021-02-01')];
  expect(stateOf(stays, '2025-06-30').gaps).toEqual([{ from: '2022-07-03', to: '2025-04-30', days: 1033 }, { from: '2025-06-03', to: '2025-06-10', days: 8 }]);
  expect(stateOf([stay('2019-01-01', '2022-07-01'), stay('2025-05-01', null)], '2025-06-30').gaps).toEqual([]);
});

test('a date that is none, an end before its start and an unknown kind are refused with their place', () => {
  const ok = stay('2025-01-01', null);
  expect(() => stayTable([ok, stay('2025-02-29', null)])).toThrow('stays.1.start: is not a date');
  expect(() => stayTable([ok, ok, stay('2025-02-02', '2025-02-30')])).toThrow('stays.2.end: is not a date');
  expect(() => stayTable([ok, stay('2025-02-02', '2025-02-01')])).toThrow('stays.1.end: lies before the start');
});
