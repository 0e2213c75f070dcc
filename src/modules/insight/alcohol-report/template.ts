import type { Language } from '#app/platform/language/language.ts';
import { guidances, strengths } from '#app/community-pack/statement-schema.ts';
import { casesPrefix, isInjury, sharePrefix, scenarioPrefix } from '../alcohol/conditions.ts';
import type { Figure } from '../figure/figure.ts';
import { listFigures } from '../figure/queries.ts';
import { type Block, heading, paragraph, text } from '../publication/document/model.ts';
import { figurePath } from '../publication/figure-inline.ts';
import type { Section, Template } from '../publication/template.ts';
import { statementBlock } from '../statement/block.ts';
import { listStatements } from '../statement/queries.ts';
import type { Statement } from '../statement/statement.ts';
import { statementWords } from '../statement/words.ts';
import { listThemes, type Theme } from './queries.ts';
import { figureTable, sharesChart } from './tables.ts';
import { alcoholReportWords } from './words.ts';

export type AlcoholSection = keyof (typeof alcoholReportWords)['en']['sections'];
export const alcoholSections: readonly AlcoholSection[] = ['summary', 'methods', 'population', 'guideline', 'heavy', 'youth', 'harm', 'paramedic', 'emergency', 'hospital', 'deaths', 'crime', 'voices', 'options', 'recommendations'];
export const alcoholReport = 'alcohol';

const section = (key: AlcoholSection): Section => ({
  key, required: key === 'summary' || key === 'recommendations', textFirst: key !== 'methods',
  heading: { en: alcoholReportWords.en.sections[key].heading, fr: alcoholReportWords.fr.sections[key].heading }, hint: { en: alcoholReportWords.en.sections[key].hint, fr: alcoholReportWords.fr.sections[key].hint },
});

/** How the series of a section are called: by these names, or beginning with them. A community without such series has a report that says so. */
const taken: Readonly<Partial<Record<AlcoholSection, readonly string[]>>> = {
  population: ['population'], heavy: ['heavy-drinking'], youth: ['heavy-drinking', 'youth-drinking'], paramedic: ['alcohol-paramedic'], emergency: ['alcohol-ed-', 'alcohol-emergency'], hospital: ['alcohol-admissions', 'alcohol-hospital'], deaths: ['alcohol-deaths'],
  crime: ['impaired-driving', 'alcohol-crime', 'alcohol-offences'],
};

/** The records of an alcohol report, as everybody may read them. */
export type AlcoholRecords = { readonly today: string; readonly figures: readonly Figure[]; readonly statements: readonly Statement[]; readonly themes: readonly Theme[] };

/** The community alcohol report: statements with their sources and strength, published numbers, shares due to alcohol, and what people said. */
export const alcoholTemplate: Template = {
  name: alcoholReport,
  title: { en: alcoholReportWords.en.title, fr: alcoholReportWords.fr.title },
  sections: alcoholSections.map(section),
  steps: { submit: ['plan-manager'], approve: ['leadership-member', 'plan-manager'], publish: ['plan-manager'] },
  gather: async (scope) => {
    const figures = (await listFigures(scope)).filter((one) => one.supersededBy === undefined);
    const records: AlcoholRecords = { today: scope.today, figures, statements: await listStatements(scope, alcoholReport), themes: await listThemes(scope, 'alcohol') };
    const own = figures.filter((one) => one.definition.guidance !== undefined || isShare(one) || isCases(one) || isScenario(one) || Object.values(taken).some((names) => isOf(one, names)));
    return {
      today: scope.today, figures: [],
      snapshot: Object.fromEntries(own.filter((one) => one.value !== undefined).map((one) => [`figure:${one.slug}`, { label: { en: `${one.definition.name.en}, ${one.period.en}`, fr: `${one.definition.name.fr}, ${one.period.fr}` }, path: figurePath(one.slug), value: { value: one.value ?? '' } }])),
      automatic: (key, language) => [...(key === 'methods' ? methodBlocks(language) : []), ...sectionBlocks(key, language, records)],
    };
  },
};

export const isShare = (figure: Figure): boolean => figure.definition.series.startsWith(sharePrefix);
const isCases = (figure: Figure) => figure.definition.series.startsWith(casesPrefix);
const isScenario = (figure: Figure) => figure.definition.series.startsWith(scenarioPrefix);
const isYouth = (figure: Figure) => /aged-1[2-8]/.test(figure.breakdown?.slug ?? '') || figure.definition.series.startsWith('youth-');
const isOf = (figure: Figure, names: readonly string[] = []) => names.some((name) => figure.definition.series === name || figure.definition.series.startsWith(name));

function methodBlocks(language: Language): Block[] {
  const [words, marks] = [alcoholReportWords[language], statementWords[language]];
  return [...words.methods.map((one) => paragraph(text(one))), { kind: 'table', caption: words.strengthCaption, header: words.strengthHeader, rows: strengths.map((one) => [[text(marks.strengths[one])], [text(marks.meanings[one])]]) }];
}

function sectionBlocks(key: string, language: Language, records: AlcoholRecords): Block[] {
  const { captions } = alcoholReportWords[language];
  const { figures, today } = records;
  const statements = records.statements.filter((one) => one.section === key);
  if (key === 'guideline') return guidanceBlocks(language, records, statements);
  const said = statements.map((one) => statementBlock(language, one));
  const own = figures.filter((one) => isOf(one, taken[key as AlcoholSection]));
  if (key === 'heavy') return [...said, ...figureTable(language, captions.heavy, own.filter((one) => !isYouth(one)), today)];
  if (key === 'youth') return [...said, ...figureTable(language, captions.youth, own.filter(isYouth), today)];
  if (key === 'harm') return [...said, ...shareBlocks(language, figures.filter(isShare), today), ...caseBlocks(language, figures.filter(isCases), today)];
  if (key === 'voices') return [...said, ...voiceBlocks(language, records.themes)];
  if (key === 'options') return [...said, ...(figures.some(isScenario) ? figureTable(language, captions.scenario, figures.filter(isScenario), today) : [])];
  if (key === 'population' || key === 'paramedic' || key === 'emergency' || key === 'hospital' || key === 'deaths' || key === 'crime') return [...said, ...(own.length > 0 || said.length === 0 ? figureTable(language, captions[key], own, today) : [])];
  return said;
}

/** What rests on each guidance under a heading of its own: nothing here joins the two. */
export function guidanceBlocks(language: Language, { figures, today }: Pick<AlcoholRecords, 'figures' | 'today'>, statements: readonly Statement[]): Block[] {
  const [words, names] = [alcoholReportWords[language], statementWords[language].guidances];
  const general = statements.filter((one) => one.guidance === null).map((one) => statementBlock(language, one));
  return [...general, ...guidances.flatMap((guidance): Block[] => {
    const said = statements.filter((one) => one.guidance === guidance).map((one) => statementBlock(language, one));
    const counted = figures.filter((one) => one.definition.guidance === guidance);
    return [heading(3, names[guidance]), ...said, ...(counted.length > 0 || said.length === 0 ? figureTable(language, words.captions.guidance(names[guidance]), counted, today, words.noGuidance) : [])];
  })];
}

function shareBlocks(language: Language, shares: readonly Figure[], today: string): Block[] {
  const words = alcoholReportWords[language];
  if (shares.length === 0) return [paragraph(text(words.noShares))];
  const [injuries, chronic] = [shares.filter((one) => isInjury(one.definition.series)), shares.filter((one) => !isInjury(one.definition.series))];
  return [...sharesChart(language, shares, today), ...(injuries.length > 0 ? figureTable(language, words.captions.injuries, injuries, today) : []), ...(chronic.length > 0 ? figureTable(language, words.captions.chronic, chronic, today) : [])];
}

/** Numbers of cases due to alcohol in all groups of a condition; those of each group stand on the pages of the series. */
function caseBlocks(language: Language, cases: readonly Figure[], today: string): Block[] {
  const words = alcoholReportWords[language];
  const totals = cases.filter((one) => one.breakdown === undefined);
  return totals.length === 0 ? [] : [...figureTable(language, words.captions.cases, totals, today), paragraph(text(words.casesNote))];
}

/** Themes by their names, each with its quotes in the language in which they were said. */
function voiceBlocks(language: Language, themes: readonly Theme[]): Block[] {
  const words = alcoholReportWords[language];
  if (themes.length === 0) return [paragraph(text(words.noVoices))];
  return themes.flatMap(({ name, quotes }): Block[] => [
    heading(3, name[language]),
    ...(quotes.length > 0 ? [{ kind: 'list' as const, items: quotes.map((one) => [text(`${words.quote(one.body)}${one.language === language ? '' : one.language === 'fr' ? words.inFrench : words.inEnglish}${one.demonstration ? words.demonstration : ''}`)]) }] : []),
  ]);
}
