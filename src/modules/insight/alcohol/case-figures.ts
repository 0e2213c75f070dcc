import type { Bilingual } from '#app/platform/language/language.ts';
import type { ConditionCases } from './case-release.ts';
import { casesPrefix, conditionName, conditionSlug, outcomeSlug } from './conditions.ts';
import type { Draft } from './draft.ts';
import { groupName } from './group-name.ts';
import { printedCases } from './printed.ts';
import type { AlcoholRun, Wanted } from './run.ts';

/** The figures of cases due to alcohol: of each group and of all. One that is too small to tell stands as withheld. */
export function caseDrafts(run: AlcoholRun, wanted: Wanted, cases: readonly ConditionCases[]): Draft[] {
  const of = wanted.outcome === 'Mortality' ? { en: 'deaths', fr: 'décès' } : { en: 'cases', fr: 'cas' };
  return cases.flatMap(({ im, condition: inFile, wholly, k, groups }) => {
    const condition = conditionName(im, inFile);
    return groups.map(({ cell, cases: found }): Draft => ({
      series: `${casesPrefix}${conditionSlug(im)}-${outcomeSlug[wanted.outcome]}`, unit: of.en, rule: 'small-counts', counted: true, shown: wholly ? whollyMethod : partlyMethod,
      method: { en: `Run ${run.id}; the bounds also hold what rounding hides of the count.`, fr: `Calcul ${run.id}; les bornes comprennent aussi ce que l’arrondi cache du nombre.` },
      name: { en: `${condition.en}, ${of.en} due to alcohol`, fr: `${condition.fr}, ${of.fr} attribuables à l’alcool` }, label: { en: `${of.en} due to alcohol (${condition.en})`, fr: `${of.fr} attribuables à l’alcool (${condition.fr})` },
      text: { en: `How many ${of.en} would not be there if nobody had ever drunk, rounded to 5. Below 0 where drinking is taken to protect.`, fr: `Combien de ${of.fr} n’existeraient pas si personne n’avait jamais bu, arrondi à 5. Inférieur à 0 là où l’alcool est réputé protéger.` },
      part: cell ? groupName(cell.gender, cell.ageGroup) : undefined,
      ...('hidden' in found ? { hidden: { why: found.hidden, k } } : { value: printedCases(found.number), number: found.number, interval: { low: found.low, high: found.high, ...(wholly ? {} : { level: 95 }) } }),
    }));
  });
}

const partlyMethod: Bilingual = {
  en: 'The share due to alcohol (after InterMAHP 2.1) times the count as it was published: rounded to 5, small counts hidden. The bounds hold the 95% interval of the share and what rounding hides. In a total, hidden groups count as half of the largest number they may hide, and the bounds of groups are added up, which is wider than needed.',
  fr: 'La part attribuable à l’alcool (selon InterMAHP 2.1) multipliée par le nombre publié\u00a0: arrondi à 5, petits nombres cachés. Les bornes comprennent l’intervalle à 95\u00a0% de la part et ce que cache l’arrondi. Dans un total, un groupe caché compte pour la moitié du plus grand nombre possible, et les bornes des groupes s’additionnent, ce qui est plus large que nécessaire.',
};
const whollyMethod: Bilingual = {
  en: 'Every case of this condition is due to alcohol. The count as it was published: rounded to 5, small counts hidden. The bounds hold what rounding hides; they are no interval of chance.',
  fr: 'Chaque cas est attribuable à l’alcool. Le nombre publié\u00a0: arrondi à 5, petits nombres cachés. Les bornes comprennent ce que cache l’arrondi; elles ne disent rien du hasard.',
};
