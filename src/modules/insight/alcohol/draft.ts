import type { Bilingual } from '#app/platform/language/language.ts';

/** A figure of a run before it is written. Without `part` it tells of all groups; one that is `hidden` has neither value nor number. */
export type Draft = {
  readonly series: string; readonly name: Bilingual; readonly label: Bilingual; readonly text: Bilingual; readonly unit: string; readonly rule: 'as-published' | 'small-counts';
  /** How the series is made, and how this figure was. */
  readonly shown: Bilingual; readonly method: Bilingual;
  readonly part?: { readonly slug: string; readonly name: Bilingual } | undefined;
  readonly value?: string; readonly number?: number; readonly interval?: { readonly low: number; readonly high: number; readonly level?: number };
  readonly hidden?: { readonly why: 'small' | 'beside'; readonly k: number };
  /** It rests on counts that passed the gate. */
  readonly counted?: true;
};
