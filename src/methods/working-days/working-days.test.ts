import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWorkingDays, easterSunday, isWorkingDay, ontarioHolidays } from './working-days.ts';

test('Easter falls on the days that are published', () => {
  expect([2019, 2020, 2024, 2025, 2026, 2038].map(easterSunday)).toEqual(['2019-04-21', '2020-04-12', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25']);
});

test('the holidays of 2019 are those of Ontario', () => {
  expect([...ontarioHolidays(2019)].sort()).toEqual(['2019-01-01', '2019-02-18', '2019-04-19', '2019-05-20', '2019-07-01', '2019-09-02', '2019-10-14', '2019-12-25', '2019-12-26']);
});

test('a holiday on a weekend is taken on the next working day', () => {
  expect(isWorkingDay('2021-12-27')).toBe(false);
  expect(isWorkingDay('2021-12-28')).toBe(false);
  expect(isWorkingDay('2021-12-29')).toBe(true);
  expect(isWorkingDay('2023-07-03')).toBe(false);
});

test('ten working days from Monday 3 June 2019 end on Monday 17 June, and Canada Day is skipped', () => {
  expect(addWorkingDays('2019-06-03', 10)).toBe('2019-06-17');
  expect(addWorkingDays('2019-06-28', 1)).toBe('2019-07-02');
  expect(addWorkingDays('2020-02-28', 1)).toBe('2020-03-02');
});

test('the end of a count is a working day and counting adds up', () => {
  const day = fc.integer({ min: 16_000, max: 22_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
  fc.assert(fc.property(day, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), (from, a, b) => {
    expect(isWorkingDay(addWorkingDays(from, a))).toBe(true);
    expect(addWorkingDays(addWorkingDays(from, a), b)).toBe(addWorkingDays(from, a + b));
  }));
});
