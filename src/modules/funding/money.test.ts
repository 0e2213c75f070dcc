import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yearsBetween } from './application/eligibility.ts';
import { planAward } from './award/plan.ts';
import { centsOf, decimalOf, formatMoney, readMoney, splitByWeight, splitEvenly, sumOf } from './money.ts';

const cents = fc.integer({ min: 0, max: 99_999_999_999 });

test('what SQL keeps and what the program counts in are the same amount', () => {
  fc.assert(fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (amount) => centsOf(decimalOf(amount)) === amount + 0));
  expect(['1e5', '0.001', '', 'NaN', '1,000'].filter((text) => {
    try {
      return centsOf(text) !== undefined;
    } catch {
      return false;
    }
  })).toEqual([]);
});

test('an amount that is written for people is read back as the same amount, in both languages', () => {
  fc.assert(fc.property(cents, (amount) => readMoney(formatMoney('en', amount)) === amount && readMoney(formatMoney('fr', amount)) === amount));
  expect(['29,999.50', '29 999,50', '$30000', '30.000', '1,25', '', '-5', '1,2345', '12.345.6', 'ten'].map(readMoney)).toEqual([2_999_950, 2_999_950, 3_000_000, 3_000_000, 125, undefined, undefined, undefined, 1_234_560, undefined]);
});

test('parts of an amount add up to it to the cent, differ from their share by less than a cent, and come out the same each time', () => {
  fc.assert(fc.property(cents, fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 30 }).filter((weights) => weights.some((one) => one > 0)), (amount, weights) => {
    const parts = splitByWeight(amount, weights);
    const total = sumOf(weights);
    return sumOf(parts) === amount && parts.every((part, n) => Math.abs(part - (amount * (weights[n] ?? 0)) / total) < 1.0001) && JSON.stringify(parts) === JSON.stringify(splitByWeight(amount, weights));
  }));
  fc.assert(fc.property(cents, fc.integer({ min: 1, max: 40 }), (amount, n) => Math.max(...splitEvenly(amount, n)) - Math.min(...splitEvenly(amount, n)) <= 1));
});

test('the instalments of an award add up to it to the cent, the first by the agreement, each later one by a report that is owed, in the order of their days', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999_999 }), fc.date({ min: new Date('2018-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }), fc.integer({ min: 1, max: 1826 }), (amount, from, days) => {
    const startsOn = from.toISOString().slice(0, 10);
    const endsOn = new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
    const { instalments, reports } = planAward(amount, startsOn, endsOn);
    return sumOf(instalments.map((one) => one.amount)) === amount && instalments.every((one) => one.amount > 0 && (one.reportStage === null || reports.some((report) => report.stage === one.reportStage)))
      && instalments.every((one, n) => n === 0 || one.dueOn >= (instalments[n - 1]?.dueOn ?? '')) && reports.length === yearsBetween(startsOn, endsOn) && reports.filter((one) => one.final).length === 1;
  }));
});
