import type { Language } from '#app/platform/language/language.ts';
import { localized } from '#app/ui/page-frame.ts';

export const signInPath = (language: Language) => localized(language, '/identity/sign-in');
export const accountPath = (language: Language) => localized(language, '/identity/account');
export const accountsPath = (language: Language) => localized(language, '/identity/accounts');
export const myDayPath = (language: Language) => localized(language, '/commitment/my-day');

/** A place inside the program to go on to; anything else is the start page of staff. */
export function safeNext(language: Language, next: string): string {
  return /^\/(en|fr)\/[\w\-./~%]*(\?[\w\-.~%=&]*)?$/.test(next) && !next.includes('//') && !next.includes('/sign-') ? next : myDayPath(language);
}
