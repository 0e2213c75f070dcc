import { expect, test } from 'vitest';
import { parseDay } from '../timeline/day.ts';
import { shelterMonthsOrInstances2019 as usage } from './definition.ts';
import { chronicEvidence } from './evidence.ts';
import { instanceStates } from './months-or-instances.ts';
import type { Stay } from './stay.ts';
import { stayTable } from './stay-table.ts';

const stay = (start: string, end: string | null, more: Partial<Stay> = {}): Stay => ({ person: 'ada', start, end, kind: 'shelter', ...more });
const day = (text: string) => parseDay(text) ?? Number.NaN;
const usageOf = (stays: readonly Stay[], asOf: string, definition = usage) => instanceStates(stayTable(stays), day(asOf), 'touched', definition).get('ada');

test('by the usage of 2019 six months in a row in shelter are chronic, and a day less is not', () => {
  expect(usageOf([stay('2019-01-01', '2019-06-30')], '2019-12-31')).toMatchObject({ chronic: true, monthsInARow: 6, instances: 1, current: false });
  expect(usageOf([stay('2019-01-01', '2019-06-29')], '2019-12-31')).toMatchObject({ chronic: false, monthsInARow: 5 });
  expect(usageOf([stay('2019-01-01', '2019-03-31'), stay('2019-04-02', '2019-07-31')], '2019-12-31')).toMatchObject({ chronic: false, instances: 2 });
});

test('months in a row reach back over the new year, and end with a shorter month', () => {
  expect(usageOf([stay('2018-08-31', null)], '2019-02-27')).toMatchObject({ chronic: true, monthsInARow: 6, current: true });
  expect(usageOf([stay('2018-08-31', null)], '2019-02-26')).toMatchObject({ chronic: false, monthsInARow: 5 });
  expect(usageOf([stay('2018-01-01', '2018-12-31')], '2019-02-26')).toMatchObject({ chronic: false, monthsInARow: 0, instances: 0 });
});

test('three separate periods in the calendar year are chronic; adjoining stays are one, and a tent is none', () => {
  const [first, second] = [stay('2019-01-05', '2019-01-09'), stay('2019-03-01', '2019-03-01')];
  expect(usageOf([first, second, stay('2019-11-01', '2019-11-02')], '2019-12-31')).toMatchObject({ chronic: true, instances: 3 });
  expect(usageOf([first, second, stay('2019-11-01', '2019-11-02')], '2019-10-31')).toMatchObject({ chronic: false, instances: 2 });
  expect(usageOf([first, second, stay('2019-03-02', '2019-03-05')], '2019-12-31')).toMatchObject({ chronic: false, instances: 2 });
  expect(usageOf([first, second, stay('2019-11-01', '2019-11-02', { kind: 'unsheltered' })], '2019-12-31')).toMatchObject({ chronic: false, instances: 2 });
});

test('a version of the usage may ask for a stay on the date, and the labels stand in both languages', () => {
  const stays = [stay('2019-01-01', '2019-06-30')];
  expect(usageOf(stays, '2019-07-01', { ...usage, version: 'stricter', mustBeCurrent: true })?.chronic).toBe(false);
  expect(usageOf(stays, '2019-06-30', { ...usage, version: 'stricter', mustBeCurrent: true })?.chronic).toBe(true);
  expect(usage.label.en).not.toBe(usage.label.fr);
});

test('a self-reported history stands apart: both totals are given, with the days of each source', () => {
  const stays = [
    stay('2025-05-01', '2025-06-30', { provider: 'north' }),
    stay('2025-06-01', '2025-06-30', { provider: 'south' }),
    stay('2024-10-01', '2025-04-30', { evidence: 'reported', kind: 'hidden' }),
    stay('2024-10-01', '2024-10-31', { evidence: 'verified', kind: 'hidden', provider: 'north' }),
    stay('2025-01-01', null, { person: 'bo', kind: 'housed' }),
  ];
  const evidence = chronicEvidence(stays, day('2025-06-30'), { convention: 'touched' });
  expect(evidence.get('ada')).toMatchObject({
    confirmed: { days365: 92, chronic: false, short365: 88 },
    withReported: { days365: 273, chronic: true },
    byEvidence: { observed: { days365: 61, days1095: 61 }, reported: { days365: 212 }, verified: { days365: 31 } },
  });
  expect([...(evidence.get('ada')?.byProvider ?? [])].map(([provider, days]) => [provider, days.days365])).toEqual([['', 212], ['north', 92], ['south', 30]]);
  expect(evidence.get('bo')).toMatchObject({ confirmed: { days365: 0, current: false }, withReported: { days365: 0 } });
});
