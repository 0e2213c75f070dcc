import { type Cents, centsOf, sumOf } from '../money.ts';
import type { Instalment, Pilot } from './queries.ts';

/** Where the money of a pilot stands on a day, in whole cents: what was paid by then, what is due and late, what nobody has given a task yet. */
export type Money = { readonly granted: Cents; readonly planned: Cents; readonly paid: Cents; readonly unplanned: Cents; readonly assigned: Cents; readonly unassigned: Cents };
export function moneyOf(pilot: Pick<Pilot, 'amount' | 'instalments' | 'activities'>, today: string): Money {
  const granted = centsOf(pilot.amount);
  const planned = sumOf(pilot.instalments.map((one) => centsOf(one.amount)));
  const assigned = sumOf(pilot.activities.map((one) => centsOf(one.amount)));
  return { granted, planned, paid: sumOf(pilot.instalments.filter((one) => isPaid(one, today)).map((one) => centsOf(one.amount))), unplanned: granted - planned, assigned, unassigned: granted - assigned };
}

export function isPaid({ paid }: Pick<Instalment, 'paid'>, today: string): boolean {
  return paid !== null && paid <= today;
}
/** Paid, late, or still to come on a day. */
export function instalmentState(one: Instalment, today: string): 'paid' | 'late' | 'to-come' {
  return isPaid(one, today) ? 'paid' : one.due < today ? 'late' : 'to-come';
}
