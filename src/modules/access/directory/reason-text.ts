import type { Reason } from '#app/methods/matching/explain.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { directoryWords } from './words.ts';

/** The names that reasons speak of, by their codes. */
export type Names = { readonly conditions: ReadonlyMap<string, Bilingual>; readonly places: ReadonlyMap<string, Bilingual> };

/** Why a service does not fit, in words: what it asks for, so that one sees what would have to change. */
export function reasonText(language: Language, { rule, change }: Reason, names: Names): string {
  const words = directoryWords[language];
  if (change.kind === 'age') return words.reasons.age(change.from, change.to);
  if (change.kind === 'areas') return words.reasons.area(placesText(language, change.anyOf ?? [], names));
  if (change.kind === 'languages') return words.reasons.language(languagesText(language, change.anyOf ?? []));
  if (change.kind === 'cost') return words.reasons.cost(money(language, change.atLeast ?? 0));
  if (change.kind === 'opens') return words.reasons.closed(change.at === null ? words.hoursUnknown : momentText(language, change.at));
  return change.kind === 'condition' ? words.reasons.condition(conditionText(language, change.condition, names)) : words.reasons[rule === 'need' ? rule : 'need'];
}

/** What to ask where something is not known. */
export function questionText(language: Language, { change }: Reason, names: Names): string {
  const words = directoryWords[language].questions;
  if (change.kind === 'age') return words.age(change.from, change.to);
  if (change.kind === 'areas') return change.anyOf === null ? words.areaUnknown : words.area(placesText(language, change.anyOf, names));
  if (change.kind === 'languages') return words.language;
  if (change.kind === 'cost') return words.cost;
  if (change.kind === 'opens') return words.closed;
  return change.kind === 'condition' ? words.condition(conditionText(language, change.condition, names)) : words.need;
}

export function conditionText(language: Language, code: string, names: Names): string {
  const name = names.conditions.get(code)?.[language] ?? code;
  return name.charAt(0).toLocaleLowerCase(language) + name.slice(1);
}

export function listText(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(language === 'en' ? 'en-CA' : 'fr-CA', { type: 'conjunction' }).format(items);
}

export function placesText(language: Language, slugs: readonly string[], names: Names): string {
  return listText(language, slugs.map((slug) => names.places.get(slug)?.[language] ?? slug));
}

export function languageName(language: Language, code: string): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
}

export function languagesText(language: Language, codes: readonly string[]): string {
  return listText(language, codes.map((code) => languageName(language, code)));
}

export function money(language: Language, amount: number): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-CA' : 'fr-CA', { style: 'currency', currency: 'CAD', maximumFractionDigits: amount % 1 === 0 ? 0 : 2 }).format(amount);
}

/** A minute of the week in words: Tuesday, 10:00. */
export function momentText(language: Language, minute: number): string {
  const day = directoryWords[language].days[Math.floor(minute / 1440) % 7] ?? '';
  return language === 'en' ? `${day} at ${timeText(language, minute % 1440)}` : `${day} à ${timeText(language, minute % 1440)}`;
}

export function timeText(language: Language, minute: number): string {
  const [hour, rest] = [Math.floor(minute / 60) % 24, String(minute % 60).padStart(2, '0')];
  return language === 'en' ? `${String(hour).padStart(2, '0')}:${rest}` : `${hour}\u00a0h\u00a0${rest}`;
}
