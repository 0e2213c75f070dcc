import { protectedRate } from '#app/methods/disclosure/rate.ts';
import type { Chart, Point } from '#app/ui/charts/chart.ts';
import type { Released } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatNumber } from '#app/ui/format.ts';
import { strengthCube, trainedCube, trainingRule } from './cube.ts';
import type { Course } from './queries.ts';
import { rankBands } from './rules.ts';
import { trainingWords } from './words.ts';

/** The published tables of a year: officers trained, and officers there were. */
export type PublishedYear = { readonly year: string; readonly trained: Released; readonly officers: Released | undefined };
type UnitName = { readonly id: string; readonly name: string };
type Keys = Readonly<Record<string, string>>;

/** The years of which something is out, the oldest first. */
export function yearsOf(released: readonly Released[]): PublishedYear[] {
  return released.filter(({ cube }) => cube === trainedCube).map((trained) => ({ year: trained.period, trained, officers: released.find((one) => one.cube === strengthCube && one.period === trained.period) })).toReversed();
}

/** The printed value of a group: a number, the words of the gate, or undefined where it was left out or is not there. */
function find(released: Released | undefined, keys: Keys): number | string | undefined {
  const own = ['course', 'unit', 'rank'];
  const published = released?.cells.find((cell) => own.every((name) => cell.keys[name] === keys[name]))?.published ?? undefined;
  return published !== undefined && /^\d+$/.test(published) ? Number(published) : published;
}

function shown(language: Language, value: number | string | undefined): string {
  const words = trainingWords[language];
  return typeof value === 'number' ? formatNumber(language, value) : value === undefined ? words.withheld : words.fewer(trainingRule.k);
}

/** A share made of published numbers alone, never above 100: each is rounded by itself. Undefined where the rule of rates forbids one. */
function shareOf(year: PublishedYear, course: string, unit?: string): number | undefined {
  const place = unit === undefined ? {} : { unit };
  const percent = protectedRate(trainingRule, find(year.trained, { course, ...place }) ?? '', find(year.officers, place) ?? '', 100);
  return percent === undefined ? undefined : Math.min(100, Math.round(percent));
}

export function percentText(language: Language, value: number): string {
  return `${formatNumber(language, value)}${language === 'fr' ? '\u00a0' : ''}%`;
}

/** How many had taken a course by the end of a year, in one phrase, with their share where there is one. */
export function trainedText(language: Language, year: PublishedYear | undefined, course: string): { readonly count: string; readonly share: string | undefined } | undefined {
  const value = year && find(year.trained, { course });
  if (!year || value === undefined) return undefined;
  const words = trainingWords[language];
  const officers = find(year.officers, {});
  const share = shareOf(year, course);
  return { count: typeof officers === 'number' ? words.people(shown(language, value), shown(language, officers)) : words.trained(shown(language, value)), share: share === undefined ? undefined : percentText(language, share) };
}

/** One bar a course: the share of all officers at the end of a year. */
export function courseChart(language: Language, year: PublishedYear, courses: readonly Course[]): Chart {
  const words = trainingWords[language];
  const bars = courses.filter((one) => find(year.trained, { course: one.id }) !== undefined).map((one) => ({ label: one.title[language], ...mark(language, shareOf(year, one.id)) }));
  return { kind: 'bars', title: words.coverageTitle(year.year), measure: words.coverageMeasure, category: words.coverageCategory, bars };
}

/** One small chart a unit: its share over the years. Undefined with fewer than two years, where there is no course of time to draw. */
export function unitChart(language: Language, years: readonly PublishedYear[], course: string, units: readonly UnitName[]): Chart | undefined {
  const words = trainingWords[language];
  const own = years.filter((year) => find(year.trained, { course }) !== undefined);
  if (own.length < 2) return undefined;
  const point = (year: PublishedYear, unit?: string): Point => ({ day: `${year.year}-12-31`, period: year.year, tick: year.year, ...mark(language, shareOf(year, course, unit)) });
  const parts = [
    { label: words.allUnits, points: own.map((year) => point(year)) },
    ...units.filter(({ id }) => own.some((year) => shareOf(year, course, id) !== undefined)).map(({ id, name }) => ({ label: name, points: own.map((year) => point(year, id)) })),
  ];
  return { kind: 'multiples', title: words.byUnit, measure: words.byUnitMeasure, category: words.unit, parts };
}

function mark(language: Language, share: number | undefined) {
  return share === undefined ? { standings: ['withheld'] as const } : { value: share, printed: percentText(language, share) };
}

/** The newest year of a course by unit and by rank band, as texts. */
export function newestRows(language: Language, year: PublishedYear, course: string, units: readonly UnitName[]): { readonly units: readonly (readonly string[])[]; readonly ranks: readonly (readonly string[])[] } {
  const words = trainingWords[language];
  const line = (label: string, unit?: string) => {
    const place = unit === undefined ? {} : { unit };
    const share = shareOf(year, course, unit);
    return [label, shown(language, find(year.trained, { course, ...place })), shown(language, find(year.officers, place)), share === undefined ? words.noRate : percentText(language, share)];
  };
  const there = units.filter(({ id }) => year.trained.cells.some(({ keys }) => keys.course === course && keys.unit === id));
  return { units: [...there.map(({ id, name }) => line(name, id)), line(words.allUnits)], ranks: rankBands.map((rank) => [words.ranks[rank], shown(language, find(year.trained, { course, rank }))]) };
}
