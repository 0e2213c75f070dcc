import { protectedShare } from '#app/methods/priority/protected-share.ts';
import type { Released } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatNumber } from '#app/ui/format.ts';
import { leavingCube, outcomeCube, pointCode } from './cube.ts';
import { leftReasons, points } from './rules.ts';
import { outcomeWords } from './words.ts';

/** A table as text: what the page and the report show alike. */
export type OutcomeTable = { readonly caption: string; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

/**
 * The published counts of one pilot as tables, the youngest cohort first. A share never stands without its count and what it is a share of; where either is
 * hidden there is no share. Its interval holds chance (Wilson) and what the protection leaves open.
 */
export function outcomeTables(language: Language, pilot: string, released: readonly Released[]): OutcomeTable[] {
  return [...released].sort((a, b) => (a.period < b.period ? 1 : -1)).flatMap((one) => (one.cube === outcomeCube ? pointTables(language, pilot, one) : one.cube === leavingCube ? leavingTable(language, pilot, one) : []));
}

function pointTables(language: Language, pilot: string, released: Released): OutcomeTable[] {
  const words = outcomeWords[language];
  return points.flatMap((point): OutcomeTable[] => {
    const at = { pilot, point: pointCode(point) };
    const reached = find(released, at);
    if (reached === undefined) return [];
    const measured = find(released, { ...at, standing: 'measured' });
    const line = (whole: string, label: string, key: string, value: string, of: string | null | undefined) => [whole, label, share(language, released, find(released, { ...at, [key]: value }), of)];
    return [{
      caption: `${words.cohort(released.period)}, ${words.points[point].toLowerCase()}`, header: [words.dimension.standing, words.what, words.people],
      rows: [
        ...(['measured', 'left', 'missed'] as const).map((one) => line(words.reached, words.standings[one], 'standing', one, reached)),
        ...(['education', 'training', 'employment', 'none'] as const).map((one) => line(words.answered, words.main[one], 'activity', one, measured)),
        line(words.answered, `${words.dimension.satisfied}${language === 'fr' ? '\u00a0' : ''}: ${words.satisfactions.yes.toLowerCase()}`, 'satisfied', 'yes', measured),
        ...(['stable', 'unstable'] as const).map((one) => line(words.answered, words.stable[one], 'housing', one, measured)),
        ...(['part', 'full'] as const).map((one) => line(words.answered, words.bands[one], 'hours', one, measured)),
      ],
    }];
  });
}

function leavingTable(language: Language, pilot: string, released: Released): OutcomeTable[] {
  const words = outcomeWords[language];
  const all = find(released, { pilot });
  if (all === undefined) return [];
  return [{
    caption: `${words.cohort(released.period)}${language === 'fr' ? '\u00a0' : ''}: ${words.dimension.reason.toLowerCase()}`, header: [words.what, words.people],
    rows: leftReasons.map((reason) => [words.reasons[reason], share(language, released, find(released, { pilot, reason }), all)]),
  }];
}

/** The printed value of a group, by the dimensions that its owner named; undefined where there is none, null where it was left out. */
function find({ cells }: Released, keys: Readonly<Record<string, string>>): string | null | undefined {
  const own = ['pilot', 'point', 'standing', 'activity', 'satisfied', 'housing', 'hours', 'reason'];
  return cells.find((cell) => own.every((name) => cell.keys[name] === keys[name]))?.published;
}

function share(language: Language, { k, base }: Released, count: string | null | undefined, of: string | null | undefined): string {
  const words = outcomeWords[language];
  const shown = (value: string | null | undefined) => (value === null || value === undefined ? words.leftOut : /^\d+$/.test(value) ? formatNumber(language, Number(value)) : words.hidden(k));
  const number = (value: string | null | undefined) => (value && /^\d+$/.test(value) ? Number(value) : null);
  const [part, whole] = [number(count), number(of)];
  // Independent rounding can print a part above its whole; a share of it would say nothing.
  const interval = part !== null && whole !== null && part <= whole ? protectedShare({ base, k }, part, whole) : undefined;
  if (!interval) return words.plainOf(shown(count), shown(of));
  const percent = (value: number) => `${formatNumber(language, Math.round(value * 100))}${language === 'fr' ? '\u00a0' : ''}%`;
  return words.shareOf(percent(interval.value), shown(count), shown(of), percent(interval.low), percent(interval.high));
}
