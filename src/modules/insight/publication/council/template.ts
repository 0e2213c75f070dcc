import type { Language } from '#app/platform/language/language.ts';
import { aboutDate, addDays } from '#app/ui/format.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import type { Figure } from '../../figure/figure.ts';
import { listFigures } from '../../figure/queries.ts';
import { type Block, paragraph, text } from '../document/model.ts';
import { figureMarks, figurePath } from '../figure-inline.ts';
import type { Section, Template } from '../template.ts';
import { changeBlocks } from './changes.ts';
import { progressBlocks, stateOf } from './progress.ts';
import { type Records, readRecords } from './queries.ts';
import { priorityPath, snapshotOf } from './snapshot.ts';
import { councilWords } from './words.ts';

type Key = keyof typeof councilWords.en.sections;

const section = (key: Key, required: boolean, textFirst: boolean): Section => ({
  key, required, textFirst,
  heading: { en: councilWords.en.sections[key].heading, fr: councilWords.fr.sections[key].heading },
  hint: { en: councilWords.en.sections[key].hint, fr: councilWords.fr.sections[key].hint },
});

/** The report to council: two departments, one report, in the order in which council reads it. */
export const councilTemplate: Template = {
  name: 'council',
  title: { en: councilWords.en.title, fr: councilWords.fr.title },
  sections: [
    section('purpose', true, true), section('recommendation', true, true), section('background', false, false), section('changes', false, false),
    section('progress', false, true), section('figures', false, true), section('financial', true, true), section('next', false, false),
  ],
  steps: { submit: ['plan-manager'], approve: ['leadership-member', 'plan-manager'], publish: ['plan-manager'] },
  gather: async (scope) => {
    const records = await readRecords(scope);
    const figures = await listFigures(scope);
    const snapshot = snapshotOf(records, figures);
    const featured = figures.filter((one) => one.featured && !one.supersededBy).map((one) => one.slug);
    return {
      today: scope.today, snapshot, figures: featured,
      automatic: (key, language, { earlier, cited }) => {
        if (key === 'background') return records.plan ? [paragraph(text(records.plan.lead[language]))] : [];
        if (key === 'changes') return changeBlocks(language, earlier, snapshot);
        if (key === 'progress') return progressBlocks(language, records);
        if (key === 'figures') return figureTable(language, figures.filter((one) => featured.includes(one.slug) || cited.includes(one.slug)));
        return key === 'next' ? nextBlocks(language, records, scope.today) : [];
      },
    };
  },
};

function figureTable(language: Language, figures: readonly Figure[]): Block[] {
  const words = councilWords[language];
  if (figures.length === 0) return [];
  return [{
    kind: 'table', caption: words.figuresCaption, header: words.figureHeader,
    rows: figures.map((figure) => [
      [text(`${figure.label[language]}${figureMarks(language, figure)}`)],
      [{ kind: 'figure', slug: figure.slug, text: printedNumber(language, figure) ?? '', path: figurePath(figure.slug) }],
      [text(figure.period[language])], [text(figure.geography[language])],
    ]),
  }];
}

function nextBlocks(language: Language, { priorities, facts, milestones }: Records, today: string): Block[] {
  const words = councilWords[language];
  const titled = priorities.flatMap((priority) => facts.filter((one) => one.prioritySlug === priority.slug && one.kind === 'next').map((fact) => ({ priority, fact })));
  const due = milestones.filter((one) => one.due >= today && one.due <= addDays(today, 183) && (one.state.kind === 'on-time' || one.state.kind === 'stalled'));
  return [
    ...(titled.length > 0 ? [{
      kind: 'list' as const,
      items: titled.map(({ priority, fact }) => [{ kind: 'link' as const, text: priority.title[language], path: priorityPath(priority.slug) }, text(`${words.colon}${fact.text[language]}`)]),
    }] : []),
    ...(due.length > 0 ? [{
      kind: 'table' as const, caption: words.nextCaption, header: words.nextHeader,
      rows: due.map((one) => [
        [text(`${one.title[language]}${one.demonstration ? words.demonstration : ''}`)],
        [text(priorities.find((priority) => priority.slug === one.prioritySlug)?.title[language] ?? '')],
        [text(aboutDate(language, one.due, one.approximate))], [stateOf(language, one)],
      ]),
    }] : []),
  ];
}
