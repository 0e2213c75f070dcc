import { dateIn } from '#app/platform/clock/clock.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import { type CurrentLevel, listLevels } from '../alert/level-queries.ts';
import { listAreas, listSeries } from '../alert/queries.ts';
import type { Area } from '../alert/rule.ts';
import { alertWords } from '../alert/words.ts';
import type { Figure } from '../figure/figure.ts';
import { listFigures } from '../figure/queries.ts';
import { type Block, type Inline, paragraph, text } from '../publication/document/model.ts';
import { figureMarks, figurePath } from '../publication/figure-inline.ts';
import type { Section, Template } from '../publication/template.ts';
import { lastMonth, monthText } from './month.ts';
import { listReleasedMonths, type ReleasedMonth } from './queries.ts';
import { opioidWords } from './words.ts';

type Key = keyof (typeof opioidWords)['en']['sections'];
const section = (key: Key, required: boolean, textFirst: boolean): Section => ({
  key, required, textFirst, heading: { en: opioidWords.en.sections[key].heading, fr: opioidWords.fr.sections[key].heading }, hint: { en: opioidWords.en.sections[key].hint, fr: opioidWords.fr.sections[key].hint },
});

/** The series of published figures that the report takes, by section. A community that has none of them has a report without that table. */
const taken = {
  calls: ['opioid-paramedic-calls', 'opioid-paramedic-calls-sum'], visits: ['opioid-ed-visits'],
  naloxone: ['naloxone-kits', 'naloxone-kits-pharmacies', 'naloxone-refills', 'first-responder-naloxone'],
  trend: ['opioid-deaths', 'opioid-paramedic-calls', 'opioid-ed-visits'],
} as const;

/** The monthly opioid report: calls by municipality, visits, kits, naloxone given, the trend of five years, and the protected counts of responders. */
export const opioidTemplate: Template = {
  name: 'opioid',
  title: { en: opioidWords.en.title, fr: opioidWords.fr.title },
  sections: [section('summary', true, true), section('month', false, true), section('calls', false, true), section('visits', false, true), section('naloxone', false, true), section('trend', false, true), section('alerts', false, true), section('method', false, false)],
  steps: { submit: ['plan-manager'], approve: ['leadership-member', 'plan-manager'], publish: ['plan-manager'] },
  gather: async (scope) => {
    const [figures, areas, levels] = [(await listFigures(scope)).filter((one) => !one.supersededBy && one.value !== undefined), await listAreas(scope), await listLevels(scope)];
    const events = (await listSeries(scope)).find(({ source }) => source === 'events');
    const months = events ? await listReleasedMonths(scope, events.slug, 'overdoses', 13) : [];
    const naloxone = events ? await listReleasedMonths(scope, events.slug, 'naloxone', 13) : [];
    const own = (key: keyof typeof taken) => figures.filter((one) => taken[key].some((series) => series === seriesOf(one)));
    return {
      today: scope.today, figures: [],
      snapshot: Object.fromEntries([...own('calls'), ...own('visits'), ...own('naloxone')].map((one) => [`figure:${one.slug}`, {
        label: { en: `${one.label.en}, ${one.period.en}`, fr: `${one.label.fr}, ${one.period.fr}` }, path: figurePath(one.slug), value: { value: one.value ?? '' },
      }])),
      automatic: (key, language) => {
        const words = opioidWords[language];
        if (key === 'month') return [...monthTable(language, words.monthCaption, months, areas, scope.today), ...(months.length > 0 ? monthTable(language, words.naloxoneCaption, naloxone, [], scope.today) : [])];
        if (key === 'calls') return [paragraph(text(words.pickup)), ...figureTable(language, words.captions.calls, newest(own('calls')))];
        if (key === 'visits') return [paragraph(text(words.residence)), ...figureTable(language, words.captions.visits, newest(own('visits')))];
        if (key === 'naloxone') return figureTable(language, words.captions.naloxone, newest(own('naloxone')));
        if (key === 'trend') return [paragraph(text(words.trendLead)), ...figureTable(language, words.captions.trend, trendOf(own('trend').filter((one) => !areas.some(({ slug }) => slug === one.place)), scope.today))];
        if (key === 'alerts') return levelTable(language, levels, scope.timeZone);
        return key === 'method' ? words.method.map((one) => paragraph(text(one))) : [];
      },
    };
  },
};

function seriesOf(figure: Figure): string {
  return figure.definition.series;
}

/** Of each series, the figures of the period that ended last, and those that end within the year before it: the month, the year so far, its earlier like. */
export function newest(figures: readonly Figure[]): Figure[] {
  return [...Map.groupBy(figures, seriesOf).values()].flatMap((own) => {
    const last = own.map((one) => one.periodTo ?? '').sort().at(-1) ?? '';
    const from = `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
    return last === '' ? own : own.filter((one) => (one.periodTo ?? '') >= from);
  });
}

/** Values whose period ended within five years, oldest first in each series. */
export function trendOf(figures: readonly Figure[], today: string): Figure[] {
  const from = `${Number(today.slice(0, 4)) - 5}${today.slice(4)}`;
  return figures.filter((one) => (one.periodTo ?? '') > from).toSorted((a, b) => (seriesOf(a) < seriesOf(b) ? -1 : seriesOf(a) > seriesOf(b) ? 1 : (a.periodTo ?? '') < (b.periodTo ?? '') ? -1 : 1));
}

function figureTable(language: Language, caption: string, figures: readonly Figure[]): Block[] {
  const words = opioidWords[language];
  if (figures.length === 0) return [paragraph(text(words.noFigures))];
  return [{
    kind: 'table', caption, header: words.figureHeader,
    rows: figures.map((figure): Inline[][] => [
      [text(`${figure.label[language]}${figureMarks(language, figure)}`)], [{ kind: 'figure', slug: figure.slug, text: printedNumber(language, figure) ?? '', path: figurePath(figure.slug) }],
      [text(figure.period[language])], [text(figure.geography[language])],
    ]),
  }];
}

function monthTable(language: Language, caption: string, months: readonly ReleasedMonth[], areas: readonly Area[], today: string): Block[] {
  const words = opioidWords[language];
  const [first] = months;
  if (!first) return [paragraph(text(words.noCounts))];
  const shown = (value: string | null | undefined) => (value === undefined || value === null ? words.withheld : /^\d+$/.test(value) ? formatNumber(language, Number(value)) : words.fewer(first.k));
  const said = `${words.monthLead(monthText(language, lastMonth(today)), first.k)}${months.some((one) => one.demonstration) ? words.demonstration : ''}`;
  return [
    ...(areas.length > 0 ? [paragraph(text(said))] : []),
    { kind: 'table', caption, header: [words.month, ...areas.map((area) => area.name[language]), words.all], rows: months.map((one) => [[text(monthText(language, one.month))], ...[...areas.map(({ slug }) => one.cells[slug]), areas.length > 0 ? one.cells.all : one.cells.given].map((value) => [text(shown(value))])]) },
  ];
}

function levelTable(language: Language, levels: readonly CurrentLevel[], timeZone: string): Block[] {
  const words = opioidWords[language];
  if (levels.length === 0) return [paragraph(text(words.noLevels))];
  return [{ kind: 'table', caption: words.levelsCaption, header: words.levelHeader, rows: levels.slice(0, 12).map((one) => [[text(formatDate(language, dateIn(timeZone, one.setAt)))], [text(alertWords[language].levels[one.level])], [text(one.reason[language])]]) }];
}
