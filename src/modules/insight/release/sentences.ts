import { groupCode, type Keys } from '#app/methods/disclosure/group.ts';
import { auditSentence, differenceSentence } from '#app/methods/disclosure/words.ts';
import type { Language } from '#app/platform/language/language.ts';
import { colon, formatDate, formatNumber } from '#app/ui/format.ts';
import type { Cube } from './cube.ts';
import type { Block } from './examine.ts';
import { ownKeys } from './candidate.ts';
import { unreleased } from './period.ts';
import { releaseWords } from './words.ts';

type Labelled = Pick<Cube, 'labels' | 'geography' | 'breakdowns'>;

/** A period as people write it. */
export function periodText(language: Language, period: string): string {
  const words = releaseWords[language];
  if (period === unreleased) return words.unreleased;
  if (period === 'report') return words.report;
  if (/^\d{4}-\d{2}$/.test(period)) return formatDate(language, `${period}-02`).replace(/^2 /, '');
  const [, year = '', quarter = ''] = /^(\d{4})-Q(\d)$/.exec(period) ?? [];
  return year ? words.quarter(quarter, year) : period.replace(/^v(\d+)$/, 'version $1').replaceAll('-', ' ');
}

/** Why a table is blocked, in a sentence that names the group and never a value. */
export function blockSentence(language: Language, cube: Labelled, block: Block, k: number): string {
  const words = releaseWords[language];
  switch (block.kind) {
    case 'narrow': return auditSentence(language, named(language, cube, block.keys), k);
    case 'changed': return differenceSentence(language, { kind: 'changed', keys: named(language, cube, block.keys) }, k);
    case 'rest': return differenceSentence(language, { kind: 'rest', keys: named(language, cube, block.keys), part: named(language, cube, block.part) }, k);
    case 'differs': return words.differs(groupText(language, cube, block.keys, true));
    case 'contradicts': return words.contradicts;
    case 'period': return words.mixedPeriods;
    case 'withdrawn': return words.standsWithdrawn;
    default: return words.mixedRules;
  }
}

/** The group in words: its place and its breakdown; everybody for the grand total. */
export function groupText(language: Language, cube: Labelled, keys: Keys, withPeriod = false): string {
  const words = releaseWords[language];
  const parts = Object.entries(named(language, cube, withPeriod ? keys : ownKeys(cube, keys))).map(([name, value]) => `${name}${colon(language)}${value}`);
  return parts.length > 0 ? parts.join(', ') : withPeriod ? words.grandTotal : words.everybody;
}

/** A printed value in words. */
export function publishedText(language: Language, published: string | null): string {
  const words = releaseWords[language];
  if (published === null) return words.leftOut;
  const fewer = /^fewer than (\d+)$/.exec(published);
  return fewer ? words.fewer(fewer[1] ?? '') : formatNumber(language, Number(published));
}

/** Finds the printed value of a group among cells that were read. */
export function publishedOf<T extends { readonly keys: Keys }>(cells: readonly T[], keys: Keys): T | undefined {
  const code = groupCode(keys);
  return cells.find((cell) => groupCode(cell.keys) === code);
}

function named(language: Language, cube: Labelled, keys: Keys): Keys {
  const { dimensions } = releaseWords[language];
  const own = (name: string): string | undefined => Object.entries(dimensions).find(([key]) => key === name)?.[1];
  // A month names its year, and a period of its own (a version) says nothing to people.
  const shown = Object.entries(keys).filter(([name]) => name !== 'indicator' && name !== 'period' && !(name === 'year' && (keys.month ?? keys.quarter) !== undefined));
  return Object.fromEntries(shown.map(([name, value]) => [own(name) ?? cube.labels[name]?.[language] ?? name, own(name) ? periodText(language, value) : (cube.labels[name]?.values?.[value]?.[language] ?? value)]));
}
