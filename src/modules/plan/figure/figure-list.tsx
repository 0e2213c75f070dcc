import type { Figure } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { localized } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { planPaths } from '../paths.ts';
import { figureValue } from './figure-value.ts';
import { FigureMarks } from './marks.tsx';
import { placeOf } from './series-table.tsx';
import { figureWords } from './words.ts';

type Props = { language: Language; figures: readonly Figure[]; today: string; anchors?: boolean };

/** Large numbers, one sentence each, with period and standing, and the way to how we know. `anchors` gives each the address of its series. */
export function FigureList({ language, figures, today, anchors }: Props) {
  return (
    <ul class="facts">
      {figures.map((figure) => (
        <li id={anchors ? figure.definition.series : undefined}>
          <LargeFigure language={language} figure={figure} today={today} labelled />
        </li>
      ))}
    </ul>
  );
}

/** The number large. Without `labelled` a heading beside it says what it is. */
export function LargeFigure({ language, figure, today, labelled }: { language: Language; figure: Figure; today: string; labelled?: boolean }) {
  return (
    <>
      <b class={figure.releasable ? undefined : 'unsaid'}>{figure.releasable ? figureValue(language, figure) : <span class="state withheld">{figureValue(language, figure)}</span>}</b>
      {labelled ? figure.label[language] : null}
      <span class="small when">{figure.period[language]} · {placeOf(language, figure)}</span>
      <FigureMarks language={language} figure={figure} today={today} beside />
      {figure.withheldReason ? <span class="small when">{figure.withheldReason[language]}</span> : null}
      <a href={localized(language, planPaths.figure(figure.slug))}>{figureWords[language].how}<span class="hidden-text">{colon(language)}{figure.label[language]}, {figure.period[language]}</span></a>
    </>
  );
}
