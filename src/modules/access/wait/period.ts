import { addMonths } from '#app/modules/commitment/index.ts';
import type { Visit } from '#app/platform/http/route.ts';
import { isDay } from '#app/ui/format.ts';
import type { Period } from './queries.ts';

/** The period that an address asks for (`?from=&to=`), a year back where it says nothing; what was typed stays, and a wrong one measures today alone. */
export function askedPeriod({ query, today }: Pick<Visit, 'query' | 'today'>): { readonly typed: Period; readonly period: Period; readonly wrong: boolean } {
  const typed = { from: query.get('from') ?? addMonths(today, -12), to: query.get('to') ?? today };
  const wrong = !isDay(typed.from) || !isDay(typed.to) || typed.from > typed.to;
  return { typed, wrong, period: wrong ? { from: today, to: today } : typed };
}
