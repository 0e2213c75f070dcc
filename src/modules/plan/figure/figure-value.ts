import type { Figure } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import { figureWords } from './words.ts';

/** The value as printed, in the forms of the language. A withheld one says so. */
export function figureValue(language: Language, figure: Pick<Figure, 'value' | 'number'>): string {
  return printedNumber(language, figure) ?? figureWords[language].withheld;
}
