import type { Explanation } from '#app/methods/matching/explain.ts';
import type { Profile, ServiceRules } from '#app/methods/matching/service-rules.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { conditionText, languagesText, listText, type Names, placesText } from './reason-text.ts';
import { directoryWords } from './words.ts';

/** Why a service fits: each thing that is known of a person and that the service's entry answers, in words. What failed or has to be asked is not among them. */
export function fitTexts(language: Language, rules: ServiceRules, profile: Profile, { failed, ask }: Explanation, names: Names & { readonly needs: ReadonlyMap<string, Bilingual> }): string[] {
  const words = directoryWords[language];
  const open = new Set([...failed, ...ask].map(({ change }) => change.kind));
  const [from, to] = [rules.minimumAge ?? undefined, rules.maximumAge ?? undefined];
  const needs = rules.needs.filter((code) => profile.needs?.includes(code));
  const spoken = (rules.languages ?? []).filter((code) => profile.languages?.includes(code));
  return [
    ...(needs.length > 0 ? [words.because.need(listText(language, needs.map((code) => names.needs.get(code)?.[language] ?? code)))] : []),
    ...(profile.age !== undefined && !open.has('age') ? [words.because.age(from === undefined && to === undefined ? words.everyAge : words.ageRange(from, to))] : []),
    ...(rules.areas === 'everywhere' ? [words.because.everywhere] : profile.municipality && !open.has('areas') ? [words.because.area(placesText(language, [profile.municipality], names))] : []),
    ...(spoken.length > 0 ? [words.because.language(languagesText(language, spoken))] : []),
    ...(rules.lowestCost === 0 ? [words.because.free] : []),
    ...rules.conditions.filter((code) => profile.facts?.[code]).map((code) => words.because.condition(conditionText(language, code, names))),
  ];
}
