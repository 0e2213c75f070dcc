import type { Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import type { Column, IndicatorText } from './indicator.ts';
import { indicatorWords } from './words.ts';

/** What stands in a column of the provincial template. */
export function columnText(language: Language, indicator: IndicatorText, column: Column): string {
  const words = indicatorWords[language];
  if (column === 'target') return indicator.target ? `${indicator.target[language]}${indicator.aim?.by ? `, ${words.targetBy(formatDate(language, indicator.aim.by))}` : ''}` : words.noTarget;
  if (column === 'frequency') return `${words.every(indicator.months)}${indicator.frequencyNote ? `. ${indicator.frequencyNote[language]}` : ''}`;
  return indicator[column][language];
}
