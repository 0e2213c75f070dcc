import { instantIn } from '#app/platform/clock/clock.ts';

export const outcomes = ['survived', 'died', 'unknown'] as const;
export const naloxoneAnswers = ['none', 'one', 'two', 'more', 'unknown'] as const;
export const substances = ['fentanyl', 'heroin', 'opioid-pills', 'benzodiazepine', 'xylazine', 'cocaine', 'methamphetamine', 'unknown'] as const;
export const samePlaces = ['1', '2', '3', '4'] as const;
/** Quick answers to when it was, in minutes before now; `other` asks for a day and a time. */
export const whens = { now: 0, half: 30, hour: 60, three: 180, other: undefined } as const;
export type When = keyof typeof whens;

export type Outcome = (typeof outcomes)[number];
export type Naloxone = (typeof naloxoneAnswers)[number];
export type Substance = (typeof substances)[number];

/** What a responder says of one person; nothing that says who it was. */
export type OverdoseGiven = {
  readonly occurredAt: Date; readonly area: string; readonly outcome: Outcome; readonly naloxone: Naloxone;
  readonly contaminated: boolean; readonly substances: readonly Substance[]; readonly samePlace: number;
};

const hour = 3_600_000;
/** An entry can be corrected or withdrawn by whoever made it for that long. */
export const correctionHours = 24;
const oldest = 7 * 24 * hour;

/** Whether a moment can be entered: not to come, and within the last seven days. */
export function canBeEntered(at: Date, now: Date): boolean {
  return at.getTime() <= now.getTime() && now.getTime() - at.getTime() <= oldest;
}

/** The moment of a day and a time as they are written on the form; undefined where they are none. */
export function momentOf(timeZone: string, day: string, time: string): Date | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && /^([01]\d|2[0-3]):[0-5]\d$/.test(time) && !Number.isNaN(Date.parse(`${day}T${time}:00Z`)) ? instantIn(timeZone, `${day}T${time}`) : undefined;
}

/** Whether this account may still change an entry. */
export function mayCorrect(entry: { readonly enteredBy: string; readonly enteredAt: Date; readonly withdrawnAt: Date | null }, account: string | null, now: Date): boolean {
  return entry.withdrawnAt === null && entry.enteredBy === account && now.getTime() - entry.enteredAt.getTime() < correctionHours * hour;
}
