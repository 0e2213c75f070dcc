import type { Award } from '../award/queries.ts';
import { type Cents, splitEvenly, sumOf } from '../money.ts';

export type Share = { readonly key: string; readonly amount: Cents; readonly grants: number };

/**
 * Money by what it serves. A grant that serves several is divided evenly among them (a cent more for the first ones), so that the shares add up to what was given,
 * to the cent; '' is what names nothing.
 */
export function sharesBy(awards: readonly Award[], keys: (award: Award) => readonly string[]): Share[] {
  const parts = awards.flatMap((award) => {
    const own = keys(award).length === 0 ? [''] : [...new Set(keys(award))];
    const amounts = splitEvenly(award.amount, own.length);
    return own.map((key, n) => ({ key, amount: amounts[n] ?? 0 }));
  });
  return [...Map.groupBy(parts, (part) => part.key)].map(([key, own]) => ({ key, amount: sumOf(own.map((part) => part.amount)), grants: own.length })).sort((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1));
}

export type Served = { readonly award: Award; readonly spent: Cents; readonly people: number; readonly perPerson: Cents };
/** What a person served has cost, where it can honestly be said: the final report is accepted and at least one person was served. Rounded to whole cents. */
export function servedBy(awards: readonly Award[], accepted: readonly { award: string; spent: Cents; people: number; final: boolean }[]): Served[] {
  return accepted.flatMap((one) => {
    const award = awards.find(({ id }) => id === one.award);
    return award && one.final && one.people > 0 ? [{ award, spent: one.spent, people: one.people, perPerson: Math.round(one.spent / one.people) }] : [];
  });
}
