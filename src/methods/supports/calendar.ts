import { addMonths, type Day } from '../timeline/day.ts';

/** An amount a month at one age, in whole cents, from its first to its last day; `study` comes on top of `monthly` while the person studies. */
export type Amount = { readonly age: number; readonly kind: 'monthly' | 'study'; readonly cents: number; readonly from: Day; readonly until: Day | null };
/** What a province or community grants young people who leave care. Support ends on the birthday `endsAtAge`; every amount and rule has its dates. */
export type Scheme = { readonly endsAtAge: number; readonly amounts: readonly Amount[]; readonly work: readonly WorkRule[] };
/** How many hours a week somebody may work without losing support. */
export type WorkRule = { readonly hours: number; readonly from: Day; readonly until: Day | null };
/** A stretch of days, both ends included, with one amount a month in whole cents; `study` is the part of it that depends on studying. */
export type Step = { readonly from: Day; readonly to: Day; readonly age: number; readonly cents: number; readonly study: number };
/** A day on which the amount a month becomes another: the first day of the new one. */
export type Change = { readonly on: Day; readonly age: number; readonly before: number; readonly after: number; readonly kind: 'less' | 'more' | 'end' };

/** The birthday on which somebody reaches an age. Whoever was born on 29 February reaches it on the 28th where there is none. */
export function birthday(birth: Day, age: number): Day {
  return addMonths(birth, age * 12);
}

/** The age in whole years on a day; negative before the birth. */
export function ageOn(birth: Day, day: Day): number {
  let age = Math.floor((day - birth) / 365.2425) + 1;
  while (birthday(birth, age) > day) age -= 1;
  return age;
}

/** The amount a month on one day: 0 from the last birthday on, and where the scheme says nothing of that day. */
export function amountOn(birth: Day, day: Day, studies: boolean, scheme: Scheme): { cents: number; study: number } {
  const age = ageOn(birth, day);
  if (age >= scheme.endsAtAge) return { cents: 0, study: 0 };
  const of = (kind: Amount['kind']) => scheme.amounts.filter((one) => one.kind === kind && one.age === age && holds(one, day)).reduce((sum, one) => sum + one.cents, 0);
  const study = studies ? of('study') : 0;
  return { cents: of('monthly') + study, study };
}

/**
 * The supports of one person from the first day on which an amount holds to the day before the last birthday, in steps without a gap: a step ends where a
 * birthday or the dates of an amount change what is paid. Empty where no amount holds for her. After O. Reg. 156/18 (Ready, Set, Go): the rule is data.
 */
export function supportCalendar(birth: Day, studies: boolean, scheme: Scheme): Step[] {
  const end = birthday(birth, scheme.endsAtAge);
  const starts = scheme.amounts.flatMap((one) => [birthday(birth, one.age), birthday(birth, one.age + 1), one.from, ...(one.until === null ? [] : [one.until + 1])]);
  const days = [...new Set(starts)].filter((day) => day < end && day >= birth).sort((a, b) => a - b);
  const steps: Step[] = [];
  for (const [index, from] of days.entries()) {
    const to = (days[index + 1] ?? end) - 1;
    const { cents, study } = amountOn(birth, from, studies, scheme);
    const last = steps.at(-1);
    if (last && last.cents === cents && last.study === study) steps[steps.length - 1] = { ...last, to };
    else if (last || cents > 0) steps.push({ from, to, age: ageOn(birth, from), cents, study });
  }
  return steps;
}

/** The days on which the amount becomes another, in order; the last is that on which support ends. */
export function changesOf(steps: readonly Step[], birth: Day): Change[] {
  return steps.flatMap((step, index): Change[] => {
    const [on, after] = [step.to + 1, steps[index + 1]?.cents ?? 0];
    if (after === step.cents) return [];
    const kind = after > step.cents ? 'more' as const : after === 0 ? 'end' as const : 'less' as const;
    return [{ on, age: ageOn(birth, on), before: step.cents, after, kind }];
  });
}

/** The next day after `day` on which less is paid than the day before; undefined where none comes. */
export function nextLoss(changes: readonly Change[], day: Day): Change | undefined {
  return changes.find((one) => one.on > day && one.after < one.before);
}

/** Whether hours a week stay within the rule of that day; undefined where no rule holds. */
export function withinHours(hours: number, day: Day, scheme: Scheme): { limit: number; within: boolean } | undefined {
  const rule = scheme.work.find((one) => holds(one, day));
  return rule && { limit: rule.hours, within: hours <= rule.hours };
}

function holds({ from, until }: { from: Day; until: Day | null }, day: Day): boolean {
  return from <= day && (until === null || day <= until);
}
