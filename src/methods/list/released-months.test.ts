import { expect, test } from 'vitest';
import { narrowedMonths, type ReleasedMonth } from './released-months.ts';

const few = 'fewer than 6';
const rule = { base: 5, k: 6 };
const month = (name: string, active: number | string, inflow: number | string, outflow: number | string, follows = true): ReleasedMonth => ({ month: name, follows, published: { active, inflow, outflow, chronic: few } });

test('a hidden number that follows from the balance of two months is found, and only where the months follow each other', async () => {
  const april = month('2019-04', few, few, few);
  // Six or more now, five or fewer before: somebody came.
  expect(await narrowedMonths([april, month('2019-05', 10, few, few)], rule, 6)).toEqual([{ month: '2019-04', measure: 'active' }, { month: '2019-05', measure: 'inflow' }, { month: '2019-05', measure: 'outflow' }]);
  expect(await narrowedMonths([april, month('2019-05', 10, few, few, false)], rule, 6)).toEqual([]);
  expect(await narrowedMonths([april, month('2019-05', few, few, few)], rule, 6)).toEqual([]);
});

test('what five months give away together is found where four of them do not', async () => {
  // As many at the end as at the beginning, and six or more gone each month: those who came make it up, every month somebody.
  const chain = Array.from({ length: 5 }, (_, n) => month(`2019-0${n + 1}`, 40, few, 10));
  expect(await narrowedMonths(chain.slice(0, 4), rule, 6)).toEqual([]);
  expect(await narrowedMonths(chain, rule, 6)).toEqual(chain.slice(1).map((one) => ({ month: one.month, measure: 'inflow' })));
});

test('120 months of a large list are read in a second', async () => {
  const months = Array.from({ length: 120 }, (_, n) => month(String(2009 + Math.floor(n / 12)).concat('-', String((n % 12) + 1).padStart(2, '0')), 200, 15, 15));
  const started = performance.now();
  expect(await narrowedMonths(months, rule, 6)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(5000);
});
