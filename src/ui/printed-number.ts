import type { Language } from '#app/platform/language/language.ts';
import { formatNumber } from './format.ts';

/** A value as printed; in French with its spaces and comma where the print is nothing but a number, a percentage or a lower bound. */
export function printedNumber(language: Language, printed: { readonly value: string; readonly number: number }): string {
  if (language === 'en') return printed.value;
  const plain = printed.value.replaceAll(',', '');
  const number = formatNumber('fr', printed.number);
  if (plain === `${printed.number}`) return number;
  if (plain === `${printed.number}%`) return `${number}\u00a0%`;
  if (plain === `${printed.number}+`) return `${number}\u00a0et plus`;
  return printed.value;
}
