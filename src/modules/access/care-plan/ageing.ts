import { addMonths } from '#app/modules/commitment/index.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { addDays } from '#app/ui/format.ts';

/** Where a rule of the configuration comes from. */
export type Source = { readonly title: string; readonly url: string };
/** An age of the community's configuration at which something is owed. */
export type CareAge = { readonly slug: string; readonly audience: 'everybody' | 'leaving-care'; readonly age: number; readonly due: 'on' | 'before'; readonly text: Bilingual; readonly confirmed: boolean; readonly from: string; readonly until: string | null; readonly sources: readonly Source[] };
export type ClockMark = CareAge & { readonly on: string; readonly state: 'done' | 'late' | 'soon' | 'coming' | 'before-plan'; readonly doneOn: string | undefined };

/** The age in whole years on a day. A birthday of 29 February falls on the 28th where there is none. */
export function ageOn(birth: string, day: string): number {
  let age = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  if (addMonths(birth, age * 12) > day) age -= 1;
  return age;
}

/** Days within which a coming age is shown as near, and owed as a commitment. */
export const nearDays = 90;

/**
 * The ageing-out clock: each age that holds today, with its day, in the order of the days. An age that was reached before the plan was opened is not
 * late; one that was reached since and is not marked as done is.
 */
export function ageingClock(person: { birth: string; openedOn: string; leavingCare: boolean; done: ReadonlyMap<string, string> }, today: string, ages: readonly CareAge[]): ClockMark[] {
  return ages
    .filter((one) => one.from <= today && (one.until === null || one.until >= today) && (one.audience === 'everybody' || person.leavingCare))
    .map((one) => {
      const birthday = addMonths(person.birth, one.age * 12);
      const on = one.due === 'before' ? addDays(birthday, -1) : birthday;
      const doneOn = person.done.get(one.slug);
      const state = doneOn ? 'done' as const : on < person.openedOn ? 'before-plan' as const : on < today ? 'late' as const : on <= addDays(today, nearDays) ? 'soon' as const : 'coming' as const;
      return { ...one, on, doneOn, state };
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.slug < b.slug ? -1 : 1));
}
