import type { Language } from '#app/platform/language/language.ts';
import { formatNumber } from './format.ts';

/** What stands around a number in print and how French writes the same; `{}` is the number without its sign. */
const frenchForms: Readonly<Record<string, string>> = {
  '{}': '{}', '{}%': '{}\u00a0%', '{}+': '{}\u00a0et plus', '+{}%': '+{}\u00a0%', '−{}%': '−{}\u00a0%', '${}': '{}\u00a0$', '${}M': '{}\u00a0M$', '1 in {}': '1 sur {}', 'about {}': 'environ {}', '−{}': '−{}', 'about −{}': 'environ −{}',
};

/** A value as printed; in French with its spaces, comma and signs where the print has one of the known forms. Undefined where the value is withheld. */
export function printedNumber(language: Language, { value, number }: { readonly value?: string | undefined; readonly number?: number | undefined }): string | undefined {
  if (value === undefined || number === undefined) return undefined;
  if (language === 'en') return value;
  const printed = /\d[\d,]*(?:\.\d+)?(?=\D*$)/.exec(value)?.[0];
  const form = printed === undefined ? undefined : frenchForms[value.replace(printed, '{}')];
  return form === undefined ? value : form.replace('{}', formatNumber('fr', Math.abs(number)));
}
