import { type Block, type Inline, listFigures, listReleased, type Released, type Section, type Template } from '#app/modules/insight/index.ts';
import { protectedRate } from '#app/methods/disclosure/rate.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { listPublic, type PublicRecommendation } from '../recommendation/queries.ts';
import { addresseeText, recommendationWords } from '../recommendation/words.ts';
import { measures, type Measure, yearCube } from './cube.ts';
import { yearWords } from './words.ts';

type Key = keyof (typeof yearWords)['en']['sections'];
const section = (key: Key, required: boolean): Section => ({
  key, required, textFirst: true, heading: { en: yearWords.en.sections[key].heading, fr: yearWords.fr.sections[key].heading }, hint: { en: yearWords.en.sections[key].hint, fr: yearWords.fr.sections[key].hint },
});
const rule = { base: 5, k: 20 };
const series = ['sexual-assault-unfounded', 'sexual-assault-unfounded-rate'];
const text = (value: string): Inline => ({ kind: 'text', text: value });
const paragraph = (value: string): Block => ({ kind: 'paragraph', content: [text(value)] });

/** The yearly report to the police board, with exactly what its policy asks for: reported, unfounded, independently reviewed, actions on recommendations. */
export const yearTemplate: Template = {
  name: 'sexual-assault',
  title: { en: yearWords.en.report, fr: yearWords.fr.report },
  sections: [section('counts', false), section('rate', false), section('recommendations', false), section('method', false)],
  steps: { submit: ['plan-manager'], approve: ['leadership-member', 'plan-manager'], publish: ['plan-manager'] },
  gather: async (scope) => {
    const years = (await listReleased(scope, [yearCube])).slice(0, 5);
    const figures = (await listFigures(scope)).filter((one) => series.includes(one.definition.series) && one.value !== undefined);
    const recommendations = await listPublic(scope);
    return {
      today: scope.today, figures: [],
      snapshot: Object.fromEntries(recommendations.map((one) => [`recommendation:${one.id}`, {
        label: one.title, path: '/insight/publications', value: { state: one.state },
      }])),
      automatic: (key, language) => {
        const words = yearWords[language];
        if (key === 'counts') return countsOf(language, years);
        if (key === 'rate') return [...trendOf(language, years), ...(figures.length === 0 ? [] : [{
          kind: 'table' as const, caption: words.publishedCaption, header: words.publishedHeader,
          rows: figures.map((one): Inline[][] => [[text(one.breakdown ? `${one.label[language]}, ${one.breakdown.name[language]}` : one.label[language])], [{ kind: 'figure', slug: one.slug, text: one.value ?? '', path: `/plan/figures/${one.slug}` }], [text(one.period[language])]]),
        }])];
        if (key === 'recommendations') return recommendationsOf(language, recommendations);
        return key === 'method' ? words.method.map(paragraph) : [];
      },
    };
  },
};

/** A released value as a number, or as the words of the gate. */
function publishedOf(one: Released, measure: Measure): number | string | undefined {
  const published = one.cells.find(({ keys }) => keys.measure === measure)?.published ?? undefined;
  return published !== undefined && /^\d+$/.test(published) ? Number(published) : (published ?? undefined);
}

function shown(language: Language, value: number | string | undefined): string {
  const words = yearWords[language];
  return typeof value === 'number' ? formatNumber(language, value) : value === undefined ? words.withheld : words.fewer(rule.k);
}

function countsOf(language: Language, years: readonly Released[]): Block[] {
  const words = yearWords[language];
  const [newest] = years;
  if (!newest) return [paragraph(words.noCounts)];
  return [{ kind: 'table', caption: `${words.countsCaption} ${newest.period}`, header: [words.count, words.value], rows: measures.map((measure) => [[text(words.measures[measure])], [text(shown(language, publishedOf(newest, measure)))]]) }];
}

function trendOf(language: Language, years: readonly Released[]): Block[] {
  const words = yearWords[language];
  if (years.length === 0) return [];
  const rate = (one: Released) => {
    const percent = protectedRate(rule, publishedOf(one, 'unfounded') ?? '', publishedOf(one, 'reported') ?? '', 100);
    return percent === undefined ? words.noRate : words.rate(new Intl.NumberFormat(language === 'en' ? 'en-CA' : 'fr-CA', { maximumFractionDigits: 0 }).format(percent));
  };
  return [{
    kind: 'table', caption: words.trendCaption, header: words.trendHeader,
    rows: years.toReversed().map((one) => [[text(one.period)], [text(shown(language, publishedOf(one, 'reported')))], [text(shown(language, publishedOf(one, 'unfounded')))], [text(rate(one))], [text(shown(language, publishedOf(one, 'reviewed')))]]),
  }];
}

function recommendationsOf(language: Language, recommendations: readonly PublicRecommendation[]): Block[] {
  const words = yearWords[language];
  if (recommendations.length === 0) return [paragraph(words.noRecommendations)];
  const count = (state: string) => recommendations.filter((one) => one.state === state).length;
  return [
    paragraph(words.states(count('reported-done'), count('verified'))),
    { kind: 'table', caption: words.recommendationCaption, header: words.recommendationHeader, rows: recommendations.map((one) => [[text(one.title[language])], [text(addresseeText(language, one))], [text(formatDate(language, one.madeOn))], [text(recommendationWords[language].states[one.state])]]) },
  ];
}
