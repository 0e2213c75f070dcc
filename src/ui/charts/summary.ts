import type { Language } from '#app/platform/language/language.ts';
import { type Chart, isShown, meets, type Point, type Shown, type Target } from './chart.ts';
import { chartWords, markText } from './words.ts';

type Named = { readonly name: string; readonly shown: Shown };

/** What a chart shows, in sentences: from when to when, the highest, the lowest and the last value, whether the target is met, what is withheld. */
export function chartSummary(language: Language, chart: Chart): string {
  const words = chartWords[language];
  const said = sentencesOf(language, chart);
  return said.filter((one) => one !== '').join(' ') || words.none;
}

function sentencesOf(language: Language, chart: Chart): string[] {
  const words = chartWords[language];
  if (chart.kind === 'line') return overTime(language, chart.points, chart.target);
  if (chart.kind === 'multiples') {
    const all = chart.parts.flatMap((part) => part.points).toSorted((a, b) => a.day.localeCompare(b.day));
    const [first, last] = [all[0], all.at(-1)];
    if (!first || !last) return [];
    return [
      words.parts(first.period, last.period, chart.parts.length),
      `${chart.parts.flatMap(({ label, points }) => lastOf(points).map((point) => words.ofPart(label, `${point.printed ?? ''}${markText(language, point.standings)}`))).join('; ')}.`,
      withheldIn(language, all), targetText(language, chart.target),
    ];
  }
  const named = (chart.kind === 'bars' ? chart.bars : chart.tiles).map((one): Named => ({ name: one.label, shown: one }));
  const shown = named.filter((one) => isShown(one.shown));
  const { target } = chart;
  return [
    extremes(language, named), withheldIn(language, named.map((one) => one.shown)), targetText(language, target),
    target && shown.length > 0 ? words.meeting(shown.filter((one) => isShown(one.shown) && meets(one.shown.value, target)).length, shown.length) : '',
  ];
}

function overTime(language: Language, points: readonly Point[], target: Target | undefined): string[] {
  const words = chartWords[language];
  const [first, newest] = [points[0], points.at(-1)];
  const [last] = lastOf(points);
  if (!first || !newest) return [];
  const verdict = target && last && isShown(last) ? (meets(last.value, target) ? words.met(last.printed) : words.notMet(last.printed)) : '';
  const one = points.length === 1 && isShown(first);
  return [
    one ? words.oneValue(first.printed ?? '', first.period, markText(language, first.standings)) : points.length > 1 ? words.over(first.period, newest.period, points.length) : '',
    points.length > 1 ? extremes(language, points.map((point) => ({ name: point.period, shown: point }))) : '',
    !one && last ? words.lastValue(last.printed ?? '', last.period, markText(language, last.standings)) : '',
    isShown(newest) ? '' : words.lastWithheld(newest.period),
    withheldIn(language, points), targetText(language, target), verdict,
  ];
}

/** The newest value that is shown, as a list of none or one. */
function lastOf(points: readonly Point[]): Point[] {
  return points.filter(isShown).slice(-1);
}

function extremes(language: Language, all: readonly Named[]): string {
  const words = chartWords[language];
  const values = all.flatMap(({ name, shown }) => (isShown(shown) ? [{ name, value: shown.value, printed: shown.printed }] : []));
  const [lowest, highest] = [values.toSorted((a, b) => a.value - b.value)[0], values.toSorted((a, b) => b.value - a.value)[0]];
  if (!lowest || !highest || values.length < 2) return '';
  return lowest.value === highest.value ? words.equal(highest.printed) : words.extremes(highest.printed, highest.name, lowest.printed, lowest.name);
}

function withheldIn(language: Language, all: readonly Shown[]): string {
  const count = all.filter((one) => !isShown(one)).length;
  return count > 0 ? chartWords[language].withheld(count) : '';
}

function targetText(language: Language, target: Target | undefined): string {
  return target ? `${chartWords[language].target(target.direction, target.printed, target.by)}.` : '';
}
