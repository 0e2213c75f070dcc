import type { Language } from '#app/platform/language/language.ts';

export const accessNeeds = ['wheelchair', 'hearing-loop', 'captions', 'large-print', 'support-person'] as const;
export const signLanguages = ['asl', 'lsq'] as const;
export const spokenLanguages = ['en', 'fr', 'other'] as const;
export type NeedName = (typeof accessNeeds)[number] | (typeof signLanguages)[number] | 'interpreter' | 'child-care' | 'other';
/** One need of a registration: `amount` counts children for child care, else it is 1; `note` names a language or says it in words. */
export type Need = { readonly need: NeedName; readonly amount: number; readonly note?: string | null };
export type RegistrationState = 'registered' | 'waiting' | 'cancelled';

/** The most people that one registration can be for, and the most children. */
export const mostPeople = 10;
export const mostChildren = 10;

/** Days after a meeting on which needs, then names and addresses, are erased. Counts stay. */
export const needsKeptFor = 7;
export const contactKeptFor = 30;
/** Days before a meeting on which a reminder goes out. */
export const remindDaysBefore = 2;

/** What a registration says, as the database takes it. */
export type RegistrationGiven = { readonly language: Language; readonly spoken: string; readonly people: number; readonly name: string; readonly email: string; readonly needs: readonly Need[] };
