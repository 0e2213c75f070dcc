import type { Language } from '#app/platform/language/language.ts';
import { formatNumber } from '#app/ui/format.ts';

export type { Released } from './release-queries.ts';

/** A published count in words: a number, or "fewer than 6". */
export function printedCount(language: Language, published: string | undefined): string {
  if (published === undefined) return '–';
  const fewer = /^fewer than (\d+)$/.exec(published);
  if (fewer) return language === 'fr' ? `moins de ${fewer[1]}` : published;
  return formatNumber(language, Number(published));
}
