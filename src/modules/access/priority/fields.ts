import type { Rule } from '#app/methods/priority/rule.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

/** The three places of a score among the bands of its own instrument: the highest band, the lowest, and what lies between. */
export const needBands = ['high', 'medium', 'low'] as const;

/**
 * What rules and requirements can read of a person. `kind` is the kind of fact; `rule` the kind of rule that a field can be in, where it can be in one;
 * `protected` fields may put somebody forward and never back, and no vacancy may ask for them to be absent.
 */
export type Field = { readonly id: string; readonly kind: 'yes-no' | 'number' | 'band' | 'date'; readonly label: Bilingual; readonly rule?: Rule['kind']; readonly rules?: Bilingual; readonly asked?: true; readonly protected?: true; readonly required?: true };
export const fields: readonly Field[] = [
  { id: 'chronic', kind: 'yes-no', label: { en: 'chronically homeless', fr: 'en itinérance chronique' }, rule: 'holds', rules: { en: 'People who are chronically homeless come first', fr: 'Les personnes en itinérance chronique passent d’abord' }, required: true },
  { id: 'days365', kind: 'number', label: { en: 'days homeless in the last 365', fr: 'jours en itinérance sur les 365 derniers' }, rule: 'most', rules: { en: 'Whoever has more days homeless in the last 365 comes first', fr: 'Qui compte le plus de jours en itinérance sur les 365 derniers passe d’abord' }, required: true },
  { id: 'days1095', kind: 'number', label: { en: 'days homeless in the last 1,095', fr: 'jours en itinérance sur les 1 095 derniers' }, rule: 'most', rules: { en: 'Whoever has more days homeless in the last 1,095 comes first', fr: 'Qui compte le plus de jours en itinérance sur les 1 095 derniers passe d’abord' }, required: true },
  { id: 'need', kind: 'band', label: { en: 'depth of need', fr: 'ampleur des besoins' }, rule: 'band', rules: { en: 'Greater depth of need comes first (high, medium, low, from the latest valid assessment of needs)', fr: 'L’ampleur des besoins décide (grande, moyenne, faible, selon la dernière évaluation valide)' }, asked: true, required: true },
  { id: 'youth', kind: 'yes-no', label: { en: '16 to 24 years old', fr: 'de 16 à 24 ans' }, rule: 'holds', rules: { en: 'Young people of 16 to 24 come first', fr: 'Les jeunes de 16 à 24 ans passent d’abord' }, asked: true, required: true },
  { id: 'age', kind: 'number', label: { en: 'age in years', fr: 'âge en années' }, asked: true, required: true },
  { id: 'household', kind: 'number', label: { en: 'people in the household', fr: 'personnes dans le ménage' }, required: true },
  { id: 'veteran', kind: 'yes-no', label: { en: 'veteran, as the person says', fr: 'ancienne ou ancien combattant, selon la personne' }, rule: 'holds', rules: { en: 'Veterans come first', fr: 'Les anciennes et anciens combattants passent d’abord' }, asked: true, protected: true, required: true },
  { id: 'indigenous', kind: 'yes-no', label: { en: 'Indigenous, as the person says', fr: 'autochtone, selon la personne' }, rule: 'holds', rules: { en: 'Indigenous people come first', fr: 'Les personnes autochtones passent d’abord' }, asked: true, protected: true, required: true },
  { id: 'listDate', kind: 'date', label: { en: 'day of joining the list', fr: 'jour d’inscription sur la liste' }, rule: 'earliest', rules: { en: 'Whoever has been on the list longer comes first', fr: 'Qui est sur la liste depuis plus longtemps passe d’abord' } },
];
export const protectedFields = fields.filter((one) => one.protected).map((one) => one.id);
export const findField = (id: string): Field | undefined => fields.find((one) => one.id === id);

/** The rule on a field, as the form composes it; undefined for a field that no rule can be on. */
export function ruleOn(id: string): Rule | undefined {
  const field = findField(id);
  if (!field?.rule || !field.rules) return undefined;
  const named = { id, label: field.rules, field: id };
  switch (field.rule) {
    case 'holds': return { kind: 'holds', ...named, is: true };
    case 'band': return { kind: 'band', ...named, values: [...needBands] };
    case 'most': return { kind: 'most', ...named };
    case 'earliest': return { kind: 'earliest', ...named };
  }
}
export const ruleFields = fields.filter((one) => one.rule !== undefined).map((one) => one.id);
