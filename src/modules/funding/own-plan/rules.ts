import { ageOn } from '#app/methods/supports/calendar.ts';
import { parseDay } from '#app/methods/timeline/day.ts';
import { normalCode } from '#app/platform/http/spoken-code.ts';

/** The planning areas of the province's guide for young people who leave care. */
export const areas = ['education', 'health', 'identity', 'relationships', 'feelings', 'self-care'] as const;
export type Area = (typeof areas)[number];
export const goalStates = ['open', 'reached', 'let-go'] as const;
export type GoalState = (typeof goalStates)[number];
/** How it is known that a step is done. */
export const proofs = ['told', 'document', 'record', 'status'] as const;
export type Proof = (typeof proofs)[number];
export type Side = 'herself' | 'worker';

export type PlanStep = { readonly id: string; readonly inWords: string; readonly dueOn: string | null; readonly doneOn: string | null; readonly proof: Proof | null; readonly side: Side };
export type PlanWord = { readonly inWords: string; readonly side: Side; readonly writtenAt: string };
export type Goal = { readonly id: string; readonly area: Area; readonly inWords: string; readonly state: GoalState; readonly side: Side; readonly changedAt: string; readonly steps: readonly PlanStep[]; readonly words: readonly PlanWord[] };
/** Goals, steps, progress, and the basics that are there with the day since which they are. */
export type PlanContent = { readonly goals: readonly Goal[]; readonly ready: Readonly<Record<string, string>> };

/** The secret that her code stands for; undefined where what was typed is no code. */
export function ownSecret(typed: string): string | undefined {
  const code = normalCode(typed);
  return code === '' ? undefined : `own plan ${code}`;
}

/** The age in whole years; undefined where no day of birth is known. */
export function ageAt(birth: string | null, today: string): number | undefined {
  const [born, now] = [birth === null ? undefined : parseDay(birth), parseDay(today)];
  return born === undefined || now === undefined ? undefined : ageOn(born, now);
}

/** Whether somebody is of the age to take part (18 to 24) or to prepare (13 to 17) on a day. */
export function fitsAge(birth: string | null, day: string, joins: boolean): boolean {
  const age = ageAt(birth, day);
  return age !== undefined && (joins ? age >= 18 && age < 25 : age >= 13 && age < 18);
}
