import type { Bilingual } from '#app/platform/language/language.ts';

/** What is watched. `basis` says by what a place counts: where the person was picked up, or where she lives. The two are never added up. */
export type Series = {
  readonly slug: string; readonly name: Bilingual; readonly text: Bilingual; readonly basis: 'pickup' | 'residence';
  readonly source: 'events' | 'reports'; readonly delayWeeks: number;
};

export const methods = ['cluster', 'ears-c1', 'ears-c2', 'ears-c3', 'farrington-flexible', 'cusum', 'exact', 'daily', 'rolling-window'] as const;
export type MethodName = (typeof methods)[number];
export type Unit = 'hour' | 'day' | 'week';
export type Options = Readonly<Record<string, number | string | boolean | readonly number[]>>;

/** One version of a rule, as it is in force. */
export type Rule = {
  readonly id: string; readonly rule: string; readonly version: number; readonly series: string; readonly name: Bilingual; readonly method: MethodName;
  readonly unit: Unit; readonly eachArea: boolean; readonly options: Options; readonly active: boolean; readonly validFrom: string; readonly reason: Bilingual | null;
};

export type Area = { readonly slug: string; readonly name: Bilingual };

/** An alarm where it begins: the unit, what was counted in it, the bound that it passed and what was expected, where the method says so. */
export type Onset = {
  readonly area: string | undefined; readonly kind: 'count' | 'window' | 'place' | 'contamination'; readonly at: Date; readonly from: string; readonly to: string;
  readonly observed: number; readonly bound: number | undefined; readonly expected: number | undefined;
};

/** The numbers of a rule that a person may change, by method, with the range of each. */
export const changeable: Readonly<Record<MethodName, Readonly<Record<string, readonly [least: number, most: number]>>>> = {
  cluster: { threshold: [2, 50], hours: [6, 336], placeThreshold: [2, 4] },
  'rolling-window': { threshold: [2, 200], window: [1, 28] },
  'ears-c1': { alpha: [0.0001, 0.2], minSigma: [0, 10], baseline: [3, 56] },
  'ears-c2': { alpha: [0.0001, 0.2], minSigma: [0, 10], baseline: [3, 56] },
  'ears-c3': { alpha: [0.0001, 0.2], minSigma: [0, 10], baseline: [3, 56] },
  'farrington-flexible': { alpha: [0.0001, 0.2], b: [2, 10], w: [1, 8] },
  cusum: { k: [0.1, 5], h: [0.5, 20] },
  exact: { alpha: [0.0001, 0.2], baseline: [10, 520] },
  daily: { falsePositiveRate: [0.001, 0.2] },
};
