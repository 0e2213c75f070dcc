import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { localized } from '#app/ui/page-frame.ts';
import { applicationPaths } from '../application/paths.ts';
import { type Cents, formatMoney } from '../money.ts';
import { reviewWords } from './words.ts';

export type LetterGiven = { readonly language: Language; readonly name: string; readonly title: string; readonly call: Bilingual; readonly reason: Bilingual; readonly amount: Cents; readonly granted: boolean; readonly baseUrl: string };

/** The letter with the answer, in the language of the application and then in the other, so that everybody at the organisation can read it. */
export function letterOf(given: LetterGiven): { subject: string; text: string } {
  const { language, name, title, granted, baseUrl } = given;
  const both: readonly Language[] = language === 'en' ? ['en', 'fr'] : ['fr', 'en'];
  const texts = both.map((one) => reviewWords[one].letter({
    name, title, call: given.call[one], reason: given.reason[one], amount: formatMoney(one, given.amount), granted, url: `${baseUrl}${localized(one, applicationPaths.resume)}`,
  }));
  return { subject: both.map((one) => reviewWords[one].letterSubject(granted)).join(' / '), text: texts.join('\n\n— — —\n\n') };
}
