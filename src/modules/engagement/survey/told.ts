import { isObject } from '#app/methods/questionnaire/fhir.ts';
import { extensionText } from '#app/methods/questionnaire/extensions.ts';
import type { FlatAnswer } from '#app/methods/questionnaire/flat-answers.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { findCommunity } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type Dimension, dimensions } from '../report/heard.ts';
import { findCensus } from '../report/queries.ts';

/** On a choice: its codes are the categories of the census in this dimension, so that whoever answers tells where she stands among all. */
export const tellsUrl = 'urn:x-common-table:tells';

export type Category = { readonly id: string; readonly label: Bilingual };
export type Categories = Readonly<Record<Dimension, readonly Category[]>>;
/** What somebody told of herself, in categories of the census; null where she did not. */
export type Told = { readonly municipality: string | null; readonly age: string | null; readonly language: string | null };

/** The categories that a survey can ask for: the municipalities of the community, and what the census has of ages and languages. */
export async function listCategories(scope: Scope): Promise<Categories> {
  const census = await findCensus(scope);
  const of = (dimension: Dimension) => census?.rows.filter((row) => row.dimension === dimension).map((row) => ({ id: row.category, label: row.label })) ?? [];
  return { municipality: ((await findCommunity(scope))?.municipalities ?? []).map(({ id, name }) => ({ id, label: name })), age: of('age'), language: of('language') };
}

/** The questions that tell where somebody stands in the census, in one dimension or in any; their linkIds. */
export function tellingIn(compiled: Compiled, dimension?: Dimension): string[] {
  const tells = (told: string | undefined) => told !== undefined && (dimension === undefined || told === dimension);
  return compiled.all.filter((item) => tells(extensionText(item.definition, tellsUrl))).map((item) => item.linkId);
}

/** What the answers of a response tell of whoever gave them. */
export function toldIn(compiled: Compiled, lines: readonly FlatAnswer[]): Told {
  const answer = (dimension: Dimension) => {
    const items = tellingIn(compiled, dimension);
    const value = lines.find((line) => items.includes(line.linkId) && line.kind === 'valueCoding')?.value;
    return isObject(value) && typeof value.code === 'string' ? value.code : null;
  };
  const [municipality, age, language] = dimensions.map(answer);
  return { municipality: municipality ?? null, age: age ?? null, language: language ?? null };
}

const wordy = new Set(['string', 'text', 'open-choice']);
/** The questions that can be answered in words of one's own; their linkIds. */
export function wordyIn(compiled: Compiled): string[] {
  return compiled.all.filter((item) => wordy.has(item.type) && !item.hidden).map((item) => item.linkId);
}
