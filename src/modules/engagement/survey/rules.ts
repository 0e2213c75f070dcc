import type { Compiled } from '#app/methods/questionnaire/model.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Survey } from './queries.ts';

/** Whether a survey takes answers on a day; both of its dates are days on which it does. */
export function isOpen(survey: Pick<Survey, 'opensOn' | 'closesOn'>, today: string): boolean {
  return survey.opensOn !== null && survey.opensOn <= today && (survey.closesOn === null || survey.closesOn >= today);
}

/** Whether it was open and is no more. */
export function isClosed(survey: Pick<Survey, 'opensOn' | 'closesOn'>, today: string): boolean {
  return survey.closesOn !== null && survey.closesOn < today;
}

/**
 * The questions (linkIds; `*` for the whole form) that compute with expressions of their author. A survey takes none: expressions run while somebody
 * answers, and one that is quadratic in the answers would hold up everybody.
 */
export function expressionsIn(compiled: Compiled): string[] {
  const computes = ({ variables, constraints }: Pick<Compiled, 'variables' | 'constraints'>) => variables.some((one) => one.expression) || constraints.length > 0;
  const items = compiled.all.filter((item) => item.enableExpression || item.calculated || item.initial || computes(item)).map((item) => item.linkId);
  return computes(compiled) ? ['*', ...items] : items;
}

const translationUrl = 'http://hl7.org/fhir/StructureDefinition/translation';
/** A text of a FHIR element in both languages: the English as the main text, the French as a translation beside it. */
export function bilingualElement(name: string, { en, fr }: Bilingual): Record<string, unknown> {
  return { [name]: en, [`_${name}`]: { extension: [{ url: translationUrl, extension: [{ url: 'lang', valueCode: 'fr' }, { url: 'content', valueString: fr }] }] } };
}

/** A questionnaire without questions yet. */
export function emptyQuestionnaire(title: Bilingual): Record<string, unknown> {
  return { resourceType: 'Questionnaire', status: 'active', language: 'en', ...bilingualElement('title', title), item: [] };
}
