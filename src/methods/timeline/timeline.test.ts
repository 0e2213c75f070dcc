import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, dayOf, formatDay, parseDay } from './day.ts';
import { groupedOrder } from './grouped-order.ts';
import { parseInstant } from './instant.ts';
import { formatMonth, lastDayOf, monthOf, parseMonth } from './month.ts';
import { nameNumbers } from './name-numbers.ts';

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 });

test('every date of 500 years is the day that the engine’s own calendar gives', () => {
  for (let day = dayOf(1800, 1, 1); day < dayOf(2300, 1, 1); day += 1) {
    const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
    if (parseDay(text) !== day || formatDay(day) !== text) expect([text, parseDay(text)]).toEqual([formatDay(day), day]);
  }
});

test('a date that no calendar has is not read', () => {
  const wrong = ['2023-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '2026-1-01', '2026/01/01', '2026-01-01 ', ' 026-01-01', '2026-01-1x', '', '+026-01-01'];
  expect(wrong.map(parseDay)).toEqual(wrong.map(() => undefined));
  expect(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'].map(parseDay)).toEqual([19_782, 11_016, -719_162, 2_932_896]);
});

test('months are read, written, and end on their last day', () => {
  expect(['2026-13', '2026-00', '2026-1', '2026-01-01', '0000-01', '26-01', ''].map(parseMonth)).toEqual(Array(7).fill(undefined));
  fc.assert(fc.property(anyDay, (day) => {
    const month = monthOf(day);
    expect(parseMonth(formatMonth(month))).toBe(month);
    expect(formatDay(day).slice(0, 7)).toBe(formatMonth(month));
    expect([monthOf(lastDayOf(month)), monthOf(lastDayOf(month) + 1)]).toEqual([month, month + 1]);
  }));
});

test('months are added by the calendar, and end with a shorter month', () => {
  const add = (text: string, count: number) => formatDay(addMonths(parseDay(text) ?? 0, count));
  expect([add('2026-01-01', 6), add('2026-08-31', 6), add('2023-08-31', 6), add('2026-03-31', -1), add('2026-01-15', -13)]).toEqual(['2026-07-01', '2027-02-28', '2024-02-29', '2026-02-28', '2024-12-15']);
});

test('times are read with an offset, in UTC without one, and a date alone is its first moment', () => {
  for (const text of ['2026-03-08T02:30:00Z', '2026-03-08T02:30:00.123Z', '2026-03-08T02:30:00-05:00', '2026-03-08T02:30+05:30', '2026-03-08T02:30Z', '2026-03-08'])
    expect(parseInstant(text), text).toBe(Date.parse(text));
  expect(parseInstant('2026-03-08T02:30:00')).toBe(Date.parse('2026-03-08T02:30:00Z'));
  expect(parseInstant('2026-03-08T02:30:00-0530')).toBe(Date.parse('2026-03-08T08:00:00Z'));
  expect(parseInstant('2026-03-08 02:30:00+00')).toBe(Date.parse('2026-03-08T02:30:00Z'));
  expect((parseInstant('2026-03-08T00:00:00.000002Z') ?? 0) > (parseInstant('2026-03-08T00:00:00.000001Z') ?? 0)).toBe(true);
  const wrong = ['2026-02-30T00:00Z', '2026-03-08T24:00Z', '2026-03-08T10:60Z', '2026-03-08T10', '2026-03-08T10:00:00+99:00', '2026-03-08T10:00:00+05:3', '2026-03-08T10:00:00+05:300', '2026-03-08T10:00:00Zx', '2026-03-08T10:00:00.Z', '2026-03-08T10:00:60Z', '2026-03-08X10:00Z', '2026-03-08T10-00Z', '2026-03-08T10:00:00.1234567890Z', '2026-03-08T10:00:00+', '2026-03-08T10:00:00+5', '2026-03-08x', 'yesterday', ''];
  expect(wrong.map(parseInstant)).toEqual(wrong.map(() => undefined));
});

test('rows are grouped and sorted as one stable sort of all rows would', () => {
  const rows = fc.array(fc.record({ group: fc.nat(3), key: fc.nat(9) }), { maxLength: 200 });
  fc.assert(fc.property(rows, (all) => {
    const { order, first } = groupedOrder(Int32Array.from(all, (row) => row.group), 4, (a, b) => (all[a]?.key ?? 0) - (all[b]?.key ?? 0));
    const whole = all.map((row, index) => ({ ...row, index })).sort((a, b) => a.group - b.group || a.key - b.key).map((row) => row.index);
    expect([...order]).toEqual(whole);
    expect([...first]).toEqual([0, 1, 2, 3, 4].map((group) => all.filter((row) => row.group < group).length));
  }));
});

test('names are numbered as a map would number them, through growth, repeats and names of one hash', () => {
  // 'costarring' and 'liquid' are known to have one FNV-1a hash of 32 bits.
  const drawn = fc.sample(fc.oneof(fc.nat(3000).map(String), fc.string({ maxLength: 4, unit: 'binary' }), fc.constantFrom('costarring', 'liquid', '')), { numRuns: 20_000, seed: 5 });
  const map = new Map<string, number>();
  const { numberOf, names } = nameNumbers();
  for (const name of drawn) {
    if (!map.has(name)) map.set(name, map.size);
    if (numberOf(name) !== map.get(name)) expect([name, numberOf(name)]).toEqual([name, map.get(name)]);
  }
  expect(names).toEqual([...map.keys()]);
  expect([...map.keys()].map(numberOf)).toEqual([...map.values()]);
  expect(names.length).toBeGreaterThan(3000);
  for (let run = 0; run < 5; run += 1) {
    const many = Array.from({ length: 9000 }, (_, index) => `${run}x${index}`);
    const table = nameNumbers();
    expect(many.map(table.numberOf)).toEqual([...many.keys()]);
    expect(many.map(table.numberOf)).toEqual([...many.keys()]);
  }
});
