import type { Language } from '#app/platform/language/language.ts';
import type { Point, Standing } from '#app/ui/charts/chart.ts';
import { daysBetween, formatDate } from '#app/ui/format.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import type { Figure } from './figure.ts';
import { isStale, periodEnd } from './series.ts';

/** The length of a figure's period in whole months; undefined where the source does not say its days. */
export function periodMonths({ periodFrom, periodTo }: Pick<Figure, 'periodFrom' | 'periodTo'>): number | undefined {
  return periodFrom !== undefined && periodTo !== undefined ? Math.round((daysBetween(periodFrom, periodTo) + 1) / 30.44) : undefined;
}

/**
 * Of figures of one series, those that may stand in one trend: of one place and part, that nothing superseded, of periods as long as one another
 * (five months are no point of a line of years); of the length that most have, else the longer. Oldest first.
 */
export function comparable(figures: readonly Figure[], at: { readonly place: string; readonly part?: string | undefined }): Figure[] {
  const standing = figures.filter((one) => one.place === at.place && one.breakdown?.slug === at.part && one.supersededBy === undefined);
  const lengths = [...new Set(standing.map(periodMonths))].map((months) => ({ months, members: standing.filter((one) => periodMonths(one) === months) }));
  const [chosen] = lengths.toSorted((a, b) => b.members.length - a.members.length || (b.months ?? 0) - (a.months ?? 0));
  return (chosen?.members ?? []).toSorted((a, b) => periodEnd(a).localeCompare(periodEnd(b)));
}

/** How a figure stands, as a chart marks it. */
export function standingsOf(figure: Figure, today: string): Standing[] {
  const holds = { withheld: !figure.releasable, revision: figure.supersedes !== undefined, provisional: figure.provisional, stale: isStale(figure, today) };
  return (['withheld', 'revision', 'provisional', 'stale'] as const).filter((one) => holds[one]);
}

/** Figures, oldest first, as the points of a chart. `all` holds the values that they revised. A withheld figure has no value in it. */
export function pointsOf(language: Language, figures: readonly Figure[], all: readonly Figure[], today: string): Point[] {
  return figures.map((figure, index) => {
    const before = all.find((one) => one.slug === figure.supersedes);
    const printed = printedNumber(language, figure);
    const earlier = before?.number !== undefined ? { value: before.number, printed: printedNumber(language, before) ?? '' } : undefined;
    const end = periodEnd(figure);
    const months = periodMonths(figure);
    const name = formatDate(language, end);
    return {
      day: end, period: figure.period[language], tick: months !== undefined && months < 12 ? name.slice(name.indexOf(' ') + 1) : end.slice(0, 4),
      ...(figure.number !== undefined && printed !== undefined ? { value: figure.number, printed } : {}),
      ...(figure.interval ? { low: figure.interval.low, high: figure.interval.high } : {}),
      standings: standingsOf(figure, today), ...(earlier ? { earlier } : {}),
      redefined: index > 0 && figures[index - 1]?.definition.version !== figure.definition.version,
    };
  });
}
