import type { Language } from '#app/platform/language/language.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import type { Figure } from '../figure/figure.ts';
import type { Inline } from './document/model.ts';
import { documentWords } from './document/words.ts';

export const figurePath = (slug: string): string => `/plan/figures/${slug}`;

/** The marks of a value that is not the last word: (provisional), (revised since). '' when it is. */
export function figureMarks(language: Language, figure: Pick<Figure, 'provisional'>, superseded = false): string {
  const words = documentWords[language];
  const said = [...(figure.provisional ? [words.provisional] : []), ...(superseded ? [words.superseded] : [])];
  return said.length > 0 ? ` (${said.join(', ')})` : '';
}

/** A figure in running text: value, label and period as a link to how it is known, and its marks. */
export function figureInlines(language: Language, figure: Figure, superseded = false): Inline[] {
  const marked = figureMarks(language, figure, superseded);
  return [
    { kind: 'figure', slug: figure.slug, text: `${printedNumber(language, figure) ?? ''} ${figure.label[language]}, ${figure.period[language]}`, path: figurePath(figure.slug) },
    ...(marked ? [{ kind: 'text' as const, text: marked }] : []),
  ];
}
