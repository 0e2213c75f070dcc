import type { Language } from '#app/platform/language/language.ts';
import { runningDays } from './clock.ts';
import type { Referral } from './queries.ts';
import { referralWords } from './words.ts';

type Aged = Pick<Referral, 'sentAt' | 'madeAt' | 'endedAt' | 'pausedSince' | 'pausedSeconds'>;
/** Whole days that a referral has run since it was sent, and those in which its clock stood. */
export function ageOf(referral: Aged, now: Date): { days: number; stood: number } {
  const end = referral.endedAt ?? now;
  const paused = referral.pausedSeconds + (referral.pausedSince ? Math.max(0, (end.getTime() - referral.pausedSince.getTime()) / 1000) : 0);
  return { days: Math.floor(runningDays(referral.sentAt ?? referral.madeAt, end, paused)), stood: Math.floor(paused / 86_400) };
}

/** The age as lists show it, with the days in which the clock stood. */
export function Age({ language, referral, now }: { language: Language; referral: Aged; now: Date }) {
  const { days, stood } = ageOf(referral, now);
  return <>{stood > 0 ? referralWords[language].clockDays(String(days), String(stood)) : String(days)}</>;
}
