import type { Figure } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatNumber } from '#app/ui/format.ts';

/** The value as printed; in French with its spaces and comma where the print is nothing but a number, a percentage or a lower bound. */
export function figureValue(language: Language, figure: Pick<Figure, 'value' | 'number'>): string {
  if (language === 'en') return figure.value;
  const plain = figure.value.replaceAll(',', '');
  const number = formatNumber('fr', figure.number);
  if (plain === `${figure.number}`) return number;
  if (plain === `${figure.number}%`) return `${number}\u00a0%`;
  if (plain === `${figure.number}+`) return `${number}\u00a0et plus`;
  return figure.value;
}
