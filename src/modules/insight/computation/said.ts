import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { formatNumber } from '#app/ui/format.ts';
import type { Schema } from '../dataset/schema.ts';
import { type Kind, smallestByKind } from '../release/cube.ts';
import type { Recipe } from './recipe.ts';

/** What a computation does, in words of both languages; `population` names what it is divided by. */
export function saidOf(recipe: Recipe, schema: Schema, dataset: Bilingual, kind: Kind, population: Bilingual | undefined): Bilingual {
  return { en: english(recipe, schema, dataset.en, kind, population?.en), fr: french(recipe, schema, dataset.fr, kind, population?.fr) };
}

const labelIn = (language: Language, schema: Schema, name: string | undefined) => schema.columns.find((one) => one.name === name)?.label[language] ?? '';
const codeIn = (language: Language, schema: Schema, where: Recipe['where']) => schema.columns.find((one) => one.name === where?.column)?.codes.find(({ code }) => code === where?.code)?.[language] ?? '';

function english(recipe: Recipe, schema: Schema, dataset: string, kind: Kind, population: string | undefined): string {
  const label = (name: string | undefined) => `“${labelIn('en', schema, name)}”`;
  const { measure, where, place, breakdown, per, period, whole } = recipe;
  const axes = [place, breakdown].filter((name) => name !== undefined).map(label);
  return [
    `${measure.kind === 'count' ? 'The number of rows' : `The sum of ${label(measure.column)} over the rows`} of “${dataset}”${where ? ` where ${label(where.column)} is “${codeIn('en', schema, where)}”` : ''}, ${{ month: 'by month', quarter: 'by quarter', year: 'by year', all: 'over the whole time' }[period.by]} of ${label(period.column)}${axes.length > 0 ? `, by ${axes.join(' and ')}` : ''}, and for ${whole.name.en} together.`,
    ...(per && population ? [`Divided by “${population}” and given per ${formatNumber('en', per.scale)}; made from published values alone, for the months that the data cover and never scaled to a year.`] : []),
    ...(period.by === 'quarter' || period.by === 'year' ? ['What the data cover only in part is left out.'] : []),
    recipe.absent === 'zero' ? 'Where no row stands, the count is 0.' : 'Where a row is missing, no number of that period is given.',
    `Counts under ${smallestByKind[kind]} are withheld; all others are rounded at random to a multiple of 5 next to them, the same way wherever the same group is shown.`,
  ].join(' ');
}

function french(recipe: Recipe, schema: Schema, dataset: string, kind: Kind, population: string | undefined): string {
  const label = (name: string | undefined) => `«\u00a0${labelIn('fr', schema, name)}\u00a0»`;
  const { measure, where, place, breakdown, per, period, whole } = recipe;
  const axes = [place, breakdown].filter((name) => name !== undefined).map(label);
  return [
    `${measure.kind === 'count' ? 'Le nombre de lignes' : `La somme de ${label(measure.column)} des lignes`} de «\u00a0${dataset}\u00a0»${where ? ` où ${label(where.column)} est «\u00a0${codeIn('fr', schema, where)}\u00a0»` : ''}, ${{ month: 'par mois', quarter: 'par trimestre', year: 'par année', all: 'pour toute la période' }[period.by]} selon ${label(period.column)}${axes.length > 0 ? `, par ${axes.join(' et ')}` : ''}, et pour l’ensemble (${whole.name.fr}).`,
    ...(per && population ? [`Divisé par «\u00a0${population}\u00a0» et donné pour ${formatNumber('fr', per.scale)}; calculé à partir des seules valeurs publiées, pour les mois couverts par les données et jamais ramené à une année.`] : []),
    ...(period.by === 'quarter' || period.by === 'year' ? ['Ce que les données ne couvrent qu’en partie est laissé de côté.'] : []),
    recipe.absent === 'zero' ? 'Là où il n’y a aucune ligne, le nombre est 0.' : 'Là où une ligne manque, aucun nombre de cette période n’est donné.',
    `Les nombres inférieurs à ${smallestByKind[kind]} ne sont pas diffusés; tous les autres sont arrondis au hasard à un multiple voisin de 5, de la même façon partout où le même groupe paraît.`,
  ].join(' ');
}
