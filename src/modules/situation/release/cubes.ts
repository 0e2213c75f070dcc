import type { CubeDeclaration, TrueCell } from '#app/modules/insight/index.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type Code, byCategory } from '../code/queries.ts';
import { situationPaths } from '../paths.ts';
import type { Count } from './queries.ts';
import { releaseWords } from './words.ts';

/** What becomes of a year's counts: each is a cube, with its true cells. Nothing is counted here for anybody but the gate. */
export type YearTable = { readonly declaration: CubeDeclaration; readonly cells: readonly TrueCell[] };
export const yearTables = ['decisions', 'risks', 'ends', 'door'] as const;
export const cubeName = (body: string, table: (typeof yearTables)[number]): string => `situation/${body}/${table}`;
/** The dimension of a risk category: a discussion has several, so each is a question of its own that everybody answers with yes or no. */
export const riskKey = (category: string): string => `risk-${category}`;
export const riskOf = (key: string): string | undefined => /^risk-(.+)$/.exec(key)?.[1];
/** A median of fewer doors would be somebody's. */
const fewestDoors = 10;

/**
 * The tables of a year of one Situation Table. Decisions and risk categories are about the same discussions and are attacked together; those without a risk
 * category are known to the attack and left out of print. Ends fall in the year of the end, so they count others.
 */
export function tablesOf(body: string, name: Bilingual, codes: readonly Code[], counts: readonly Count[]): YearTable[] {
  const both = (text: (words: (typeof releaseWords)['en']) => string): Bilingual => ({ en: text(releaseWords.en), fr: text(releaseWords.fr) });
  const title = (text: (words: (typeof releaseWords)['en']) => string): Bilingual => ({ en: `${name.en}: ${text(releaseWords.en)}`, fr: `${name.fr}\u00a0: ${text(releaseWords.fr)}` });
  const of = (series: Count['series'], value: string) => counts.find((one) => one.series === series && one.value === value)?.n ?? 0;
  const all = counts.filter(({ series }) => series === 'decision').reduce((sum, { n }) => sum + n, 0);
  const own = (table: (typeof yearTables)[number], indicator: string, text: (words: (typeof releaseWords)['en']) => string) => ({ slug: cubeName(body, table), indicator: `situation/${body}/${indicator}`, title: title(text), owner: 'situation', kind: 'health', review: 'rule', page: situationPaths.about } as const);
  const categories = byCategory(codes, 'risk').flatMap(([, [first]]) => first ?? []);
  const yesNo = { yes: both((words) => words.named), no: both((words) => words.notNamed) };
  const labels = (text: (words: (typeof releaseWords)['en']) => string, values: Readonly<Record<string, Bilingual>>) => ({ ...both(text), values });
  return [
    { declaration: { ...own('decisions', 'decided', (words) => words.decisions), breakdowns: ['decision'], labels: { decision: labels((words) => words.decision, { 'acutely-elevated': both((words) => words.acute), 'not-taken-on': both((words) => words.notTaken) }) } },
      cells: ['acutely-elevated', 'not-taken-on'].map((value) => ({ keys: { decision: value }, count: of('decision', value) })) },
    { declaration: { ...own('risks', 'decided', (words) => words.risks), breakdowns: categories.map(({ category }) => riskKey(category)), labels: Object.fromEntries(categories.map(({ category, categoryName }) => [riskKey(category), { ...categoryName, values: yesNo }])) },
      cells: categories.flatMap(({ category }) => [{ keys: { [riskKey(category)]: 'yes' }, count: of('risk', category) }, { keys: { [riskKey(category)]: 'no' }, count: all - of('risk', category), left: true }]) },
    { declaration: { ...own('ends', 'ended', (words) => words.closes), breakdowns: ['end'], labels: { end: labels((words) => words.end, { lowered: both((words) => words.lowered), still: both((words) => words.still), other: both((words) => words.other) }) } },
      cells: ['lowered', 'still', 'other'].map((value) => ({ keys: { end: value }, count: of('close', value) })) },
    { declaration: { ...own('door', 'doors', (words) => words.doors), k: fewestDoors, measure: 'statistic' }, cells: [{ keys: {}, count: of('door', 'doors'), value: of('door', 'median-days') }] },
  ];
}
