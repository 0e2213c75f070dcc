import type { Bilingual } from '#app/platform/language/language.ts';

/** What a series of figures counts, in one version. */
export type FigureDefinition = {
  readonly slug: string;
  /** The series: all figures of one definition, whatever its version. */
  readonly series: string;
  readonly version: number;
  readonly domain?: string;
  readonly name: Bilingual;
  /** What exactly is counted. */
  readonly text: Bilingual;
  readonly unit: string;
  /** Whose a number of a place is: who lives there, what happened there, whom a service there helped. */
  readonly geographyKind: 'residence' | 'occurrence' | 'service' | 'not-stated';
  /** Who and what is included. */
  readonly method?: Bilingual;
  /** How a derived value follows from its inputs. */
  readonly formula?: Bilingual;
  /** The guidance on drinking that it rests on; the same in all versions of a series. */
  readonly guidance?: 'lradg-2011' | 'cgah-2023';
  readonly disclosureRule: 'as-published' | 'small-counts';
  readonly validFrom: string;
  /** Why this version replaced the one before it. */
  readonly changeReason?: Bilingual;
};

/** A published number with everything that says how it is known. Dates are YYYY-MM-DD. */
export type Figure = {
  readonly slug: string;
  readonly label: Bilingual;
  /** The version by which this figure was counted. */
  readonly definition: FigureDefinition;
  /** The number as it was printed; absent when the figure is withheld. */
  readonly value?: string | undefined;
  readonly number?: number | undefined;
  readonly unit: string;
  readonly period: Bilingual;
  /** First and last day of the period, where the source says them. */
  readonly periodFrom?: string | undefined;
  readonly periodTo?: string | undefined;
  readonly geography: Bilingual;
  readonly place: string;
  /** The part of the whole that this figure tells of. */
  readonly breakdown?: { readonly slug: string; readonly name: Bilingual } | undefined;
  /** The interval in which the true value lies, as its source states it; `level` is the confidence in percent. */
  readonly interval?: { readonly low: number; readonly high: number; readonly level?: number | undefined } | undefined;
  readonly provisional: boolean;
  readonly featured: boolean;
  /** False when the value must not be shown; `withheldReason` says why, and the database holds no value. */
  readonly releasable: boolean;
  readonly withheldReason?: Bilingual | undefined;
  readonly note?: Bilingual | undefined;
  /** The figure that this one replaced. */
  readonly supersedes?: string | undefined;
  /** The figure that replaced this one, once it is known. */
  readonly supersededBy?: string | undefined;
  readonly sources: readonly string[];
  readonly knownFrom: string;
  /** `knownFrom` is the latest likely day: the source tells only a month or a year. */
  readonly approximate: boolean;
  /** The day on which the value held: that of its retrieval or, where none is said, of its publication. */
  readonly asOf: string;
  /** The last day on which the value still stands for the present; later it is stale. */
  readonly freshUntil?: string | undefined;
  /** The figures that a derived one was computed from, and the SHA-256 of their values then. */
  readonly inputs: readonly string[];
  readonly inputsHash?: string | undefined;
};
