import type { Figure } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { localized } from '#app/ui/page-frame.ts';
import { planPaths } from '../paths.ts';
import { figureValue } from './figure-value.ts';
import { figureWords } from './words.ts';

/** Large numbers, one sentence each, and the way to how we know. */
export function FigureList({ language, figures }: { language: Language; figures: readonly Figure[] }) {
  const words = figureWords[language];
  return (
    <ul class="facts">
      {figures.map((figure) => (
        <li>
          <b>{figureValue(language, figure)}</b>
          {figure.label[language]}
          <br />
          <a href={localized(language, planPaths.figure(figure.slug))}>{figure.supersedes ? words.changed : words.how}<span class="hidden-text">{language === 'fr' ? ' : ' : ': '}{figure.label[language]}</span></a>
        </li>
      ))}
    </ul>
  );
}
