import type { Bilingual } from '#app/platform/language/language.ts';

export const levels = ['output', 'immediate', 'intermediate', 'long-term'] as const;
export type Level = (typeof levels)[number];
export const accountabilities = ['population', 'programme'] as const;
export type Accountability = (typeof accountabilities)[number];
/** The columns of the provincial template, in its order. */
export const columns = ['outcome', 'name', 'baseline', 'target', 'source', 'method', 'frequency', 'responsibility'] as const;
export type Column = (typeof columns)[number];

/** What somebody writes of an indicator: its eight columns, and where it stands. */
export type IndicatorText = {
  readonly name: Bilingual;
  readonly outcome: Bilingual;
  readonly baseline: Bilingual;
  /** In words; absent where no target is published. */
  readonly target?: Bilingual | undefined;
  /** What the target asks of the number, where it can be held against it. */
  readonly aim?: { readonly value: number; readonly direction: 'at-most' | 'at-least'; readonly by?: string | undefined } | undefined;
  readonly source: Bilingual;
  readonly method: Bilingual;
  /** A value is expected every so many months. */
  readonly months: number;
  readonly frequencyNote?: Bilingual | undefined;
  readonly responsibility: Bilingual;
  readonly level: Level;
  readonly accountability: Accountability;
  readonly domain: string;
  readonly areas: readonly string[];
  readonly priorities: readonly string[];
  /** The series of figures that are its values, for one place and perhaps one part. */
  readonly series: string;
  readonly place: string;
  readonly part?: string | undefined;
  readonly expectedFrom: string;
  readonly lagDays: number;
};

/** An indicator as it counts today. */
export type Indicator = IndicatorText & {
  readonly slug: string;
  readonly version: number;
  readonly position: number;
  readonly sources: readonly string[];
  readonly madeUp: readonly Column[];
  readonly changeReason?: Bilingual | undefined;
  readonly knownFrom: string;
  readonly retired?: { readonly on: string; readonly reason: Bilingual } | undefined;
  readonly checked?: { readonly on: string; readonly role: 'analyst' | 'plan-manager' } | undefined;
};
