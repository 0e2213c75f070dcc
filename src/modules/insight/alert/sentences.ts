import type { Language } from '#app/platform/language/language.ts';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import type { Alert } from './alert-queries.ts';
import type { Area } from './rule.ts';
import { alertWords } from './words.ts';

/** The days of an alert: one day, or from one to another. */
export function daysText(language: Language, { from, to }: Pick<Alert, 'from' | 'to'>): string {
  return from === to ? formatDate(language, from) : alertWords[language].fromTo(formatDate(language, from), formatDate(language, to));
}

export function areaText(language: Language, area: string | null | undefined, areas: readonly Area[]): string {
  return areas.find(({ slug }) => slug === area)?.name[language] ?? alertWords[language].whole;
}

/** A number with at most so many digits after the point, as people write it. */
export function rounded(language: Language, value: number, digits = 1): string {
  return formatNumber(language, Number(value.toFixed(digits)));
}

/** How often: "about 2.3 times a year", "about once in 4 years". */
export function oftenText(language: Language, perYear: number): string {
  const words = alertWords[language];
  if (perYear >= 0.95) return words.timesAYear(rounded(language, perYear), perYear < 1.05);
  return perYear < 0.002 ? words.almostNever : words.onceIn(rounded(language, 1 / perYear, 1 / perYear < 10 ? 1 : 0));
}

/** Why a rule drafted an alert: which rule, what it saw, where, on which days, and how often chance alone does that. */
export function reasonsOf(language: Language, alert: Alert, areas: readonly Area[], perYear: number | null): string[] {
  const words = alertWords[language];
  const hours = typeof alert.options.hours === 'number' ? alert.options.hours : 48;
  const where = areaText(language, alert.area, areas);
  const seen = {
    window: () => words.sawWindow(alert.observed, hours),
    place: () => words.sawPlace(alert.observed === 4 ? words.fourOrMore : String(alert.observed)),
    contamination: () => words.sawContamination,
    count: () => words.sawCount(alert.observed, alert.unit === 'week', alert.bound === null ? undefined : rounded(language, Math.max(0, Math.floor(alert.bound)), 0), alert.expected === null ? undefined : rounded(language, alert.expected)),
  }[alert.kind]();
  return [
    words.ruleSays(alert.ruleName[language], alert.version), seen, words.whereWhen(where, daysText(language, alert)),
    ...(alert.kind === 'place' || alert.kind === 'contamination' ? [words.noChance] : perYear === null ? [words.notStated] : [words.byChance(oftenText(language, perYear))]),
  ];
}
