import type { Figure } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatNumber } from '#app/ui/format.ts';
import { figureWords } from './words.ts';

/** What stands around a number in print and how French writes the same; `{}` is the number without its sign. */
const frenchForms: Readonly<Record<string, string>> = {
  '{}': '{}', '{}%': '{}\u00a0%', '{}+': '{}\u00a0et plus', '+{}%': '+{}\u00a0%', '−{}%': '−{}\u00a0%', '${}': '{}\u00a0$', '${}M': '{}\u00a0M$', '1 in {}': '1 sur {}', 'about {}': 'environ {}',
};

/** The value as printed; in French with its spaces, comma and signs where the print has one of the known forms. A withheld one says so. */
export function figureValue(language: Language, { value, number }: Pick<Figure, 'value' | 'number'>): string {
  if (value === undefined || number === undefined) return figureWords[language].withheld;
  if (language === 'en') return value;
  const printed = /\d[\d,]*(?:\.\d+)?(?=\D*$)/.exec(value)?.[0];
  const form = printed === undefined ? undefined : frenchForms[value.replace(printed, '{}')];
  return form === undefined ? value : form.replace('{}', formatNumber('fr', Math.abs(number)));
}
