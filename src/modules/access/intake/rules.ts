import type { AccessPoint } from '../access-point/queries.ts';

export const channels = ['phone', 'text', 'email', 'in-person', 'post'] as const;
export type Channel = (typeof channels)[number];
export const attemptOutcomes = ['reached', 'no-answer', 'message-left', 'wrong-contact'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];
export const closeReasons = ['helped', 'handed-over', 'information', 'unable-to-reach', 'not-wanted', 'duplicate', 'other'] as const;
export type CloseReason = (typeof closeReasons)[number];
export const preferences = ['phone', 'text', 'email', 'in-person', 'none'] as const;
export type Preference = (typeof preferences)[number];

type Attempt = { readonly onDate: string; readonly channel: string | null; readonly outcome: string | null };
/** Somebody is unable to be reached after three attempts in vain, each on another day or by another channel, and not all on one day. */
export function triedEnough(attempts: readonly Attempt[]): boolean {
  const vain = attempts.filter((one) => one.outcome !== 'reached');
  return new Set(vain.map((one) => `${one.onDate} ${one.channel}`)).size >= 3 && new Set(vain.map((one) => one.onDate)).size >= 2;
}

/** Who fills in a form: the person or somebody near to her, a professional, or staff of the point. */
export type Asker = 'self' | 'professional' | 'staff';
export type Question = 'whom' | 'age' | 'school' | 'condition' | 'name' | 'place' | 'language' | 'story' | 'reach' | 'times' | 'message' | 'share';
/** The questions of a point in their order: their numbers are the same on the screen and on paper. */
export function questionsOf({ ages, condition }: Pick<AccessPoint, 'ages' | 'condition'>): readonly Question[] {
  const all: readonly Question[] = ['whom', 'age', 'school', 'condition', 'name', 'place', 'language', 'story', 'reach', 'times', 'message', 'share'];
  return all.filter((one) => (one !== 'school' || ages.toInSchool !== undefined) && (one !== 'condition' || condition !== null));
}
