import type { Keys } from '#app/methods/disclosure/group.ts';
import { groupCode } from '#app/methods/disclosure/group.ts';
import type { Release } from '#app/methods/disclosure/release.ts';

export type PeriodKind = 'year' | 'quarter' | 'month' | 'week' | 'once';
/** A period as dimensions: a month names its year too, so that months and their year are attacked together. `root`: releases with another one never meet. */
export type Period = { readonly kind: PeriodKind; readonly keys: Keys; readonly root: string };

/** Reads 2019, 2019-Q2, 2019-05 and 2019-W22; anything else is a period of its own (a survey's version, say). */
export function readPeriod(text: string): Period {
  const year = text.slice(0, 4);
  if (/^\d{4}$/.test(text)) return { kind: 'year', keys: { year }, root: year };
  if (/^\d{4}-Q[1-4]$/.test(text)) return { kind: 'quarter', keys: { year, quarter: text }, root: year };
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return { kind: 'month', keys: { year, month: text }, root: year };
  if (/^\d{4}-W\d{2}$/.test(text)) return { kind: 'week', keys: { week: text }, root: text };
  return { kind: 'once', keys: { period: text }, root: text };
}

/** Whether all these kinds of period can be attacked together: a year with its months or with its quarters; nothing else mixes. */
export function canMix(kinds: readonly PeriodKind[]): boolean {
  const parts = new Set(kinds.filter((kind) => kind !== 'year'));
  return parts.size <= 1 && !(kinds.includes('year') && (parts.has('week') || parts.has('once')));
}

const partsOfYear = { month: 12, quarter: 4 } as const;
/** The value that stands for the months or quarters of a year of which nothing was released. */
export const unreleased = 'unreleased';

/**
 * What the releases leave unsaid of a year of which only some months or quarters were released, as groups of an unknown number: without them the attack
 * would take the released ones for the whole year. `hidden`: whether the attack is to tell how well these are known.
 */
export function restOfYear(releases: readonly Release[], hidden: boolean): Release[] {
  return (['month', 'quarter'] as const).flatMap((dimension): Release[] => {
    const cells = releases.flatMap((release) => release.cells).filter(({ keys }) => keys[dimension] !== undefined);
    const named = new Set(cells.map(({ keys }) => keys[dimension]));
    if (named.size === 0 || named.size >= partsOfYear[dimension]) return [];
    const rest = new Map(cells.map(({ keys }) => ({ ...keys, [dimension]: unreleased })).map((keys) => [groupCode(keys), keys]));
    // A number rounded to a huge base says nothing, and is no hidden count.
    return [{ ...(hidden ? {} : { rule: { base: 10_000_000 } }), cells: [...rest.values()].map((keys) => ({ keys, published: hidden ? null : 0 })) }];
  });
}
