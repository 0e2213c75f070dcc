import type { Failed, Requirement } from '#app/methods/priority/requirement.ts';
import { drawRule, type Ranked } from '#app/methods/priority/rank.ts';
import type { Fact, Rule } from '#app/methods/priority/rule.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import { findField } from './fields.ts';
import { priorityWords } from './words.ts';

/** A fact as people say it; a fact that is not known says so. */
export function factText(language: Language, field: string, fact: Fact): string {
  const words = priorityWords[language];
  if (fact === null) return words.notKnown;
  if (typeof fact === 'boolean') return fact ? words.yes : words.no;
  if (typeof fact === 'number') return fact.toLocaleString(language === 'fr' ? 'fr-CA' : 'en-CA');
  return findField(field)?.kind === 'date' ? formatDate(language, fact) : (words.bands[fact] ?? fact);
}

/** Why somebody stands where she stands, rule by rule; only rules that put somebody ahead of her. `lots`: whether lots were drawn. */
export function placeReasons(language: Language, one: Ranked, rules: readonly Rule[], lots: boolean): string[] {
  const words = priorityWords[language];
  const said = one.reasons.flatMap(({ rule, ahead, equal }, index) => {
    const label = rules.find(({ id }) => id === rule)?.label[language];
    if (label !== undefined) return [...(ahead > 0 ? [words.ahead(ahead, label)] : []), ...(!lots && index === rules.length - 1 && equal > 0 ? [words.equal(equal)] : [])];
    return lots && rule === drawRule && ahead > 0 ? [words.aheadByLot(ahead)] : [];
  });
  const moved = one.override ? [words.moved(one.override.place, one.override.by, one.override.reason), words.byRule(one.byRule)] : [];
  return [...moved, ...(said.length === 0 ? [words.first] : said)];
}

/** First and last place that the rules leave open, before lots are drawn. */
export function openPlaces(one: Ranked, rules: readonly Rule[]): { readonly from: number; readonly to: number } {
  const ruled = one.reasons.slice(0, rules.length);
  const from = 1 + ruled.reduce((sum, { ahead }) => sum + ahead, 0);
  return { from, to: from + (ruled.at(-1)?.equal ?? 0) };
}

/** Facts that a rule asks for and nobody knows, as the fields to ask about. */
export const unknownFields = (one: Ranked, rules: readonly Rule[]): string[] => one.reasons.filter(({ known }) => !known).flatMap(({ rule }) => rules.find(({ id }) => id === rule)?.field ?? []);

const phrases = {
  en: { least: 'at least', most: 'at most', or: ' or ', known: 'known', needed: 'asked' },
  fr: { least: 'au moins', most: 'au plus', or: ' ou ', known: 'connu', needed: 'demandé' },
} as const;
/** What a requirement asks for: the field and the condition. */
export function requirementText(language: Language, one: Requirement): string {
  const [words, colon] = [phrases[language], language === 'fr' ? ' : ' : ': '];
  const label = findField(one.field)?.label[language] ?? one.label[language];
  switch (one.test) {
    case 'is': return `${label}${colon}${factText(language, one.field, one.value)}`;
    case 'in': return `${label}${colon}${one.value.map((value) => factText(language, one.field, value)).join(words.or)}`;
    case 'least': return `${label}${colon}${words.least} ${one.value}`;
    case 'most': return `${label}${colon}${words.most} ${one.value}`;
  }
}
/** Why a requirement is not met: what it asks for and what is known, which is the smallest change that would meet it. */
export function failedText(language: Language, failed: Failed, requirements: readonly Requirement[]): string {
  const asked = requirements.find(({ id }) => id === failed.requirement);
  return `${asked ? requirementText(language, asked) : failed.field} (${phrases[language].known}${language === 'fr' ? ' : ' : ': '}${factText(language, failed.field, failed.fact)})`;
}
